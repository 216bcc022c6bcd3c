import Etiquette
import Ledger
import Wording

package struct MailReport: Encodable {
    /// What a sentence sounds like.
    package struct Sounds: Encodable {
        package let kind: String
        package let sentence: String
    }

    package let id: Int64
    package let time: String
    package let meaning: String
    @OrNull package var message: Int64?
    @OrNull package var recruitment: Int64?
    @OrNull package var person: PersonReport?
    package let subject: String
    package let evidence: [String]
    @OrNull package var suggestion: Sounds?
    @OrNull package var returns: String?
    @OrNull package var words: String?

    /// - Parameter person: who wrote it, where the ledger knows them.
    package init(_ mail: HeardMail, person: Person?) {
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
