import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite struct MessageLifeTests {
    private let shelf: Shelf
    private let story: Story
    private static let now = at("2026-11-18T15:00:00Z")

    init() throws {
        let shelf = try Shelf()
        story = try shelf.write { try Story($0) }
        self.shelf = shelf
    }

    private func message(_ id: Message.ID) throws -> Message { try shelf.read { try $0.message(id) } }

    @Test func aMessageIsReadAsItWasWritten() throws {
        let id = try shelf.write { try story.draft(in: $0) }
        let message = try message(id)
        #expect(message.followUp.identity == .thankYou(story.interview.id, story.jane.id))
        #expect(message.recipient == story.jane && message.channel == .email && message.state == .draft)
        #expect(message.due == at("2026-11-18T15:00:00Z") && message.template == "thank-you-1")
        #expect(message.revision == 1 && message.messageID == nil && message.reason == nil)
        #expect(try shelf.read { try $0.message(for: message.followUp.identity) } == message)
    }

    @Test(arguments: [MessageState.draft, .queued, .held])
    func anEndingThatIsTakenBackLeavesTheMessageAsItWas(state: MessageState) throws {
        let id = try shelf.write { transaction in
            let id = try story.draft(in: transaction)
            try transaction.bring(id, to: state)
            if state == .held {
                try transaction.move(id, to: .held, because: Reason(.byUser, moment: Self.now, detail: "d"))
            }
            return id
        }
        let before = try (message(id), shelf.read { try $0.frozen(id) })
        try shelf.write { try $0.cancel(id, because: Reason(.ended, moment: Self.now, detail: "offered")) }
        #expect(try message(id).reason == Reason(.ended, moment: Self.now, detail: "offered"))
        try shelf.write { try $0.restore(id) }
        #expect(try message(id) == before.0)
        #expect(try shelf.read { try $0.frozen(id) } == before.1)
    }

    @Test func aDeferralKeepsTheDueTimeAndCountsTriesInARow() throws {
        let id = try shelf.write { try story.queued(in: $0) }
        func attempt(_ outcome: Attempt.Outcome) -> Attempt {
            Attempt(started: Self.now, ended: Self.now + 1, outcome: outcome, code: 450, reply: "450 later")
        }
        try shelf.write { try $0.deferred(id, attempt(.deferred), nextAttempt: Self.now + 60) }
        try shelf.write { try $0.deferred(id, attempt(.deferred), nextAttempt: Self.now + 120) }
        let message = try message(id)
        #expect(message.due == Self.now && message.nextAttempt == Self.now + 120 && message.state == .queued)
        #expect(message.reason == Reason(.deferred, moment: Self.now + 120, detail: "450 later"))
        #expect(try shelf.read { try $0.deferrals(of: id) } == 2)
        try shelf.write { try $0.stopped(id, attempt(.stopped)) }
        #expect(try shelf.read { try $0.deferrals(of: id) } == 0)
        #expect(
            try shelf.read { try $0.attempts(of: id).map(\.outcome) } == [.deferred, .deferred, .stopped])
    }

    @Test func aMessageIsHandedOverOnceAtATime() throws {
        let id = try shelf.write { try story.queued(in: $0) }
        try shelf.write { try $0.handOver(id, dispatched: [1], subject: "s", at: Self.now) }
        #expect(throws: LedgerProblem.self) {
            try shelf.write { try $0.handOver(id, dispatched: [2], subject: "s", at: Self.now) }
        }
        #expect(try shelf.read { try $0.dispatched(id) } == [1])
    }

    @Test(arguments: [
        (MessageState.held, "2026-11-18T15:00:00Z", 1), (.queued, "2026-11-18T15:00:00Z", 1),
        (.queued, "2026-11-18T14:59:59Z", 0), (.held, "2026-11-18T14:59:59Z", 0),
    ])
    func messagesAndCardsAreFoundByStateAndDueTime(state: MessageState, moment: String, count: Int) throws {
        try shelf.write { transaction in
            try transaction.bring(try story.draft(in: transaction), to: .held)
            _ = try story.queued(to: story.sam, by: .post, in: transaction)
        }
        #expect(try shelf.read { try $0.messages(state, dueBy: at(moment)) }.count == count)
    }

    @Test func onlyASentThankYouToTheSamePersonIsAnswered() throws {
        let question = try shelf.write { try story.draft(.decisionStatus, in: $0) }
        func answered() throws -> String? {
            try shelf.read { try $0.answered(by: $0.message(question))?.messageID }
        }
        try shelf.write { _ = try story.sent(to: story.sam, at: Self.now, in: $0) }
        #expect(try answered() == nil)
        let thanks = try shelf.write { try story.sent(to: story.hana, at: Self.now, in: $0) }
        #expect(try answered() == "\(thanks.rawValue)@example.org")
        try shelf.write { try $0.move(thanks, to: .bounced, because: nil) }
        #expect(try answered() == nil)
    }

    @Test func everyReasonSurvivesTheLedger() throws {
        let id = try shelf.write { try story.queued(in: $0) }
        for code in Reason.Code.allCases {
            let reason = Reason(code, moment: Self.now, detail: "words")
            try shelf.write { try $0.move(id, to: .held, because: reason) }
            #expect(try message(id).reason == reason)
        }
    }
}
