import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Testing

@Suite struct ApprovingTests {
    private let running: RunningApplication

    init() throws { running = try RunningApplication() }

    private func approve(
        _ id: Message.ID, ignoring codes: [String] = [], at time: String = "2026-11-17T17:00:00Z"
    )
        throws -> Review
    {
        try running.desk.approve([id], ignoring: codes, at: at(time))[0]
    }

    @Test func approvalFreezesTheTextAsItWillGo() throws {
        let id = try running.add(approving: false).messages[0]
        let message = try approve(id).message
        let frozen = try #require(try running.frozen(id))
        let letter = try FrozenLetter(frozen)
        #expect(message.state == .queued)
        #expect(letter.subject == message.subject && letter.body == message.body)
        #expect(letter.to.name == "Jane Okafor" && letter.to.address.text == "jane.okafor@example.org")
        #expect(letter.from.name == "Ada Example" && letter.from.address.text == "ada@example.net")
        #expect(letter.messageID == message.messageID)
        #expect(message.messageID?.hasSuffix("@example.net") == true)
        #expect(!String(decoding: frozen, as: UTF8.self).contains("Date:"))
    }

    @Test func whatIsQueuedStaysAsItIs() throws {
        let id = try running.add().messages[0]
        let before = try running.message(id)
        let again = try approve(id)
        #expect(again.message == before && again.blocking.isEmpty)
    }

    @Test(arguments: [MessageState.held, .handedOver, .sent, .unconfirmed, .refused, .cancelled])
    func onlyADraftIsApproved(state: MessageState) throws {
        let recorded = try running.add(Told(panel: [Told.jane, Told.sam]), approving: false)
        let (id, other) = (recorded.messages[0], recorded.messages[1])
        _ = try approve(id)
        switch state {
        case .held: _ = try running.desk.hold([id], at: at("2026-11-17T18:00:00Z"))
        case .cancelled: _ = try running.desk.cancel([id], at: at("2026-11-17T18:00:00Z"))
        default: try running.end(id, as: state, at: at("2026-11-18T15:00:00Z"))
        }
        #expect(throws: DeskProblem.wrongState(id, state, .approve)) {
            try running.desk.approve([other, id], ignoring: [], at: at("2026-11-17T19:00:00Z"))
        }
        #expect(try running.state(other) == .draft)
    }

    @Test func whatBlocksKeepsADraftAndIsNamed() throws {
        let id = try running.add(approving: false).messages[0]
        _ = try running.desk.edit(id, subject: nil, body: "Dear {{name}},\n\nThank you.\n")
        let review = try approve(id)
        #expect(review.message.state == .draft)
        #expect(review.blocking.map(\.code) == [.unresolvedField])
        #expect(try running.frozen(id) == nil)
    }

    @Test func anIgnoredFindingIsWaivedForThatMessageAlone() throws {
        try running.add(Told(organisation: "Umbrella Trust", ended: "2026-11-10 09:00", panel: [Told.hana]))
        let panel = [Told.jane, Told.sam].map {
            "\($0.split(separator: "=")[0])=the merger with Umbrella Trust"
        }
        let recorded = try running.add(Told(panel: panel))
        #expect(try running.messages(recorded.messages).map(\.state) == [.draft, .draft, .queued])
        let review = try approve(recorded.messages[0], ignoring: ["other-name"])
        #expect(review.message.state == .queued && review.blocking.isEmpty)
        #expect(try approve(recorded.messages[1]).message.state == .draft)
    }

    @Test(arguments: [
        "unresolved-field", "empty-body", "empty-subject", "bad-character", "too-long", "late", "nonsense",
        "",
    ])
    func whatNobodyCouldIntendIsNotIgnored(code: String) throws {
        let id = try running.add(approving: false).messages[0]
        #expect(throws: DeskProblem.cannotBeIgnored(code: code)) { try approve(id, ignoring: [code]) }
        #expect(try running.state(id) == .draft)
    }

    @Test(arguments: [
        ("2026-11-20T15:00:00Z", MessageState.queued), ("2026-11-20T15:00:01Z", .held),
        ("2026-12-20T15:00:00Z", .held),
    ])
    func aLateThankYouIsHeldAtApproval(time: String, state: MessageState) throws {
        let id = try running.add(approving: false).messages[0]
        let message = try approve(id, at: time).message
        #expect(message.state == state)
        #expect(message.reason?.code == (state == .held ? .late : nil))
        #expect(try running.frozen(id) != nil)
    }

    @Test func aMissingTalkingPointWarnsAndDoesNotBlock() throws {
        let id = try running.add(Told(panel: ["Jane Okafor <jane.okafor@example.org>"]), approving: false)
            .messages[0]
        let review = try running.desk.review([id])[0]
        #expect(review.findings.map(\.what).contains(.noTalkingPoint) && review.blocking.isEmpty)
        #expect(try approve(id).message.state == .queued)
    }

    @Test func reviewingChangesNothing() throws {
        let recorded = try running.add(approving: false)
        let before = try running.messages(recorded.messages)
        _ = try running.desk.review(recorded.messages)
        #expect(try running.messages(recorded.messages) == before)
    }

    @Test func anEndedRecruitmentIsNotWrittenToByApproval() throws {
        let recorded = try running.add(approving: false)
        _ = try running.desk.hear(
            .rejected, in: recorded.recruitment, from: nil, at: at("2026-11-18T10:00:00Z"))
        let request = try #require(try running.message(.feedbackRequest, in: recorded.recruitment))
        #expect(try approve(request.id, at: "2026-11-18T11:00:00Z").message.state == .queued)
        #expect(throws: DeskProblem.wrongState(recorded.messages[1], .cancelled, .approve)) {
            try approve(recorded.messages[1])
        }
    }
}
