import Desk
import Etiquette
import Foundation
import Intake
import Wording

/// What a meeting tells, completed by options and, on a terminal, by asking.
struct MeetingAnswers {
    let application: Application
    let meeting: Meeting
    let fields: InterviewFields
    /// Seconds that it takes, where only the beginning is known; nil where nobody said so.
    let length: Int?
    let viaAgency: Bool
    /// Somebody is there to answer.
    let asks: Bool
    /// Where the meeting is on record: what was settled then is not asked again.
    let known: InvitedInterview?
    /// What stays open.
    private(set) var open: [Question] = []
    /// What the user should know.
    private(set) var notes: [String] = []
    /// Nothing of it is a guess that nobody has seen.
    private(set) var isSure = true

    /// What is to be recorded; nil where something stays open.
    mutating func request() throws -> Arrival.Request? {
        let organisation = try text(
            fields.organisation, known?.recruitment.organisation, meeting.organisation, .organisation)
        let role = try text(fields.role, known?.recruitment.role, meeting.role, .role)
        let end = try end()
        let members = try panel()
        guard open.isEmpty, let organisation, let role, let end else { return nil }
        if known != nil { return .move(to: end, joining: members, voice: fields.chosenVoice) }
        return .record(
            try InterviewRecord(
                organisation: organisation, role: role, ended: end, panel: members,
                contact: fields.contact.map { try NameAndAddress($0) },
                decisionBy: fields.decisionBy.map { try Day.parse($0) }, viaAgency: viaAgency,
                voice: fields.chosenVoice))
    }

    private mutating func text(
        _ given: String?, _ settled: String?, _ found: QuotedValue<String>?, _ question: Question
    ) throws -> String? {
        if let told = given ?? settled { return told }
        if let found, found.sureness == .told || !asks {
            if found.sureness == .likely { isSure = false }
            return found.value
        }
        guard asks else { return leave(question) }
        let field: Field = question == .role ? .role : .organisation
        return try application.ask(Wording.prompt(question, usual: found?.value)) { typed in
            if typed.isEmpty, let found { return found.value }
            return try field.admit(typed)
        } ?? leave(question)
    }

    /// Nobody answers.
    private mutating func leave<Value>(_ question: Question) -> Value? {
        open.append(question)
        return nil
    }
}

// MARK: - When

extension MeetingAnswers {
    private mutating func end() throws -> ZonedTime? {
        guard fields.ended == nil else {
            return try fields.endedTime(zone: meeting.ends.zone, notes: &notes)
        }
        let zone = try fields.timeZone.map { try TimeZone.iana($0) }
        var end: ZonedTime? = zone.map { ZonedTime(instant: meeting.ends.instant, zone: $0) } ?? meeting.ends
        for question in meeting.questions {
            guard let current = end else { break }
            switch question {
            case .zone(_, let candidates):
                end = try self.zone(zone, question, usual: candidates.first).map {
                    ZonedTime(instant: current.instant, zone: $0)
                }
            case .floating(let assumed), .unknownZone(_, let assumed):
                end = try self.zone(zone, question, usual: assumed).map(written)
            case .zoneDisagrees: end = try zone.map(written) ?? moment(question, usual: current)
            case .zoneBesideUTC: end = try zone.map(written) ?? moment(question, usual: nil)
            case .allDay: end = try moment(question, usual: nil, in: zone)
            default: break
            }
        }
        guard meeting.questions.contains(.end) else { return end }
        guard let current = end else { return length == nil ? leave(.end) : nil }
        if let length { return ZonedTime(instant: current.instant + Double(length), zone: current.zone) }
        return try moment(.end, usual: nil, in: current.zone)
    }

    /// What the clocks of a zone show when they show what the invitation writes.
    private func written(in zone: TimeZone) -> ZonedTime {
        ZonedTime(instant: meeting.ends.wall.instant(in: zone), zone: zone)
    }

    private mutating func zone(_ given: TimeZone?, _ question: Question, usual: String?) throws -> TimeZone? {
        if let given { return given }
        guard asks else { return leave(question) }
        return try application.ask(Wording.prompt(question, usual: usual)) { typed in
            try TimeZone.iana(typed.isEmpty ? usual ?? typed : typed)
        } ?? leave(question)
    }

    private mutating func moment(
        _ question: Question, usual: ZonedTime?, in zone: TimeZone? = nil
    ) throws -> ZonedTime? {
        guard asks else { return leave(question) }
        let zone = usual?.zone ?? zone ?? meeting.ends.zone
        let shown = usual.map { TimeWording.short($0.instant, $0.zone) }
        return try application.ask(Wording.prompt(question, usual: shown)) { typed in
            if typed.isEmpty, let usual { return usual }
            return try EndedTime.parse(typed, zone: zone).time
        } ?? leave(question)
    }
}

// MARK: - Who

extension MeetingAnswers {
    private mutating func panel() throws -> [InterviewRecord.Member] {
        let points = try fields.talkingPoints()
        var people: [NameAndAddress] = []
        if fields.panel.isEmpty {
            let settled = Set(known?.entry.people ?? [])
            for person in meeting.people where !settled.contains(person.invitedAs) {
                if let who = try settle(person) { people.append(who) }
            }
            try completePanel(&people)
        } else {
            people = try fields.panel.map { try NameAndAddress($0) }
        }
        if let point = points.first(where: { point in !people.contains { $0.isMeant(by: point.member) } }),
            open.isEmpty
        {
            throw RecordProblem.talkingPointForStranger(point.member)
        }
        return try people.map { who in
            let own = points.last { who.isMeant(by: $0.member) }
            return try InterviewRecord.Member(who: who, talkingPoint: own?.text)
        }
    }

    /// Who invites is often somebody who only plans it, and the invitation does not tell.
    private mutating func completePanel(_ people: inout [NameAndAddress]) throws {
        if asks, people.count > 1 {
            let list = people.enumerated().map { "\($0.offset + 1) \(Wording.shown($0.element.name))" }
            let absent = try application.ask(Wording.whoIsNotOnThePanel(list)) { typed in
                try Self.numbers(in: typed, upTo: list.count)
            }
            people = people.enumerated().filter { !(absent ?? []).contains($0.offset + 1) }.map(\.element)
        }
        guard people.isEmpty, known == nil, !open.contains(where: \.isAboutPeople) else { return }
        guard asks else { return open.append(.people) }
        while let who = try application.ask(
            Wording.anotherMember(isFirst: people.isEmpty),
            { typed in
                typed.isEmpty ? nil : try NameAndAddress(typed)
            })
        {
            people.append(who)
        }
        if people.isEmpty { open.append(.people) }
    }

    private static func numbers(in text: String, upTo limit: Int) throws -> Set<Int> {
        let words = text.split { $0 == " " || $0 == "," }
        return Set(
            try words.map { word in
                guard let number = Int(word), (1...limit).contains(number) else {
                    throw NotANumber(limit: limit)
                }
                return number
            })
    }

    /// One of the people who were invited, as they are to be recorded; nil where they are not, or stay open.
    private mutating func settle(_ person: Invited) throws -> NameAndAddress? {
        if let address = person.address {
            if meeting.questions.contains(.isThisYou(address)) {
                guard asks else { return leave(.isThisYou(address)) }
                let answer = application.platform.answer(to: Wording.prompt(.isThisYou(address), usual: nil))
                if Answer.isYes(answer) { return nil }
            }
            if let settled = try application.desk.known(at: address) {
                if let name = person.name, name != settled.name {
                    notes.append(Wording.settledName(settled, written: name))
                }
                return NameAndAddress(checkedName: settled.name, address: settled.address)
            }
        }
        guard let name = try name(of: person) else { return nil }
        let question = meeting.questions.first { $0.isAboutAddress(of: name) }
        guard person.address == nil, let question else {
            return NameAndAddress(checkedName: name, address: person.address)
        }
        guard asks else { return leave(question) }
        let address = try application.ask(Wording.prompt(question, usual: nil)) { typed in
            typed.isEmpty ? nil : try EmailAddress(typed)
        }
        return NameAndAddress(checkedName: name, address: address)
    }

    private mutating func name(of person: Invited) throws -> String? {
        guard let name = person.name else {
            guard let address = person.address else { return nil }
            guard asks else { return leave(.name(of: address)) }
            return try application.ask(Wording.prompt(.name(of: address), usual: nil)) { typed in
                typed.isEmpty ? nil : try Field.name.admit(typed)
            }
        }
        let doubts = Wording.doubts(person.doubts)
        guard !doubts.isEmpty else { return name }
        guard asks else {
            isSure = false
            notes.append(Wording.doubtful(name, doubts))
            return name
        }
        return try application.ask(Wording.doubtful(name, doubts) + Wording.keepName) { typed in
            typed.isEmpty ? name : try Field.name.admit(typed)
        }
    }
}

extension Question {
    /// The answer may be somebody for the panel.
    fileprivate var isAboutPeople: Bool {
        switch self {
        case .name, .address, .unusableAddress, .isThisYou, .people: true
        case .organisation, .role, .end, .allDay, .zone, .floating, .unknownZone, .zoneBesideUTC,
            .zoneDisagrees:
            false
        }
    }

    fileprivate func isAboutAddress(of name: String) -> Bool {
        switch self {
        case .address(let somebody), .unusableAddress(let somebody, _): somebody == name
        default: false
        }
    }
}

extension Application {
    /// Asks up to three times in all while the answer can't be right.
    ///
    /// - Parameter read: what an answer means; nothing typed arrives as an empty text.
    /// - Throws: `Unsettled` at the end of input, and what was wrong with the last answer.
    func ask<Value>(_ question: String, _ read: (String) throws -> Value?) throws -> Value? {
        for _ in 1..<3 {
            do {
                return try read(typed(question))
            } catch let problem as any Worded where !(problem is Unsettled) {
                Output.line(Wording.capitalised(problem.sentence))
            }
        }
        return try read(typed(question))
    }

    private func typed(_ question: String) throws -> String {
        guard let line = platform.answer(to: question) else { throw Unsettled(open: []) }
        return line.trimmingCharacters(in: .whitespaces)
    }
}
