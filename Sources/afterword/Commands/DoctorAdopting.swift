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
        if let doubt, !isMeant(doubt) {
            Output.line("Nothing was changed, and nothing is sent.")
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
    private func isMeant(_ doubt: Doubt) -> Bool {
        guard application.platform.isTerminal, !json else { return true }
        Output.line(doubt.sentence(application.home.database).capitalised.spelled)
        let answer = application.platform.answer(to: "Does no other copy send any more? [y/N] ") ?? ""
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
        guard adoption != nil else {
            return Output.line("There is nothing to adopt: this database is the one that sent last.")
        }
        Output.line("Adopted: messages are sent from \(application.home.database) from now on.")
        if sent > 0 {
            Output.line(
                "\(Wording.count(sent, "message")) had gone out already, as your Sent folder shows: settled as sent."
            )
        }
        if released > 0 {
            Output.line(
                "\(Wording.count(released, "message")) not in your Sent folder: as before, and sent when due."
            )
        }
        guard held > 0 else { return }
        switch search {
        case .none, .incomplete:
            Output.line(
                "\(Wording.count(held, "message")) held, since another copy may have sent what is not sent here. "
                    + "Look into your Sent folder; then for each: afterword release, log or cancel. See: afterword queue"
            )
        case .failed(let words):
            Output.line(
                "\(Wording.count(held, "message")) held, since another copy may have sent what is not sent here, and your Sent "
                    + "folder could not be searched: \(words) Look there yourself; then for each: afterword release, log or "
                    + "cancel. See: afterword queue")
        case .done:
            Output.line(
                "\(Wording.count(held, "message")) held for another reason. See: afterword queue")
        }
    }
}
