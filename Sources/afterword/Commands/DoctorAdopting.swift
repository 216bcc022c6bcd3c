import Application
import Desk
import Foundation
import Ledger
import Reports
import Sender
import Wording

/// `doctor --adopt`: makes a database the one to send from, and holds whatever may have gone out already. Where there is a
/// mailbox, its Sent folder is asked at once.
struct DoctorAdopting {
    let application: Application
    let json: Bool

    private struct Document: Encodable {
        let adopted: Bool
        @OrNull var doubt: String?
        let held: Int
    }

    /// What the Sent folder said.
    private enum Search {
        case none
        case done(Desk.Searched)
        /// Why not, in words.
        case failed(String)
        /// No copies are filed, so that nothing follows from there being none.
        case incomplete(Desk.Searched)
    }

    func run() throws -> Exit {
        let ledger = try application.ledger
        let lock = try application.lockWhileNobodySends()
        let complaints = try ledger.complaints()
        guard complaints.isEmpty else {
            throw LedgerProblem.damaged(
                path: application.home.database, detail: complaints.joined(separator: "; "))
        }
        let turn = try ledger.takeTurn()
        let doubt = try ledger.doubt()
        if let doubt, try !isMeant(doubt) {
            Output.line(Wording.nothingSent)
            return .needsUser
        }
        let adoption = try application.desk.adopt(
            turn, seed: application.platform.freshID(), at: application.now)
        let search = try adoption == nil ? Search.none : search(turn)
        _ = consume lock
        try report(adoption, search)
        return .done
    }

    /// On a terminal the user is shown what it means and asked; elsewhere the option itself is the answer.
    private func isMeant(_ doubt: Doubt) throws -> Bool {
        guard application.platform.isTerminal, !json else { return true }
        Output.line(doubt.sentence(application.home.database).capitalised.spelled)
        let answer = try application.platform.answer(to: Wording.doesNoOtherSend) ?? ""
        return ["y", "yes"].contains(answer.trimmingCharacters(in: .whitespaces).lowercased())
    }

    private func search(_ turn: Turn) throws -> Search {
        let doubted = try application.desk.doubted()
        guard !doubted.isEmpty, let folder = try application.sentFolder else { return .none }
        switch folder.look(for: doubted) {
        case .searched(let found):
            try turn.hasLooked()
            let isComplete = folder.filing.filesCopies
            // Where no copies are filed, one that is missing proves nothing.
            let proven = isComplete ? doubted : doubted.filter { found[$0] != nil }
            let searched = try application.desk.settle(proven, by: found, at: application.now)
            return isComplete ? .done(searched) : .incomplete(searched)
        case .unsearched(let words), .noFolder(let words): return .failed(words)
        }
    }

    private func report(_ adoption: Adoption?, _ search: Search) throws {
        let (sent, released) =
            switch search {
            case .done(let searched), .incomplete(let searched):
                (searched.sent.count, searched.released.count)
            case .none, .failed: (0, 0)
            }
        let held = (adoption?.held ?? 0) - sent - released
        if json {
            let document = Document(
                adopted: adoption != nil, doubt: adoption?.doubt.rawValue, held: held)
            return try JSON.print(document)
        }
        guard adoption != nil else { return Output.line(Wording.nothingToAdopt) }
        for line in Wording.adopted(application.home.database, sent: sent, released: released) {
            Output.line(line)
        }
        guard held > 0 else { return }
        switch search {
        case .none, .incomplete: Output.line(Wording.heldForCopy(held, failure: nil).spelled)
        case .failed(let words): Output.line(Wording.heldForCopy(held, failure: words).spelled)
        case .done: Output.line(Wording.heldOtherwise(held).spelled)
        }
    }
}
