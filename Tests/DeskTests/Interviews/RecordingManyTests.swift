import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// Interviews of a batch are drafted and read many at a time; nothing of it may show.
@Suite struct RecordingManyTests {
    private let now = at("2026-11-17T16:00:00Z")

    /// Each with something that is found, noticed, or decided otherwise than in most interviews.
    private static let told = [
        Told(panel: [Told.jane, Told.sam], contact: Told.hana, decisionBy: "2026-12-04"),
        Told(organisation: "Card Council", panel: ["Ann Bee=the print shop"]),
        Told(
            organisation: "Agency Council", panel: ["Tom Reed <tom.reed@example.org>"],
            contact: "Ida Holm <ida.holm@example.org>", viaAgency: true),
        Told(organisation: "Impersonal Council", panel: ["JO PARK <zz@example.org>"]),
        Told(organisation: "Muddled Council", panel: ["Kim Yu <kim.yu@example.org>=what Jane Okafor said"]),
        Told(
            organisation: "Late Council", ended: "2026-10-01 10:00", panel: ["Lea Orr <lea.orr@example.org>"]),
        Told(
            organisation: "Sentence Council",
            panel: ["Max Low <max.low@example.org>=We spoke of {{role}}.", "Max Low=the lift"]),
        Told(
            organisation: "Crowded Council",
            panel: (0..<10).map { "Member \($0) <member.\($0)@example.org>=subject \($0)" }),
        Told(organisation: "Unread Council", panel: ["Pat Fox <no-reply@example.org>=the rota"]),
    ]

    private func records() throws -> [InterviewRecord] { try Self.told.map { try $0.record() } }

    @Test func theyAreApprovedAsOneByOne() throws {
        let (atOnce, stepwise) = (try RunningApplication(), try RunningApplication())
        let whole = try atOnce.desk.record(records(), approving: true, at: now)
        let drafted = try stepwise.desk.record(records(), approving: false, at: now)
        #expect(whole.map(\.messages) == drafted.map(\.messages))
        #expect(whole.map(\.notices) == drafted.map(\.notices))
        for (whole, drafted) in zip(whole, drafted) {
            let reviews = try stepwise.desk.approve(drafted.messages, ignoring: [], at: now)
            let found = reviews.filter { !$0.findings.isEmpty }
                .reduce(into: [:]) { $0[$1.message.id] = $1.findings }
            #expect(whole.findings == found)
            #expect(try atOnce.messages(whole.messages) == reviews.map(\.message))
            for id in whole.messages { #expect(try atOnce.frozen(id) == stepwise.frozen(id)) }
        }
    }

    @Test func theTableHasEverySortOfOutcome() throws {
        let running = try RunningApplication()
        let recorded = try running.desk.record(records(), approving: true, at: now)
        let states = try Set(recorded.flatMap(\.messages).map { try running.state($0) })
        #expect(states == [.queued, .draft, .held])
        let codes = Set(recorded.flatMap { $0.findings ?? [:] }.flatMap { $0.value.map(\.code) })
        #expect(
            codes.isSuperset(of: [
                .otherName, .sameWords, .unresolvedField, .noTalkingPoint, .nameUnlikeAddress,
            ]))
    }

    @Test(arguments: [true, false])
    func whatIsSaidOfThemTogetherIsWhatIsSaidOfEach(approving: Bool) throws {
        let running = try RunningApplication()
        let recorded = try running.desk.record(records(), approving: approving, at: now)
        let together = try running.desk.messageStatus(for: recorded, at: now)
        let each = try recorded.map { try running.desk.messageStatus(for: $0.messages, at: now) }
        #expect(together == each && together.allSatisfy { !$0.isEmpty })
    }

    /// Strangers, people met in two of the interviews, a recruitment with two, and an interview that stands twice.
    @Test func aBatchIsRecordedAsItsInterviewsOneByOne() throws {
        var told = Self.told
        told.insert(
            Told(
                organisation: "Second Council", panel: [Told.jane, "Una Fox <una.fox@example.org>=the map"]),
            at: 2)
        told.insert(Told(ended: "2026-11-17 11:00", panel: [Told.sam]), at: 4)
        told.append(told[0])
        let (atOnce, stepwise) = (try RunningApplication(), try RunningApplication())
        let whole = try atOnce.desk.record(told.map { try $0.record() }, approving: false, at: now)
        let single = try told.flatMap {
            try stepwise.desk.record([$0.record()], approving: false, at: now)
        }
        #expect(whole.map(\.interview) == single.map(\.interview))
        #expect(whole.map(\.existing) == single.map(\.existing))
        let ids = whole.flatMap(\.messages)
        #expect(ids == single.flatMap(\.messages))
        #expect(try atOnce.messages(ids).map(\.template) == stepwise.messages(ids).map(\.template))
        #expect(try atOnce.messages(ids).map(\.due) == stepwise.messages(ids).map(\.due))
    }

    /// Of one recruitment: told in their order and out of it, close enough to share a note, in another voice, twice; and
    /// one in which the question is asked of somebody whose thank-you something blocks.
    @Test func whatIsApprovedOfABatchIsWhatIsApprovedOneByOne() throws {
        let told = [
            Told(panel: [Told.jane, Told.sam]),
            Told(ended: "2026-11-12 15:00", panel: [Told.jane]),
            Told(organisation: "Second Council", panel: ["Una Fox <una.fox@example.org>=the map"]),
            Told(ended: "2026-11-16 15:00", panel: [Told.sam]),
            Told(panel: [Told.jane, Told.sam]),
            Told(organisation: "Third Council", panel: ["Kim Yu <kim.yu@example.org>=We spoke of {{role}}."]),
            Told(
                organisation: "Second Council", ended: "2026-11-17 09:00",
                panel: ["Una Fox <una.fox@example.org>"]),
        ]
        let (atOnce, stepwise) = (try RunningApplication(), try RunningApplication())
        let whole = try atOnce.desk.record(told.map { try $0.record() }, approving: true, at: now)
        let single = try told.flatMap {
            try stepwise.desk.record([$0.record()], approving: true, at: now)
        }
        #expect(whole == single)
        let ids = Set(whole.flatMap(\.messages)).sorted()
        #expect(try atOnce.messages(ids) == stepwise.messages(ids))
        for id in ids { #expect(try atOnce.frozen(id) == stepwise.frozen(id)) }
        #expect(try Set(ids.map { try atOnce.state($0) }) == [.queued, .draft, .held])
    }

    @Test func moreThanAreWorkedOutAtOnceKeepTheirOrder() throws {
        let records = try (0..<150).map {
            try Told(
                organisation: "Council \($0)",
                panel: ["Person \($0) <person.\($0)@example.org>=subject \($0)"]
            ).record()
        }
        let running = try RunningApplication()
        let recorded = try running.desk.record(records, approving: true, at: now)
        #expect(recorded.map(\.interview.rawValue) == (1...150).map { $0 })
        #expect(recorded.flatMap(\.messages).map(\.rawValue) == (1...300).map { $0 })
    }
}
