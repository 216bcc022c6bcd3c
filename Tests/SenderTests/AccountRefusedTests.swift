import Etiquette
import Fixtures
import Foundation
import Ledger
import Sender
import Testing

@testable import Mail

/// A refusal of the account is booked on nobody: the run ends, and everything stays queued.
@Suite struct AccountRefusedTests {
    private let post: Post
    /// To Jane, Sam and Ines, in this order.
    private let notes: [Message.ID]

    init() throws {
        post = try Post()
        notes = Array(try post.interview([Post.jane, Post.sam, Post.ines]).messages.prefix(3))
    }

    private static func reply(_ code: Int, _ text: String, _ phase: Phase, status: String? = "5.7.1")
        -> ServerReply
    {
        ServerReply(code: code, enhancedStatus: status, text: text, phase: phase)
    }

    private static func refusing(_ reply: ServerReply) -> ScriptedTransport.Scene {
        ScriptedTransport.Scene(asks: reply.phase == .body, outcome: .refused(reply))
    }

    @Test(arguments: [Phase.mail, .rcpt, .data, .body])
    func whatTheUserMustMendLeavesAllQueuedAndSaysWhy(phase: Phase) throws {
        let reply = Self.reply(553, "Sender address rejected: not owned by user ada", phase)
        let transport = ScriptedTransport([
            .init(asks: phase == .body, outcome: .stopped(.senderRefused, reply))
        ])
        let report = try post.send(by: transport)
        #expect(transport.envelopes.count == 1)
        #expect(try post.states(notes) == [.queued, .queued, .queued])
        guard case .mend(.senderRefused, reply)? = report.stop else {
            Issue.record("\(String(describing: report.stop))")
            return
        }
        for note in notes {
            let message = try post.message(note)
            #expect(message.reason?.code == .notSending && message.reason?.moment == post.now)
            #expect(message.reason?.detail == "553 5.7.1 Sender address rejected: not owned by user ada")
            #expect(message.nextAttempt == nil)
        }
        // What was given and not taken is known not to be delivered, and goes once it is mended.
        #expect(try post.attempts(notes[0]).map(\.outcome) == [.stopped])
        #expect(try post.send(by: ScriptedTransport()).sent == notes)
        #expect(try post.message(notes[0]).reason == nil)
        #expect(try post.desk.check().isEmpty)
    }

    @Test(arguments: [Phase.rcpt, .body])
    func aLimitDefersAllForAnHourAtLeast(phase: Phase) throws {
        let reply = Self.reply(550, "Daily user sending limit exceeded", phase, status: "5.4.5")
        let fault = TransportFault(kind: .limitReached, code: 0, detail: "")
        let scene = ScriptedTransport.Scene(
            asks: phase == .body, outcome: .deferred(scope: .server, reply, fault))
        let transport = ScriptedTransport([scene])
        let report = try post.send(by: transport)
        #expect(transport.envelopes.count == 1 && report.deferred == notes && report.refused.isEmpty)
        for note in notes {
            let message = try post.message(note)
            #expect(message.state == .queued && message.nextAttempt == post.now + 3600)
            #expect(message.reason?.detail == "550 5.4.5 Daily user sending limit exceeded")
        }
    }

    @Test(arguments: [Phase.rcpt, .data, .body])
    func theSecondRefusalInTheSameWordsStopsTheRun(phase: Phase) throws {
        let transport = ScriptedTransport([
            Self.refusing(Self.reply(554, "<jane.okafor@example.org>: not today, id 4711", phase)),
            Self.refusing(Self.reply(554, "<sam.obrien@example.org>: Not today, id 4712", phase)),
        ])
        let report = try post.send(by: transport)
        #expect(transport.envelopes.count == 2)
        #expect(report.refused == [notes[0]])
        #expect(try post.states(notes) == [.refused, .queued, .queued])
        guard case .mend(.refusedAlike, _)? = report.stop else {
            Issue.record("\(String(describing: report.stop))")
            return
        }
        #expect(try post.message(notes[2]).reason?.code == .notSending)
    }

    /// One a run would be refused otherwise, until none is left.
    @Test func theNextRunRemembersTheRefusal() throws {
        let words = "not today"
        _ = try post.send(
            by: ScriptedTransport([
                Self.refusing(Self.reply(554, words, .rcpt)), Self.refusing(Self.reply(554, words, .rcpt)),
            ]))
        for _ in 0..<3 {
            let transport = ScriptedTransport([Self.refusing(Self.reply(554, words, .rcpt))])
            #expect(try post.send(by: transport).refused.isEmpty)
            #expect(transport.envelopes.count == 1)
        }
        #expect(try post.states(notes) == [.refused, .queued, .queued])
        #expect(try post.send(by: ScriptedTransport()).sent == Array(notes.dropFirst()))
    }

    @Test(arguments: [
        // Of people: one by one.
        ("550", "5.1.1", "no such user", "no such user"), ("552", "5.2.2", "mailbox full", "mailbox full"),
        (
            "550", "5.7.1", "Recipient address rejected: Access denied",
            "Recipient address rejected: Access denied"
        ),
        // In other words.
        ("554", "5.7.1", "looks like spam", "bad link in the text"),
    ])
    func refusalsOfPeopleStayTheirOwn(code: String, status: String, first: String, second: String) throws {
        let replies = [first, second].map { Self.reply(Int(code) ?? 0, $0, .rcpt, status: status) }
        let report = try post.send(by: ScriptedTransport(replies.map(Self.refusing)))
        #expect(report.refused == Array(notes.prefix(2)) && report.sent == [notes[2]] && report.stop == nil)
    }

    /// Who takes one in between does not refuse the account.
    @Test func whatWasTakenInBetweenTellsThemApart() throws {
        let refusal = Self.refusing(Self.reply(554, "looks like spam", .body))
        let report = try post.send(by: ScriptedTransport([refusal, .init(), refusal]))
        #expect(report.refused == [notes[0], notes[2]] && report.sent == [notes[1]] && report.stop == nil)
    }

    /// The same letter again, edited by its writer, is no second one.
    @Test func oneMessageThatIsRefusedTwiceStopsNothing() throws {
        let refusal = Self.refusing(Self.reply(554, "looks like spam", .body))
        _ = try post.desk.hold(Array(notes.dropFirst()), at: post.now)
        #expect(try post.send(by: ScriptedTransport([refusal])).refused == [notes[0]])
        _ = try post.desk.edit(notes[0], subject: nil, body: nil)
        _ = try post.desk.approve([notes[0]], ignoring: [], at: post.now)
        let report = try post.send(by: ScriptedTransport([refusal]))
        #expect(report.refused == [notes[0]] && report.stop == nil)
    }
}
