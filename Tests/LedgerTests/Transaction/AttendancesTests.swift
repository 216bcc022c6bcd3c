import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite struct AttendancesTests {
    private let shelf: Shelf
    private let story: Story
    private static let end = at("2026-11-17T15:00:00Z")

    init() throws {
        shelf = try Shelf()
        story = try shelf.write { try Story($0) }
    }

    private func names(from start: Date, before end: Date) throws -> [String] {
        try shelf.read { try $0.attendances(from: start, before: end).map(\.person.name) }.sorted()
    }

    @Test func panelAndContactOfTheSpanAreFound() throws {
        let all = ["Hana Lee", "Jane Okafor", "Sam O'Brien"]
        #expect(try names(from: Self.end, before: Self.end + 1) == all)
        #expect(try names(from: Self.end - 3600, before: Self.end).isEmpty)
        #expect(try names(from: Self.end + 1, before: Self.end + 3600).isEmpty)
        let found = try shelf.read { try $0.attendances(from: Self.end, before: Self.end + 1) }
        #expect(found.allSatisfy { $0.interview == story.interview.id && $0.ended == Self.end })
        #expect(found.allSatisfy { $0.recruitment == story.recruitment.id })
    }

    @Test func whoSitsOnThePanelAndIsAskedIsFoundOnce() throws {
        try shelf.run("UPDATE interview SET contact = ?", [story.jane.id.rawValue])
        #expect(try names(from: Self.end, before: Self.end + 1) == ["Jane Okafor", "Sam O'Brien"])
    }

    @Test func nobodyTookPartInWhatWasCalledOff() throws {
        try shelf.run("UPDATE interview SET isCalledOff = 1")
        #expect(try names(from: Self.end, before: Self.end + 1).isEmpty)
    }

    private func double(_ one: Interview, _ other: Interview, _ person: Person, _ twin: Person)
        -> PossibleDouble
    {
        PossibleDouble(
            person: person, interview: one.id, other: twin, known: other, recruitment: story.recruitment)
    }

    @Test func whatIsToldApartStaysSoWhicheverComesFirst() throws {
        let next = try shelf.write { try Story($0, organisation: "Another Council") }
        let meeting = double(next.interview, story.interview, story.jane, story.jane)
        let person = double(story.interview, story.interview, story.jane, story.sam)
        #expect(try shelf.read { try !$0.isToldApart(meeting) && !$0.isToldApart(person) })
        for _ in 1...2 { try shelf.write { try $0.tellApart(meeting, at: Self.end) } }
        let other = double(story.interview, next.interview, story.hana, story.hana)
        #expect(try shelf.read { try $0.isToldApart(other) && !$0.isToldApart(person) })
        try shelf.write { try $0.tellApart(person, at: Self.end) }
        #expect(
            try shelf.read {
                try $0.isToldApart(double(next.interview, next.interview, story.sam, story.jane))
            })
    }

    @Test func whatIsRehearsedIsTakenBack() throws {
        let count = try shelf.ledger.rehearse { transaction in
            _ = try Story(transaction, organisation: "Another Council")
            return try transaction.interviews().count
        }
        #expect(count == 2)
        #expect(try shelf.read { try $0.interviews().count } == 1)
        #expect(try shelf.write { try Story($0, organisation: "Third Council") }.interview.id.rawValue == 2)
    }
}
