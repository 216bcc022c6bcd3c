import Composer
import Etiquette
import Foundation
import Ledger

/// What of an interview is to be mended; nil stays as it is.
package struct InterviewChanges: Equatable, Sendable {
    /// Renames the recruitment, and so every interview of it.
    package var organisation: String?
    /// Renames the recruitment, and so every interview of it.
    package var role: String?
    /// When the interview really ended.
    package var ended: ZonedTime?
    /// The whole panel anew; talking points of members who stay are kept where none is given.
    package var panel: [InterviewRecord.Member]?
    /// What is told of the conversation with a member of the panel, or with the contact at an agency, by their address or
    /// exact name; an empty text takes back what was told.
    package var remarks: [String: Remark] = [:]
    package var contact: NameAndAddress?
    /// The day by which they promised it.
    package var decisionBy: Day?
    /// Words the messages of the whole recruitment anew; what the user wrote stays.
    package var voice: Voice?

    /// How role and organisation are said in a sentence, in the whole recruitment; an empty text takes back what was told.
    package var saying = InterviewRecord.Saying()
    package var medium: Interview.Medium?

    package init() {}
}

package struct Mended: Equatable, Sendable {
    /// The messages that changed, as they are now; what was approved is a draft again.
    package let changed: [Message]
    /// What the user should know of people who are new to the interview, and of messages in another voice.
    package let notices: [Recorded.Notice]
}

extension Desk {
    /// Mends an interview and brings the messages that have not left in line.
    ///
    /// - Parameters:
    ///   - isPlanned: it may be moved to a time that is still to come, as long as nothing was sent for it.
    ///   - seen: what was shown of it; nil where nothing was.
    /// - Throws: `DeskProblem.recordChangedMeanwhile` where something else was shown.
    package func edit(
        _ id: Interview.ID, _ changes: InterviewChanges, isPlanned: Bool = false, seen: Seen? = nil,
        at now: Date
    ) throws -> Mended {
        guard changes != InterviewChanges() else { throw DeskProblem.nothingToChange }
        try checkVoices([changes.voice])
        return try ledger.write { transaction in
            let old = try shown(id, in: transaction)
            let recruitment = try transaction.recruitment(old.recruitment)
            if let seen, seen != Seen(old, of: recruitment) { throw DeskProblem.recordChangedMeanwhile }
            let record = try changes.applied(to: old, of: recruitment)
            guard try record != InterviewChanges().applied(to: old, of: recruitment) else {
                throw DeskProblem.nothingToChange
            }
            try checkForUser(in: [record])
            // What is planned may be put off, and what was put off may be told late; what is over is over.
            if record.ended.instant > now, old.ended.instant <= now, !isPlanned {
                throw RecordProblem.inFuture(record.ended, now: now)
            }
            if record.ended.instant > old.ended.instant {
                try refuseIfThanked(old, before: record.ended.instant, in: transaction)
            }
            if record.ended.instant != old.ended.instant {
                try transaction.note(record.ended.instant > now ? .planned : .moved, of: id, at: now)
            }
            let mended = try mend(
                old, of: recruitment, as: record, isCalledOff: old.isCalledOff, in: transaction, at: now)
            return Mended(
                changed: mended.changed,
                notices: mended.notices
                    + [try promiseHeard(besides: changes.decisionBy, in: recruitment.id, transaction)]
                    .compactMap(\.self))
        }
    }

    /// What they have said last of their decision, where a correction names another day: that one counts on.
    private func promiseHeard(
        besides told: Day?, in id: Recruitment.ID, _ transaction: LedgerTransaction
    ) throws -> Recorded.Notice? {
        guard let told,
            let day = try promisedDay(at: transaction.interviews(of: id).counting, transaction.words(in: id)),
            day != told
        else { return nil }
        return .promiseHeard(day, id)
    }

    /// The same within a transaction, to any moment; an interview that was called off may take place again.
    func mend(
        _ old: Interview, of recruitment: Recruitment, as record: InterviewRecord, isCalledOff: Bool,
        in transaction: LedgerTransaction, at now: Date
    ) throws -> Mended {
        let before = try transaction.messages(of: recruitment.id)
        let was = try facts(of: before, in: transaction)
        if old.isCalledOff, !isCalledOff {
            try transaction.note(
                transaction.isDeleted(old.id) ? .restored : .takenUp, of: old.id, at: now)
        }
        try rename(recruitment, as: record, in: transaction)
        if let voice = record.voice, voice != recruitment.voice {
            try transaction.set(voice, of: recruitment.id)
        }
        try transaction.set(
            roleShort: record.saying.role, organisationAs: record.saying.organisation, of: recruitment.id)
        let mended = try update(old, with: record, isCalledOff: isCalledOff, in: transaction, at: now)
        let drafting = try drafting(in: transaction)
        try drafting.followThankYous(in: drafting.recruitment(mended.recruitment), at: now)
        let reworded =
            record.voice == recruitment.voice
            ? nil : try drafting.revoice(drafting.recruitment(mended.recruitment))
        for message in before { try drafting.renew(message.id, was: was[message.id], at: now) }
        try drafting.askIfNobodyWasAsked(in: drafting.recruitment(mended.recruitment))
        try drafting.unapprove(before: mended, at: now)
        try callOffWhatEnded(in: recruitment, transaction: transaction, at: now)
        let doubles = try drafting.stopDoubles(in: recruitment.id)
        return Mended(
            changed: try transaction.messages(of: recruitment.id).filter { !before.contains($0) },
            notices: try drafting.notices(on: mended).filter {
                try !drafting.notices(on: old).contains($0)
            } + [reworded].compactMap(\.self) + doubles.map { .possibleDouble($0) })
    }

    /// What messages were worded from, before that is mended.
    func facts(of messages: [Message], in transaction: LedgerTransaction) throws -> [Message.ID: Facts] {
        let drafting = try drafting(in: transaction)
        return try messages.reduce(into: [:]) { $0[$1.id] = try drafting.facts(of: $1) }
    }

    private func rename(
        _ recruitment: Recruitment, as record: InterviewRecord, in transaction: LedgerTransaction
    ) throws {
        guard record.organisation != recruitment.organisation || record.role != recruitment.role else {
            return
        }
        if recruitment.standing == .open,
            let other = try transaction.openRecruitment(organisation: record.organisation, role: record.role),
            other.id != recruitment.id
        {
            throw DeskProblem.recruitmentExists(other)
        }
        try transaction.rename(recruitment.id, organisation: record.organisation, role: record.role)
    }

    private func update(
        _ old: Interview, with record: InterviewRecord, isCalledOff: Bool, in transaction: LedgerTransaction,
        at now: Date
    ) throws -> Interview {
        if let other = try transaction.interview(of: old.recruitment, ended: record.ended.instant),
            other.id != old.id
        {
            throw DeskProblem.interviewExists(other, try transaction.recruitment(other.recruitment))
        }
        let mended = Interview(
            id: old.id, recruitment: old.recruitment, ended: record.ended,
            panel: try panel(of: record, in: old.recruitment, transaction, at: now),
            contact: try contact(of: record, in: old.recruitment, transaction, at: now),
            decisionBy: record.decisionBy, viaAgency: record.viaAgency, isCalledOff: isCalledOff,
            contactTalkingPoint: record.contactRemark.talkingPoint,
            contactOwnSentence: record.contactRemark.ownSentence, medium: record.medium)
        try transaction.update(mended)
        return mended
    }
}

extension InterviewChanges {
    /// The interview as it should have been told.
    func applied(to old: Interview, of recruitment: Recruitment) throws -> InterviewRecord {
        try admitWhatIsNew()
        let given = panel?.map(\.who) ?? old.panel.map { NameAndAddress(recorded: $0.person) }
        let contact = contact ?? old.contact.map(NameAndAddress.init(recorded:))
        try remarks.check(
            given + (old.viaAgency ? [contact].compactMap(\.self) : []), greeting: contact)
        return try InterviewRecord(
            organisation: organisation ?? recruitment.organisation, role: role ?? recruitment.role,
            ended: ended ?? old.ended, panel: given.map { try member($0, of: old) }, contact: contact,
            decisionBy: decisionBy ?? old.decisionBy, viaAgency: old.viaAgency,
            voice: voice ?? recruitment.voice,
            contactRemark: Remark(contactOf: old).amended(
                by: remarks.about(contact: contact, besides: given)),
            saying: saying.amending(recruitment), medium: medium ?? old.medium, isKnown: true)
    }

    /// What is on record may stay as it was let in once; what is told now comes through the door.
    private func admitWhatIsNew() throws {
        _ = try organisation.admitted(by: .organisation)
        _ = try role.admitted(by: .role)
        for remark in remarks.values { _ = try remark.filled.admitted() }
        _ = try saying.role.filled.admitted(by: .roleShort)
        _ = try saying.organisation.filled.admitted(by: .organisationAs)
    }

    private func member(_ who: NameAndAddress, of old: Interview) throws -> InterviewRecord.Member {
        let key = who.address?.key ?? who.name
        let known = old.panel.first { ($0.person.address?.key ?? $0.person.name) == key }
        let given = panel?.first { $0.who == who }?.remark
        let former = Remark(talkingPoint: known?.talkingPoint, ownSentence: known?.ownSentence)
        return InterviewRecord.Member(
            checked: who,
            remark: try former.amended(by: given).amended(by: remarks.about(who)).admitted(isKnown: true))
    }
}

extension String? {
    /// Nil for an empty text, which takes back what was told.
    fileprivate var filled: String? { self?.isEmpty == true ? nil : self }
}

extension Remark {
    /// Without the empty texts, which take back what was told.
    fileprivate var filled: Remark {
        Remark(
            talkingPoint: talkingPoint.filled, ownSentence: ownSentence.filled, greeting: greeting.filled)
    }

    fileprivate init(contactOf interview: Interview) {
        self.init(
            talkingPoint: interview.contactTalkingPoint, ownSentence: interview.contactOwnSentence)
    }
}

extension InterviewRecord.Saying {
    /// With what is known where nothing is told; an empty text takes back what is known.
    func amending(_ recruitment: Recruitment) -> Self {
        Self(
            role: recruitment.roleShort.amended(by: role),
            organisation: recruitment.organisationAs.amended(by: organisation))
    }
}
