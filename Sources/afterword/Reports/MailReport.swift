import Desk
import Etiquette
import Ledger
import Wording

/// A mail that was found, as other programs read it.
struct MailReport: Encodable {
    /// What a sentence sounds like.
    struct Sounds: Encodable {
        let kind: String
        let sentence: String
    }

    let id: Int64
    let time: String
    let meaning: String
    @OrNull var message: Int64?
    @OrNull var recruitment: Int64?
    @OrNull var person: PersonReport?
    let subject: String
    let evidence: [String]
    @OrNull var suggestion: Sounds?
    @OrNull var returns: String?
    @OrNull var words: String?

    /// - Parameter person: who wrote it, where the ledger knows them.
    init(_ mail: HeardMail, person: Person?) {
        let fact = mail.fact
        id = mail.id.rawValue
        time = JSON.time(fact.mail.time)
        meaning = fact.meaning.rawValue
        message = fact.message?.rawValue
        recruitment = fact.recruitments.first?.rawValue
        self.person = person.map(PersonReport.init)
        subject = fact.mail.subject
        evidence = fact.evidence.map { Wording.text($0) }
        suggestion = fact.suggestions.first.map { Sounds(kind: $0.kind, sentence: $0.sentence) }
        returns = fact.returns?.description
        words = fact.words
    }
}
