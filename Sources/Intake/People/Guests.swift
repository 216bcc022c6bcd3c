import Etiquette
import Foundation
import Text

/// Everybody on the lines of an event, sorted into those who may be on the panel and those who are not.
struct Guests {
    private(set) var people: [Invited] = []
    private(set) var leftOut: [LeftOut] = []
    private(set) var questions: [Question] = []
    private var candidates: [Candidate] = []

    /// More than any panel, and than any list that a person reads through.
    static let most = 200

    init(of event: Component, part: String?, for me: Me) throws(InvitationRefusal) {
        let organisers = event.all("ORGANIZER")
        let attendees = event.all("ATTENDEE")
        guard organisers.count + attendees.count <= Self.most else {
            throw InvitationRefusal(
                .tooManyPeople(limit: Self.most), at: CalendarPlace(part: part, line: event.line))
        }
        for line in organisers.prefix(1) {
            let person = PersonLine(line, part: part)
            candidates.append(Candidate(person, source: .organiser(person.place)))
        }
        for (index, line) in attendees.enumerated() {
            let person = PersonLine(line, part: part)
            Self.add(Candidate(person, source: .attendee(index + 1, person.place)), to: &candidates)
        }
        for candidate in candidates { sort(candidate, me) }
        if people.isEmpty { questions.append(.people) }
    }

    /// Who takes part or was asked to; a program or a list may bear the name of the employer.
    func acquaintance(of me: Me) -> Acquaintance {
        let named = candidates.filter { candidate in
            ![.robot, .noReply, .group, .room, .resource].contains(candidate.reasonToLeaveOut(me))
        }
        return Acquaintance(
            me: me, names: named.compactMap { $0.line.name?.name },
            addresses: named.compactMap(\.line.address).filter { !me.has($0) })
    }

    /// The organiser is often an attendee too, and some calendars name everybody twice.
    private static func add(_ candidate: Candidate, to candidates: inout [Candidate]) {
        guard let known = candidates.firstIndex(where: { $0.isSame(as: candidate) }) else {
            return candidates.append(candidate)
        }
        candidates[known].take(candidate)
    }

    private mutating func sort(_ candidate: Candidate, _ me: Me) {
        if let reason = candidate.reasonToLeaveOut(me) {
            leftOut.append(LeftOut(text: candidate.text, reason: reason, place: candidate.line.place))
            return
        }
        var person = candidate.invited
        if let name = person.name, let address = person.address, me.isNamed(name) {
            person = candidate.invited(doubting: .namedLikeMe)
            questions.append(.isThisYou(address))
        }
        people.append(person)
        if person.name == nil, let address = person.address { questions.append(.name(of: address)) }
        guard person.address == nil, let name = person.name else { return }
        let fault = candidate.line.addressFault
        questions.append(fault.map { .unusableAddress(of: name, $0) } ?? .address(of: name))
    }
}

/// Somebody on one or two lines of an event.
private struct Candidate {
    private(set) var line: PersonLine
    let source: Invited.Source
    private var kinds: Set<String>
    private var roles: Set<String>
    private var answers: Set<String>

    init(_ line: PersonLine, source: Invited.Source) {
        self.line = line
        self.source = source
        kinds = [line.kind]
        roles = [line.role]
        answers = [line.answer]
    }

    func isSame(as other: Candidate) -> Bool {
        let keys = Set(line.addresses.map(\.key))
        return other.line.addresses.contains { keys.contains($0.key) }
    }

    /// The first line is believed; the second fills in what it lacks, and may decline.
    mutating func take(_ other: Candidate) {
        if line.name?.name == nil { line.name = other.line.name }
        kinds.formUnion(other.kinds)
        roles.formUnion(other.roles)
        answers.formUnion(other.answers)
    }

    /// How it is shown.
    var text: String {
        let name = line.name?.name ?? line.written
        let address = line.address?.text ?? line.value
        return name.isEmpty ? address : "\(name) <\(address)>"
    }

    func reasonToLeaveOut(_ me: Me) -> LeftOut.Reason? {
        if line.addresses.contains(where: me.has) { return .yourself }
        if kinds.contains("ROOM") { return .room }
        if kinds.contains("RESOURCE") { return .resource }
        if kinds.contains("GROUP") { return .group }
        // The mailbox behind a robot's alias is a person's.
        if let reason = KnownPlaces.reason(for: line.address, named: line.name?.name) { return reason }
        if answers.contains("DECLINED") { return .declined }
        if answers.contains("DELEGATED") { return .delegated }
        if roles.subtracting([""]) == ["NON-PARTICIPANT"] { return .informedOnly }
        guard line.address == nil, line.name?.name == nil else { return nil }
        return line.addressFault.map(LeftOut.Reason.unusableAddress) ?? .unreadable
    }

    var invited: Invited { invited(doubting: nil) }

    func invited(doubting extra: Invited.Doubt?) -> Invited {
        var doubts = line.name?.doubts ?? []
        if let extra { doubts.insert(extra) }
        if line.isGuessed, line.written.contains(where: { !$0.isASCII }) { doubts.insert(.guessedLetters) }
        var isOrganiser = false
        if case .organiser = source { isOrganiser = true }
        return Invited(
            name: line.name?.name, address: line.address, written: line.written, source: source,
            isOrganiser: isOrganiser, isOptional: roles.contains("OPT-PARTICIPANT"), doubts: doubts)
    }
}

extension Me {
    /// The same words in any order and case.
    func isNamed(_ other: String) -> Bool {
        let mine = Set(Words.tokens(of: name.lowercased()))
        return !mine.isEmpty && mine == Set(Words.tokens(of: PersonalName.withoutRemark(other).lowercased()))
    }
}
