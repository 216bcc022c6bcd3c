import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct LoggingTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let saidAt = at("2026-11-18T09:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, "Bo Lind=the archive"], contact: Told.hana))
    }

    private var jane: Message.ID { recorded.messages[0] }
    private var card: Message.ID { recorded.messages[1] }
    private var question: Message.ID { recorded.messages[2] }

    private func said(
        _ channel: Channel, _ direction: Direction = .out, person: String = "jane.okafor@example.org",
        message: Message.ID? = nil, answering: Bool = false, time: Date = saidAt, note: String? = nil
    ) -> Desk.Said {
        Desk.Said(
            person: person, channel: channel, direction: direction, recruitment: nil, message: message,
            answering: answering, time: time, note: note)
    }

    @discardableResult
    private func log(_ said: Desk.Said) throws -> Desk.Heard {
        try running.desk.log(said, at: at("2026-11-18T12:00:00Z"))
    }

    @Test("nobody is thanked before the interview is over", arguments: [Channel.email, .post, .inPerson])
    func early(channel: Channel) throws {
        let time = at("2026-11-17T14:59:59Z")
        #expect(throws: DeskProblem.beforeInterview(time, ended: try london("2026-11-17 15:00"))) {
            try log(said(channel, message: jane, time: time))
        }
        #expect(try log(said(channel, time: time)).changed.isEmpty, "an appointment, say")
        #expect(try running.state(jane) == .queued)
        #expect(throws: DeskProblem.self) { try running.desk.posted(card, at: time) }
    }

    @Test(arguments: [Channel.email, .post, .inPerson], [MessageState.draft, .queued, .held])
    func aWordOfThanksFulfilsThePendingThankYou(channel: Channel, state: MessageState) throws {
        if state == .draft { _ = try running.desk.edit(jane, subject: "Thanks again", body: nil) }
        if state == .held { _ = try running.desk.hold([jane], at: Self.saidAt) }
        let heard = try log(said(channel))
        let note = try running.message(jane)
        #expect(note.state == .cancelled)
        #expect(note.reason == Reason(.fulfilled, moment: Self.saidAt, detail: channel.rawValue))
        #expect(heard.changed == [note])
        #expect(
            heard.contact.message == jane && heard.contact.kind == .thankYou
                && heard.contact.outcome == .logged)
        #expect(try running.state(question) == .queued)
    }

    @Test("the user's own mail to the one who is to be asked holds the question once")
    func ownMail() throws {
        let mail = said(.email, person: "hana.lee@example.org", note: "asked whether they have decided")
        let heard = try log(mail)
        let held = try running.message(question)
        #expect(heard.changed == [held])
        #expect(held.reason == Reason(.wroteYourself, moment: Self.saidAt, detail: "email"))
        _ = try running.desk.release([question], at: at("2026-11-18T12:00:00Z"))
        #expect(try running.state(question) == .queued)
        #expect(try running.verdict(on: question, at: at("2026-12-01T15:00:00Z")) == .send)
        // The same again is no news; another mail is.
        #expect(try log(mail).existing)
        #expect(try running.state(question) == .queued)
        try log(said(.email, person: "hana.lee@example.org", note: "asked once more"))
        #expect(try running.state(question) == .held)
    }

    @Test(
        "what is no mail to them, answers theirs, or was said before the interview, holds no question",
        arguments: [
            (Channel.phone, "hana.lee@example.org", false, saidAt),
            (.inPerson, "hana.lee@example.org", false, saidAt),
            (.email, "hana.lee@example.org", true, saidAt),
            (.email, "hana.lee@example.org", false, at("2026-11-17T14:00:00Z")),
            (.email, "jane.okafor@example.org", false, saidAt),
        ])
    func notTheirs(channel: Channel, person: String, isAnswer: Bool, time: Date) throws {
        try log(said(channel, person: person, answering: isAnswer, time: time))
        #expect(try running.state(question) == .queued)
    }

    @Test(
        "what thanked before the interview was recorded is not said again unasked",
        arguments: [Channel.email, .inPerson])
    func thankedBeforeItWasRecorded(channel: Channel) throws {
        let end = at("2026-11-26T15:00:00Z")
        try running.end(jane, as: .sent, at: at("2026-11-18T15:00:00Z"))
        let word = Desk.Said(
            person: "jane.okafor@example.org", channel: channel, direction: .out,
            recruitment: recorded.recruitment, message: nil, answering: false, time: end + 1800, note: nil)
        _ = try running.desk.log(word, at: end + 1800)
        let second = try running.add(Told(ended: "2026-11-26 15:00", contact: Told.hana))
        let note = try running.message(second.messages[0])
        #expect(note.reason == Reason(.wroteYourself, moment: end + 1800, detail: channel.rawValue))
        // It is that word which thanked.
        #expect(try !running.desk.log(word, at: end + 3600).existing)
        #expect(try running.message(note.id).reason?.code == .fulfilled)
    }

    @Test("where the clock is behind, nothing is said to have been", arguments: [300.0, 301])
    func clockBehind(behind: Double) throws {
        try log(said(.phone, person: "hana.lee@example.org"))
        let now = Self.saidAt - behind
        let before = try running.contacts()
        let acts: [() throws -> Void] = [
            { [self] in _ = try running.desk.log(said(.email, time: now), at: now) },
            { [self] in _ = try running.desk.posted(card, at: now) },
            { [self] in
                _ = try running.desk.hear(
                    .replied(courtesy: false), in: recorded.recruitment, from: nil, at: now)
            },
            { [self] in _ = try running.desk.unhear(in: recorded.recruitment, at: now) },
        ]
        guard behind > 300 else { return try acts.forEach { try $0() } }
        for act in acts {
            #expect(throws: DeskProblem.clockBehind(newest: Self.saidAt, now: now)) { try act() }
        }
        #expect(try running.contacts() == before)
        try running.ledger.write { try $0.settleClock(at: now) }
        try acts[0]()
    }

    @Test(arguments: [Channel.phone, .social])
    func aCallOrPostIsNoThanksAndAgainstTheAdvice(channel: Channel) throws {
        let before = try running.message(jane)
        let contact = try log(said(channel)).contact
        #expect(try running.message(jane) == before)
        #expect(contact.message == nil)
        #expect(contact.againstAdvice == (channel == .phone ? .neverTelephone : .noSocial))
    }

    /// One recruiter, two jobs.
    @Test func theSameWordOnAnotherJobIsAnotherWord() throws {
        let other = try running.add(
            Told(role: "Archivist", ended: "2026-11-16 15:00", panel: [Told.sam], contact: Told.hana))
        func call(_ recruitment: Recruitment.ID, _ time: String) throws -> Desk.Heard {
            try log(
                Desk.Said(
                    person: "hana.lee@example.org", channel: .phone, direction: .in,
                    recruitment: recruitment, message: nil, answering: false, time: at(time), note: nil))
        }
        #expect(try !call(recorded.recruitment, "2026-11-18T10:00:00Z").existing)
        #expect(try !call(other.recruitment, "2026-11-18T10:30:00Z").existing)
        #expect(try running.message(.decisionStatus, in: other.recruitment)?.state == .held)
        #expect(try call(other.recruitment, "2026-11-18T10:40:00Z").existing)
    }

    @Test func anAnswerThatIsLoggedAgainAfterItsQuestionWasReleasedHoldsIt() throws {
        let call = said(.phone, .in, person: "hana.lee@example.org")
        try log(call)
        _ = try running.desk.release([question], at: at("2026-11-18T12:00:00Z"))
        #expect(try running.state(question) == .queued)
        #expect(try !log(call).existing)
        #expect(try running.state(question) == .held)
        #expect(try log(call).existing)
    }

    @Test(arguments: [Channel.phone, .social])
    func answeringThemIsNotAgainstTheAdvice(channel: Channel) throws {
        #expect(try log(said(channel, answering: true)).contact.againstAdvice == nil)
    }

    @Test(arguments: [Channel.phone, .social])
    func anAgencyMayBeCalled(channel: Channel) throws {
        try running.add(
            Told(
                organisation: "Another Council", contact: "Ines Roy <ines.roy@agency.example>",
                viaAgency: true))
        let contact = try log(said(channel, person: "Ines Roy")).contact
        #expect(contact.agency && contact.againstAdvice == nil)
    }

    @Test(arguments: [MessageState.draft, .queued, .held])
    func aCardThatWasPostedIsSent(state: MessageState) throws {
        if state == .draft { _ = try running.desk.edit(card, subject: "Thanks again", body: nil) }
        if state == .held { _ = try running.desk.hold([card], at: Self.saidAt) }
        let heard = try log(said(.post, person: "Bo Lind"))
        #expect(try running.state(card) == .sent)
        #expect(heard.contact.message == card && heard.contact.channel == .post)
        #expect(try running.desk.check().isEmpty)
    }

    @Test func aThankYouIsFulfilledOnce() throws {
        try log(said(.inPerson))
        let again = try log(said(.email, time: Self.saidAt + 60))
        #expect(again.changed.isEmpty && again.contact.message == nil)
        #expect(throws: DeskProblem.alreadyDone(jane)) {
            try running.desk.release([jane], at: at("2026-11-18T13:00:00Z"))
        }
    }

    @Test func theSameEntryAgainIsOne() throws {
        let first = try log(said(.inPerson, note: "at the door"))
        let again = try log(said(.inPerson, note: " at the door "))
        #expect(again.existing && again.contact == first.contact)
        #expect(try running.contacts().count == 1)
    }

    @Test func severalThankYousAreToldApartByTheUser() throws {
        let second = try running.add(Told(ended: "2026-11-25 15:00"))
        let later = at("2026-11-25T17:00:00Z")
        let word = said(.email, time: later)
        #expect(throws: DeskProblem.severalThankYous([jane, second.messages[0]])) {
            try running.desk.log(word, at: later)
        }
        _ = try running.desk.log(said(.email, message: second.messages[0], time: later), at: later)
        #expect(try running.state(second.messages[0]) == .cancelled)
        #expect(try running.state(jane) == .queued)
    }

    @Test func anothersMessageIsNotFulfilled() throws {
        let jane = try running.message(self.jane).recipient
        #expect(throws: DeskProblem.notTheirs(card, jane)) { try log(said(.email, message: card)) }
        #expect(try running.contacts().isEmpty)
    }

    @Test func aQuestionMayBeAskedByTheUsersOwnHand() throws {
        try log(said(.email, person: "Hana Lee", message: question))
        #expect(try running.message(question).reason?.code == .fulfilled)
    }

    @Test(arguments: Channel.allCases)
    func anythingIncomingActsAsAReply(channel: Channel) throws {
        let heard = try log(said(channel, .in))
        #expect(heard.contact.outcome == .replied && heard.contact.againstAdvice == nil)
        #expect(try running.message(question).reason == Reason(.replied, moment: Self.saidAt))
        #expect(try running.messages([jane, card]).map(\.state) == [.queued, .queued])
        _ = try running.desk.unhear(in: recorded.recruitment, at: at("2026-11-18T13:00:00Z"))
        #expect(try running.state(question) == .queued)
    }

    @Test func nothingIsLoggedFromTheFuture() throws {
        let now = at("2026-11-18T12:00:00Z")
        #expect(throws: DeskProblem.inFuture(now + 1, now: now)) { try log(said(.email, time: now + 1)) }
    }

    @Test(arguments: ["Nobody Known", "nobody@example.org", "okafur"])
    func aPersonIsAnIDAnAddressOrAName(person: String) throws {
        #expect(throws: DeskProblem.nothingCalled(.person, person)) { try log(said(.email, person: person)) }
        let id = try running.message(jane).recipient.id
        for known in ["Jane Okafor", "JANE.okafor@example.org", String(id.rawValue), "okafor", "OKA Jane"] {
            #expect(try log(said(.phone, person: known)).contact.person.id == id)
        }
    }

    @Test func whatWasSaidBeforeTheInterviewWasRecordedThanksForItWhenItIsSaidAgain() throws {
        try log(said(.email))
        let second = try running.add(
            Told(ended: "2026-11-20 08:00", panel: [Told.jane]), at: at("2026-11-20T10:00:00Z"))
        let again = said(.email, time: at("2026-11-20T09:00:00Z"))
        #expect(
            try running.desk.log(again, at: at("2026-11-20T10:30:00Z")).contact.message == second.messages[0])
        #expect(try running.desk.log(again, at: at("2026-11-20T10:31:00Z")).existing)
    }

    @Test func namesakesAreToldApartByTheUser() throws {
        try running.add(Told(organisation: "Another Council", panel: ["Jane Okafor <jane@example.com>"]))
        let janes = try running.ledger.read { try $0.people(named: "Jane Okafor") }
        #expect(throws: DeskProblem.severalCalled("Jane Okafor", janes.map { .person($0) })) {
            try log(said(.email, person: "Jane Okafor"))
        }
    }

    @Test func ofSeveralOpenRecruitmentsTheUserSaysWhich() throws {
        let other = try running.add(Told(organisation: "Another Council"))
        let known = try running.ledger.read { transaction in
            try [recorded.recruitment, other.recruitment].map { try transaction.recruitment($0) }
        }
        let jane = try running.message(self.jane).recipient
        #expect(throws: DeskProblem.severalRecruitments(jane, known)) { try log(said(.email)) }
        var word = said(.email)
        word.recruitment = other.recruitment
        try log(word)
        #expect(try running.messages([self.jane, other.messages[0]]).map(\.state) == [.queued, .cancelled])
    }
}
