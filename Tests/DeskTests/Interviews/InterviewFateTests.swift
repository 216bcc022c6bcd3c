import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("an interview that did not take place, or was recorded by mistake") struct InterviewFateTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let later = at("2026-11-17T18:00:00Z")
    private static let nextDay = at("2026-11-18T16:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
    }

    private func states() throws -> [MessageState] { try running.messages(recorded.messages).map(\.state) }
    private func kinds() throws -> [InterviewEvent.Kind] {
        try running.desk.events(of: recorded.interview).map(\.kind)
    }

    @Test func nobodyIsThankedForItAndNobodyIsAsked() throws {
        let off = try running.desk.cancelInterview(recorded.interview, at: Self.later)
        #expect(try states() == [.cancelled, .cancelled, .cancelled])
        #expect(off.gone.isEmpty && off.mended.changed.count == 3)
        #expect(try running.interview(recorded.interview).isCalledOff)
        #expect(try kinds() == [.calledOff])
        #expect(throws: DeskProblem.nothingToChange) {
            try running.desk.cancelInterview(recorded.interview, at: Self.later)
        }
    }

    @Test func whereThereIsAnotherOneTheQuestionFollowsThat() throws {
        let second = try running.add(Told(ended: "2026-11-24 15:00", panel: [Told.jane], contact: Told.hana))
        _ = try running.desk.cancelInterview(second.interview, at: at("2026-11-24T18:00:00Z"))
        let question = try #require(try running.message(.decisionStatus, in: recorded.recruitment))
        #expect(question.state.isPending)
        #expect(question.due < at("2026-12-04T00:00:00Z"))
        #expect(try running.state(recorded.messages[0]) == .queued)
    }

    @Test func itTakesPlaceAfterAll() throws {
        _ = try running.desk.cancelInterview(recorded.interview, at: Self.later)
        let mended = try running.desk.reinstateInterview(recorded.interview, at: Self.later)
        #expect(mended.changed.map(\.state) == [.draft, .draft, .draft])
        #expect(try kinds() == [.calledOff, .takenUp])
        #expect(throws: DeskProblem.nothingToChange) {
            try running.desk.reinstateInterview(recorded.interview, at: Self.later)
        }
    }

    @Test func whatWasToldOfItStays() throws {
        var changes = InterviewChanges()
        changes.medium = .video
        _ = try running.desk.edit(recorded.interview, changes, at: Self.later)
        _ = try running.desk.cancelInterview(recorded.interview, at: Self.later)
        #expect(try running.interview(recorded.interview).medium == .video)
    }

    @Test func aMistakeShowsInNoList() throws {
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        #expect(try states() == [.cancelled, .cancelled, .cancelled])
        #expect(try running.desk.meetings().isEmpty && running.desk.interviewsOnRecord().isEmpty)
        #expect(try running.desk.history(of: "1").interviews.isEmpty)
        #expect(throws: DeskProblem.nothingCalled(.recruitment, "council")) {
            try running.desk.number(of: "council", as: .recruitment)
        }
        #expect(throws: DeskProblem.isDeleted(recorded.interview)) {
            try running.desk.deleteInterview(recorded.interview, at: Self.later)
        }
        #expect(try kinds() == [.deleted])
    }

    @Test func itWasNone() throws {
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        let mended = try running.desk.restoreInterview(recorded.interview, at: Self.later)
        #expect(mended.changed.map(\.state) == [.draft, .draft, .draft])
        #expect(try running.desk.meetings().count == 1)
        #expect(try kinds() == [.deleted, .restored])
    }

    @Test func whatWasCalledOffBeforeStaysSo() throws {
        _ = try running.desk.cancelInterview(recorded.interview, at: Self.later)
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        #expect(try running.desk.restoreInterview(recorded.interview, at: Self.later).changed.isEmpty)
        #expect(try running.interview(recorded.interview).isCalledOff)
    }

    @Test func toRecordItAgainTakesItUp() throws {
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        let again = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana), approving: false)
        #expect(again.existing && again.interview == recorded.interview)
        #expect(try running.desk.meetings().count == 1)
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        #expect(throws: DeskProblem.isDeleted(recorded.interview)) {
            try running.add(Told(panel: [Told.jane]))
        }
    }

    @Test(arguments: [MessageState.sent, .unconfirmed, .handedOver])
    func whatWasSentForItKeepsIt(state: MessageState) throws {
        if state == .handedOver {
            try running.handOver(recorded.messages[0], at: Self.nextDay)
        } else {
            try running.end(recorded.messages[0], as: state, at: Self.nextDay)
        }
        #expect(throws: DeskProblem.tookPlace(recorded.interview)) {
            try running.desk.deleteInterview(recorded.interview, at: Self.nextDay)
        }
        #expect(throws: (any Error).self) {
            try running.ledger.write { try $0.set(isDeleted: true, of: recorded.interview) }
        }
        #expect(try running.desk.meetings().count == 1)
    }

    @Test func whatWasHeardOfTheOnlyOneKeepsIt() throws {
        _ = try running.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.nextDay)
        #expect(throws: DeskProblem.tookPlace(recorded.interview)) {
            try running.desk.deleteInterview(recorded.interview, at: Self.nextDay)
        }
    }
}

@Suite("an interview that is still to come, told by hand") struct PlannedByHandTests {
    private let running: RunningApplication
    private static let before = at("2026-11-16T12:00:00Z")
    private static let after = at("2026-11-17T18:00:00Z")

    init() throws { running = try RunningApplication() }

    private func plan() throws -> Recorded {
        try running.desk.record([Told().record()], approving: true, isPlanned: true, at: Self.before)[0]
    }

    @Test func itsMessagesWaitForItsEnd() throws {
        let recorded = try plan()
        #expect(try running.messages(recorded.messages).allSatisfy { $0.state == .draft })
        #expect(throws: DeskProblem.self) {
            try running.desk.approve(recorded.messages, ignoring: [], at: Self.before)
        }
        try running.approve(recorded.messages, at: Self.after)
        #expect(try running.state(recorded.messages[0]) == .queued)
        #expect(try running.desk.events(of: recorded.interview).map(\.kind) == [.planned])
    }

    @Test func itIsAskedAfter() throws {
        let recorded = try running.desk.record(
            [Told(panel: ["Jane Okafor <jane.okafor@example.org>"]).record()], approving: false,
            isPlanned: true, at: Self.before)[0]
        #expect(try running.desk.advise(at: Self.before).contains { $0.code == .planned })
        let asked = try running.desk.howItWent(at: Self.after)
        #expect(asked.map(\.interview?.id) == [recorded.interview])
    }

    @Test func withoutThatWordTheFutureIsRefused() throws {
        #expect(throws: RecordProblem.self) {
            try running.desk.record([Told().record()], approving: false, at: Self.before)
        }
    }

    @Test func oneWhoseTimeHasPassedIsMovedWhileNothingWasSent() throws {
        let recorded = try running.add()
        var changes = InterviewChanges()
        changes.ended = try london("2026-11-24 15:00")
        #expect(throws: RecordProblem.self) {
            try running.desk.edit(recorded.interview, changes, at: Self.after)
        }
        _ = try running.desk.edit(recorded.interview, changes, isPlanned: true, at: Self.after)
        #expect(try running.state(recorded.messages[0]) == .draft)
        #expect(try running.message(recorded.messages[0]).due > at("2026-11-24T15:00:00Z"))
        #expect(try running.desk.events(of: recorded.interview).map(\.kind) == [.planned])
    }

    @Test func whatWasSentForItKeepsItsTime() throws {
        let recorded = try running.add()
        try running.end(recorded.messages[0], as: .sent, at: at("2026-11-18T16:00:00Z"))
        var changes = InterviewChanges()
        changes.ended = try london("2026-11-24 15:00")
        #expect(throws: DeskProblem.tookPlace(recorded.interview)) {
            try running.desk.edit(
                recorded.interview, changes, isPlanned: true, at: at("2026-11-18T18:00:00Z"))
        }
    }
}

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
