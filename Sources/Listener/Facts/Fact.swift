import Etiquette

/// What one incoming mail means for what was sent, with the evidence for it.
package struct Fact: Equatable, Sendable {
    /// All that a mail can be.
    package enum Meaning: Equatable, Sendable {
        /// Somebody of the recruitment has written: a contact.
        case reply
        /// Perhaps an answer: only the user can tell.
        case possibleReply
        /// A machine has answered: neither reply nor silence.
        case automaticAnswer(AutomaticAnswer)
        /// One of our messages came back.
        case bounce(Bounce)
        /// It has nothing to do with what was sent; nobody needs to hear of it.
        case nothing(Unrelated)
    }

    /// Why a mail means nothing here.
    package enum Unrelated: Equatable, Sendable {
        /// The user's own, such as a copy in the Sent folder.
        case own
        /// From somebody who belongs to no recruitment.
        case stranger
        /// A bounce, but of no message of ours: somebody's imitation, or of mail that the user sent by other means.
        case bounceOfAnother
    }

    package let meaning: Meaning
    /// The recruitments that it may belong to, open ones first; of an answer to a message, that message's first.
    package let recruitments: [Recruitment.ID]
    /// The person who wrote, where the ledger knows them.
    package let person: Person.ID?
    /// The message of ours that it answers, or that came back.
    package let message: Message.ID?
    /// Why it was taken for what it is, the strongest first.
    package let evidence: [FactEvidence]
}

/// What in a mail says what it is. Texts are the mail's own words, fit to be shown.
package enum FactEvidence: Hashable, Sendable {
    /// It answers that Message-ID of ours.
    case answersMessageID(String)
    /// It comes from that address, which is a person's of the recruitment.
    case address(String)
    /// Answers to it go to that address, which is a person's of the recruitment.
    case replyTo(String)
    /// It comes from that domain, which people of the recruitment have their addresses at.
    case domain(String)
    /// It comes from that host of an applicant tracking system.
    case trackingSystem(String)
    /// The organisation or the role stands in its subject or its sender's name.
    case named(String)
    /// The sender's address is known nowhere, though the mail answers a message of ours.
    case unknownSender(String)
    /// More than one author: readers disagree on whose it is.
    case doubtfulSender
    /// A delivery status notification of RFC 3464.
    case deliveryReport
    /// That header says so.
    case header(String)
    /// That phrase stands in the subject.
    case subject(String)
    /// That phrase stands in the text.
    case phrase(String)
    /// The message that came back bears that Message-ID of ours.
    case returnedMessageID(String)
    /// The recipient, the subject or the time is that of a message of ours.
    case returnedTo(String)
}
