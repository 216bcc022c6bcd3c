import Etiquette
import Ledger
import Mail

/// Where the ledger and a mailbox do not agree about a message.
package struct CopyFinding: Equatable, Sendable {
    /// Spelt as other programs read it.
    package enum Kind: String, Sendable, CaseIterable {
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
    package let kind: Kind
    package let message: Message.ID
    /// How many copies there are.
    package let copies: Int

    /// Whether somebody should look; a message whose outcome is not known yet is no fault.
    package var isFault: Bool { kind != .arrived }
}

extension Desk {
    /// What comparing the ledger with a mailbox came to.
    package struct Comparison: Equatable, Sendable {
        /// In the order of the messages.
        package let findings: [CopyFinding]
        /// How many mails lie there, others' included.
        package let mails: Int
    }

    /// Proves by Message-ID that every email that was sent has exactly one copy in a mailbox, and that what was not sent
    /// has none. What came back and was sent anew has left twice, under two names. Nothing is changed on either side.
    ///
    /// - Throws: `CopyCount.Unreadable`.
    package func compare(with path: String) throws -> Comparison {
        let (messages, departures, seeds) = try ledger.read { transaction in
            (try transaction.namedMessages(), try transaction.departuresOfRenamed(), try transaction.seeds())
        }
        let left = Dictionary(grouping: departures, by: \.message)
        let named = messages.map { message in
            NamesOnTheWire(message, left[message.id] ?? [], possible: names(of: message, seeds))
        }
        let count = try CopyCount(of: Set(named.flatMap(\.all)), in: path)
        let findings = named.compactMap { $0.finding(in: count.counts) }
        return Comparison(findings: findings, mails: count.mails)
    }

    /// Every name that a message can have had, as far as they follow from what it is for: before it was corrected, and
    /// before the ledger was adopted.
    private func names(of message: NamedMessage, _ seeds: [[UInt8]]) -> [String] {
        guard let domain = sender.address?.domain, message.revision > 1 || !seeds.isEmpty else { return [] }
        return MessageID.all(
            ledger: ledger.id, followUp: message.followUp, upTo: message.revision, domain: domain,
            seeds: seeds)
    }
}

/// What an email is, and was, called.
private struct NamesOnTheWire {
    let message: NamedMessage
    /// Under which it was sent, or is to be; nil before its approval.
    let current: String?
    /// Under these it left before and came back: a copy of each may be there, or none.
    let returned: Set<String>
    /// Under these it was never known to be sent.
    let unsent: Set<String>

    init(_ message: NamedMessage, _ departures: [LedgerTransaction.Dispatched], possible: [String]) {
        self.message = message
        let left = departures.map { (name: IncomingHeaders(parsing: $0.bytes).messageID, isSent: $0.isSent) }
        // What was sent from another copy of the ledger lies under the name that it had there.
        let current = message.state.mayHaveLeft ? left.last?.name ?? message.messageID : message.messageID
        let returned = Set(left.filter(\.isSent).compactMap(\.name)).subtracting([current].compactMap(\.self))
        self.current = current
        self.returned = returned
        unsent = Set(possible + left.compactMap(\.name) + [message.messageID].compactMap(\.self))
            .subtracting(returned).subtracting([current].compactMap(\.self))
    }

    var all: [String] { [current].compactMap(\.self) + returned + unsent }

    /// What a mailbox with so many mails of each name does not agree about.
    func finding(in counts: [String: Int]) -> CopyFinding? {
        let current = current.flatMap { counts[$0] } ?? 0
        let old = unsent.reduce(0) { $0 + (counts[$1] ?? 0) }
        let doubled = returned.compactMap { counts[$0] }.filter { $0 > 1 }
        let kind = doubled.isEmpty ? kind(current: current, old: old) : .several
        return kind.map {
            CopyFinding(kind: $0, message: message.id, copies: current + old + doubled.reduce(0, +))
        }
    }

    private func kind(current: Int, old: Int) -> CopyFinding.Kind? {
        if current > 1 { return .several }
        if old > 0 { return message.state.mayHaveLeft && current > 0 ? .several : .unsent }
        return switch message.state {
        case .sent: current == 0 ? .missing : nil
        case .handedOver, .unconfirmed: current > 0 ? .arrived : nil
        // What came back may lie in the folder of what was sent, or not.
        case .bounced: nil
        case .draft, .queued, .held, .refused, .cancelled: current > 0 ? .unsent : nil
        }
    }
}
