import Etiquette
import Foundation

/// The way through what a meeting leaves open, with the answers so far: it ends at the first question that has none.
struct MeetingWalk {
    let dialogue: MeetingDialogue
    let answers: Answers<MeetingDialogue.Question, MeetingDialogue.Answer>
    /// Somebody is there to answer.
    let isAsked: Bool
    /// What stays open where nobody is.
    private(set) var open: [Question] = []
    private(set) var notes: [MeetingDialogue.Note] = []
    private(set) var isSure = true

    init(
        dialogue: MeetingDialogue, answers: Answers<MeetingDialogue.Question, MeetingDialogue.Answer>,
        isAsked: Bool
    ) {
        self.dialogue = dialogue
        self.answers = answers
        self.isAsked = isAsked
    }

    /// Here the way ends for now.
    struct Unanswered: Error {
        let question: MeetingDialogue.Question
    }

    private var meeting: Meeting { dialogue.meeting }
    private var told: MeetingDialogue.Told { dialogue.told }

    /// Nil where something stays open.
    mutating func settle() throws(Unanswered) -> MeetingDialogue.Settled? {
        let onRecord = dialogue.onRecord
        let organisation = try text(
            told.organisation ?? onRecord?.organisation, meeting.organisation, .organisation)
        let role = try text(told.role ?? onRecord?.role, meeting.role, .role)
        let end = try end()
        let people = told.panel.isEmpty ? try panel() : told.panel
        guard open.isEmpty, let organisation, let role, let end else { return nil }
        return MeetingDialogue.Settled(organisation: organisation, role: role, end: end, people: people)
    }

    /// The answer to a question; nil, and open, where nobody is asked.
    private mutating func answer(to question: Question) throws(Unanswered) -> MeetingDialogue.Answer? {
        guard isAsked else {
            open.append(question)
            return nil
        }
        return try answer(to: .open(question))
    }

    private func answer(to question: MeetingDialogue.Question) throws(Unanswered) -> MeetingDialogue.Answer {
        guard let answer = answers[question] else { throw Unanswered(question: question) }
        return answer
    }

    private mutating func text(
        _ told: String?, _ found: QuotedValue<String>?, _ question: Question
    ) throws(Unanswered) -> String? {
        if let told { return told }
        if let found, found.sureness == .told || !isAsked {
            if found.sureness == .likely { isSure = false }
            return found.value
        }
        return try answer(to: question)?.text
    }
}

// MARK: - When

extension MeetingWalk {
    private mutating func end() throws(Unanswered) -> ZonedTime? {
        if let ended = told.ended { return ended }
        var end: ZonedTime? = told.zone.map { meeting.ends.moved(to: $0) } ?? meeting.ends
        for question in meeting.questions {
            guard let current = end else { break }
            switch question {
            case .zone: end = try zone(question).map { current.moved(to: $0) }
            case .floating, .unknownZone: end = try zone(question).map(written)
            case .zoneDisagrees, .zoneBesideUTC:
                end = if let zone = told.zone { written(in: zone) } else { try answer(to: question)?.moment }
            case .allDay, .weekday: end = try answer(to: question)?.moment
            default: break
            }
        }
        // Whoever was asked about the day has said when it ends.
        guard meeting.questions.contains(.end), !meeting.questions.contains(where: \.isAboutWeekday) else {
            return end
        }
        if let length = told.length {
            return end.map { ZonedTime(instant: $0.instant + Double(length), zone: $0.zone) }
        }
        guard end != nil else {
            open.append(.end)
            return nil
        }
        return try answer(to: .end)?.moment
    }

    /// What the clocks of a zone show when they show what the invitation writes.
    private func written(in zone: TimeZone) -> ZonedTime {
        ZonedTime(instant: meeting.ends.wall.instant(in: zone), zone: zone)
    }

    private mutating func zone(_ question: Question) throws(Unanswered) -> TimeZone? {
        if let zone = told.zone { return zone }
        return try answer(to: question)?.zone
    }
}

// MARK: - Who

extension MeetingWalk {
    private mutating func panel() throws(Unanswered) -> [NameAndAddress] {
        var people: [NameAndAddress] = []
        for person in meeting.people where dialogue.onRecord?.people.contains(person.invitedAs) != true {
            if let who = try settle(person) { people.append(who) }
        }
        // Who invites is often somebody who only plans it, and the invitation does not tell.
        if isAsked, people.count > 1 || !people.isEmpty && meeting.isAgreedByMail {
            let absent = try answer(to: .absent(people)).positions
            people = people.enumerated().filter { !absent.contains($0.offset) }.map(\.element)
        }
        guard people.isEmpty, dialogue.onRecord == nil, !open.contains(where: \.isAboutPeople) else {
            return people
        }
        return try named()
    }

    /// The panel, one after the other, where the invitation names nobody who stays on it.
    private mutating func named() throws(Unanswered) -> [NameAndAddress] {
        var people: [NameAndAddress] = []
        while isAsked, let who = try answer(to: .member(people.count)).person { people.append(who) }
        if people.isEmpty { open.append(.people) }
        return people
    }

    /// One of the people who were invited, as they are to be recorded; nil where they are not, or stay open.
    private mutating func settle(_ person: Invited) throws(Unanswered) -> NameAndAddress? {
        if let address = person.address {
            if meeting.questions.contains(.isThisYou(address)) {
                guard let answer = try answer(to: .isThisYou(address)), answer != .yes else { return nil }
            }
            if let settled = dialogue.known[address.key] {
                if let name = person.name, name != settled.name {
                    notes.append(.settledName(settled, written: name))
                }
                return NameAndAddress(checkedName: settled.name, address: settled.address)
            }
        }
        guard let name = try name(of: person) else { return nil }
        let question = meeting.questions.first { $0.isAboutAddress(of: name) }
        guard person.address == nil, let question else {
            return NameAndAddress(checkedName: name, address: person.address)
        }
        guard let answer = try answer(to: question) else { return nil }
        return NameAndAddress(checkedName: name, address: answer.address)
    }

    private mutating func name(of person: Invited) throws(Unanswered) -> String? {
        guard let name = person.name else {
            guard let address = person.address else { return nil }
            return try answer(to: .name(of: address))?.text
        }
        guard !person.doubts.isEmpty else { return name }
        guard isAsked else {
            isSure = false
            notes.append(.doubtfulName(name, person.doubts))
            return name
        }
        return try answer(to: .doubtfulName(name, person.doubts)).text
    }
}

extension MeetingDialogue.Answer {
    fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
    fileprivate var zone: TimeZone? { if case .zone(let zone) = self { zone } else { nil } }
    fileprivate var moment: ZonedTime? { if case .moment(let moment) = self { moment } else { nil } }
    fileprivate var address: EmailAddress? { if case .address(let address) = self { address } else { nil } }
    fileprivate var person: NameAndAddress? { if case .person(let person) = self { person } else { nil } }
    fileprivate var positions: Set<Int> { if case .positions(let positions) = self { positions } else { [] } }
}

extension Question {
    /// The answer may be somebody for the panel.
    fileprivate var isAboutPeople: Bool {
        switch self {
        case .name, .address, .unusableAddress, .isThisYou, .people: true
        case .organisation, .role, .end, .allDay, .weekday, .zone, .floating, .unknownZone, .zoneBesideUTC,
            .zoneDisagrees, .otherSender:
            false
        }
    }

    fileprivate var isAboutWeekday: Bool { if case .weekday = self { true } else { false } }

    fileprivate func isAboutAddress(of name: String) -> Bool {
        switch self {
        case .address(let somebody), .unusableAddress(let somebody, _): somebody == name
        default: false
        }
    }
}

extension Invited {
    /// As the ledger notes whom an invitation named.
    package var invitedAs: String { address?.key ?? name ?? written.replacing("\n", with: " ") }
}
