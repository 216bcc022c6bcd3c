import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite("feedback and two-weeks: whoever spoke is heard, whoever brought the news is asked")
struct BringerTests {
    private let running: RunningApplication
    private let recruitment: Recruitment.ID
    private static let now = at("2026-11-20T12:00:00Z")

    init() throws {
        running = try RunningApplication()
        recruitment = try running.add().recruitment
    }

    @Test("a second rejection, by somebody else, asks that person")
    func bringer() throws {
        _ = try running.desk.hear(.rejected, in: recruitment, from: nil, at: Self.now)
        _ = try running.desk.unhear(in: recruitment, at: Self.now)
        _ = try running.desk.hear(
            .rejected, in: recruitment, from: "HR Team <people@example.org>", at: Self.now + 86_400)
        let request = try #require(try running.message(.feedbackRequest, in: recruitment))
        #expect(request.recipient.name == "HR Team")
        #expect(request.body.hasPrefix("Dear HR Team,"))
        #expect(request.due == at("2026-11-23T08:00:00Z"))
    }

    @Test("somebody from another recruitment brought no news of this one")
    func stranger() throws {
        let other = try running.add(Told(organisation: "York Library", panel: [Told.sam]))
        let sam = try running.message(other.messages[0]).recipient
        let here = try running.recruitment(recruitment)
        #expect(throws: DeskProblem.notInRecruitment(sam, here)) {
            try running.desk.hear(.rejected, in: recruitment, from: String(sam.id.rawValue), at: Self.now)
        }
    }

    @Test("an answer by somebody who only ever wrote is a reply all the same")
    func heardFromAWriter() throws {
        _ = try running.desk.hear(
            .replied(courtesy: false), in: recruitment, from: "HR Team <people@example.org>", at: Self.now)
        _ = try running.desk.unhear(in: recruitment, at: Self.now)
        let said = Desk.Said(
            person: "people@example.org", channel: .email, direction: .in, recruitment: nil, message: nil,
            answering: false, time: Self.now, note: nil)
        _ = try running.desk.log(said, at: Self.now)
        #expect(try running.message(.decisionStatus, in: recruitment)?.reason?.code == .replied)
    }

    @Test("a call serves no message")
    func call() throws {
        let question = try #require(try running.message(.decisionStatus, in: recruitment)).id
        let said = Desk.Said(
            person: "jane.okafor@example.org", channel: .phone, direction: .out, recruitment: nil,
            message: question, answering: false, time: Self.now, note: nil)
        #expect(throws: DeskProblem.thanksNobody(.phone)) { try running.desk.log(said, at: Self.now) }
    }
}
