import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct StepsTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let now = at("2026-11-17T18:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(contact: Told.hana), approving: false)
    }

    private var id: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[1] }

    private func approve() throws {
        _ = try running.desk.approve(recorded.messages, ignoring: [], at: Self.now)
    }

    private func bring(to state: MessageState) throws {
        guard state != .draft else { return }
        try approve()
        switch state {
        case .held: _ = try running.desk.hold([id], at: Self.now)
        case .cancelled: _ = try running.desk.cancel([id], at: Self.now)
        case .queued: break
        default: try running.end(id, as: state, at: at("2026-11-18T15:00:00Z"))
        }
    }

    private func take(_ step: DeskProblem.Step) throws {
        switch step {
        case .hold: _ = try running.desk.hold([id], at: Self.now)
        case .cancel: _ = try running.desk.cancel([id], at: Self.now)
        case .release: _ = try running.desk.release([id], at: Self.now)
        case .resolve: _ = try running.desk.resolve(id, delivered: true, at: Self.now)
        case .approve, .edit, .log: Issue.record("tested elsewhere")
        }
    }

    private static let allowed: [DeskProblem.Step: Set<MessageState>] = [
        .hold: [.draft, .queued], .cancel: [.draft, .queued, .held, .refused, .bounced],
        .release: [.held, .cancelled, .queued], .resolve: [.unconfirmed],
    ]

    @Test(
        arguments: [DeskProblem.Step.hold, .cancel, .release, .resolve],
        MessageState.allCases.filter { $0 != .bounced })
    func aStepIsTakenOnlyFromTheStatesThatLeadThere(step: DeskProblem.Step, state: MessageState) throws {
        try bring(to: state)
        let before = try running.message(id)
        if Self.allowed[step, default: []].contains(state) {
            try take(step)
        } else {
            #expect(throws: DeskProblem.wrongState(id, state, step)) { try take(step) }
            #expect(try running.message(id) == before)
        }
    }

    @Test func stepsAreTakenWithAllOrNone() throws {
        try bring(to: .sent)
        #expect(throws: DeskProblem.wrongState(id, .sent, .cancel)) {
            try running.desk.cancel([question, id], at: Self.now)
        }
        #expect(try running.state(question) == .queued)
    }

    @Test func aReleasePutsBackWhatWasApprovedAndADraftAsADraft() throws {
        _ = try running.desk.hold([id], at: Self.now)
        #expect(try running.desk.release([id], at: Self.now)[0].state == .draft)
        try approve()
        let frozen = try running.frozen(id)
        _ = try running.desk.hold([id], at: Self.now)
        #expect(try running.desk.release([id], at: Self.now)[0].state == .queued)
        #expect(try running.frozen(id) == frozen)
    }

    @Test func aReleaseRecordsTheWaiver() throws {
        try approve()
        let late = at("2026-11-21T10:00:00Z")
        try running.ledger.write {
            try $0.hold(id, because: Reason(.late, moment: at("2026-11-20T15:00:00Z")))
        }
        #expect(try running.desk.release([id], at: late)[0].state == .queued)
        #expect(try running.ledger.read { try $0.waivers(of: id) } == ["late"])
    }

    @Test func aNewReasonHoldsAgain() throws {
        try approve()
        _ = try running.desk.hear(
            .replied(courtesy: false), in: recorded.recruitment, from: nil, at: Self.now + 60)
        #expect(try running.desk.release([question], at: Self.now + 120)[0].state == .queued)
        // Released for the answer, and long past its window.
        _ = try running.desk.hold([question], at: Self.now + 180)
        let released = try running.desk.release([question], at: at("2027-01-15T10:00:00Z"))[0]
        #expect(released.state == .held && released.reason?.code == .late)
    }

    @Test(arguments: [Reason(.duplicate, moment: now), Reason(.ended, detail: "rejected")])
    func aDuplicateAndAnEndedRecruitmentAreNotWaived(reason: Reason) throws {
        try approve()
        try running.ledger.write { try $0.hold(id, because: reason) }
        #expect(throws: DeskProblem.cannotBeWaived(id, reason)) {
            try running.desk.release([id], at: Self.now)
        }
        #expect(try running.state(id) == .held)
    }

    @Test func whatAnEndingCalledOffIsNotReleased() throws {
        try approve()
        _ = try running.desk.hear(.offered, in: recorded.recruitment, from: nil, at: Self.now)
        #expect(throws: DeskProblem.cannotBeWaived(id, Reason(.ended, moment: Self.now, detail: "offered"))) {
            try running.desk.release([id], at: Self.now + 60)
        }
    }

    @Test func whatTheUserCalledOffBecomesADraftAgain() throws {
        try approve()
        let before = try running.message(id)
        _ = try running.desk.cancel([id], at: Self.now)
        let released = try running.desk.release([id], at: Self.now + 60)[0]
        #expect(
            released.state == .draft && released.body == before.body && released.template == before.template)
    }

    /// The words are as good as ever; only the address on them is an old one.
    @Test func anotherSenderMakesADraftOfWhatIsReleased() throws {
        try approve()
        try running.ledger.write {
            try $0.hold(id, because: Reason(.senderChanged, detail: "old@example.net"))
        }
        let released = try running.desk.release([id], at: Self.now)[0]
        #expect(released.state == .draft)
        #expect(try running.ledger.read { try $0.waivers(of: id) }.isEmpty)
    }

    @Test func aDoubtResolvedAsDeliveredIsSentWhenItLeft() throws {
        try approve()
        try running.end(id, as: .unconfirmed, at: at("2026-11-18T15:00:00Z"))
        let settled = try running.desk.resolve(id, delivered: true, at: at("2026-11-20T09:00:00Z"))
        #expect(settled.state == .sent && settled.reason == nil)
        let contact = try #require(try running.contacts().first)
        #expect(contact.time == at("2026-11-18T15:00:00Z") && contact.message == id)
        #expect(try running.desk.check().isEmpty)
    }

    @Test func aDoubtResolvedAsNotDeliveredWaitsForARelease() throws {
        try approve()
        try running.end(id, as: .unconfirmed, at: at("2026-11-18T15:00:00Z"))
        let settled = try running.desk.resolve(id, delivered: false, at: at("2026-11-18T16:00:00Z"))
        #expect(settled.state == .held && settled.reason?.code == .notDelivered)
        #expect(try running.contacts().isEmpty)
        #expect(try running.desk.release([id], at: at("2026-11-18T16:00:00Z"))[0].state == .queued)
    }

    /// Jane is asked, and her own thank-you was held: settling it frees the question.
    @Test(arguments: [DeskProblem.Step.release, .cancel, .log])
    func settlingTheThankYouFreesTheQuestion(step: DeskProblem.Step) throws {
        let other = try running.add(Told(organisation: "Another Council", panel: [Told.sam]))
        let (note, held) = (other.messages[0], other.messages[1])
        let due = at("2026-12-01T15:00:00Z")
        try running.ledger.write { transaction in
            try transaction.hold(note, because: Reason(.late))
            try transaction.hold(held, because: Reason(.notThanked))
        }
        switch step {
        case .release: _ = try running.desk.release([note], at: due)
        case .cancel: _ = try running.desk.cancel([note], at: due)
        default:
            _ = try running.desk.log(
                Desk.Said(
                    person: "Sam O'Brien", channel: .inPerson, direction: .out, recruitment: nil,
                    message: nil,
                    answering: false, time: due, note: nil), at: due)
        }
        #expect(try running.state(held) == .queued)
    }
}
