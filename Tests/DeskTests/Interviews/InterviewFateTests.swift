import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@testable import Desk

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

    @Test func aChangeBeforeItWasDeletedIsNotForgotten() throws {
        _ = try running.desk.cancelInterview(recorded.interview, at: Self.later)
        // As a newer invitation does it.
        try running.ledger.write { transaction in
            let interview = try transaction.interview(recorded.interview)
            let recruitment = try transaction.recruitment(interview.recruitment)
            var changes = InterviewChanges()
            changes.ended = try london("2026-11-17 15:30")
            _ = try running.desk.mend(
                interview, of: recruitment, as: changes.applied(to: interview, of: recruitment),
                isCalledOff: false, in: transaction, at: Self.later)
        }
        #expect(try kinds() == [.calledOff, .takenUp])
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        _ = try running.desk.restoreInterview(recorded.interview, at: Self.later)
        #expect(try !running.interview(recorded.interview).isCalledOff)
        #expect(try states() == [.draft, .draft, .draft])
    }

    /// Ledgers from before such a thing was noted have no event of it.
    @Test func whatWasCalledOffBeforeEventsWereNotedStaysSo() throws {
        try running.ledger.write { transaction in
            let interview = try transaction.interview(recorded.interview)
            _ = try running.desk.callOff(
                interview.id, notingAs: nil, in: transaction, at: Self.later)
        }
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        #expect(try running.desk.restoreInterview(recorded.interview, at: Self.later).changed.isEmpty)
        #expect(try running.interview(recorded.interview).isCalledOff)
    }

    @Test func nothingCountsAMistake() throws {
        let mistake = try running.add(
            Told(
                organisation: "Quay", role: "Clerk", ended: "2026-11-18 14:00",
                panel: ["Zoe Quill <zoe@quay.example>"]))
        func isKnown() throws -> Bool { try running.desk.people().contains { $0.name == "Zoe Quill" } }
        func isBlocked() throws -> Bool {
            try running.ledger.read { try !$0.names(under: ["Zoe Quill", "Quay"]).isEmpty }
        }
        #expect(try isKnown() && isBlocked())
        _ = try running.desk.deleteInterview(mistake.interview, at: Self.nextDay)
        let question = ContactFilter()
        let shown = try running.desk.activities(question, zone: .gmt).map(\.what)
        #expect(shown == [.interview(try running.interview(recorded.interview))])
        let counts = try running.ledger.read {
            try $0.statisticsFacts(since: nil, at: Self.nextDay)
        }
        #expect(counts.interviews.calledOff == 0 && counts.interviews.held == 1)
        #expect(
            try running.ledger.read { try $0.attendances(from: .distantPast, before: .distantFuture) }
                .allSatisfy { $0.interview == recorded.interview })
        #expect(try running.ledger.read { try $0.circles() }.map(\.recruitment.id) == [recorded.recruitment])
        #expect(try !isKnown() && !isBlocked())
        #expect(
            try running.desk.peoplePage(containing: nil, after: nil, limit: 9).people.map(\.person.name)
                == ["Hana Lee", "Jane Okafor", "Sam O'Brien"])
        _ = try running.desk.restoreInterview(mistake.interview, at: Self.nextDay)
        #expect(try isKnown() && isBlocked())
    }

    @Test func toRecordItAgainTakesItUpAsItIsToldNow() throws {
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        let again = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana), approving: false)
        #expect(again.existing && again.interview == recorded.interview)
        #expect(again.notices == [.restored(recorded.interview)])
        #expect(try running.desk.meetings().count == 1)
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        // To put the panel right is a good reason for deleting.
        let right = try running.add(Told(panel: [Told.jane], contact: Told.hana))
        #expect(right.notices.first == .restored(recorded.interview))
        #expect(try running.interview(recorded.interview).panel.map(\.person.name) == ["Jane Okafor"])
        let states = try right.messages.map { try running.state($0) }
        #expect(states.filter { $0 != .cancelled } == [.queued, .queued], "\(states)")
    }

    @Test func whatIsDeletedIsNotEdited() throws {
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        var changes = InterviewChanges()
        changes.medium = .video
        #expect(throws: DeskProblem.isDeleted(recorded.interview)) {
            try running.desk.edit(recorded.interview, changes, at: Self.later)
        }
    }

    @Test func fromAFileItStaysDeleted() throws {
        _ = try running.desk.deleteInterview(recorded.interview, at: Self.later)
        let whole = try Told(panel: [Told.jane, Told.sam], contact: Told.hana).record()
        // Whatever else the file says of it by now.
        for record in [whole, try Told(panel: [Told.jane]).record()] {
            let again = try running.desk.record([record], approving: true, restoring: false, at: Self.later)[
                0]
            #expect(again.existing && again.notices == [.staysDeleted(recorded.interview)])
            #expect(try running.desk.foresee([record]) == [.deleted(recorded.interview)])
        }
        let entry = BatchEntry(record: whole, standing: .open, isSure: true)
        #expect(
            try running.desk.record([entry], approving: true, at: Self.later)[0].notices
                == [.staysDeleted(recorded.interview)])
        #expect(try states() == [.cancelled, .cancelled, .cancelled])
        #expect(try running.desk.meetings().isEmpty)
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
            try running.ledger.write { try $0.delete(recorded.interview, wasCalledOff: false) }
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

    @Test func whatWasSentForItWasSentAfterItsEnd() throws {
        let recorded = try running.add()
        try running.end(recorded.messages[0], as: .sent, at: at("2026-11-18T16:00:00Z"))
        func end(at time: String) throws {
            var changes = InterviewChanges()
            changes.ended = try london(time)
            _ = try running.desk.edit(recorded.interview, changes, at: at("2026-11-30T12:00:00Z"))
        }
        #expect(throws: DeskProblem.tookPlace(recorded.interview)) { try end(at: "2026-11-24 15:00") }
        try end(at: "2026-11-17 16:30")
        try end(at: "2026-11-16 15:00")
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
