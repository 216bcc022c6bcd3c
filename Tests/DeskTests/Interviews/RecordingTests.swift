import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct RecordingTests {
    private let running: RunningApplication

    init() throws { running = try RunningApplication() }

    @Test(arguments: [
        ("Example Council", "Data Analyst"), ("example  council", "DATA analyst"),
        (" Example Council ", "Data  Analyst"),
        ("EXAMPLE COUNCIL", "data analyst"),
    ])
    func anInterviewJoinsTheRecruitmentThatHasNotEnded(organisation: String, role: String) throws {
        let first = try running.add()
        var told = Told(ended: "2026-11-25 11:00")
        (told.organisation, told.role) = (organisation, role)
        let second = try running.add(told)
        #expect(second.recruitment == first.recruitment)
        #expect(second.interview != first.interview)
        #expect(!second.existing)
    }

    @Test(arguments: [
        ("Caf\u{E9} Council", "Cafe\u{301} Council"), ("STRASSE Council", "strasse council"),
    ])
    func namesAreComparedAfterNormalisationAndCaseFolding(one: String, other: String) throws {
        let first = try running.add(Told(organisation: one))
        let second = try running.add(Told(organisation: other, ended: "2026-11-25 11:00"))
        #expect(second.recruitment == first.recruitment)
    }

    @Test(arguments: [("Example Council", "Data Engineer"), ("Another Council", "Data Analyst")])
    func anotherRoleOrOrganisationIsAnotherRecruitment(organisation: String, role: String) throws {
        let first = try running.add()
        let second = try running.add(Told(organisation: organisation, role: role, ended: "2026-11-25 11:00"))
        #expect(second.recruitment != first.recruitment)
    }

    @Test(arguments: [Desk.Word.rejected, .offered, .withdrew])
    func anEndedRecruitmentIsNotJoined(end: Desk.Word) throws {
        let first = try running.add()
        _ = try running.desk.hear(end, in: first.recruitment, from: nil, at: at("2026-11-19T10:00:00Z"))
        let second = try running.add(Told(ended: "2026-11-25 11:00"))
        #expect(second.recruitment != first.recruitment)
        #expect(try running.standing(second.recruitment) == .open)
    }

    @Test("who is invited again after a rejection asks nobody for feedback on it", arguments: [true, false])
    func invitedAgain(isApproved: Bool) throws {
        let first = try running.add()
        _ = try running.desk.hear(.rejected, in: first.recruitment, from: nil, at: at("2026-11-19T10:00:00Z"))
        let request = try #require(try running.message(.feedbackRequest, in: first.recruitment)).id
        if isApproved {
            _ = try running.desk.approve([request], ignoring: [], at: at("2026-11-19T11:00:00Z"))
        }
        let second = try running.add(Told(ended: "2026-11-20 10:00"))
        let former = try running.recruitment(first.recruitment)
        #expect(second.notices.contains(.invitedAgain(former, request: request)))
        if !isApproved {
            _ = try running.desk.approve([request], ignoring: [], at: at("2026-11-20T11:00:00Z"))
        }
        #expect(try running.message(request).reason?.code == .invitedAgain)
        _ = try running.desk.release([request], at: at("2026-11-20T11:00:00Z"))
        #expect(try running.state(request) == .queued)
        // Another job at the same place, or the same one when that was called off, says nothing.
        _ = try running.desk.cancelInterview(second.interview, at: at("2026-11-20T12:00:00Z"))
        try running.add(Told(role: "Archivist", ended: "2026-11-20 10:00"))
        #expect(try running.circumstances(of: request).invitedAgain == nil)
    }

    @Test(arguments: [Desk.Word?.none, .rejected, .offered, .withdrew])
    func theSameInterviewAgainIsExistingAndAddsNothing(end: Desk.Word?) throws {
        let told = Told(panel: [Told.jane, Told.sam], contact: Told.hana, decisionBy: "2026-12-04")
        let first = try running.add(told)
        if let end {
            _ = try running.desk.hear(end, in: first.recruitment, from: nil, at: at("2026-11-19T10:00:00Z"))
        }
        let before = try running.messages(of: first.recruitment)
        let again = try running.add(told, at: at("2026-11-20T10:00:00Z"))
        #expect(again.existing)
        #expect(again.interview == first.interview && again.recruitment == first.recruitment)
        #expect(Set(first.messages).isSubset(of: again.messages))
        #expect(try running.messages(of: first.recruitment) == before)
        #expect(try running.ledger.read { try $0.recruitments().count } == 1)
        #expect(try running.ledger.read { try $0.interviews().count } == 1)
        #expect(try running.ledger.read { try $0.people().count } == 3)
    }

    @Test func whatIsNotToldAgainIsNoDifference() throws {
        let first = try running.add(
            Told(panel: [Told.jane, Told.sam], contact: Told.hana, decisionBy: "2026-12-04"))
        let again = try running.add(
            Told(panel: ["Sam O'Brien <SAM.OBRIEN@example.org>", "Jane Okafor <jane.okafor@EXAMPLE.org>"]))
        #expect(again.existing && again.interview == first.interview)
    }

    @Test(arguments: [
        (Told(panel: [Told.jane]), RecordProblem.Difference.panel),
        (Told(panel: [Told.jane, Told.sam, Told.hana]), .panel),
        (Told(panel: [Told.jane, Told.hana]), .panel),
        (Told(panel: [Told.jane, "Sam O'Brien <s.obrien@example.org>"]), .panel),
        (Told(panel: [Told.jane, "Samuel O'Brien <sam.obrien@example.org>"]), .panel),
        (Told(panel: [Told.jane, "Sam O'Brien <sam.obrien@example.org>=another point"]), .talkingPoint),
        (Told(panel: [Told.jane, Told.sam], contact: "Ines Roy <ines.roy@example.org>"), .contact),
        (Told(panel: [Told.jane, Told.sam], decisionBy: "2026-12-07"), .decisionBy),
        (Told(panel: [Told.jane, Told.sam], contact: Told.hana, viaAgency: true), .viaAgency),
    ])
    func theSameInterviewToldOtherwiseIsRefused(told: Told, difference: RecordProblem.Difference) throws {
        let first = try running.add(
            Told(panel: [Told.jane, Told.sam], contact: Told.hana, decisionBy: "2026-12-04"))
        #expect(throws: RecordProblem.differs(first.interview, what: difference)) { try running.add(told) }
        #expect(try running.ledger.read { try $0.people().count } == 3)
    }

    @Test(arguments: ["Jane Okafor <jane.okafor@example.org>", "Jane Okafor <JANE.Okafor@Example.ORG>"])
    func aPersonIsTheAddressComparedWithoutCase(again: String) throws {
        try running.add()
        let second = try running.add(
            Told(organisation: "Another Council", ended: "2026-11-25 11:00", panel: [again]))
        #expect(try running.ledger.read { try $0.people().count } == 1)
        let jane = try #require(try running.ledger.read { try $0.people() }.first)
        #expect(second.notices.contains(.metBefore(jane)))
    }

    @Test(arguments: ["Bob Jones", "Example Council", "王小明 Bob"])
    func aKnownAddressUnderAnotherNameIsRefused(name: String) throws {
        try running.add()
        let jane = try #require(try running.ledger.read { try $0.people() }.first)
        let told = Told(
            organisation: "Another Council", ended: "2026-11-25 11:00",
            panel: ["\(name) <jane.okafor@example.org>"])
        #expect(throws: RecordProblem.otherName(known: jane, given: name)) { try running.add(told) }
        #expect(try running.ledger.read { try $0.recruitments().count } == 1)
    }

    @Test func withoutAnAddressAPersonIsTheNameWithinTheRecruitment() throws {
        let first = try running.add(Told(panel: ["Jane Okafor"]))
        try running.add(Told(ended: "2026-11-25 11:00", panel: ["Jane Okafor"]))
        #expect(try running.ledger.read { try $0.people().count } == 1)
        let third = try running.add(Told(organisation: "Another Council", panel: ["Jane Okafor"]))
        #expect(try running.ledger.read { try $0.people().count } == 2)
        #expect(first.recruitment != third.recruitment)
    }

    @Test func anInterviewFromTheFutureIsRefused() throws {
        let told = Told()
        let ended = try told.record().ended
        let now = ended.instant - 1
        #expect(throws: RecordProblem.inFuture(ended, now: now)) { try running.add(told, at: now) }
        #expect(try !running.add(told, at: ended.instant).existing)
    }

    @Test func aBatchIsRecordedAllOrNothing() throws {
        let good = try Told().record()
        let bad = try Told(organisation: "Another Council", panel: ["Bob Jones <jane.okafor@example.org>"])
            .record()
        #expect(throws: RecordProblem.self) {
            try running.desk.record([good, bad], approving: true, at: at("2026-11-17T16:00:00Z"))
        }
        #expect(try running.ledger.read { try $0.recruitments() }.isEmpty)
        #expect(try running.ledger.read { try $0.people() }.isEmpty)
        #expect(try running.ledger.read { try $0.messages(in: MessageState.allCases) }.isEmpty)
    }

    @Test func aNameThatALaterLineOfTheBatchBringsBlocks() throws {
        let careless = try Told(panel: [
            "Jane Okafor <jane.okafor@example.org>=the merger with Umbrella Trust"
        ]).record()
        let later = try Told(
            organisation: "Umbrella Trust", role: "Planner", ended: "2026-11-17 09:00", panel: [Told.sam]
        )
        .record()
        let recorded = try running.desk.record(
            [careless, later], approving: true, at: at("2026-11-17T16:00:00Z"))
        #expect(try running.state(recorded[0].messages[0]) == .draft)
        #expect(try running.state(recorded[1].messages[0]) == .queued)
        let findings = try running.desk.review([recorded[0].messages[0]])[0].blocking
        #expect(findings.map(\.what) == [.otherName(KnownName("Umbrella Trust", bearer: .organisation))])
    }

    @Test func theSameLineTwiceInABatchIsOneInterview() throws {
        let record = try Told().record()
        let recorded = try running.desk.record(
            [record, record], approving: true, at: at("2026-11-17T16:00:00Z"))
        #expect(recorded.map(\.existing) == [false, true])
        #expect(recorded[0].interview == recorded[1].interview)
    }

    @Test func aBlockedDraftStaysADraftWhileOthersAreQueued() throws {
        try running.add(Told(organisation: "Umbrella Trust", ended: "2026-11-10 09:00", panel: [Told.hana]))
        let recorded = try running.add(
            Told(panel: ["Jane Okafor <jane.okafor@example.org>=the merger with Umbrella Trust", Told.sam]))
        #expect(try running.messages(recorded.messages).map(\.state) == [.draft, .queued, .queued])
    }

    @Test func withoutAnAnswerEverythingStaysADraft() throws {
        let recorded = try running.add(Told(panel: [Told.jane, Told.sam]), approving: false)
        #expect(try running.messages(recorded.messages).map(\.state) == [.draft, .draft, .draft])
        #expect(try recorded.messages.allSatisfy { try running.frozen($0) == nil })
    }
}
