import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// What the request for feedback answers (rule `feedback`).
@Suite struct BadNewsThreadTests {
    private let running: RunningApplication
    private let box: Letterbox
    private let jane: Person.ID
    private let recruitment: Recruitment.ID
    private static let now = at("2026-11-20T10:00:00Z")

    /// Two on the panel, Hana to ask; the interview ended on 17 November.
    init() throws {
        running = try RunningApplication()
        let recorded = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
        box = Letterbox(running: running)
        jane = try running.message(recorded.messages[0]).recipient.id
        recruitment = recorded.recruitment
    }

    @Test func aRequestForFeedbackAnswersTheMailThatBroughtTheNews() throws {
        try box.note(box.fact(.reply, [recruitment], from: jane))
        _ = try running.desk.hear(.rejected, in: recruitment, from: nil, at: Self.now)
        let request = try #require(try running.message(.feedbackRequest, in: recruitment))
        #expect(request.recipient.id == jane)
        let answered = try running.ledger.read { try $0.answered(by: request) }
        #expect(answered?.messageID == "r1@example.org" && answered?.references == ["note@example.net"])
        #expect(
            try running.desk.messageStatus(for: [request.id], at: Self.now)[0].threadSubject
                == "Re: Thank you")
    }

    @Test func newsFromElsewhereIsNoThread() throws {
        _ = try running.desk.hear(.rejected, in: recruitment, from: "Jane Okafor", at: Self.now)
        let request = try #require(try running.message(.feedbackRequest, in: recruitment))
        #expect(try running.ledger.read { try $0.answered(by: request) } == nil)
    }

    @Test func nobodyIsAskedForFeedbackAtAnAddressThatTakesNoMail() throws {
        try box.note(
            box.fact(
                .possibleReply, [recruitment], address: "no-reply@example.org", name: "City Jobs",
                evidence: ["domain"]))
        _ = try running.desk.hear(.rejected, in: recruitment, from: nil, at: Self.now)
        let request = try #require(try running.message(.feedbackRequest, in: recruitment))
        #expect(request.recipient.name == "Hana Lee")
        #expect(try running.ledger.read { try $0.answered(by: request) } == nil)
    }
}
