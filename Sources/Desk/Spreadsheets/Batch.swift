import Etiquette
import Foundation
import Ledger
import Text

/// One interview of a file with many, as the user keeps them.
package struct BatchEntry: Sendable {
    /// What is to be recorded; it may be planned.
    package let record: InterviewRecord
    /// How the recruitment stands, as the file says: in one that has ended nothing more is written.
    package let standing: Recruitment.Standing
    /// Nothing in it is a guess.
    package let isSure: Bool

    /// An interview as the user confirmed it.
    package init(record: InterviewRecord, standing: Recruitment.Standing, isSure: Bool) {
        self.record = record
        self.standing = standing
        self.isSure = isSure
    }

    var isOver: Bool { standing != .open }
}

/// What would become of an interview of a file.
package enum Foreseen: Equatable, Sendable {
    case new
    /// It is on record, and nothing that the file tells contradicts that.
    case known(Interview.ID)
    /// It is on record, and was deleted as a mistake: it stays so.
    case deleted(Interview.ID)
    /// It can't be recorded as it stands.
    case refused(RecordProblem)
}

extension Desk {
    /// What would become of each interview; nothing is changed.
    package func foresee(_ records: [InterviewRecord]) throws -> [Foreseen] {
        try ledger.read { transaction in try records.map { try foresee($0, in: transaction) } }
    }

    private func foresee(_ record: InterviewRecord, in transaction: LedgerTransaction) throws -> Foreseen {
        for person in record.panel.map(\.who) + [record.contact].compactMap(\.self) {
            guard let address = person.address, let known = try transaction.person(at: address) else {
                continue
            }
            if try NameRecord(transaction).isOther(person.name, than: known) {
                return .refused(.otherName(known: known, given: person.name))
            }
        }
        for namesake in try transaction.recruitments(organisation: record.organisation, role: record.role) {
            guard let known = try transaction.interview(of: namesake.id, ended: record.ended.instant) else {
                continue
            }
            guard try !transaction.isDeleted(known.id) else { return .deleted(known.id) }
            return try record.difference(from: known, of: namesake, hasSeen: transaction.hasSeen).map {
                .refused(.differs(known.id, what: $0))
            }
                ?? .known(known.id)
        }
        return .new
    }

    /// Records interviews that the user kept elsewhere, all or none; planned ones among them are asked after like
    /// those that came by invitation.
    ///
    /// What is too late by the time it is told is not said any more (rule `after-24-hours`: too late is worse than
    /// never): thank-yous past their window are cancelled, as are questions whose two weeks are over, since the file
    /// does not tell what was heard meanwhile, and everything in recruitments that have ended. `release` makes one that
    /// was too late a draft again.
    ///
    /// - Parameter approving: the user's answer was given in advance for what has ended and is sure.
    /// - Returns: what became of each, in their order.
    package func record(_ entries: [BatchEntry], approving: Bool, at now: Date) throws -> [Recorded] {
        try ledger.write { try record(entries, approving: approving, in: $0, at: now) }
    }

    /// The same within a transaction.
    func record(_ entries: [BatchEntry], approving: Bool, in transaction: LedgerTransaction, at now: Date)
        throws -> [Recorded]
    {
        var all: [Recorded] = []
        let people = NearbyPeople(transaction: transaction)
        for run in entries.cutBehindEnds() {
            let recorded = try record(
                run.map { entry in
                    let isApproved = approving && entry.isSure && !entry.isOver
                    return (entry.record, isApproved && entry.record.ended.instant <= now)
                }, in: transaction, near: people, at: now)
            for (entry, recorded) in zip(run, recorded) where !recorded.existing {
                try settle(entry, recorded, in: transaction, at: now)
            }
            let fresh = recorded.filter { !$0.existing }
            for id in Set(fresh.map(\.recruitment)) { try holdBack(id, in: transaction) }
            all += try recorded.map { try withoutDoublesOfNothing($0, in: transaction, near: people) }
        }
        return all
    }

    /// What was cancelled as too late, or with its recruitment, is no double of anything.
    private func withoutDoublesOfNothing(
        _ recorded: Recorded, in transaction: LedgerTransaction, near people: NearbyPeople
    ) throws -> Recorded {
        guard !recorded.notices.possibleDoubles.isEmpty else { return recorded }
        let pending = try recorded.messages.map(transaction.message).filter { $0.state.isPending }
        let left = try DoubleSearch(ReadOnce(transaction), near: people).possibleDoubles(of: pending)
        var recorded = recorded
        recorded.notices.removeAll { notice in
            if case .possibleDouble(let double) = notice { !left.contains(double) } else { false }
        }
        return recorded
    }

    /// One does not ask where one has not thanked: where every thank-you to whom the question goes came too late, the
    /// question stays a draft, for the user to settle.
    private func holdBack(_ id: Recruitment.ID, in transaction: LedgerTransaction) throws {
        guard let question = try transaction.message(for: .decisionStatus(id)), question.state == .queued
        else { return }
        let thanks = try transaction.messages(of: id).filter {
            $0.followUp.kind == .thankYou && $0.recipient.id == question.recipient.id
        }
        guard !thanks.isEmpty, thanks.allSatisfy({ $0.state == .cancelled && $0.reason?.code == .late })
        else { return }
        try transaction.redraft(question)
    }

    /// The recruitment ends, and nothing that waits in it goes out.
    private func end(
        _ recorded: Recorded, as standing: Recruitment.Standing, in transaction: LedgerTransaction,
        at now: Date
    )
        throws
    {
        try transaction.set(standing, of: recorded.recruitment)
        for id in recorded.messages where try transaction.message(id).state.isPending {
            try transaction.cancel(id, because: Reason(.ended, moment: now, detail: standing.rawValue))
        }
        // What is left of other interviews, as when the end is heard.
        try callOffWhatEnded(
            in: transaction.recruitment(recorded.recruitment), transaction: transaction, at: now)
    }

    private func settle(
        _ entry: BatchEntry, _ recorded: Recorded, in transaction: LedgerTransaction, at now: Date
    ) throws {
        guard !entry.isOver else { return try end(recorded, as: entry.standing, in: transaction, at: now) }
        let ended = entry.record.ended
        guard ended.instant <= now else {
            return try transaction.keep(
                InvitationEntry(
                    // A row has no name of its own: where it stands is a matter of sorting.
                    meeting: MeetingName(
                        uid: "spreadsheet:\(recorded.interview.rawValue)", recurrence: ""),
                    version: InvitationVersion(sequence: 0, written: nil, isCalledOff: false),
                    people: entry.record.panel.map(\.who.invitedAs), interview: recorded.interview))
        }
        for id in recorded.messages {
            let message = try transaction.message(id)
            guard message.state.isPending, let reason = reason(against: message, of: entry, at: now) else {
                continue
            }
            try transaction.cancel(id, because: reason)
        }
    }

    /// Why nothing is said any more; nil where it is not too late.
    private func reason(against message: Message, of entry: BatchEntry, at now: Date) -> Reason? {
        let end =
            message.followUp.kind == .thankYou
            ? times.windowEnd(.thankYou, due: message.due, zone: entry.record.ended.zone) : message.due
        return now > end ? Reason(.late, moment: end) : nil
    }
}

extension [BatchEntry] {
    /// Cut before each interview that took place after its recruitment had ended: it opens another (Sameness).
    fileprivate func cutBehindEnds() -> [[BatchEntry]] {
        var runs: [[BatchEntry]] = [[]]
        var ends: [[String]: Date] = [:]
        for entry in self {
            let record = entry.record
            let role = [Sameness.form(of: record.organisation), Sameness.form(of: record.role)]
            if entry.isOver {
                ends[role] = Swift.max(ends[role] ?? .distantPast, record.ended.instant)
            } else if let end = ends[role], record.ended.instant > end {
                runs.append([])
                ends = [:]
            }
            runs[runs.count - 1].append(entry)
        }
        return runs
    }
}
