import Etiquette
import Foundation

/// What one incoming mail means for what was sent, as it is kept. Its texts are fit to be shown.
package struct MailFact: Equatable, Sendable {
    /// The number of a mail that meant something.
    package typealias ID = Identifier<MailFact>

    /// All that is kept; spelt as other programs read it.
    package enum Meaning: String, Sendable, CaseIterable {
        /// Somebody of the recruitment has written.
        case reply
        /// Perhaps an answer: only the user can tell.
        case possibleReply = "possible-reply"
        /// A machine has answered: neither reply nor silence.
        case automatic
        /// A machine wants a click or an answer before it lets mail through.
        case challenge
        /// A message of ours came back.
        case bounce

        /// Somebody wrote it, or may have.
        package var isAnswer: Bool { self == .reply || self == .possibleReply }
    }

    /// What a sentence in it sounds like; it decides nothing.
    package struct Suggestion: Equatable, Sendable {
        /// Such as `rejection`.
        package let kind: String
        /// Where it was found.
        package let sentence: String

        package init(kind: String, sentence: String) {
            self.kind = kind
            self.sentence = sentence
        }
    }

    /// What made it what it is: a sort of evidence, and the words found.
    package struct Evidence: Equatable, Sendable {
        /// Such as `address`, without spaces.
        package let code: String
        /// One line; empty where the code says everything.
        package let text: String

        package init(code: String, text: String) {
            self.code = code
            self.text = text
        }
    }

    package struct Failure: Equatable, Sendable {
        /// Where the message did not arrive.
        package let address: String
        /// Such as `unknown-mailbox`.
        package let reason: String
        /// For good, else only for now.
        package let isPermanent: Bool
        /// The words of the mail system.
        package let words: String?
        /// The Message-ID of ours that the notice names.
        package let returnedID: String?

        package init(address: String, reason: String, isPermanent: Bool, words: String?, returnedID: String?)
        {
            self.address = address
            self.reason = reason
            self.isPermanent = isPermanent
            self.words = words
            self.returnedID = returnedID
        }
    }

    /// What the mail itself says; what follows from it is added when it is noted.
    package struct Mail: Equatable, Sendable {
        /// Its Message-ID, or a hash of it where it has none: a mail is noted once, whatever folder it lies in.
        package var key: String
        /// When it was written or came, never later than it was found.
        package var time: Date
        /// As the From header claims.
        package var fromName: String
        /// The same; not checked to be one.
        package var fromAddress: String
        /// Empty where there is none.
        package var subject: String
        /// Without angle brackets, where it has one that an answer could name.
        package var messageID: String?
        /// Its References, oldest first, without angle brackets.
        package var thread: [String]

        package init(
            key: String, time: Date, fromName: String, fromAddress: String, subject: String,
            messageID: String?, thread: [String]
        ) {
            self.key = key
            self.time = time
            self.fromName = fromName
            self.fromAddress = fromAddress
            self.subject = subject
            self.messageID = messageID
            self.thread = thread
        }
    }

    package var mail: Mail
    package var meaning: Meaning
    /// Those that it may belong to; that of the message which it answers first.
    package var recruitments: [Recruitment.ID]
    /// Who wrote it, or to whom the message went that came back.
    package var person: Person.ID?
    /// The message of ours that it answers, or that came back.
    package var message: Message.ID?
    /// The strongest first.
    package var evidence: [Evidence]
    /// In the order of the text.
    package var suggestions: [Suggestion]
    /// What a machine answers for, such as `absence`, or `left` where somebody has left the house.
    package var sort: String?
    /// The day on which they are back.
    package var returns: Day?
    /// Where it says so; of a mail that only the user can judge, its beginning.
    package var words: String?
    /// Whether a machine says that somebody has left the house.
    package var tellsOfLeaving: Bool { meaning == .automatic && sort == "left" }
    /// Of a bounce; what is kept of it lies in the contact log and with the address.
    package var failure: Failure?

    package init(
        mail: Mail, meaning: Meaning, recruitments: [Recruitment.ID], person: Person.ID?,
        message: Message.ID?, evidence: [Evidence], suggestions: [Suggestion] = [], sort: String? = nil,
        returns: Day? = nil, words: String? = nil, failure: Failure? = nil
    ) {
        self.mail = mail
        self.meaning = meaning
        self.recruitments = recruitments
        self.person = person
        self.message = message
        self.evidence = evidence
        self.suggestions = suggestions
        self.sort = sort
        self.returns = returns
        self.words = words
        self.failure = failure
    }
}

/// A mail that was noted, with what has become of it.
package struct HeardMail: Equatable, Sendable {
    /// Grows with every mail that is noted.
    package let id: MailFact.ID
    package let fact: MailFact
    /// Its entry in the contact log, where it has one.
    package let contact: Contact.ID?
    /// The recruitments in which the user has not said yet what it was.
    package let open: [Recruitment.ID]
}
