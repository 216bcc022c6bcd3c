import Etiquette
import Foundation

/// What is still open of a meeting before it can be recorded: its organisation and role, when it ends, who is on the
/// panel. The invitation, what was told beside it and what is on record are the facts.
package struct MeetingDialogue: Dialogue {
    package enum Question: Hashable, Sendable {
        /// What the invitation leaves open.
        case open(Intake.Question)
        /// A name that may not be as its owner writes it.
        case doubtfulName(String, Set<Invited.Doubt>)
        /// Who of these only arranges it.
        case absent([NameAndAddress])
        /// Another member of the panel, the nth from 0: the invitation names nobody.
        case member(Int)
    }

    package enum Answer: Hashable, Sendable {
        case text(String)
        case zone(TimeZone)
        case moment(ZonedTime)
        case address(EmailAddress)
        case person(NameAndAddress)
        /// Positions in the list of the question, from 0.
        case positions(Set<Int>)
        case yes
        /// No, nobody, or none: what is not there.
        case none
    }

    /// What was told beside the invitation, by options or in a form; nil and empty for what nobody said.
    package struct Told: Sendable {
        package var organisation: String?
        package var role: String?
        /// Also the zone of the times of the invitation, where that is open.
        package var zone: TimeZone?
        /// When it ends, instead of what the invitation says.
        package var ended: ZonedTime?
        /// Seconds that it takes, where only the beginning is known.
        package var length: Int?
        /// The whole panel, instead of the people who were invited.
        package var panel: [NameAndAddress] = []

        package init() {}
    }

    /// What is on record of the same meeting: what was settled then is not asked again.
    package struct OnRecord: Sendable {
        let organisation: String
        let role: String
        let people: Set<String>

        /// - Parameter people: everybody whom an earlier version named, as `Invited.invitedAs` has them.
        package init(organisation: String, role: String, people: Set<String>) {
            self.organisation = organisation
            self.role = role
            self.people = people
        }
    }

    /// A meeting as it is to be recorded.
    package struct Settled: Equatable, Sendable {
        package let organisation: String
        package let role: String
        package let end: ZonedTime
        /// Of a meeting on record those who join.
        package let people: [NameAndAddress]
    }

    /// What the user should know of what was settled.
    package enum Note: Equatable, Sendable {
        /// The ledger knows the person under another name, which counts.
        case settledName(Person, written: String)
        /// Nobody has looked at a name that may be wrong.
        case doubtfulName(String, Set<Invited.Doubt>)
    }

    let meeting: Meeting
    let told: Told
    let onRecord: OnRecord?
    /// People on record, by the key of their address.
    let known: [String: Person]
    /// From which times are read that are typed.
    private let now: Date

    /// - Parameter known: those on record whom the invitation names by their address, each by its key.
    package init(
        _ meeting: Meeting, told: Told, onRecord: OnRecord?, known: [String: Person], at now: Date
    ) {
        self.now = now
        self.meeting = meeting
        self.told = told
        self.onRecord = onRecord
        self.known = known
    }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        standing(after: answers, isAsked: true).next
    }

    package struct Standing: Sendable {
        /// Nil where something is open.
        package let settled: Settled?
        /// What stays open where nobody is asked.
        package let open: [Intake.Question]
        /// What the user should know.
        package let notes: [Note]
        /// Nothing of it is a guess that nobody has seen.
        package let isSure: Bool
        /// What is asked next, where somebody is.
        let next: Question?
    }

    /// How it stands after some answers.
    ///
    /// - Parameter isAsked: somebody is there to answer: what is likely is asked about, too. Else it is taken, and what is
    ///   open is told.
    package func standing(after answers: Answers<Question, Answer>, isAsked: Bool) -> Standing {
        var walk = MeetingWalk(dialogue: self, answers: answers, isAsked: isAsked)
        do throws(MeetingWalk.Unanswered) {
            let settled = try walk.settle()
            return Standing(
                settled: settled, open: walk.open, notes: walk.notes, isSure: walk.isSure, next: nil)
        } catch {
            return Standing(
                settled: nil, open: walk.open, notes: walk.notes, isSure: walk.isSure, next: error.question)
        }
    }

    /// What an empty answer means, where it means something that the invitation, or a guess, says.
    package func usual(_ question: Question) -> Answer? {
        switch question {
        case .open(.organisation): meeting.organisation.map { .text($0.value) }
        case .open(.role): meeting.role.map { .text($0.value) }
        case .open(.zone(_, let candidates)): candidates.first.flatMap(Self.zone)
        case .open(.floating(let assumed)), .open(.unknownZone(_, let assumed)): Self.zone(assumed)
        case .open(.zoneDisagrees): .moment(meeting.ends)
        case .doubtfulName(let name, _): .text(name)
        case .absent: .positions([])
        case .open(.name), .open(.address), .open(.unusableAddress), .open(.isThisYou): Answer.none
        case .member(let index): index > 0 ? Answer.none : nil
        case .open: nil
        }
    }

    private static func zone(_ name: String) -> Answer? { (try? TimeZone.iana(name)).map(Answer.zone) }

    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        if text.isEmpty, let usual = usual(question) { return usual }
        switch question {
        case .open(let open): return try answer(to: open, typed: text, in: zone(after: answers))
        case .doubtfulName: return .text(try Field.name.admit(text))
        case .absent(let people): return .positions(try Positions.read(text, of: people.count))
        case .member: return text.isEmpty ? Answer.none : .person(try NameAndAddress(text))
        }
    }

    private func answer(to question: Intake.Question, typed text: String, in zone: TimeZone) throws -> Answer
    {
        switch question {
        case .organisation: .text(try Field.organisation.admit(text))
        case .role: .text(try Field.role.admit(text))
        case .zone, .floating, .unknownZone: .zone(try TimeZone.iana(text))
        case .end, .allDay, .weekday, .zoneBesideUTC, .zoneDisagrees:
            .moment(
                try TimeReader(at: now, in: zone, meeting.ends.instant > now ? .future : .past).moment(text)
                    .time)
        case .name: .text(try Field.name.admit(text))
        case .address, .unusableAddress: .address(try EmailAddress(text))
        case .isThisYou, .otherSender: YesOrNo.isYes(text) ? .yes : Answer.none
        case .people: .person(try NameAndAddress(text))
        }
    }

    /// In which a time is read: as told, as answered, or as the invitation has it.
    private func zone(after answers: Answers<Question, Answer>) -> TimeZone {
        let answered = answers.all.compactMap { if case .zone(let zone) = $0.answer { zone } else { nil } }
        return told.zone ?? answered.last ?? meeting.ends.zone
    }
}

extension ZonedTime {
    /// The same moment, read in another zone.
    func moved(to zone: TimeZone) -> ZonedTime { ZonedTime(instant: instant, zone: zone) }
}
