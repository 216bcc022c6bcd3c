import Etiquette
import Ledger
import Mail

/// Where the ledger and a mailbox do not agree about a message.
public struct CopyFinding: Equatable, Sendable {
    /// Spelt as other programs read it.
    public enum Kind: String, Sendable, CaseIterable {
        /// Sent, and no copy is there.
        case missing = "missing-copy"
        /// More than one copy is there.
        case several = "several-copies"
        /// A copy is there of what the ledger says was never sent.
        case unsent = "unsent-copy"
        /// In doubt, and a copy is there: evidence, and no fault.
        case arrived = "unconfirmed-copy"
    }

    /// What does not agree.
    public let kind: Kind
    /// The message that it is about.
    public let message: Message.ID
    /// How many copies there are.
    public let copies: Int

    /// Whether somebody should look; a message whose outcome is not known yet is no fault.
    public var isFault: Bool { kind != .arrived }
}

extension Desk {
    /// What comparing the ledger with a mailbox came to.
    public struct Comparison: Equatable, Sendable {
        /// In the order of the messages.
        public let findings: [CopyFinding]
        /// How many mails lie there, others' included.
        public let mails: Int
    }

    /// Proves by Message-ID that every sent email has exactly one copy in a mailbox, and that what was not sent has
    /// none. Nothing is changed on either side.
    ///
    /// - Throws: `CopyCount.Unreadable`.
    public func compare(with path: String) throws -> Comparison {
        let (messages, seeds) = try ledger.read { (try $0.namedMessages(), try $0.seeds()) }
        let named = messages.map { ($0, corrected: corrected($0, seeds)) }
        let wanted = Set(named.flatMap { $0.corrected + [$0.0.messageID].compactMap(\.self) })
        let count = try CopyCount(of: wanted, in: path)
        let findings = named.compactMap { message, corrected -> CopyFinding? in
            let current = message.messageID.flatMap { count.counts[$0] } ?? 0
            let old = corrected.reduce(0) { $0 + (count.counts[$1] ?? 0) }
            return Self.kind(message.state, current: current, old: old).map {
                CopyFinding(kind: $0, message: message.id, copies: current + old)
            }
        }
        return Comparison(findings: findings, mails: count.mails)
    }

    /// The names that a message had before it was corrected: under none of them was it ever sent.
    private func corrected(_ message: NamedMessage, _ seeds: [[UInt8]]) -> [String] {
        guard let domain = sender.address?.domain, message.revision > 1 else { return [] }
        return MessageID.all(
            ledger: ledger.id, followUp: message.followUp, upTo: message.revision - 1, domain: domain,
            seeds: seeds)
    }

    private static func kind(_ state: MessageState, current: Int, old: Int) -> CopyFinding.Kind? {
        if current > 1 { return .several }
        if old > 0 { return state.mayHaveLeft && current > 0 ? .several : .unsent }
        return switch state {
        case .sent: current == 0 ? .missing : nil
        case .handedOver, .unconfirmed: current > 0 ? .arrived : nil
        // What came back may lie in the folder of what was sent, or not.
        case .bounced: nil
        case .draft, .queued, .held, .refused, .cancelled: current > 0 ? .unsent : nil
        }
    }
}
