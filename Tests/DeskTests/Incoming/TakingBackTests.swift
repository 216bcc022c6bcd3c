import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// What the user has said of their own sending by mistake is taken back by a further entry.
@Suite struct TakingBackTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let saidAt = at("2026-11-18T15:00:00Z")
    private static let now = at("2026-11-18T16:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, "Bo Lind=the archive"], contact: Told.hana))
    }

    private var jane: Message.ID { recorded.messages[0] }
    private var card: Message.ID { recorded.messages[1] }
    private var question: Message.ID { recorded.messages[2] }

    private func open(_ id: Message.ID) throws {
        try running.ledger.write {
            try $0.openByHand(id, dispatched: [0x42], subject: "Thank you", at: Self.saidAt)
        }
    }

    private func expectTakenBack(_ id: Message.ID) throws {
        let message = try running.message(id)
        #expect(message.state == .draft && message.reason == nil)
        #expect(try running.contacts().last?.outcome == .undone)
        #expect(try running.circumstances(of: id).done == nil)
        #expect(try running.desk.check().isEmpty)
        _ = try running.desk.approve([id], ignoring: [], at: Self.now)
        #expect(try running.state(id) == .queued)
        // It may be done now, once more.
        #expect(throws: DeskProblem.notOfUser(id)) { try running.desk.takeBack(id, at: Self.now) }
    }

    @Test func aCardThatWasNotPosted() throws {
        _ = try running.desk.posted(card, at: Self.saidAt)
        let heard = try running.desk.takeBack(card, at: Self.now)
        #expect(try heard.changed == [running.message(card)])
        try expectTakenBack(card)
        _ = try running.desk.posted(card, at: Self.now)
        #expect(try running.state(card) == .sent)
    }

    @Test(arguments: [Channel.post, .email, .inPerson])
    func aWordInPlaceOfTheEmail(channel: Channel) throws {
        _ = try running.desk.log(
            Desk.Said(
                person: "jane.okafor@example.org", channel: channel, direction: .out, recruitment: nil,
                message: jane, answering: false, time: Self.saidAt, note: nil), at: Self.saidAt)
        _ = try running.desk.takeBack(jane, at: Self.now)
        try expectTakenBack(jane)
    }

    @Test func anEmailThatTheUserDidNotSendByHand() throws {
        try open(jane)
        _ = try running.desk.answer(opened: jane, isSent: true, at: Self.saidAt)
        _ = try running.desk.takeBack(jane, at: Self.now)
        try expectTakenBack(jane)
    }

    @Test func aDeliveryThatTheUserVouchedFor() throws {
        try running.end(jane, as: .unconfirmed, at: Self.saidAt)
        _ = try running.desk.resolve(jane, delivered: true, at: Self.saidAt)
        _ = try running.desk.takeBack(jane, at: Self.now)
        try expectTakenBack(jane)
    }

    @Test func whatAServerTookOrAMailAnswersStaysSent() throws {
        try running.end(jane, as: .sent, at: Self.saidAt)
        #expect(throws: DeskProblem.notOfUser(jane)) { try running.desk.takeBack(jane, at: Self.now) }
        try open(question)
        _ = try running.desk.answer(opened: question, isSent: true, at: Self.saidAt)
        let box = Letterbox(running: running)
        let hana = try running.message(question).recipient.id
        try box.note(
            box.fact(.reply, [recorded.recruitment], from: hana, answering: question))
        #expect(throws: DeskProblem.notOfUser(question)) {
            try running.desk.takeBack(question, at: box.later)
        }
        #expect(try running.state(question) == .sent)
    }

    /// What has happened since counts: the interview was called off.
    @Test func whatIsSuperfluousByNowIsNoDraft() throws {
        _ = try running.desk.posted(card, at: Self.saidAt)
        _ = try running.desk.cancelInterview(recorded.interview, at: Self.saidAt)
        _ = try running.desk.takeBack(card, at: Self.now)
        #expect(try running.message(card).reason?.code == .calledOff)
    }
}

extension Letterbox {
    fileprivate var later: Date { at("2026-11-20T11:00:00Z") }
}
