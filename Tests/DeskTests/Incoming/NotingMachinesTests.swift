import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// What follows from what machines write, and from what proves that a message arrived or came back.
@Suite final class NotingMachinesTests: NotedMails {
    // MARK: - Machines

    @Test func whatComesBackOfAnInterviewThatIsOffIsCancelledWithIt() throws {
        try running.end(thanks, as: .sent, at: at("2026-11-18T15:00:00Z"))
        _ = try running.desk.cancelInterview(recorded.interview, at: at("2026-11-18T15:02:00Z"))
        try box.note(box.bounce(thanks, at: "2026-11-18T15:05:00Z"))
        #expect(try running.message(thanks).reason?.code == .calledOff)
        #expect(
            try running.verdict(on: thanks, at: at("2026-11-18T16:00:00Z"))
                == .hold(Reason(.calledOff, moment: at("2026-11-18T16:00:00Z"))))
    }

    @Test func aQuestionThatComesBackAfterTheRejectionIsFollowedByTheRequestForFeedback() throws {
        let asked = at("2026-12-01T15:00:00Z")
        try running.end(question, as: .sent, at: asked)
        _ = try running.desk.hear(.rejected, in: recruitment, from: nil, at: asked + 60)
        #expect(try running.message(.feedbackRequest, in: recruitment) == nil)
        try box.note(box.bounce(question, at: "2026-12-01T15:05:00Z"), at: "2026-12-01T16:00:00Z")
        #expect(try running.message(.feedbackRequest, in: recruitment)?.state == .draft)
        #expect(try !running.desk.advise(at: asked + 7200).map(\.code).contains(.bounced))
    }

    @Test func anAutomaticAnswerIsLoggedAndChangesNothing() throws {
        var fact = box.fact(.automatic, [recruitment], from: jane)
        fact.sort = "absence"
        fact.returns = Day("2026-12-07")
        let noted = try box.note(fact)
        #expect(noted[0].contact?.outcome == .automatic && noted[0].contact?.detail == "absence 2026-12-07")
        #expect(noted[0].changed.isEmpty)
        #expect(try running.state(question) == .queued)
        #expect(try open().isEmpty)
    }

    @Test func aChallengeIsToldUntilTheUserHasSeenToIt() throws {
        try box.note(box.fact(.challenge, [recruitment], from: jane))
        #expect(try running.state(question) == .queued)
        #expect(try running.desk.advise(at: Self.now).first?.code == .challenge)
        // What is said meanwhile is not about it.
        let heard = try running.desk.hear(.replied(courtesy: true), in: recruitment, from: nil, at: Self.now)
        #expect(heard.contact.messageID == nil)
        _ = try running.desk.dismiss(nil, in: recruitment, at: Self.now)
        #expect(try running.desk.advise(at: Self.now).first?.code != .challenge)
    }

    // MARK: - Evidence

    @Test(arguments: [MailFact.Meaning.reply, .possibleReply, .automatic])
    func anAnswerSettlesADoubtfulDelivery(meaning: MailFact.Meaning) throws {
        try running.end(thanks, as: .unconfirmed, at: at("2026-11-18T15:00:00Z"))
        try box.note(box.fact(meaning, [recruitment], from: jane, answering: thanks))
        #expect(try running.state(thanks) == .sent)
        let sent = try running.contacts().first { $0.outcome == .sent }
        #expect(sent?.time == at("2026-11-18T15:00:00Z"))
    }

    @Test func aMessageThatCameBackIsMendedByAnotherAddress() throws {
        try running.end(thanks, as: .sent, at: at("2026-11-18T15:00:00Z"))
        let noted = try box.note(box.bounce(thanks, at: "2026-11-18T15:05:00Z"))
        #expect(noted[0].changed.map(\.state) == [.bounced])
        #expect(try running.desk.advise(at: Self.now).map(\.code).contains(.bounced))
        #expect(try running.desk.queue(all: false, at: Self.now).contains { $0.message.id == thanks })
        let address = try EmailAddress("jane.o@example.org")
        let mended = try running.desk.edit(
            "Jane Okafor", PersonChanges(name: nil, address: address, salutation: nil), at: Self.now)
        #expect(mended.changed.map(\.id) == [thanks])
        let message = try running.message(thanks)
        #expect(message.state == .draft && message.revision == 2 && message.recipient.address == address)
        #expect(try running.desk.approve([thanks], ignoring: [], at: Self.now)[0].blocking.isEmpty)
        #expect(try [MessageState.queued, .held].contains(running.state(thanks)))
        #expect(try running.message(thanks).reason?.code != .duplicate)
    }

    @Test func aMessageThatCameBackMayGoAgainAsItIsOrBeDoneInAnotherWay() throws {
        try running.end(thanks, as: .sent, at: at("2026-11-18T15:00:00Z"))
        try box.note(box.bounce(thanks, at: "2026-11-18T15:05:00Z", isPermanent: false))
        #expect(try running.message(thanks).reason?.code == .bouncedForNow)
        _ = try running.desk.edit(thanks, subject: nil, body: nil)
        #expect(try running.state(thanks) == .draft)
        _ = try running.desk.approve([thanks], ignoring: [], at: at("2026-11-18T16:00:00Z"))
        try running.end(thanks, as: .sent, at: at("2026-11-19T16:00:00Z"))
        try box.note(box.bounce(thanks, at: "2026-11-19T16:05:00Z"))
        #expect(try running.state(thanks) == .bounced)
        let heard = try running.desk.log(
            Desk.Said(
                person: "Jane Okafor", channel: .post, direction: .out, recruitment: nil, message: nil,
                answering: false, time: Self.now, note: nil), at: Self.now)
        #expect(heard.contact.message == thanks)
        #expect(try running.state(thanks) == .cancelled)
        #expect(try running.message(thanks).reason?.code == .fulfilled)
        #expect(try running.desk.check().isEmpty)
    }
}
