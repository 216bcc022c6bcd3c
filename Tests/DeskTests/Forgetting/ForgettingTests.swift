import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@testable import Desk

@Suite("Forgetting somebody at the desk")
struct DeskForgettingTests {
    private let running: RunningApplication
    private let told = Told(panel: [Told.jane, "Sam O'Brien <sam.obrien@example.org>=the map that Jane drew"])
    private let recorded: Recorded
    private let now = at("2026-11-17T17:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(told)
    }

    private func message(to name: String) throws -> Message {
        try #require(running.messages(recorded.messages).first { $0.recipient.name == name })
    }

    @Test func whatWouldGoIsToldAndNothingIsChanged() throws {
        let before = try running.messages(recorded.messages)
        let plan = try running.desk.wouldForget("Jane Okafor", at: now)
        #expect(plan.person.name == "Jane Okafor")
        #expect(plan.lettersWaiting.count == 1)
        #expect(try running.messages(recorded.messages) == before)
        #expect(try running.desk.forget("Jane Okafor", at: now) == plan)
    }

    @Test("a letter that has not gone is worded anew without them, as a draft", arguments: [true, false])
    func lettersToOthers(isOwn: Bool) throws {
        let toSam = try message(to: "Sam O'Brien")
        if isOwn {
            try running.ledger.write {
                try $0.redraft(
                    toSam.id, subject: toSam.subject, body: "Dear Sam O'Brien,\n\nas Jane Okafor said.\n",
                    template: nil)
            }
        }
        let forgotten = try running.desk.forget("jane.okafor@example.org", at: now)
        #expect(forgotten.lettersWaiting == [toSam.id])
        let after = try running.message(toSam.id)
        #expect(after.state == .draft)
        #expect(after.body.hasPrefix("Dear Sam O'Brien,\n"))
        #expect(!after.body.contains("Jane") && after.body.contains("Example Council"))
        #expect(try running.desk.review(after.id).blocking.isEmpty)
    }

    @Test("the question goes to somebody else then, as a draft", arguments: [false, true])
    func questionToAnother(isAnswered: Bool) throws {
        let question = try #require(try running.message(.decisionStatus, in: recorded.recruitment))
        #expect(question.recipient.name == "Jane Okafor")
        if isAnswered {
            _ = try running.desk.hear(
                .replied(courtesy: false), in: recorded.recruitment, from: nil, at: at("2026-11-17T16:30:00Z")
            )
        }
        let forgotten = try running.desk.forget("Jane Okafor", at: now)
        let after = try running.message(question.id)
        #expect(forgotten.readdressed == [after] && !forgotten.cancelled.contains(question.id))
        #expect(after.recipient.name == "Sam O'Brien" && after.body.hasPrefix("Dear Sam O'Brien,\n"))
        // What held it holds it still.
        #expect(after.state == (isAnswered ? .held : .draft))
        #expect(forgotten.unasked.isEmpty)
    }

    @Test func whereNobodyIsLeftToAskThatIsSaidAndTheQuestionComesBackWithSomebody() throws {
        _ = try running.desk.forget("Sam O'Brien", at: now)
        let question = try #require(try running.message(.decisionStatus, in: recorded.recruitment))
        let forgotten = try running.desk.forget("Jane Okafor", at: now)
        #expect(try forgotten.unasked == [running.recruitment(recorded.recruitment)])
        #expect(forgotten.cancelled.contains(question.id))
        try running.mend(recorded) { $0.contact = try NameAndAddress(Told.hana) }
        let after = try running.message(question.id)
        #expect(after.state == .draft && after.recipient.name == "Hana Lee")
    }

    @Test func theUsersOwnNameIsNobodyElses() throws {
        let running = try RunningApplication(sender: "Jane Example <ada@example.net>")
        let recorded = try running.add()
        try running.add(
            Told(role: "Editor", ended: "2026-11-16 10:00", panel: [Told.sam]),
            at: at("2026-11-17T17:00:00Z"))
        let forgotten = try running.desk.forget("Jane Okafor", at: now)
        #expect(forgotten.lettersWaiting == [] && forgotten.lettersSent == [])
        #expect(forgotten.messages == recorded.messages)
    }

    @Test func whoIsOnTheirWayIsNotForgotten() throws {
        let toJane = try message(to: "Jane Okafor")
        try running.handOver(toJane.id, at: now)
        let jane = toJane.recipient
        #expect(throws: DeskProblem.somethingUnderWay(jane, toJane.id, .handedOver)) {
            try running.desk.forget("Jane Okafor", at: now)
        }
        #expect(try running.message(toJane.id).recipient.name == "Jane Okafor")
    }

    @Test func thereIsNothingToMendInWhoWasForgotten() throws {
        let id = try String(running.desk.forget("Jane Okafor", at: now).person.id.rawValue)
        let changes = PersonChanges(name: "Jane Okafor", address: nil, salutation: nil)
        #expect(throws: DeskProblem.self) { try running.desk.edit(id, changes, at: now) }
        #expect(throws: DeskProblem.self) { try running.desk.verify([id], at: now) }
        #expect(throws: DeskProblem.self) { try running.desk.forget(id, at: now) }
        #expect(try running.desk.history(of: id).person.isForgotten)
        #expect(throws: DeskProblem.nothingCalled(.person, "Jane Okafor")) {
            try running.desk.forget("Jane Okafor", at: now)
        }
    }

    @Test("a message that was called off with them is never taken up again")
    func release() throws {
        let toJane = try message(to: "Jane Okafor")
        _ = try running.desk.forget("Jane Okafor", at: now)
        #expect(throws: DeskProblem.self) { try running.desk.release([toJane.id], at: now) }
        #expect(try running.state(toJane.id) == .cancelled)
    }

    @Test func theInterviewCanStillBeMendedAndNobodyIsThankedForThem() throws {
        _ = try running.desk.forget("Jane Okafor", at: now)
        var changes = InterviewChanges()
        changes.decisionBy = try Day.parse("2026-12-01")
        changes.ended = try london("2026-11-17 14:30")
        _ = try running.desk.edit(recorded.interview, changes, at: now)
        let interview = try running.ledger.read { try $0.interview(recorded.interview) }
        #expect(interview.panel.count == 2 && interview.panel.filter(\.person.isForgotten).count == 1)
        let open = try running.messages(of: recorded.recruitment).filter { $0.state != .cancelled }
        #expect(open.allSatisfy { $0.recipient.name == "Sam O'Brien" })
    }

    @Test func theSameInterviewToldAgainIsTheSame() throws {
        _ = try running.desk.forget("Jane Okafor", at: now)
        let again = try running.add(told)
        #expect(again.existing && again.interview == recorded.interview)
        #expect(try running.ledger.read { try $0.people().map(\.name) }.contains("Jane Okafor") == false)
    }

    @Test(
        "who is recorded again is told, and nothing goes without an explicit word", arguments: [false, true])
    func again(elsewhere: Bool) throws {
        _ = try running.desk.forget("Jane Okafor", at: now)
        let told = Told(
            organisation: elsewhere ? "Harbour Trust" : "Example Council", ended: "2026-12-01 10:00",
            panel: ["Jane Okafor <Jane.Okafor@example.org>=the open-data portal"])
        let met = try running.add(told)
        let note = try #require(running.messages(met.messages).first { $0.followUp.kind == .thankYou })
        #expect(note.state == .draft)
        #expect(try running.desk.review(note.id).blocking.map(\.code) == [.forgottenBefore])
        let later = at("2026-12-01T12:00:00Z")
        #expect(try running.desk.approve([note.id], ignoring: [], at: later)[0].message.state == .draft)
        let approved = try running.desk.approve([note.id], ignoring: ["forgotten-before"], at: later)
        #expect(approved[0].message.state == .queued)
    }

    /// They have answered: nobody else is asked what they may have told.
    @Test func ofWhatTheyWriteNothingIsKeptButThatTheyMayHaveAnswered() throws {
        let running = try RunningApplication()
        let recorded = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
        let toJane = try running.message(recorded.messages[0])
        try running.end(toJane.id, as: .sent, at: now)
        _ = try running.desk.forget("Jane Okafor", at: now + 60)
        let fact = MailFact(
            mail: MailFact.Mail(
                key: "late@example.org", time: now + 3600, fromName: "Jane Okafor",
                fromAddress: "jane.okafor@example.org", subject: "Re: Thank you",
                messageID: "late@example.org",
                thread: []),
            meaning: .possibleReply, recruitments: [recorded.recruitment], person: nil, message: nil,
            evidence: [],
            suggestions: [], sort: nil, returns: nil, words: nil)
        let question = try #require(try running.message(.decisionStatus, in: recorded.recruitment))
        #expect(question.state.isPending && question.recipient.name == "Hana Lee")
        let noted = try running.desk.note([fact], upTo: nil, at: now + 7200)
        #expect(noted.count == 1)
        #expect(try running.state(question.id) == .held)
        #expect(try running.message(question.id).reason?.code == .possibleReply)
        let kept = try #require(try running.ledger.read { try $0.openMails() }.first).fact
        #expect(kept.person == toJane.recipient.id && kept.mail.time == fact.mail.time)
        #expect(kept.mail.subject.isEmpty && kept.mail.fromAddress.isEmpty && kept.mail.messageID == nil)
        #expect(kept.suggestions.isEmpty && kept.words == nil && !kept.mail.key.contains("late"))
        #expect(!kept.mail.fromName.contains("Okafor"))
        #expect(try running.desk.note([fact], upTo: nil, at: now + 7300) == [], "each mail once")
        // The user may say what it was.
        _ = try running.desk.hear(
            .replied(courtesy: true), in: recorded.recruitment, from: nil, at: now + 8000)
        #expect(try running.ledger.read { try $0.openMails() } == [])
    }

    @Test func whatTheirMachineSaysIsNotNoted() throws {
        _ = try running.desk.forget("Jane Okafor", at: now)
        let fact = MailFact(
            mail: MailFact.Mail(
                key: "away@example.org", time: now + 3600, fromName: "Jane Okafor",
                fromAddress: "jane.okafor@example.org", subject: "Away", messageID: nil, thread: []),
            meaning: .automatic, recruitments: [recorded.recruitment], person: nil, message: nil,
            evidence: [],
            suggestions: [], sort: "absence", returns: nil, words: nil)
        #expect(try running.desk.note([fact], upTo: nil, at: now + 7200) == [])
        #expect(try running.ledger.read { try $0.isNoted(fact.mail.key) } == false)
    }
}
