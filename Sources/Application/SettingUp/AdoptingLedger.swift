import Desk
import Ledger
import Sender

/// A database that was made the one to send from: whatever may have gone out already is held, and the Sent folder was asked
/// for it where there is one.
package struct AdoptedLedger {
    /// What the Sent folder said.
    package enum Search {
        case none
        case done(Desk.Searched)
        /// Why not, in words.
        case failed(String)
        /// No copies are filed, so that nothing follows from there being none.
        case incomplete(Desk.Searched)
    }

    /// Nil where nothing was in doubt.
    package let adoption: Adoption?
    package let search: Search

    private var searched: Desk.Searched? {
        switch search {
        case .done(let searched), .incomplete(let searched): searched
        case .none, .failed: nil
        }
    }

    /// How many had gone out.
    package var sent: Int { searched?.sent.count ?? 0 }
    /// How many had not.
    package var released: Int { searched?.released.count ?? 0 }
    /// How many the user has to decide about.
    package var held: Int { (adoption?.held ?? 0) - sent - released }
}

extension Application {
    /// Makes this database the one to send from.
    ///
    /// - Parameter isMeant: asked where something is in doubt.
    /// - Returns: nil where it was not meant; nothing was changed then.
    /// - Throws: `SendingUnderWay`, and `LedgerProblem.damaged` for a database that can't be counted on.
    package func adopt(isMeant: (Doubt) throws -> Bool) throws -> AdoptedLedger? {
        let ledger = try ledger
        let lock = try lockWhileNobodySends()
        try ledger.requireSound()
        let turn = try ledger.takeTurn()
        if let doubt = try ledger.doubt(), try !isMeant(doubt) { return nil }
        let adoption = try desk.adopt(turn, seed: platform.freshID(), at: now)
        let search = try adoption == nil ? AdoptedLedger.Search.none : search(turn)
        _ = consume lock
        return AdoptedLedger(adoption: adoption, search: search)
    }

    private func search(_ turn: Turn) throws -> AdoptedLedger.Search {
        let doubted = try desk.doubted()
        guard !doubted.isEmpty, let folder = try sentFolder else { return .none }
        switch folder.look(for: doubted) {
        case .searched(let found):
            try turn.hasLooked()
            let isComplete = folder.filing.filesCopies
            // Where no copies are filed, one that is missing proves nothing.
            let proven = isComplete ? doubted : doubted.filter { found[$0] != nil }
            let searched = try desk.settle(proven, by: found, at: now)
            return isComplete ? .done(searched) : .incomplete(searched)
        case .unsearched(let words), .noFolder(let words): return .failed(words)
        }
    }
}
