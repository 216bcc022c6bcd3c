import Etiquette
import Foundation
import Ledger

/// One interview of a file with many, as the user keeps them.
public struct BatchEntry: Sendable {
    /// What is to be recorded; it may be planned.
    public let record: InterviewRecord
    /// The recruitment has ended, as the file says: nothing more is written in it.
    public let isOver: Bool
    /// Nothing in it is a guess.
    public let isSure: Bool

    /// An interview as the user confirmed it.
    public init(record: InterviewRecord, isOver: Bool, isSure: Bool) {
        self.record = record
        self.isOver = isOver
        self.isSure = isSure
    }
}

/// What would become of an interview of a file.
public enum Foreseen: Equatable, Sendable {
    case new
    /// It is on record, and nothing that the file tells contradicts that.
    case known(Interview.ID)
    /// It can't be recorded as it stands.
    case refused(RecordProblem)
}

extension Desk {
    /// What would become of each interview; nothing is changed.
    public func foresee(_ records: [InterviewRecord]) throws -> [Foreseen] {
        try ledger.read { books in try records.map { try foresee($0, in: books) } }
    }

    private func foresee(_ record: InterviewRecord, in books: Books) throws -> Foreseen {
        for person in record.panel.map(\.who) + [record.contact].compactMap(\.self) {
            guard let address = person.address, let known = try books.person(at: address) else { continue }
            if known.name != person.name { return .refused(.otherName(known: known, given: person.name)) }
        }
        for namesake in try books.recruitments(organisation: record.organisation, role: record.role) {
            guard let known = try books.interview(of: namesake.id, ended: record.ended.instant) else {
                continue
            }
            return try record.difference(from: known, of: namesake, hasSeen: books.hasSeen).map {
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
    public func record(_ entries: [BatchEntry], approving: Bool, at now: Date) throws -> [Recorded] {
        try ledger.write { books in
            let recorded = try record(
                entries.map { entry in
                    let isApproved = approving && entry.isSure && !entry.isOver
                    return (entry.record, isApproved && entry.record.ended.instant <= now)
                }, in: books, at: now)
            for (entry, recorded) in zip(entries, recorded) where !recorded.existing {
                try settle(entry, recorded, in: books, at: now)
            }
            return recorded
        }
    }

    private func settle(_ entry: BatchEntry, _ recorded: Recorded, in books: Books, at now: Date) throws {
        let ended = entry.record.ended
        guard ended.instant <= now else {
            return try books.keep(
                InvitationEntry(
                    // A row has no name of its own: where it stands is a matter of sorting.
                    meeting: MeetingName(
                        uid: "spreadsheet:\(recorded.interview.rawValue)", recurrence: ""),
                    version: InvitationVersion(sequence: 0, written: nil, isCalledOff: false),
                    people: entry.record.panel.map(\.who.invitedAs), interview: recorded.interview))
        }
        for id in recorded.messages {
            let message = try books.message(id)
            guard message.state.isPending, let reason = reason(against: message, of: entry, at: now) else {
                continue
            }
            try books.cancel(id, because: reason)
        }
    }

    /// Why nothing is said any more; nil where it is not too late.
    private func reason(against message: Message, of entry: BatchEntry, at now: Date) -> Reason? {
        if entry.isOver { return Reason(.byUser, moment: now) }
        let end =
            message.followUp.kind == .thankYou
            ? times.windowEnd(.thankYou, due: message.due, zone: entry.record.ended.zone) : message.due
        return now > end ? Reason(.late, moment: end) : nil
    }
}
