import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// What is heard, and the messages that have not left.
@Suite struct HearingTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let heardAt = at("2026-11-19T10:00:00Z")

    /// Two on the panel, Hana to ask.
    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana), approving: false)
    }

    private var recruitment: Recruitment.ID { recorded.recruitment }
    private var question: Message.ID { recorded.messages[2] }

    /// Brings every message to one of the states that `heard` may change.
    private func bring(to state: MessageState) throws {
        guard state != .draft else { return }
        _ = try running.desk.approve(recorded.messages, ignoring: [], at: at("2026-11-17T16:00:00Z"))
        if state == .held { _ = try running.desk.hold(recorded.messages, at: at("2026-11-17T17:00:00Z")) }
    }

    @discardableResult
    private func hear(_ word: Desk.Word, from: String? = nil, at moment: Date = heardAt) throws -> Desk.Heard
    {
        try running.desk.hear(word, in: recruitment, from: from, at: moment)
    }

    private static let pending: [MessageState] = [.draft, .queued, .held]

    private static let words: [Desk.Word] = [
        .replied(courtesy: false), .replied(courtesy: true), .rejected, .offered, .withdrew,
        // 11 December 2026.
        .decisionBy(Day(number: 20_798)),
    ]

    /// State, due time, reason, words and frozen text, of every message.
    private func picture() throws -> [String] {
        try running.messages(of: recruitment).filter {
            $0.state != .cancelled || $0.followUp.kind != .feedbackRequest
        }
        .sorted { $0.id < $1.id }.map { "\($0) \(String(describing: try running.frozen($0.id)))" }
    }

    @Test(arguments: words, pending)
    func whatIsTakenBackLeavesEverythingAsItWas(word: Desk.Word, state: MessageState) throws {
        try bring(to: state)
        let before = try picture()
        let heard = try hear(word)
        // Nothing that the user holds is moved by an answer; everything else shows that it was heard.
        #expect(!heard.changed.isEmpty || (state == .held && word == .replied(courtesy: false)))
        let undone = try running.desk.unhear(in: recruitment, at: Self.heardAt + 3600)
        #expect(undone.contact.outcome == .undone)
        #expect(try picture() == before)
        #expect(try running.standing(recruitment) == .open)
    }

    /// Whoever says so once more has let the question go since, and means it.
    @Test(arguments: [nil, at("2026-11-18T09:00:00Z")])
    func whatIsSaidAgainAfterAReleaseHoldsAgain(heard: Date?) throws {
        try bring(to: .queued)
        try hear(.replied(courtesy: false))
        _ = try running.desk.release([question], at: Self.heardAt + 60)
        #expect(try running.state(question) == .queued)
        func again() throws -> Desk.Heard {
            try running.desk.hear(
                .replied(courtesy: false), in: recruitment, from: nil, heard: heard, at: Self.heardAt + 3600)
        }
        #expect(try !again().existing)
        #expect(try running.state(question) == .held)
        #expect(try running.message(question).reason?.code == .replied)
        #expect(try again().existing)
    }

    @Test(arguments: words, pending)
    func whatChangesNothingIsNotRecordedTwice(word: Desk.Word, state: MessageState) throws {
        try bring(to: state)
        try hear(word)
        let (before, count) = (try picture(), try running.contacts().count)
        #expect(try hear(word, at: Self.heardAt + 3600).existing)
        #expect(try picture() == before)
        #expect(try running.contacts().count == count)
    }

    @Test(arguments: pending)
    func aReplyHoldsTheQuestionAndLeavesTheThankYous(state: MessageState) throws {
        try bring(to: state)
        let thanks = try running.messages(Array(recorded.messages.prefix(2)))
        try hear(.replied(courtesy: false))
        let question = try running.message(question)
        #expect(question.state == .held)
        #expect(question.reason?.code == (state == .held ? .byUser : .replied))
        #expect(try running.messages(Array(recorded.messages.prefix(2))) == thanks)
    }

    @Test(arguments: [
        ("2026-11-16T10:00:00Z", "2026-12-01T15:00:00Z"), ("2026-11-19T10:00:00Z", "2026-12-03T10:00:00Z"),
        ("2026-11-21T20:00:00Z", "2026-12-07T08:00:00Z"),
    ])
    func aCourtesyMovesTheQuestionToFourteenDaysAfterIt(heard: String, due: String) throws {
        try bring(to: .queued)
        try hear(.replied(courtesy: true), at: at(heard))
        #expect(try running.message(question).due == at(due))
        #expect(try running.state(question) == .queued)
    }

    @Test(arguments: pending)
    func aRejectionCancelsTheQuestionAndOffersARequestForFeedback(state: MessageState) throws {
        try bring(to: state)
        let thanks = try running.messages(Array(recorded.messages.prefix(2)))
        let heard = try hear(.rejected)
        #expect(try running.message(question).state == .cancelled)
        #expect(
            try running.message(question).reason == Reason(.ended, moment: Self.heardAt, detail: "rejected"))
        #expect(try running.messages(Array(recorded.messages.prefix(2))) == thanks)
        let request = try #require(try running.message(.feedbackRequest, in: recruitment))
        #expect(request.state == .draft && request.recipient.name == "Hana Lee")
        #expect(request.due == at("2026-11-20T10:00:00Z"))
        #expect(heard.changed.contains(request))
        #expect(try running.standing(recruitment) == .rejected)
    }

    @Test(arguments: [(Desk.Word.offered, Recruitment.Standing.offered), (.withdrew, .withdrawn)], pending)
    func anOfferOrWithdrawalCancelsEverything(end: (Desk.Word, Recruitment.Standing), state: MessageState)
        throws
    {
        try bring(to: state)
        try hear(end.0)
        #expect(try running.messages(recorded.messages).map(\.state) == [.cancelled, .cancelled, .cancelled])
        #expect(try running.message(.feedbackRequest, in: recruitment) == nil)
        #expect(try running.standing(recruitment) == end.1)
    }

    @Test(arguments: words, [MessageState.handedOver, .sent, .unconfirmed, .refused])
    func whatIsHandedOverOrLaterStays(word: Desk.Word, state: MessageState) throws {
        try bring(to: .queued)
        for id in recorded.messages { try running.end(id, as: state, at: at("2026-11-18T15:00:00Z")) }
        let before = try running.messages(recorded.messages)
        try hear(word)
        #expect(try running.messages(recorded.messages) == before)
    }

    @Test(arguments: [
        (MessageState.handedOver, false), (.sent, false), (.unconfirmed, false), (.queued, true),
        (.refused, true),
    ])
    func whereTheQuestionAlreadyAskedNoFeedbackIsRequested(state: MessageState, isRequested: Bool) throws {
        try bring(to: .queued)
        if state != .queued { try running.end(question, as: state, at: at("2026-12-01T15:00:00Z")) }
        try hear(.rejected, at: at("2026-12-03T10:00:00Z"))
        #expect((try running.message(.feedbackRequest, in: recruitment) != nil) == isRequested)
    }

    @Test(arguments: [
        ("Sam O'Brien" as String?, "Sam O'Brien" as String?), (nil, "Hana Lee"),
        ("sam.obrien@example.org", "Sam O'Brien"),
        ("Ines Roy <ines.roy@example.org>", "Ines Roy"), ("Post Room <no-reply@example.org>", "Hana Lee"),
        ("Ines Roy <ines.roy@bounces.example.org>", "Ines Roy"),
        ("Robot <donotreply@example.org>", "Hana Lee"),
    ])
    func feedbackIsRequestedOfWhoeverBroughtTheNewsNeverOfNoReply(from: String?, asked: String?) throws {
        try hear(.rejected, from: from)
        let request = try running.message(.feedbackRequest, in: recruitment)
        #expect(request?.recipient.name == asked)
        #expect(request?.recipient.address?.isNoReply == false)
    }

    @Test func whereOnlyANoReplyAddressIsKnownNobodyIsAsked() throws {
        let cards = try running.add(
            Told(
                organisation: "Another Council", panel: ["Bo Lind"],
                contact: "Post Room <no-reply@example.org>"))
        _ = try running.desk.hear(.rejected, in: cards.recruitment, from: nil, at: Self.heardAt)
        #expect(try running.message(.feedbackRequest, in: cards.recruitment) == nil)
    }

    @Test func aDateNamedMovesTheQuestionAndLiftsAHoldByReply() throws {
        try bring(to: .queued)
        let frozen = try running.frozen(question)
        try hear(.replied(courtesy: false))
        #expect(try running.state(question) == .held)
        try hear(.decisionBy(try Day.parse("2026-12-11")), at: Self.heardAt + 60)
        let after = try running.message(question)
        #expect(after.state == .queued && after.reason == nil && after.due == at("2026-12-15T08:00:00Z"))
        #expect(try running.frozen(question) == frozen)
    }

    @Test func aDateBeforeTheInterviewIsNoDateForTheDecision() throws {
        let problem = RecordProblem.decisionBeforeInterview(
            try Day.parse("2026-11-16"), ended: try Day.parse("2026-11-17"))
        #expect(throws: problem) { try hear(.decisionBy(try Day.parse("2026-11-16"))) }
        #expect(try running.contacts().isEmpty)
    }

    @Test func aReplyAfterAReleaseHoldsAgain() throws {
        try bring(to: .queued)
        try hear(.replied(courtesy: false))
        _ = try running.desk.release([question], at: Self.heardAt + 3600)
        #expect(try running.state(question) == .queued)
        try hear(.replied(courtesy: false), at: at("2026-11-24T10:00:00Z"))
        #expect(try running.message(question).reason?.code == .replied)
    }

    @Test func aReplyBeforeTheLastInterviewAnswersNothingAfterIt() throws {
        try bring(to: .queued)
        try hear(.replied(courtesy: false))
        try running.add(Told(ended: "2026-11-26 11:00"))
        #expect(try running.state(question) == .queued)
    }

    @Test func theSameWordWithinADayIsOne() throws {
        let first = try hear(.replied(courtesy: false))
        let again = try hear(.replied(courtesy: false), at: Self.heardAt + 3600)
        #expect(again.existing && again.contact == first.contact && again.changed.isEmpty)
        #expect(try running.contacts().count == 1)
        #expect(try !hear(.replied(courtesy: false), at: Self.heardAt + 86_400).existing)
    }

    @Test func undoingTakesBackOneWordAtATime() throws {
        try bring(to: .queued)
        try hear(.replied(courtesy: false))
        try hear(.rejected, at: Self.heardAt + 60)
        _ = try running.desk.unhear(in: recruitment, at: Self.heardAt + 120)
        #expect(try running.message(question).reason?.code == .replied)
        _ = try running.desk.unhear(in: recruitment, at: Self.heardAt + 180)
        #expect(try running.state(question) == .queued)
        let here = try running.recruitment(recruitment)
        #expect(throws: DeskProblem.nothingHeard(here)) {
            try running.desk.unhear(in: recruitment, at: Self.heardAt + 240)
        }
        #expect(try running.contacts().map(\.outcome) == [.replied, .rejected, .undone, .undone])
    }

    @Test func aRejectionHeardAnewRequestsFeedbackADayAfterIt() throws {
        try hear(.rejected)
        _ = try running.desk.unhear(in: recruitment, at: Self.heardAt + 60)
        #expect(try running.message(.feedbackRequest, in: recruitment)?.state == .cancelled)
        try hear(.rejected, at: at("2026-12-01T10:00:00Z"))
        let request = try running.message(.feedbackRequest, in: recruitment)
        #expect(request?.state == .draft && request?.due == at("2026-12-02T10:00:00Z"))
    }

    @Test func whatTheUserCalledOffAnUndoingDoesNotBringBack() throws {
        try bring(to: .queued)
        _ = try running.desk.cancel([question], at: Self.heardAt - 60)
        try hear(.offered)
        _ = try running.desk.unhear(in: recruitment, at: Self.heardAt + 60)
        #expect(try running.message(question).reason?.code == .byUser)
        #expect(try running.state(question) == .cancelled)
    }

    @Test func anEndingIsNotTakenBackBesideANewRecruitmentOfThatName() throws {
        try hear(.rejected)
        let other = try running.add(
            Told(ended: "2026-11-25 11:00", panel: [Told.jane, Told.sam], contact: Told.hana),
            approving: false)
        let open = try running.recruitment(other.recruitment)
        #expect(throws: DeskProblem.recruitmentExists(open)) {
            try running.desk.unhear(in: recruitment, at: at("2026-11-26T10:00:00Z"))
        }
        #expect(try running.standing(recruitment) == .rejected)
    }

    /// Rule `names-right`: frozen words wait out an ending, and the world goes on.
    @Test func anUndoneEndingBringsNoOldNameBack() throws {
        try bring(to: .queued)
        try hear(.offered)
        _ = try running.desk.edit(
            "jane.okafor@example.org", PersonChanges(name: "Jane Okafor-Bell", address: nil, salutation: nil),
            at: Self.heardAt + 60)
        _ = try running.desk.unhear(in: recruitment, at: Self.heardAt + 120)
        let note = try running.message(recorded.messages[0])
        #expect(note.state == .draft && note.body.hasPrefix("Dear Jane Okafor-Bell,"))
        #expect(try running.state(recorded.messages[1]) == .queued)
    }
}
