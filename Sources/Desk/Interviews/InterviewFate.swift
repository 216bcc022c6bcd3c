import Etiquette
import Foundation
import Ledger

/// An interview that did not take place, that does after all, or that was recorded by mistake.
extension Desk {
    /// It did not take place: nobody is thanked for it, and where it was the only one, nobody is asked.
    ///
    /// - Returns: what changed, and what had left already.
    package func cancelInterview(_ id: Interview.ID, at now: Date) throws -> CalledOff {
        try ledger.write { transaction in
            let interview = try shown(id, in: transaction)
            guard !interview.isCalledOff else { throw DeskProblem.nothingToChange }
            return try callOff(id, in: transaction, at: now)
        }
    }

    /// It takes place after all, or did: its thank-yous are drafts again.
    package func reinstateInterview(_ id: Interview.ID, at now: Date) throws -> Mended {
        try ledger.write { transaction in
            let interview = try shown(id, in: transaction)
            guard interview.isCalledOff else { throw DeskProblem.nothingToChange }
            return try takeUp(interview, in: transaction, at: now)
        }
    }

    /// It was recorded by mistake, and nothing of it has been sent: it shows in no list any more. Its messages are called
    /// off and stay on record, as all do.
    package func deleteInterview(_ id: Interview.ID, at now: Date) throws -> CalledOff {
        try ledger.write { transaction in
            let interview = try shown(id, in: transaction)
            try refuseIfUsed(interview, in: transaction)
            var off = CalledOff(interview: id, mended: Mended(changed: [], notices: []), gone: [])
            if !interview.isCalledOff { off = try callOff(id, notingAs: nil, in: transaction, at: now) }
            try transaction.delete(id, wasCalledOff: interview.isCalledOff)
            try transaction.note(.deleted, of: id, at: now)
            return off
        }
    }

    /// It was none: it is as it was before it was deleted, its messages drafts.
    package func restoreInterview(_ id: Interview.ID, at now: Date) throws -> Mended {
        try ledger.write { transaction in
            let interview = try transaction.interview(id)
            guard try transaction.isDeleted(id) else { throw DeskProblem.nothingToChange }
            guard try transaction.wasCalledOff(id) else {
                return try takeUp(interview, in: transaction, at: now)
            }
            try transaction.undelete(id)
            try transaction.note(.restored, of: id, at: now)
            return Mended(changed: [], notices: [])
        }
    }

    /// The interviews that were recorded by mistake, the last ones first.
    package func deletedMeetings() throws -> [History.Meeting] {
        try ledger.read { transaction in
            try transaction.deletedInterviews().map {
                History.Meeting(interview: $0, recruitment: try transaction.recruitment($0.recruitment))
            }
        }
    }

    /// Whether it was recorded by mistake, and shows in no list.
    package func isDeleted(_ id: Interview.ID) throws -> Bool { try ledger.read { try $0.isDeleted(id) } }

    /// What became of an interview, in the order in which it was said.
    package func events(of id: Interview.ID) throws -> [InterviewEvent] {
        try ledger.read { try $0.events(of: id) }
    }

    /// - Throws: `DeskProblem.isDeleted` for one that shows in no list.
    func shown(_ id: Interview.ID, in transaction: LedgerTransaction) throws -> Interview {
        let interview = try transaction.interview(id)
        guard try !transaction.isDeleted(id) else { throw DeskProblem.isDeleted(id) }
        return interview
    }

    /// What left for it, or was said about it where it is the only one, tells that it took place.
    private func refuseIfUsed(_ interview: Interview, in transaction: LedgerTransaction) throws {
        try refuseIfThanked(interview, in: transaction)
        let messages = try transaction.messages(of: interview.recruitment)
        let others = try transaction.interviews(of: interview.recruitment).filter { $0.id != interview.id }
        guard others.isEmpty else { return }
        let isUsed =
            try !said(about: interview, in: transaction).isEmpty
            || messages.contains(where: \.state.mayHaveLeft)
        guard !isUsed else { throw DeskProblem.tookPlace(interview.id) }
    }

    /// - Throws: `DeskProblem.tookPlace` where somebody was thanked for it.
    func refuseIfThanked(
        _ interview: Interview, before end: Date = .distantFuture, in transaction: LedgerTransaction
    ) throws {
        guard try !isThanked(interview, before: end, in: transaction) else {
            throw DeskProblem.tookPlace(interview.id)
        }
    }

    /// Whether a thank-you for it left, or may have, or was said otherwise, before a moment.
    func isThanked(
        _ interview: Interview, before end: Date = .distantFuture, in transaction: LedgerTransaction
    ) throws -> Bool {
        let said = try said(about: interview, in: transaction)
        return try transaction.messages(of: interview.recruitment).contains { message in
            guard message.followUp.interview == interview.id else { return false }
            let times = said.filter { $0.message == message.id }.map(\.time)
            // What is in doubt is in no log: it left when it was due, if it did.
            return (times.isEmpty && message.state.mayHaveLeft ? [message.due] : times).contains { $0 < end }
        }
    }

    private func said(about interview: Interview, in transaction: LedgerTransaction) throws -> [Contact] {
        var filter = ContactFilter()
        filter.recruitment = interview.recruitment
        return try transaction.contacts(filter)
    }

    func takeUp(_ interview: Interview, in transaction: LedgerTransaction, at now: Date) throws -> Mended {
        let recruitment = try transaction.recruitment(interview.recruitment)
        let record = try InterviewChanges().applied(to: interview, of: recruitment)
        return try mend(interview, of: recruitment, as: record, isCalledOff: false, in: transaction, at: now)
    }
}

/// An interview that was called off, with what that changed.
package struct CalledOff: Equatable, Sendable {
    package let interview: Interview.ID
    /// What has not left.
    package let mended: Mended
    /// Its messages that left, or may have.
    package let gone: [Message]
}
