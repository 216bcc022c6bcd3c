import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Testing

@Suite struct ApprovingTests {
    private let office: Office

    init() throws { office = try Office() }

    private func approve(
        _ id: Message.ID, ignoring codes: [String] = [], at time: String = "2026-11-17T17:00:00Z"
    )
        throws -> Review
    {
        try office.desk.approve([id], ignoring: codes, at: at(time))[0]
    }

    @Test func approvalFreezesTheTextAsItWillGo() throws {
        let id = try office.add(approving: false).messages[0]
        let message = try approve(id).message
        let frozen = try #require(try office.frozen(id))
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
        let id = try office.add().messages[0]
        let before = try office.message(id)
        let again = try approve(id)
        #expect(again.message == before && again.blocking.isEmpty)
    }

    @Test(arguments: [MessageState.held, .handedOver, .sent, .unconfirmed, .refused, .cancelled])
    func onlyADraftIsApproved(state: MessageState) throws {
        let recorded = try office.add(Told(panel: [Told.jane, Told.sam]), approving: false)
        let (id, other) = (recorded.messages[0], recorded.messages[1])
        _ = try approve(id)
        switch state {
        case .held: _ = try office.desk.hold([id], at: at("2026-11-17T18:00:00Z"))
        case .cancelled: _ = try office.desk.cancel([id], at: at("2026-11-17T18:00:00Z"))
        default: try office.end(id, as: state, at: at("2026-11-18T15:00:00Z"))
        }
        #expect(throws: DeskProblem.wrongState(id, state, .approve)) {
            try office.desk.approve([other, id], ignoring: [], at: at("2026-11-17T19:00:00Z"))
        }
        #expect(try office.state(other) == .draft)
    }

    @Test func whatBlocksKeepsADraftAndIsNamed() throws {
        let id = try office.add(approving: false).messages[0]
        _ = try office.desk.edit(id, subject: nil, body: "Dear {{name}},\n\nThank you.\n")
        let review = try approve(id)
        #expect(review.message.state == .draft)
        #expect(review.blocking.map(\.code) == [.unresolvedField])
        #expect(try office.frozen(id) == nil)
    }

    @Test func anIgnoredFindingIsWaivedForThatMessageAlone() throws {
        try office.add(Told(organisation: "Umbrella Trust", ended: "2026-11-10 09:00", panel: [Told.hana]))
        let panel = [Told.jane, Told.sam].map {
            "\($0.split(separator: "=")[0])=the merger with Umbrella Trust"
        }
        let recorded = try office.add(Told(panel: panel))
        #expect(try office.messages(recorded.messages).map(\.state) == [.draft, .draft, .queued])
        let review = try approve(recorded.messages[0], ignoring: ["other-name"])
        #expect(review.message.state == .queued && review.blocking.isEmpty)
        #expect(try approve(recorded.messages[1]).message.state == .draft)
    }

    @Test(arguments: [
        "unresolved-field", "empty-body", "empty-subject", "bad-character", "too-long", "late", "nonsense",
        "",
    ])
    func whatNobodyCouldIntendIsNotIgnored(code: String) throws {
        let id = try office.add(approving: false).messages[0]
        #expect(throws: DeskProblem.cannotBeIgnored(code: code)) { try approve(id, ignoring: [code]) }
        #expect(try office.state(id) == .draft)
    }

    @Test(arguments: [
        ("2026-11-20T15:00:00Z", MessageState.queued), ("2026-11-20T15:00:01Z", .held),
        ("2026-12-20T15:00:00Z", .held),
    ])
    func aLateThankYouIsHeldAtApproval(time: String, state: MessageState) throws {
        let id = try office.add(approving: false).messages[0]
        let message = try approve(id, at: time).message
        #expect(message.state == state)
        #expect(message.reason?.code == (state == .held ? .late : nil))
        #expect(try office.frozen(id) != nil)
    }

    @Test func aMissingTalkingPointWarnsAndDoesNotBlock() throws {
        let id = try office.add(Told(panel: ["Jane Okafor <jane.okafor@example.org>"]), approving: false)
            .messages[0]
        let review = try office.desk.review([id])[0]
        #expect(review.findings.map(\.what).contains(.noTalkingPoint) && review.blocking.isEmpty)
        #expect(try approve(id).message.state == .queued)
    }

    @Test func reviewingChangesNothing() throws {
        let recorded = try office.add(approving: false)
        let before = try office.messages(recorded.messages)
        _ = try office.desk.review(recorded.messages)
        #expect(try office.messages(recorded.messages) == before)
    }

    @Test func anEndedRecruitmentIsNotWrittenToByApproval() throws {
        let recorded = try office.add(approving: false)
        _ = try office.desk.hear(
            .rejected, in: recorded.recruitment, from: nil, at: at("2026-11-18T10:00:00Z"))
        let request = try #require(try office.message(.feedbackRequest, in: recorded.recruitment))
        #expect(try approve(request.id, at: "2026-11-18T11:00:00Z").message.state == .queued)
        #expect(throws: DeskProblem.wrongState(recorded.messages[1], .cancelled, .approve)) {
            try approve(recorded.messages[1])
        }
    }
}
