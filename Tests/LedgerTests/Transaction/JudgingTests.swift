import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

/// What the rules are told of a message.
@Suite struct JudgingTests {
    private let shelf: Shelf
    private let story: Story
    private let thankYou: Message.ID
    private let decision: Message.ID

    init() throws {
        let shelf = try Shelf()
        (story, thankYou, decision) = try shelf.write { transaction in
            let story = try Story(transaction)
            return (
                story, try story.draft(in: transaction), try story.draft(.decisionStatus, in: transaction)
            )
        }
        self.shelf = shelf
    }

    private func circumstances(of id: Message.ID) throws -> Circumstances {
        try shelf.read { try $0.circumstances(of: $0.message(id)) }
    }

    @discardableResult
    private func hear(
        _ outcome: Contact.Outcome, _ time: String, from person: Person? = nil, undoes: Contact.ID? = nil
    ) throws -> Contact.ID {
        try shelf.write {
            try $0.add(
                Entry(
                    time: at(time), direction: .in, channel: nil, person: person ?? story.hana,
                    recruitment: story.recruitment.id, outcome: outcome, undoes: undoes))
        }
    }

    // MARK: - A zone that this machine does not know

    private func loseTheZone() throws {
        try shelf.run("UPDATE interview SET zone = 'Atlantis/Capital' WHERE id = 1")
    }

    @Test func anUnknownZoneIsACircumstanceOfItsOwnRecruitmentAlone() throws {
        let other = try shelf.write { transaction in
            try Story(transaction, organisation: "Another Council", ended: "2026-11-18 15:00").draft(
                in: transaction)
        }
        try loseTheZone()
        for id in [thankYou, decision] {
            let found = try circumstances(of: id)
            #expect(found.unknownZone == "Atlantis/Capital")
            // The moments are right all the same.
            #expect(found.interviewEnded == at("2026-11-17T15:00:00Z"))
        }
        #expect(try circumstances(of: other).unknownZone == nil)
        #expect(try shelf.read { try $0.zones(of: $0.messages(in: [.draft])) }.count == 3)
        #expect(try shelf.read { try $0.interviews() }.count == 2)
    }

    @Test func itsNameIsNotLostWhereTheInterviewIsWrittenAgain() throws {
        try loseTheZone()
        let interview = try shelf.read { try $0.interview(story.interview.id) }
        try shelf.write { try $0.update(interview) }
        #expect(try circumstances(of: thankYou).unknownZone == "Atlantis/Capital")
        // Another one, named by the user, counts.
        try shelf.write { try $0.update(story.interview) }
        #expect(try circumstances(of: thankYou).unknownZone == nil)
    }

    @Test func dueZoneAndEndAreThoseOfTheInterview() throws {
        let found = try circumstances(of: thankYou)
        #expect(found.kind == .thankYou)
        #expect(found.channel == .email)
        #expect(found.due == at("2026-11-18T15:00:00Z"))
        #expect(found.zone.identifier == "Europe/London")
        #expect(found.interviewEnded == at("2026-11-17T15:00:00Z"))
        #expect(found.lastInterviewEnded == at("2026-11-17T15:00:00Z"))
        #expect(found.standing == .open)
        #expect(found.nextAttempt == nil && found.lastEmail == nil && found.done == nil)
    }

    @Test func timesAreReadInTheZoneOfTheOwnInterviewElseOfTheLast() throws {
        let kolkata = try #require(TimeZone(identifier: "Asia/Kolkata"))
        let zones = try shelf.write { transaction in
            _ = try transaction.addInterview(
                of: story.recruitment.id,
                ended: ZonedTime(instant: at("2026-11-26T11:00:00Z"), zone: kolkata), panel: [],
                contact: nil, decisionBy: nil, viaAgency: false)
            let messages = try [decision, thankYou].map { try transaction.message($0) }
            #expect(
                try transaction.zones(of: messages)
                    == messages.map { try transaction.circumstances(of: $0).zone })
            return try transaction.zones(of: messages)
        }
        #expect(zones.map(\.identifier) == ["Asia/Kolkata", "Europe/London"])
    }

    @Test func aThankYouIsForItsOwnInterviewAndTheQuestionForTheLast() throws {
        try shelf.write { transaction in
            _ = try transaction.addInterview(
                of: story.recruitment.id, ended: london("2026-11-26 11:00"), panel: [], contact: nil,
                decisionBy: nil,
                viaAgency: false)
        }
        #expect(try circumstances(of: thankYou).interviewEnded == at("2026-11-17T15:00:00Z"))
        #expect(try circumstances(of: thankYou).lastInterviewEnded == at("2026-11-26T11:00:00Z"))
        #expect(try circumstances(of: decision).interviewEnded == at("2026-11-26T11:00:00Z"))
    }

    @Test func whatWasTakenBackWasNotHeard() throws {
        try hear(.courtesy, "2026-11-18T09:00:00Z")
        let reply = try hear(.replied, "2026-11-19T09:00:00Z")
        try hear(.decisionBy, "2026-11-20T09:00:00Z")
        try hear(.undone, "2026-11-20T10:00:00Z", undoes: reply)
        let heard = try circumstances(of: decision).heard
        #expect(heard.map(\.outcome) == [.courtesy, .decisionBy])
        #expect(heard.map(\.time) == [at("2026-11-18T09:00:00Z"), at("2026-11-20T09:00:00Z")])
    }

    @Test func whatIsHeardElsewhereIsNotHeardHere() throws {
        let other = try shelf.write { try Story($0, organisation: "Another Council") }
        _ = try shelf.write {
            try $0.add(
                Entry(
                    time: at("2026-11-19T09:00:00Z"), direction: .in, channel: .email, person: other.hana,
                    recruitment: other.recruitment.id, outcome: .replied))
        }
        #expect(try circumstances(of: decision).heard.isEmpty)
    }

    @Test func theLastEmailCountsWhateverTheRecruitment() throws {
        try shelf.write { transaction in
            let other = try Story(transaction, organisation: "Another Council")
            _ = try other.sent(at: at("2026-11-18T09:00:00Z"), in: transaction)
            _ = try other.sent(to: other.sam, at: at("2026-11-18T11:00:00Z"), in: transaction)
        }
        #expect(try circumstances(of: thankYou).lastEmail == at("2026-11-18T09:00:00Z"))
        #expect(try circumstances(of: decision).lastEmail == nil)
    }

    @Test(arguments: [
        (MessageState.handedOver, true), (.unconfirmed, true), (.queued, false), (.refused, false),
    ])
    func anEmailThatMayHaveArrivedCountsAsTheLast(state: MessageState, counts: Bool) throws {
        try shelf.write { transaction in
            let other = try Story(transaction, organisation: "Another Council")
            try transaction.bring(try other.draft(in: transaction), to: state)
        }
        let last = try circumstances(of: thankYou).lastEmail
        #expect(last == (counts ? at("2026-11-18T15:00:00Z") : nil))
    }

    @Test(arguments: [
        (Channel.email, Direction.out, true), (.email, .in, false), (.post, .out, false),
        (.phone, .out, false),
        (.inPerson, .out, false), (.social, .out, false),
    ])
    func onlyOurOwnEmailsAreEmailsOfOurs(channel: Channel, direction: Direction, counts: Bool) throws {
        _ = try shelf.write {
            try $0.add(
                Entry(
                    time: at("2026-11-18T08:00:00Z"), direction: direction, channel: channel,
                    person: story.jane,
                    recruitment: nil, outcome: .logged))
        }
        #expect(try circumstances(of: thankYou).lastEmail == (counts ? at("2026-11-18T08:00:00Z") : nil))
    }

    @Test(arguments: [("2026-11-19 15:00", true), ("2026-11-19 15:01", false), ("2026-11-15 15:00", true)])
    func aThankYouIsDoneByThatOfAnInterviewWithin48Hours(ended: String, isDone: Bool) throws {
        let moment = at("2026-11-20T09:00:00Z")
        try shelf.write { transaction in
            let second = try transaction.addInterview(
                of: story.recruitment.id, ended: london(ended), panel: [], contact: nil, decisionBy: nil,
                viaAgency: false)
            let id = try transaction.addDraft(
                of: FollowUp(
                    identity: .thankYou(second.id, story.jane.id), recruitment: story.recruitment.id,
                    recipient: story.jane.id), channel: .email, due: moment, subject: "s", body: "b",
                template: nil)
            try transaction.approve(
                id, frozen: LedgerTransaction.Frozen(bytes: [0x41], messageID: "x@example.org"), at: moment)
            try transaction.handOver(id, dispatched: [0x42], subject: "s", at: moment)
            try transaction.sent(
                id, Attempt(started: moment, ended: moment, outcome: .sent, code: 250, reply: nil))
        }
        #expect(try circumstances(of: thankYou).done == (isDone ? moment : nil))
    }

    @Test(arguments: [
        (MessageState.handedOver, true), (.unconfirmed, true), (.refused, false), (.bounced, false),
    ])
    func aThankYouInDoubtCountsAsDoneForTheOneThatSharesIt(state: MessageState, counts: Bool) throws {
        try shelf.write { transaction in
            let second = try transaction.addInterview(
                of: story.recruitment.id, ended: london("2026-11-18 15:00"), panel: [], contact: nil,
                decisionBy: nil,
                viaAgency: false)
            let id = try transaction.addDraft(
                of: FollowUp(
                    identity: .thankYou(second.id, story.jane.id), recruitment: story.recruitment.id,
                    recipient: story.jane.id), channel: .email, due: at("2026-11-19T15:00:00Z"), subject: "s",
                body: "b", template: nil)
            try transaction.bring(id, to: state)
        }
        #expect((try circumstances(of: thankYou).done != nil) == counts)
    }

    @Test func aContactOfItsOwnMakesItDone() throws {
        _ = try shelf.write {
            try $0.add(
                Entry(
                    time: at("2026-11-18T08:00:00Z"), direction: .out, channel: .inPerson, person: story.jane,
                    recruitment: story.recruitment.id, outcome: .logged, message: thankYou, kind: .thankYou))
        }
        #expect(try circumstances(of: thankYou).done == at("2026-11-18T08:00:00Z"))
    }

    @Test func oneMembersThankYouIsNotAnothers() throws {
        try shelf.write { transaction in
            _ = try story.sent(to: story.sam, at: at("2026-11-18T08:00:00Z"), in: transaction)
        }
        #expect(try circumstances(of: thankYou).done == nil)
    }

    @Test(arguments: [
        (MessageState.draft, true), (.held, true), (.refused, true), (.queued, false), (.handedOver, false),
        (.sent, false), (.unconfirmed, false), (.bounced, true), (.cancelled, false),
    ])
    func whoseThankYouWaitsForTheUserIsUnthanked(state: MessageState, isUnthanked: Bool) throws {
        try shelf.write { transaction in
            try transaction.readdress(decision, to: story.jane.id)
            try transaction.bring(thankYou, to: state)
        }
        #expect(try circumstances(of: decision).isUnthanked == isUnthanked)
    }

    @Test func anothersThankYouIsNobodyElsesBusiness() throws {
        // Jane's is a draft, Hana is asked.
        #expect(try circumstances(of: decision).isUnthanked == false)
    }

    @Test func aWaiverSetsAReasonAsideForThisMessageAlone() throws {
        try shelf.write { try $0.waive("not-thanked", for: decision, at: at("2026-12-01T16:00:00Z")) }
        #expect(try circumstances(of: decision).waived == [.notThanked])
        #expect(try circumstances(of: thankYou).waived.isEmpty)
    }

    @Test func aWaiverOfAnAnswerIsNoneOfALaterAnswer() throws {
        try hear(.replied, "2026-11-19T09:00:00Z")
        try shelf.write { try $0.waive("replied", for: decision, at: at("2026-11-20T09:00:00Z")) }
        #expect(try circumstances(of: decision).heard.isEmpty)
        #expect(try circumstances(of: decision).waived.isEmpty)
        try hear(.replied, "2026-11-24T09:00:00Z")
        #expect(try circumstances(of: decision).heard.map(\.time) == [at("2026-11-24T09:00:00Z")])
        try shelf.write { try $0.waive("replied", for: decision, at: at("2026-11-25T09:00:00Z")) }
        #expect(try circumstances(of: decision).heard.isEmpty)
    }

    /// When it was said is one thing, when it became known another.
    @Test func aWaiverOfAnAnswerIsNoneOfOneThatIsToldLaterOfAnEarlierTime() throws {
        try hear(.replied, "2026-11-19T09:00:00Z")
        try shelf.write { try $0.waive("replied", for: decision, at: at("2026-11-25T09:00:00Z")) }
        try hear(.replied, "2026-11-18T09:00:00Z")
        #expect(try circumstances(of: decision).heard.map(\.time) == [at("2026-11-18T09:00:00Z")])
    }

    @Test func thatNothingWasHeardCountsFromWhenItWasSaid() throws {
        try shelf.run("UPDATE message SET asksFirst = 1")
        try shelf.write {
            try $0.approve(
                decision, frozen: .init(bytes: [0x41], messageID: "d@example.org"),
                at: at("2026-11-20T09:00:00Z"))
        }
        try shelf.run("UPDATE message SET asksFirst = 1")
        try shelf.write { try $0.waive("any-news", for: decision, at: at("2026-11-25T09:00:00Z")) }
        #expect(try circumstances(of: decision).approvedAtScreen == at("2026-11-25T09:00:00Z"))
        #expect(try circumstances(of: decision).waived.isEmpty)
    }

    @Test func aWaiverOfLatenessIsNoneOfALaterDueTime() throws {
        try shelf.write { try $0.waive("late", for: thankYou, at: at("2026-11-21T09:00:00Z")) }
        #expect(try circumstances(of: thankYou).waived == [.late])
        try shelf.write { try $0.reschedule(thankYou, due: at("2026-11-27T15:00:00Z")) }
        #expect(try circumstances(of: thankYou).waived.isEmpty)
    }

    @Test func aFindingThatWasIgnoredIsNoReason() throws {
        try shelf.write { try $0.waive("other-name", for: thankYou, at: at("2026-11-18T09:00:00Z")) }
        #expect(try circumstances(of: thankYou).waived.isEmpty)
        #expect(try shelf.read { try $0.waivers(of: thankYou) } == ["other-name"])
    }
}
