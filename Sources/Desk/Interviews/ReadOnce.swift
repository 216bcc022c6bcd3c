import Etiquette
import Ledger

/// Interviews and recruitments as one transaction finds them, each read once.
final class ReadOnce {
    let transaction: LedgerTransaction
    private var interviews: [Interview.ID: Interview] = [:]
    private var recruitments: [Recruitment.ID: Recruitment] = [:]

    init(_ transaction: LedgerTransaction) { self.transaction = transaction }

    /// Where something of them may have changed.
    func forget() {
        interviews = [:]
        recruitments = [:]
    }

    func interview(_ id: Interview.ID) throws -> Interview {
        if let known = interviews[id] { return known }
        let interview = try transaction.interview(id)
        interviews[id] = interview
        return interview
    }

    func recruitment(_ id: Recruitment.ID) throws -> Recruitment {
        if let known = recruitments[id] { return known }
        let recruitment = try transaction.recruitment(id)
        recruitments[id] = recruitment
        return recruitment
    }
}
