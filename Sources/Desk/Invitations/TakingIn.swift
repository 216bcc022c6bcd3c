import Etiquette
import Foundation
import Ledger
import Text

extension Desk {
    /// What is on record of a meeting; nil where nothing is.
    package func invited(to meeting: MeetingName) throws -> InvitedInterview? {
        try ledger.read { transaction in
            guard let entry = try transaction.invitation(to: meeting) else { return nil }
            let interview = try transaction.interview(entry.interview)
            return InvitedInterview(
                entry: entry, interview: interview,
                recruitment: try transaction.recruitment(interview.recruitment),
                isDeleted: try transaction.isDeleted(interview.id))
        }
    }

    /// Somebody as the ledger knows them by their address: a name that was settled once is not settled again (rule
    /// `names-right`).
    package func known(at address: EmailAddress) throws -> Person? {
        try ledger.read { try $0.person(at: address) }
    }

    /// The same of several, each by the key of its address; those whom the ledger does not know are left out.
    package func known(at addresses: [EmailAddress]) throws -> [String: Person] {
        try ledger.read { transaction in
            try addresses.reduce(into: [:]) { $0[$1.key] = try transaction.person(at: $1) }
        }
    }

    /// Takes invitations in, all or none: records interviews, planned ones among them, moves them, calls them off.
    ///
    /// - Parameter approving: the user's answer was given in advance for what has ended. Messages of an interview that
    ///   is planned stay drafts.
    package func take(_ arrivals: [Arrival], approving: Bool, at now: Date) throws -> [Taken] {
        try checkVoices(arrivals.map(\.request.voice))
        return try ledger.write { try take(arrivals, approving: approving, in: $0, at: now) }
    }

    /// The same within a transaction.
    func take(_ arrivals: [Arrival], approving: Bool, in transaction: LedgerTransaction, at now: Date) throws
        -> [Taken]
    {
        let people = NearbyPeople(transaction: transaction)
        return try arrivals.map { try take($0, approving: approving, in: transaction, near: people, at: now) }
    }

    private func take(
        _ arrival: Arrival, approving: Bool, in transaction: LedgerTransaction, near people: NearbyPeople,
        at now: Date
    ) throws -> Taken {
        let known = try arrival.meeting.flatMap(transaction.invitation(to:))
        // What was a mistake stays away, whatever its calendar says later.
        if let known, try transaction.isDeleted(known.interview) { return .unchanged(known.interview) }
        if let known, !arrival.version.replaces(known.version) {
            return try revoice(known, as: arrival.request.voice, in: transaction, at: now)
        }
        try compareNames(arrival, in: transaction, at: now)
        let taken: Taken
        let interview: Interview.ID
        switch (arrival.request, known) {
        case (.record(let record), nil):
            (taken, interview) = try self.record(
                record, approving: approving, in: transaction, near: people, at: now)
        case (.record(let record), let known?):
            let joining = record.panel.filter { !known.people.contains($0.who.invitedAs) }
            if try isThankedFor(known, before: record.ended, in: transaction) {
                (taken, interview) = try self.record(
                    record, approving: approving, in: transaction, near: people, at: now)
            } else {
                (taken, interview) = try move(
                    known, to: record.ended, joining: joining, by: arrival, in: transaction, at: now)
            }
        case (.move(let end, let joining, _), let known?):
            if try isThankedFor(known, before: end, in: transaction) {
                (taken, interview) = try self.record(
                    further(known, at: end, joining: joining, by: arrival, in: transaction),
                    approving: approving, in: transaction, near: people, at: now)
            } else {
                (taken, interview) = try move(
                    known, to: end, joining: joining, by: arrival, in: transaction, at: now)
            }
        case (.callOff, let known?)
        where try transaction.invitations(to: known.interview).contains(where: {
            $0.meeting != known.meeting && !$0.version.isCalledOff
        }):
            // Another invitation to the same interview stands: a calendar has made the meeting anew.
            (taken, interview) = (.unchanged(known.interview), known.interview)
        case (.callOff, let known?):
            let off = try callOff(known.interview, in: transaction, at: now)
            taken = .calledOff(off.interview, off.mended, gone: off.gone)
            interview = known.interview
        case (.revoice, let known?): return .unchanged(known.interview)
        case (.move, nil), (.callOff, nil), (.revoice, nil): return .unknown
        }
        if known != nil { people.forget() }
        try compareNames(arrival, in: transaction, at: now)
        if let meeting = arrival.meeting {
            // Who is called off is named by hardly any calendar.
            let people = arrival.version.isCalledOff ? known?.people ?? [] : arrival.people
            try transaction.keep(
                InvitationEntry(
                    meeting: meeting, version: arrival.version, people: people, interview: interview,
                    origin: known?.origin.followed(by: arrival.origin) ?? arrival.origin))
        }
        return taken
    }

    private func record(
        _ record: InterviewRecord, approving: Bool, in transaction: LedgerTransaction,
        near people: NearbyPeople, at now: Date
    ) throws -> (Taken, Interview.ID) {
        let isOver = record.ended.instant <= now
        let recorded = try self.record(
            [(record, approving && isOver)], in: transaction, near: people, at: now)[0]
        return (.recorded(recorded), recorded.interview)
    }

    /// Whether somebody was thanked for a meeting before the end that an invitation gives it: it took place, and what the
    /// invitation speaks of is a further interview.
    private func isThankedFor(
        _ known: InvitationEntry, before end: ZonedTime, in transaction: LedgerTransaction
    ) throws -> Bool {
        let old = try transaction.interview(known.interview)
        return try end.instant > old.ended.instant
            && isThanked(old, before: end.instant, in: transaction)
    }

    /// The interview that follows one that took place: with the same people, of whom nothing is told of it yet.
    private func further(
        _ known: InvitationEntry, at end: ZonedTime, joining: [InterviewRecord.Member], by arrival: Arrival,
        in transaction: LedgerTransaction
    ) throws -> InterviewRecord {
        let old = try transaction.interview(known.interview)
        let recruitment = try transaction.recruitment(old.recruitment)
        return try InterviewRecord(
            organisation: recruitment.organisation, role: recruitment.role, ended: end,
            panel: panel(of: old, known, joining: joining, by: arrival),
            contact: old.contact.map(NameAndAddress.init(recorded:)), decisionBy: nil,
            viaAgency: old.viaAgency, voice: arrival.request.voice, isKnown: true)
    }

    /// Whom only the former version named has left the panel, and who is new has joined it.
    private func panel(
        of old: Interview, _ known: InvitationEntry, joining: [InterviewRecord.Member], by arrival: Arrival
    ) throws -> [InterviewRecord.Member] {
        let dropped = Set(known.people).subtracting(arrival.people)
        let staying = old.panel.map { NameAndAddress(recorded: $0.person) }
            .filter { !dropped.contains($0.invitedAs) }
        let new = joining.filter { member in
            !staying.contains { $0.invitedAs == member.who.invitedAs }
        }
        return try staying.map { try InterviewRecord.Member(who: $0, talkingPoint: nil) } + new
    }

    /// Takes down how the invitation writes people who are known, before and after it made some known. What was
    /// approved under another spelling is stopped; the label of a mailbox is nobody's name.
    private func compareNames(_ arrival: Arrival, in transaction: LedgerTransaction, at now: Date) throws {
        for named in arrival.names {
            guard let person = try named.address.flatMap(transaction.person(at:)),
                PersonalName.likeness(of: named.name, to: person.name).isDifference
            else { continue }
            let seen = SeenName(named.name, source: .invitation, time: arrival.version.written ?? now)
            try NameRecord(transaction).take(seen, of: person, at: now)
        }
    }

    /// A version that was taken in before brings nothing, except the voice that is told with it.
    private func revoice(
        _ known: InvitationEntry, as voice: Voice?, in transaction: LedgerTransaction, at now: Date
    ) throws -> Taken {
        let interview = try transaction.interview(known.interview)
        let recruitment = try transaction.recruitment(interview.recruitment)
        guard let voice, voice != recruitment.voice else { return .unchanged(interview.id) }
        var changes = InterviewChanges()
        changes.voice = voice
        let mended = try mend(
            interview, of: recruitment, as: changes.applied(to: interview, of: recruitment),
            isCalledOff: interview.isCalledOff, in: transaction, at: now)
        return .revoiced(interview.id, mended)
    }

    /// The panel follows the invitation, and a voice that is told words what has not gone; whatever else the user has mended
    /// stays as it is.
    private func move(
        _ known: InvitationEntry, to end: ZonedTime, joining: [InterviewRecord.Member], by arrival: Arrival,
        in transaction: LedgerTransaction, at now: Date
    ) throws -> (Taken, Interview.ID) {
        let old = try transaction.interview(known.interview)
        var changes = InterviewChanges()
        // What the user has told of an interview that is over is no plan any more.
        let isTold = try transaction.events(of: old.id).contains { $0.kind == .moved }
        changes.ended = isTold && old.ended.instant <= now && end.instant <= now ? old.ended : end
        changes.voice = arrival.request.voice
        changes.panel = try panel(of: old, known, joining: joining, by: arrival)
        let recruitment = try transaction.recruitment(old.recruitment)
        if !ThankEach.shares(old.ended.instant, end.instant) { try wantAgain(old, in: transaction) }
        let mended = try mend(
            old, of: recruitment, as: changes.applied(to: old, of: recruitment), isCalledOff: false,
            in: transaction, at: now)
        return (.moved(known.interview, mended), known.interview)
    }

    /// The user stopped the notes for a meeting that was put off: that was said of the former day.
    private func wantAgain(_ interview: Interview, in transaction: LedgerTransaction) throws {
        for message in try transaction.messages(of: interview.recruitment)
        where message.followUp.interview == interview.id && message.state == .cancelled
            && message.reason?.code == .byUser
        {
            try transaction.redraft(message)
        }
    }
}

extension NameAndAddress {
    /// How the entry of an invitation names somebody.
    package var invitedAs: String { address?.key ?? name }
}
