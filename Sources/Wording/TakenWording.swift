import Desk
import Etiquette

/// What became of a meeting of an invitation.
extension Wording {
    package static func moved(_ known: InterviewOnRecord) -> String {
        "\(numbered(known)) follows the newer invitation."
    }

    /// Taken in before, this time with another voice.
    package static func revoiced(_ known: InterviewOnRecord) -> String {
        hasItAlready(known) + "only the voice (how the letters sound) was changed."
    }

    package static func unchanged(_ known: InterviewOnRecord) -> String {
        hasItAlready(known) + "nothing was changed."
    }

    package static func calledOff(_ known: InterviewOnRecord) -> String {
        "\(numbered(known)) is called off; its unsent messages are cancelled."
    }

    /// Below what was called off: what can't be taken back.
    package static func goneAlready(_ messages: [Message]) -> String {
        "Already sent, or perhaps sent: message \(list(messages.map(\.id)))"
    }

    /// Of an invitation that changes an interview, or calls one off.
    ///
    /// - Parameter isCalledOff: whether that was said before this sentence.
    package static func notOnRecord(isCalledOff: Bool) -> String {
        "It is \(isCalledOff ? "called off, and it is " : "")not on record; nothing was changed."
    }

    private static func hasItAlready(_ known: InterviewOnRecord) -> String {
        "\(numbered(known)) has this invitation already, or a newer one; "
    }

    /// `Interview 1 (Data Analyst, City Library)`.
    private static func numbered(_ known: InterviewOnRecord) -> String {
        "Interview \(known.interview.id.rawValue) (\(name(known.recruitment)))"
    }
}
