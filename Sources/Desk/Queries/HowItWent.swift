import Etiquette
import Foundation
import Ledger

/// The interviews that came by invitation: what is to be said of them before they are over, and asked after.
extension Desk {
    /// Asks how each interview went that is over, and of which nothing was told yet.
    package func howItWent(at now: Date) throws -> [Advice] {
        try ledger.read { try invitations(in: $0, at: now).filter { $0.code == .howItWent } }
    }

    /// One piece of advice for each of them that still has drafts to wait for.
    func invitations(in transaction: LedgerTransaction, at now: Date) throws -> [Advice] {
        try transaction.invitedInterviews().compactMap { interview in
            let recruitment = try transaction.recruitment(interview.recruitment)
            let drafts = try transaction.messages(of: interview).filter { $0.state == .draft }
            guard interview.ended.instant <= now else {
                return Advice(.planned, recruitment: recruitment, interview: interview, drafts: drafts)
            }
            let untold = try drafts.filter {
                try $0.followUp.interview != nil && isImpersonal($0, in: transaction)
            }
            guard !untold.isEmpty else { return nil }
            return Advice(.howItWent, recruitment: recruitment, interview: interview, drafts: untold)
        }
    }
}
