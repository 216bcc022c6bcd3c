import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct EditingTests {
    private let running: RunningApplication
    private let id: Message.ID
    private static let words = "Dear Jane Okafor,\n\nThank you for your time.\n\nAda Example\n"

    init() throws {
        running = try RunningApplication()
        id = try running.add(approving: false).messages[0]
    }

    private func bring(to state: MessageState) throws {
        guard state != .draft else { return }
        _ = try running.desk.approve([id], ignoring: [], at: at("2026-11-17T17:00:00Z"))
        switch state {
        case .held: _ = try running.desk.hold([id], at: at("2026-11-17T18:00:00Z"))
        case .cancelled: _ = try running.desk.cancel([id], at: at("2026-11-17T18:00:00Z"))
        case .queued: break
        default: try running.end(id, as: state, at: at("2026-11-18T15:00:00Z"))
        }
    }

    @Test(arguments: [MessageState.draft, .queued, .held, .refused])
    func anEditMakesADraftAgain(state: MessageState) throws {
        try bring(to: state)
        let edited = try running.desk.edit(id, subject: "With thanks", body: Self.words).message
        #expect(edited.state == .draft && edited.reason == nil && edited.messageID == nil)
        #expect(edited.subject == "With thanks" && edited.body == Self.words && edited.template == nil)
        #expect(try running.frozen(id) == nil)
    }

    @Test(arguments: [MessageState.handedOver, .sent, .unconfirmed, .cancelled])
    func whatLeftOrWasCalledOffIsNotEdited(state: MessageState) throws {
        try bring(to: state)
        let before = try running.message(id)
        #expect(throws: DeskProblem.wrongState(id, state, .edit)) {
            try running.desk.edit(id, subject: nil, body: Self.words)
        }
        #expect(try running.message(id) == before)
    }

    @Test(arguments: [MessageState.queued, .held])
    func theSameWordsChangeNothing(state: MessageState) throws {
        try bring(to: state)
        let before = try running.message(id)
        let edited = try running.desk.edit(id, subject: before.subject, body: before.body).message
        #expect(edited == before)
    }

    /// A server may refuse what was never wrong, a full mailbox for instance: the way back is open.
    @Test func whatWasRefusedMayBeApprovedAnewWithTheSameWords() throws {
        try bring(to: .refused)
        let before = try running.message(id)
        let edited = try running.desk.edit(id, subject: nil, body: before.body).message
        #expect(edited.state == .draft && edited.body == before.body && edited.template == before.template)
    }

    @Test func aCorrectionGetsAnotherMessageID() throws {
        try bring(to: .queued)
        let first = try running.message(id).messageID
        _ = try running.desk.edit(id, subject: "With thanks", body: nil)
        let second = try running.desk.approve([id], ignoring: [], at: at("2026-11-17T19:00:00Z"))[0].message
            .messageID
        #expect(first != nil && second != nil && first != second)
    }

    @Test func aDraftThatWasNeverApprovedKeepsItsFirstMessageID() throws {
        _ = try running.desk.edit(id, subject: "With thanks", body: nil)
        #expect(try running.message(id).revision == 1)
    }

    @Test func theMessageIDIsTheSameAfterDoubt() throws {
        try bring(to: .unconfirmed)
        let before = try running.message(id)
        let frozen = try running.frozen(id)
        _ = try running.desk.resolve(id, delivered: false, at: at("2026-11-18T16:00:00Z"))
        _ = try running.desk.release([id], at: at("2026-11-18T16:01:00Z"))
        let after = try running.message(id)
        #expect(after.state == .queued && after.messageID == before.messageID && after.messageID != nil)
        #expect(try running.frozen(id) == frozen)
    }

    @Test(arguments: [
        ("Dear Jane Okafor,\r\n\r\nThanks.\r\n", "Dear Jane Okafor,\n\nThanks.\n"),
        ("\n\nDear Jane Okafor,  \n\nThanks. \t\n\n\n", "Dear Jane Okafor,\n\nThanks.\n"),
        ("Dear Jane Okafor,\n\n\nThanks.", "Dear Jane Okafor,\n\n\nThanks.\n"), ("", ""), (" \n\n", ""),
    ])
    func theTextIsTidiedAtItsEndsAlone(text: String, body: String) throws {
        #expect(try running.desk.edit(id, subject: nil, body: text).message.body == body)
    }

    @Test(arguments: ["", "  ", "line\nbreak", "a\u{202E}b", "a\u{0}b", String(repeating: "x", count: 201)])
    func aSubjectPassesTheDoor(subject: String) throws {
        #expect(throws: InputProblem.self) { try running.desk.edit(id, subject: subject, body: nil) }
    }

    @Test func whatTheUserWroteIsReadLikeAnythingElse() throws {
        let review = try running.desk.edit(id, subject: nil, body: "Dear Sir,\n\nAny news?\n")
        #expect(
            Set(review.findings.map(\.code)) == [
                .noTalkingPoint, .length, .asksAboutResult, .greetingMismatch, .notSigned, .noRole,
                .noOrganisation,
            ])
    }
}
