import Etiquette

/// The name of a message, made from what it is: the same when it is sent again after doubt, another after a
/// correction. A server or reader that meets it twice can tell that it is the same message.
package enum MessageID {
    /// Hexadecimal digits of SHA-256 that are kept: 160 bits.
    static let digits = 40

    /// `<hash>@<domain>`, without angle brackets.
    /// - Parameters:
    ///   - ledger: the ledger's own random number, 16 bytes, so that two ledgers never agree.
    ///   - domain: ASCII, that of the sender's address.
    ///   - seed: what the newest adoption of the ledger brought; nil where there was none. After a restore the numbers begin
    ///     again, and two mails to two people must not bear one name.
    package static func make(
        ledger: [UInt8], followUp: FollowUp, revision: Int, domain: String, seed: [UInt8]? = nil
    ) -> String {
        let subject = "\(name(of: followUp.identity)) revision \(revision)"
        let hash = Digest.sha256(ledger + (seed ?? []) + Array(subject.utf8))
        return String(hash.prefix(digits)) + "@" + domain
    }

    /// Every name that a message may have had, here or in another copy of the ledger: of this revision and those before,
    /// before and after each adoption.
    package static func all(
        ledger: [UInt8], followUp: FollowUp, upTo revision: Int, domain: String, seeds: [[UInt8]]
    ) -> [String] {
        (1...max(1, revision)).flatMap { revision in
            ([nil] + seeds.map(Optional.some)).map { seed in
                make(ledger: ledger, followUp: followUp, revision: revision, domain: domain, seed: seed)
            }
        }
    }

    /// One spelling for each: they are compared as written, but for the case of the domain, which some systems change.
    package static func key(_ id: String) -> String {
        guard let at = id.lastIndex(of: "@") else { return id }
        return id[..<at] + id[at...].lowercased()
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
