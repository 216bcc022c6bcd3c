import FaultySMTP

/// What the ledger says at the end, held against what the server saw.
struct SweepJudgement {
    /// A message as the ledger has it.
    struct Row: Sendable {
        let address: String
        let state: String
        var messageID = ""
        /// What the user is told of it.
        var reason = ""
    }

    let rows: [Row]
    let transactions: [Transaction]
    /// The runs that were killed.
    let killed: Set<Int>
    /// How many messages one kill may leave in doubt: for each connection the one under way, and one whose
    /// acceptance waits for the commit of the next hand-over.
    let doubtsPerKill: Int

    /// Everything that must not be.
    var problems: [String] {
        rows.flatMap(problems) + strangers + tooManyDoubts
    }

    private func problems(_ row: Row) -> [String] {
        let tries = transactions.filter { $0.recipient == row.address }
        let kept = tries.filter(\.isKept)
        var problems: [String] = []
        if kept.count > 1 { problems.append("\(row.address): delivered \(kept.count) times (\(row.state))") }
        if kept.contains(where: { $0.messageID != row.messageID }) {
            problems.append("\(row.address): delivered under another Message-ID")
        }
        switch row.state {
        case "sent":
            if kept.isEmpty { problems.append("\(row.address): lost: the ledger has it as sent") }
        case "unconfirmed":
            if !isInDoubt(tries.last) {
                problems.append("\(row.address): unconfirmed without a doubt: \(words(tries))")
            }
        case "refused", "held":
            if !kept.isEmpty { problems.append("\(row.address): \(row.state), and yet delivered") }
            if row.reason.isEmpty { problems.append("\(row.address): \(row.state) without a word why") }
        default: problems.append("\(row.address): left \(row.state), neither delivered nor explained")
        }
        return problems
    }

    /// The client may have given the whole message, and has no clear answer: none was given, or it was killed.
    private func isInDoubt(_ last: Transaction?) -> Bool {
        guard let last, last.wasAskedFor else { return false }
        return !last.isAnswered || killed.contains(last.era)
    }

    private func words(_ tries: [Transaction]) -> String {
        tries.map { "\($0.step.rawValue)\($0.isAnswered ? " answered" : "") in run \($0.era)" }.joined(
            separator: ", ")
    }

    /// Mail to somebody whom the ledger does not know.
    private var strangers: [String] {
        let known = Set(rows.map(\.address))
        return Set(transactions.map(\.recipient)).subtracting(known).filter { !$0.isEmpty }
            .map { "\($0): written to, and not in the ledger" }
    }

    private var tooManyDoubts: [String] {
        let unconfirmed = rows.filter { $0.state == "unconfirmed" }
        let eras = unconfirmed.compactMap { row in
            transactions.last { $0.recipient == row.address && $0.isAnswered }?.era
        }
        return Dictionary(grouping: eras, by: \.self).filter {
            killed.contains($0.key) && $0.value.count > doubtsPerKill
        }
        .map { "run \($0.key): one kill left \($0.value.count) messages in doubt that were answered" }
    }
}
