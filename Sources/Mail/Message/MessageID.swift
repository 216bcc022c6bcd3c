import Etiquette

/// The name of a message, made from what it is: the same when it is sent again after doubt, another after a
/// correction. A server or reader that meets it twice can tell that it is the same message.
public enum MessageID {
    /// Hexadecimal digits of SHA-256 that are kept: 160 bits.
    static let digits = 40

    /// `<hash>@<domain>`, without angle brackets.
    /// - Parameters:
    ///   - ledger: the ledger's own random number, 16 bytes, so that two ledgers never agree.
    ///   - domain: ASCII, that of the sender's address.
    public static func make(
        ledger: [UInt8], followUp: FollowUp, revision: Int, domain: String
    ) -> String {
        let subject = "\(name(of: followUp.identity)) revision \(revision)"
        return String(Digest.sha256(ledger + Array(subject.utf8)).prefix(digits)) + "@" + domain
    }

    /// Spelt out, not hashed from Swift's own values: those differ from run to run.
    private static func name(of identity: FollowUp.Identity) -> String {
        switch identity {
        case .thankYou(let interview, let person): "thank-you \(interview.rawValue) \(person.rawValue)"
        case .decisionStatus(let recruitment): "decision-status \(recruitment.rawValue)"
        case .feedbackRequest(let recruitment): "feedback-request \(recruitment.rawValue)"
        }
    }
}
