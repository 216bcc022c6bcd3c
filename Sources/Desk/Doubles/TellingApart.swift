import Composer
import Etiquette
import Foundation
import Ledger

/// What the user is asked before anything is recorded, and their answer.
extension Desk {
    /// The messages of these interviews that may be doubles, as they would be recorded; nothing is.
    package func possibleDoubles(of records: [InterviewRecord], at now: Date) throws -> [PossibleDouble] {
        try ledger.rehearse { transaction in
            try record(records.map { ($0, false) }, in: transaction, at: now).flatMap(
                \.notices.possibleDoubles)
        }
    }

    /// The same of each of these invitations.
    package func possibleDoubles(of arrivals: [Arrival], at now: Date) throws -> [[PossibleDouble]] {
        try ledger.rehearse { transaction in
            try take(arrivals, approving: false, in: transaction, at: now).map(\.notices.possibleDoubles)
        }
    }

    /// The same of each interview of a file.
    package func possibleDoubles(of entries: [BatchEntry], at now: Date) throws -> [[PossibleDouble]] {
        try ledger.rehearse { transaction in
            try record(entries, approving: false, in: transaction, at: now).map(\.notices.possibleDoubles)
        }
    }

    /// The user says that they are two meetings, or two people: it stays said.
    package func tellApart(_ doubles: [PossibleDouble], at now: Date) throws {
        try ledger.write { transaction in
            for double in doubles { try transaction.tellApart(double, at: now) }
        }
    }
}

extension [Finding] {
    /// What the user is to tell apart.
    package var possibleDoubles: [PossibleDouble] {
        compactMap { if case .possibleDouble(let double) = $0.what { double } else { nil } }
    }
}

extension Taken {
    /// What the user should know of it.
    package var notices: [Recorded.Notice] {
        switch self {
        case .recorded(let recorded): recorded.notices
        case .moved(_, let mended), .revoiced(_, let mended), .calledOff(_, let mended, _): mended.notices
        case .unchanged, .unknown: []
        }
    }
}
