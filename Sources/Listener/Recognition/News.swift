import Mail
import Text

/// Looks for what the user would want to read at once, whoever or whatever wrote it.
struct News {
    let phrases: MailPhrases

    /// A rejection, an offer, or the day of a decision; or else what one of the labels speaks for.
    func isAny(or labels: [MailPhrases.Label], in mail: IncomingMail) -> Bool {
        let subject = phrases.isAnswer(mail.headers.subject) ? [] : [mail.headers.subject[...]]
        return (subject + Sentences.of(mail.newText, in: .mail).prefix(Suggestions.most)).contains {
            sentence in
            let text = NormalText(sentence)
            let decisions = phrases.suggestions.matches(in: text)
            let found = phrases.index.matches(in: text)
            let news =
                [.rejection, .offer, .date].compactMap { decisions[$0]?.offset }
                + labels.compactMap { found[$0]?.offset }
            // What would follow if is told to everybody.
            return news.contains { offset in found[.conditional].map { $0.offset > offset } ?? true }
        }
    }
}
