import Etiquette
import Foundation
import Ledger

/// One recruitment from its first interview on: what happened, and what still waits.
package struct RecruitmentHistory: Equatable, Sendable {
    package let recruitment: Recruitment
    /// In the order in which they ended; before them those that were called off.
    package let interviews: [Interview]
    /// Interviews and contacts, oldest first, each once.
    package let activities: [Activity]
    /// Every message of it, oldest due first.
    package let messages: [MessageStatus]
    /// In which its times are read: that of its last interview.
    package let zone: TimeZone

    /// What may still go, or waits for the user.
    package var pending: [MessageStatus] {
        messages.filter { $0.message.state != .sent && $0.message.state != .cancelled }
    }
}

extension Desk {
    /// - Throws: `LedgerProblem.noSuch` for a number that no recruitment has.
    package func recruitmentHistory(_ id: Recruitment.ID, at now: Date) throws -> RecruitmentHistory {
        try ledger.read { transaction in
            let zone = try transaction.zones(of: [id])[id] ?? .gmt
            var question = ContactFilter()
            question.recruitment = id
            return RecruitmentHistory(
                recruitment: try transaction.recruitment(id), interviews: try transaction.interviews(of: id),
                activities: try activities(question, zone: zone, in: transaction),
                messages: try transaction.messages(of: id).map {
                    try messageStatus(for: $0, in: transaction, at: now)
                },
                zone: zone)
        }
    }
}
