import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

@Suite("one job under two spellings is asked about once") struct OtherSpellingTests {
    private let running: RunningApplication

    init() throws { running = try RunningApplication(language: RunningApplication.english) }

    @Test(arguments: [
        ("Example Council", "The Example Council"), ("The Example Council", "Example Council"),
        ("Example Council", "Example Council Ltd"), ("Example Council Ltd.", "Example Council Limited"),
    ])
    func theSecondQuestionWaitsForTheUser(one: String, other: String) throws {
        try running.add(Told(organisation: one, contact: Told.hana))
        let second = try running.add(
            Told(organisation: other, ended: "2026-11-24 15:00", panel: [Told.sam], contact: Told.hana))
        let doubles = second.notices.possibleDoubles
        #expect(doubles.map(\.doubt) == [.job])
        let question = try #require(try running.message(.decisionStatus, in: second.recruitment))
        #expect(question.state == .draft)
        try running.desk.tellApart(doubles, at: at("2026-11-24T18:00:00Z"))
        #expect(try running.desk.review([question.id]).flatMap(\.blocking).isEmpty)
    }

    @Test func anotherRoleOrFirmIsAnother() throws {
        try running.add(Told(contact: Told.hana))
        for told in [
            Told(
                organisation: "The Example Council", role: "Archivist", ended: "2026-11-24 15:00",
                panel: [Told.sam]),
            Told(organisation: "Example Council Trust", ended: "2026-11-25 15:00", panel: [Told.sam]),
        ] {
            #expect(try running.add(told).notices.possibleDoubles.isEmpty)
        }
    }
}
