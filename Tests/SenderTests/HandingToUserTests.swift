import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Sender
import Testing

/// What the user sends by hand is judged as anything else, and given to them once.
@Suite struct HandingToUserTests {
    private let post: Post
    private let messages: [Message.ID]

    /// A thank-you to Jane that is due, and the question to her, which is not.
    init() throws {
        post = try Post()
        messages = try post.interview().messages
    }

    private func handing(_ change: (inout Sender.Settings) -> Void = { _ in }) throws -> HandingToUser {
        var settings = Sender.Settings(
            etiquette: post.desk.settings, from: try Post.ada(), server: "by-hand")
        settings.isByHand = true
        change(&settings)
        return HandingToUser(ledger: post.ledger, settings: settings) { [hands = post.hands] in
            hands.time.withLock { $0 }
        }
    }

    private func refusal(_ id: Message.ID, at time: Date? = nil) throws -> NotGiven? {
        if let time { post.now = time }
        return #expect(throws: NotGiven.self) { try handing().open(id) }
    }

    /// Whatever kills the program afterwards finds this on disk.
    @Test func whatIsOpenedIsInDoubtBeforeAnythingIsShown() throws {
        let letter = try handing().open(messages[0])
        let other = try post.otherProcess()
        let message = try other.read { try $0.message(messages[0]) }
        #expect(message.state == .unconfirmed && message.reason?.code == .opened)
        #expect(try other.read { try $0.dispatched(messages[0]) } == letter.bytes)
        #expect(letter.body == message.body && letter.subject == message.subject)
        #expect(letter.recipient.address == message.recipient.address)
        #expect(try post.contacts().isEmpty)
    }

    @Test func itIsOpenedOnce() throws {
        try #require(try handing().open(messages[0]).message == messages[0])
        guard case .state(let message)? = try refusal(messages[0]) else {
            Issue.record("it was refused for another reason")
            return
        }
        #expect(message.reason?.code == .opened)
        #expect(try post.attempts(messages[0]).count == 1)
        // Nor does a server get it, should one be configured now.
        let transport = ScriptedTransport()
        try post.send(by: transport)
        #expect(transport.envelopes.isEmpty)
        #expect(try post.message(messages[0]).state == .unconfirmed)
    }

    @Test func sentMeansOneContactFromTheMomentOfOpening() throws {
        _ = try handing().open(messages[0])
        let opened = post.now
        post.now += 3600
        #expect(try post.desk.answer(opened: messages[0], isSent: true, at: post.now).state == .sent)
        let contact = try #require(try post.contacts().first)
        #expect(
            contact.time == opened && contact.detail == "you sent it yourself" && contact.channel == .email)
        // The mail program keeps its own copy: none is owed, whatever is configured later.
        #expect(try post.ledger.read { try $0.owedCopies(sentAfter: .distantPast) }.isEmpty)
    }

    @Test func notSentGoesBackIntoTheQueueAndMayBeOpenedAgain() throws {
        let first = try handing().open(messages[0])
        #expect(try post.desk.answer(opened: messages[0], isSent: false, at: post.now).state == .queued)
        let second = try handing().open(messages[0])
        #expect(second.body == first.body)
        #expect(try post.attempts(messages[0]).count == 2)
        #expect(try post.desk.answer(opened: messages[0], isSent: true, at: post.now).state == .sent)
        #expect(try post.contacts().count == 1)
    }

    /// Its window may stand open still: a server gets it only on a word of its own.
    @Test func whatWasOpenedOnceGoesToNoServerUnasked() throws {
        _ = try handing().open(messages[0])
        _ = try post.desk.answer(opened: messages[0], isSent: false, at: post.now)
        let transport = ScriptedTransport()
        #expect(try post.send(by: transport).held == [messages[0]])
        #expect(transport.envelopes.isEmpty)
        #expect(try post.message(messages[0]).reason?.code == .notDelivered)
        _ = try post.desk.release([messages[0]], at: post.now)
        #expect(try post.send(by: transport).sent == [messages[0]])
        #expect(transport.envelopes.count == 1)
    }

    @Test(
        "what did not leave does not go for an interview that was taken back meanwhile",
        arguments: [true, false], [true, false])
    func meanwhile(isOnlyOne: Bool, isResolved: Bool) throws {
        if !isOnlyOne { _ = try post.interview(ended: "2026-11-10 12:00") }
        _ = try handing().open(messages[0])
        let interview = try #require(try post.message(messages[0]).followUp.interview)
        _ = try post.desk.cancelInterview(interview, at: post.now)
        let settled =
            try isResolved
            ? post.desk.resolve(messages[0], delivered: false, at: post.now)
            : post.desk.answer(opened: messages[0], isSent: false, at: post.now)
        #expect(settled.state == .cancelled && settled.reason?.code == .calledOff)
    }

    @Test func aNameThatWasMendedMeanwhileStandsInItBeforeItIsOpenedAgain() throws {
        _ = try handing().open(messages[0])
        let changes = PersonChanges(name: "Jane Okafor-Lee", address: nil, salutation: nil)
        _ = try post.desk.edit("jane.okafor@example.org", changes, at: post.now)
        let message = try post.desk.answer(opened: messages[0], isSent: false, at: post.now)
        #expect(message.state == .draft && message.body.contains("Okafor-Lee"))
    }

    @Test func notSentWhenItsTimeIsOverIsHeld() throws {
        _ = try handing().open(messages[0])
        let late = at("2026-11-21T15:00:00Z")
        #expect(try post.desk.answer(opened: messages[0], isSent: false, at: late).state == .held)
        #expect(try post.message(messages[0]).reason?.code == .late)
    }

    @Test(arguments: [
        ("2026-11-18T14:59:59Z", Reason.Code.early), ("2026-11-18T19:00:00Z", .closedHours),
        ("2026-11-19T07:59:59Z", .closedHours),
    ])
    func itWaitsForItsTimeAndTheHours(time: String, code: Reason.Code) throws {
        guard case .wait(_, let reason, _)? = try refusal(messages[0], at: at(time)) else {
            Issue.record("it was refused for another reason")
            return
        }
        #expect(reason.code == code)
        #expect(try post.message(messages[0]).state == .queued)
        #expect(try post.attempts(messages[0]).isEmpty)
    }

    @Test func whatIsTooLateIsHeld() throws {
        guard case .held(_, let reason, _)? = try refusal(messages[0], at: at("2026-11-20T15:00:01Z")) else {
            Issue.record("it was refused for another reason")
            return
        }
        #expect(reason.code == .late)
        #expect(try post.message(messages[0]).state == .held)
    }

    @Test func aDayLiesBetweenTwoToOnePerson() throws {
        let other = try post.interview(ended: "2026-11-17 12:00", organisation: "Another Council").messages[0]
        _ = try handing().open(messages[0])
        guard case .wait(_, let reason, _)? = try refusal(other) else {
            Issue.record("it was refused for another reason")
            return
        }
        #expect(reason.code == .dayBetween)
    }

    @Test func draftsHeldOnesAndCardsAreNotOpened() throws {
        let more = try post.interview(["Bo Lind=the archive", Post.sam], organisation: "Another Council")
            .messages
        #expect(try refusal(more[0]) == .isACard(more[0]))
        _ = try post.desk.edit(more[1], subject: "Another", body: nil)
        _ = try post.desk.hold([messages[0]], at: post.now)
        for id in [more[1], messages[0]] {
            guard case .state(let message)? = try refusal(id) else {
                Issue.record("it was refused for another reason")
                return
            }
            #expect(message.id == id)
        }
        #expect(throws: LedgerProblem.self) { try handing().open(Message.ID(rawValue: 99)) }
    }

    @Test func theQuestionIsOpenedOnlyWhenTheMailboxWasRead() throws {
        _ = try handing().open(messages[0])
        _ = try post.desk.answer(opened: messages[0], isSent: true, at: post.now)
        post.now = at("2026-12-01T15:00:00Z")
        let now = post.now
        let unread = try handing {
            $0.listenBeforeAsking = { .unreadable(until: now + 300, why: "the mailbox is gone") }
        }
        #expect(throws: NotGiven.self) { try unread.open(messages[1]) }
        #expect(try post.message(messages[1]).state == .queued)
        let letter = try handing { $0.listenBeforeAsking = { .read(now) } }.open(messages[1])
        #expect(letter.subject.hasPrefix("Re: "), "in the thread of the thank-you")
    }

    @Test func aCopyInTheSentFolderIsProofEnough() throws {
        let (id, left) = (messages[0], post.now - 60)
        let bytes = try #require(try post.ledger.read { try $0.frozen(id) })
        let copy = FoundCopy(messageID: nil, bytes: bytes, subject: "Thank you", left: left, isCertain: true)
        let look = try handing { $0.lookForCopies = { _ in .searched([id: copy]) } }
        #expect(throws: NotGiven.sentBefore(id)) { try look.open(id) }
        #expect(try post.message(id).state == .sent)
    }

    /// A run for somebody who sends by hand connects to nobody, and says what is ready.
    @Test func aRunHandsNothingOver() throws {
        let transport = ScriptedTransport()
        let report = try post.sender(by: transport) { $0.isByHand = true }.sendDue()
        #expect(report.ready == [messages[0]] && report.sent.isEmpty)
        #expect(transport.envelopes.isEmpty && transport.closings == 0)
        #expect(try post.message(messages[0]).state == .queued)
    }

    @Test func aRunWakesForWhatIsNewAndForTheEndOfWhatWasTold() throws {
        let sender = try post.sender(by: ScriptedTransport()) { $0.isByHand = true }
        #expect(try sender.nextDeparture() == post.now)
        #expect(try sender.nextDeparture(besides: [messages[0]]) == at("2026-11-20T15:00:01Z"))
        post.now = at("2026-11-20T15:00:01Z")
        #expect(try sender.nextDeparture(besides: [messages[0]]) == post.now)
        #expect(try sender.sendDue().held == [messages[0]])
    }
}
