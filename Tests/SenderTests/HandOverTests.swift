import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Sender
import Testing

@testable import Mail

/// A message is judged once more, and written down, before its first byte leaves.
@Suite struct HandOverTests {
    private let post: Post
    private let id: Message.ID
    private let recruitment: Recruitment.ID

    init() throws {
        post = try Post()
        let recorded = try post.interview()
        (id, recruitment) = (recorded.messages[0], recorded.recruitment)
    }

    /// Something that the user does by another command while the server is being talked to.
    private func meanwhile(_ body: @escaping () throws -> Void) -> ScriptedTransport {
        ScriptedTransport([ScriptedTransport.Scene(before: body)])
    }

    @Test func whatWillBeDoneIsOnDiskBeforeItIsDone() throws {
        let other = try post.otherProcess()
        var seen: [MessageState] = []
        var dispatched: [UInt8]?
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(
                before: { seen.append(try other.read { try $0.message(id).state }) },
                during: { _ in
                    seen.append(try other.read { try $0.message(id).state })
                    dispatched = try other.read { try $0.dispatched(id) }
                    let open = try #require(try other.read { try $0.attempts(of: id) }.first)
                    #expect(open.started == post.now && open.ended == nil && open.outcome == nil)
                    #expect(try other.read { try $0.contacts() }.isEmpty)
                })
        ])
        let report = try post.send(by: transport)
        #expect(seen == [.queued, .handedOver])
        #expect(dispatched == transport.bodies.first)
        #expect(report.sent == [id])
        #expect(try post.message(id).state == .sent)
    }

    @Test func aNameMendedWhileTheBodyIsOnItsWayKeepsItFromGoingAgainAsItIs() throws {
        let changes = PersonChanges(name: "Jane Okafor-Smith", address: nil, salutation: nil)
        let later = Delivery.deferred(
            scope: .message, ServerReply(code: 451, enhancedStatus: nil, text: "later", phase: .body),
            TransportFault(kind: .answered, code: 0, detail: ""))
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(
                during: { [post] _ in
                    _ = try post.desk.edit("jane.okafor@example.org", changes, at: post.now)
                }, outcome: later)
        ])
        #expect(try post.send(by: transport).deferred == [id])
        post.now += 600
        let second = ScriptedTransport()
        #expect(try post.send(by: second).held == [id])
        #expect(second.bodies.isEmpty)
        #expect(try post.message(id).reason?.code == .outdated)
        _ = try post.desk.release([id], at: post.now)
        #expect(try post.message(id).state == .draft)
        #expect(try post.message(id).body.hasPrefix("Dear Jane Okafor-Smith,"))
    }

    @Test(arguments: ["cancel", "hold", "edit", "rejected", "log"])
    func whatTheUserDoesUpToThatMomentCounts(deed: String) throws {
        let note = try post.message(id)
        let transport = meanwhile { [post, id, recruitment] in
            let desk = post.desk
            switch deed {
            case "cancel": _ = try desk.cancel([id], at: post.now)
            case "hold": _ = try desk.hold([id], at: post.now)
            case "edit": _ = try desk.edit(id, subject: "Another", body: nil)
            case "rejected": _ = try desk.hear(.offered, in: recruitment, from: nil, at: post.now)
            default:
                _ = try desk.log(
                    Desk.Said(
                        person: "Jane Okafor", channel: .inPerson, direction: .out, recruitment: nil,
                        message: nil,
                        answering: false, time: post.now, note: nil), at: post.now)
            }
        }
        let report = try post.send(by: transport)
        #expect(transport.bodies.isEmpty)
        #expect(report.sent.isEmpty && report.held.isEmpty && report.stop == nil)
        #expect(try post.attempts(id).isEmpty)
        let expected: [String: MessageState] = ["hold": .held, "edit": .draft]
        #expect(try post.message(id).state == expected[deed, default: .cancelled])
        #expect(note.state == .queued)
    }

    @Test func anAnswerUpToThatMomentHoldsTheQuestion() throws {
        post.now = at("2026-12-01T15:00:00Z")
        _ = try post.desk.cancel([id], at: post.now)
        let question = try #require(
            try post.ledger.read { try $0.message(for: .decisionStatus(recruitment)) })
        let transport = meanwhile { [post, recruitment] in
            _ = try post.desk.hear(.replied(courtesy: false), in: recruitment, from: nil, at: post.now)
        }
        let report = try post.send(by: transport)
        #expect(transport.envelopes.count == 1 && transport.bodies.isEmpty)
        #expect(report.sent.isEmpty)
        #expect(try post.message(question.id).reason?.code == .replied)
    }

    @Test func whatBecomesLateWhileTheServerDawdlesIsHeld() throws {
        post.now = at("2026-11-20T15:00:00Z")
        let transport = meanwhile { [post] in post.now += 1 }
        let report = try post.send(by: transport)
        #expect(transport.bodies.isEmpty)
        #expect(report.held == [id])
        #expect(try post.message(id).reason == Reason(.late, moment: at("2026-11-20T15:00:00Z")))
    }

    @Test func whatIsClosedByThenWaits() throws {
        post.now = at("2026-11-18T18:59:59Z")
        let transport = meanwhile { [post] in post.now += 1 }
        let report = try post.send(by: transport)
        #expect(transport.bodies.isEmpty && report.held.isEmpty)
        #expect(try post.message(id).state == .queued)
    }

    @Test func approvedUnderAnotherSenderIsHeld() throws {
        let transport = ScriptedTransport()
        let report = try post.send(by: transport, as: "ada@example.com")
        #expect(transport.bodies.isEmpty)
        #expect(report.held == [id])
        let message = try post.message(id)
        #expect(message.state == .held)
        #expect(message.reason == Reason(.senderChanged, moment: post.now, detail: "ada@example.net"))
    }

    @Test(
        "approved under another name of the user's it is held", arguments: ["Ada Newname", "ada example", ""])
    func approvedUnderAnotherName(name: String) throws {
        let transport = ScriptedTransport()
        let report = try post.sender(by: transport) { settings in
            settings.from = Correspondent(name: name, address: settings.from.address)
        }.sendDue()
        #expect(transport.bodies.isEmpty)
        #expect(report.held == [id])
        #expect(
            try post.message(id).reason == Reason(.senderChanged, moment: post.now, detail: "Ada Example"))
    }

    @Test(arguments: ["ada@example.net", "Ada@EXAMPLE.net"])
    func theSameSenderInOtherLettersIsTheSame(address: String) throws {
        #expect(try post.send(by: ScriptedTransport(), as: address).sent == [id])
    }

    /// The question went to somebody else while the connection was made: the envelope is of before.
    @Test func envelopeAndLetterNameTheSamePerson() throws {
        let report = try post.send(
            by: meanwhile { [post, id] in
                _ = try post.desk.edit(
                    "Jane Okafor",
                    PersonChanges(name: nil, address: try EmailAddress("jo@example.org"), salutation: nil),
                    at: post.now)
                _ = try post.desk.approve([id], ignoring: [], at: post.now)
            })
        #expect(report.sent.isEmpty)
        #expect(try post.message(id).state == .queued)
        let next = ScriptedTransport()
        #expect(try post.send(by: next).sent == [id])
        #expect(next.envelopes.map(\.recipient.text) == ["jo@example.org"])
        #expect(try FrozenLetter(#require(next.bodies.first)).to.address.text == "jo@example.org")
    }

    @Test func exactlyTheFrozenBytesLeaveWithADate() throws {
        let frozen = try #require(try post.ledger.read { try $0.frozen(id) })
        let transport = ScriptedTransport()
        try post.send(by: transport)
        let lines = try #require(transport.texts.first).components(separatedBy: "\r\n")
        let dates = lines.filter { $0.hasPrefix("Date:") }
        #expect(dates == ["Date: Wed, 18 Nov 2026 15:00:00 +0000"])
        let others = lines.filter { !$0.hasPrefix("Date:") }.joined(separator: "\r\n")
        #expect(others == String(decoding: frozen, as: UTF8.self))
    }

    @Test func theEnvelopeHasTheUserAndOneRecipient() throws {
        let transport = ScriptedTransport()
        try post.send(by: transport)
        let expected = Envelope(
            sender: try EmailAddress("ada@example.net"),
            recipient: try EmailAddress("jane.okafor@example.org"))
        #expect(transport.envelopes == [expected])
        #expect(transport.closings == 1)
    }
}
