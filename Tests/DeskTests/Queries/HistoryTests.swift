import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct HistoryTests {
    private let running: RunningApplication
    private let first: Recorded
    private let second: Recorded

    init() throws {
        running = try RunningApplication()
        first = try running.add(Told(panel: [Told.jane, Told.sam]))
        // Jane has moved, and is the contact there.
        second = try running.add(
            Told(
                organisation: "Another Council", role: "Policy Officer", ended: "2026-12-15 11:00",
                panel: [Told.hana], contact: "Jane Okafor <jane.okafor@example.org>"))
        try running.end(first.messages[0], as: .sent, at: at("2026-11-18T15:00:00Z"))
        _ = try running.desk.hear(
            .replied(courtesy: true), in: first.recruitment, from: "Jane Okafor",
            at: at("2026-11-19T09:00:00Z"))
    }

    @Test(arguments: ["Jane Okafor", "jane.okafor@EXAMPLE.org", "1"])
    func aPersonHasOneHistoryAcrossRecruitments(person: String) throws {
        let history = try running.desk.history(of: person)
        #expect(history.person.name == "Jane Okafor")
        #expect(history.interviews.map(\.recruitment.organisation) == ["Example Council", "Another Council"])
        #expect(history.interviews.map(\.interview.id) == [first.interview, second.interview])
        #expect(history.messages == [first.messages[0], first.messages[2], second.messages[1]])
        #expect(history.contacts.map(\.outcome) == [.sent, .courtesy])
    }

    @Test func othersHaveTheirOwn() throws {
        let history = try running.desk.history(of: "Sam O'Brien")
        #expect(history.interviews.map(\.interview.id) == [first.interview])
        #expect(history.messages == [first.messages[1]])
        #expect(history.contacts.isEmpty)
    }

    @Test func aContactIsReadInTheZoneOfItsRecruitment() throws {
        let paris = try EndedTime.parse("2026-12-15 11:00", zone: .iana("Europe/Paris")).time
        try running.mend(second, at: at("2026-12-16T10:00:00Z")) { $0.ended = paris }
        let history = try running.desk.history(of: "Jane Okafor")
        #expect(
            history.contacts.map { history.zone(of: $0)?.identifier } == ["Europe/London", "Europe/London"])
    }

    @Test func whoMetTheUserBeforeIsNamedAtTheNextInterview() throws {
        let jane = try running.desk.history(of: "1").person
        #expect(second.notices.contains(.metBefore(jane)))
        #expect(!first.notices.contains(.metBefore(jane)))
    }

    @Test func whatOneCalledThePersonStaysInTheLog() throws {
        try running.mend("Jane Okafor", name: "Jane Okafor-Smith", at: at("2026-12-16T10:00:00Z"))
        let history = try running.desk.history(of: "Jane Okafor-Smith")
        #expect(history.contacts.map(\.person.name) == ["Jane Okafor", "Jane Okafor"])
    }

    @Test(arguments: ["Nobody Known", "Okafur", "nobody@example.org"])
    func nobodyHasNoHistory(person: String) throws {
        #expect(throws: DeskProblem.nothingCalled(.person, person)) { try running.desk.history(of: person) }
    }

    @Test func namesakesHaveOneEach() throws {
        try running.add(Told(organisation: "Third Council", panel: ["Jane Okafor <jane@example.com>"]))
        let janes = try running.ledger.read { try $0.people(named: "Jane Okafor") }
        #expect(throws: DeskProblem.severalCalled("Jane Okafor", janes.map { .person($0) })) {
            try running.desk.history(of: "Jane Okafor")
        }
        #expect(try running.desk.history(of: "jane@example.com").interviews.count == 1)
    }
}
