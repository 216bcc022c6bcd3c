import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// One conversation is thanked for once, and asked about once, unless the user says that there were two.
@Suite struct PossibleDoublesTests {
    private let now = OneConversation.now
    private let running: RunningApplication

    init() throws { running = try RunningApplication() }

    /// How many messages of a kind may still go, or have gone, to somebody of that family name, cards included.
    private func count(_ kind: FollowUp.Kind, to name: String = "okafor") throws -> Int {
        try everything().count {
            $0.followUp.kind == kind && $0.state != .draft && $0.state != .cancelled
                && $0.recipient.name.lowercased().contains(name)
        }
    }

    private func everything() throws -> [Message] {
        try running.ledger.read { try $0.messages(in: MessageState.allCases) }
    }

    private func codes(_ id: Message.ID) throws -> [Finding.Code] {
        try running.desk.review(id).findings.map(\.code)
    }

    private let doubts: Set<Finding.Code> = [.sameMeeting, .samePerson]

    @Test(arguments: OneConversation.all)
    func oneConversationRecordedTwiceNeverGoesTwiceUnasked(_ way: OneConversation) throws {
        let first = try running.add(at: now)
        try way.again(running, first)
        let later = now + 7200
        try running.approve(everything().filter { $0.state == .draft }.map(\.id), at: later)
        let ended = try running.standing(first.recruitment)
        // What an offer called off is not said by a second record of it.
        #expect(try count(.thankYou) == (ended == .offered || ended == .withdrawn ? 0 : 1))
        #expect(try count(.decisionStatus) <= 1)
        // Nothing was lost, either: what may be the double waits for the user.
        let waiting = try everything().filter { $0.state == .draft }
        #expect(try waiting.contains { try !doubts.isDisjoint(with: codes($0.id)) })
    }

    @Test func thereAreAtLeastTwentyNineWays() { #expect(OneConversation.all.count >= 29) }

    @Test func theQuestionIsHeldBackLikeTheThankYou() throws {
        let first = try running.add(at: now)
        let again = try running.add(Told(organisation: "The Example Council"), at: now)
        #expect(try running.messages(first.messages).map(\.state) == [.queued, .queued])
        for id in again.messages {
            #expect(try running.state(id) == .draft)
            #expect(try codes(id).contains(.sameMeeting))
        }
        #expect(again.notices.possibleDoubles.map(\.known.id).contains(first.interview))
    }

    @Test(arguments: [
        // A panel of three, and of two of one family.
        [Told(panel: [Told.jane, Told.sam, "Ann Okafor <ann.okafor@example.org>=the lift"])],
        // One day, one recruitment, different people, one contact.
        [
            Told(contact: Told.hana),
            Told(ended: "2026-11-17 15:30", panel: [Told.sam], contact: Told.hana),
        ],
        // The same person once more, in the same recruitment: one note for both.
        [Told(), Told(ended: "2026-11-17 15:45")],
        // One contact of an agency, two interviews more than an hour apart.
        [
            Told(organisation: "North", contact: Told.hana, viaAgency: true),
            Told(organisation: "South", ended: "2026-11-17 16:01", contact: Told.hana, viaAgency: true),
        ],
        // Somebody of that name elsewhere.
        [Told(), Told(organisation: "Harbour", panel: ["Jane Okafor <jane@harbour.example>=the tides"])],
        [
            Told(panel: ["Jane Okafor <jane@one.co.uk>=the portal"]),
            Told(organisation: "Harbour", panel: ["Jane Okafor <jane@two.co.uk>=the tides"]),
        ],
        // Another name at one domain, at one time.
        [Told(), Told(organisation: "Harbour", panel: ["Janet Okonjo <janet@example.org>=the tides"])],
        [Told(), Told(organisation: "Harbour", panel: ["John Okafor <john@example.org>=the tides"])],
        // The next day.
        [Told(), Told(role: "Archivist", ended: "2026-11-18 15:00")],
    ])
    func whatIsNoDoubleIsNotAskedAbout(_ told: [Told]) throws {
        for batch in [true, false] {
            let running = try RunningApplication()
            let moment = at("2026-11-18T18:00:00Z")
            let recorded =
                batch
                ? try running.desk.record(told.map { try $0.record() }, approving: true, at: moment)
                : try told.map { try running.add($0, at: moment) }
            #expect(recorded.flatMap(\.notices).possibleDoubles == [])
            let found = try running.desk.review(recorded.flatMap(\.messages)).flatMap(\.findings)
            #expect(found.filter { doubts.contains($0.code) } == [])
        }
    }

    // MARK: - One person, two addresses (rule `thank-each`)

    @Test(arguments: [
        "Jane Okafor <j.okafor@example.org>", "Jane Okafor <jane@london.example.org>",
        "\"OKAFOR, Jane\" <okafor@example.org>", "Jané Okafor <j.o@example.org>",
        "Prof. Jane Okafor <dean@example.org>", "Jane A. Okafor <jao@example.org>",
    ])
    func onePersonOfAPanelUnderTwoAddressesIsThankedOnce(_ who: String) throws {
        let recorded = try running.add(Told(panel: [Told.jane, who + "=the lift"]), at: now)
        #expect(try running.messages(recorded.messages).map(\.state) == [.queued, .draft, .queued])
        #expect(try codes(recorded.messages[1]).filter(doubts.contains) == [.samePerson])
        #expect(recorded.notices.possibleDoubles.map(\.doubt) == [.person])
    }

    @Test("who was thanked and is put on the panel at another address is not thanked again unasked")
    func anotherAddress() throws {
        let recorded = try running.add()
        try running.end(recorded.messages[0], as: .sent, at: at("2026-11-18T15:00:00Z"))
        var changes = InterviewChanges()
        changes.panel = try Told(panel: ["Jane Okafor <jane@elsewhere.example>=the portal"]).record().panel
        let mended = try running.desk.edit(recorded.interview, changes, at: at("2026-11-18T16:00:00Z"))
        #expect(
            mended.notices.possibleDoubles.map(\.other.id) == [
                try running.message(recorded.messages[0]).recipient.id
            ])
        let second = try #require(mended.changed.first { $0.followUp.kind == .thankYou })
        #expect(try !doubts.isDisjoint(with: codes(second.id)))
    }

    @Test(
        "who got a card and is put on the panel with an address is not thanked again unasked",
        arguments: [true, false])
    func addressAfterCard(isOneInterview: Bool) throws {
        let recorded = try running.add(Told(panel: ["Jane Okafor=the portal"]))
        _ = try running.desk.posted(recorded.messages[0], at: at("2026-11-18T15:00:00Z"))
        let panel = [Told.jane]
        if isOneInterview {
            var changes = InterviewChanges()
            changes.panel = try Told(panel: panel).record().panel
            _ = try running.desk.edit(recorded.interview, changes, at: at("2026-11-18T16:00:00Z"))
        } else {
            try running.add(Told(ended: "2026-11-18 14:00", panel: panel), at: at("2026-11-18T16:00:00Z"))
        }
        let second = try #require(
            try running.messages(of: recorded.recruitment).first {
                $0.followUp.kind == .thankYou && $0.recipient.address != nil
            })
        #expect(second.state == .draft)
        #expect(try !doubts.isDisjoint(with: codes(second.id)))
    }

    @Test func twoPeopleOfOneNameStayTwo() throws {
        let both = [Told.jane, "Jane Okafor <j.okafor@example.org>=the lift"]
        let recorded = try running.add(Told(panel: both), at: now)
        let reviews = try running.desk.approve([recorded.messages[1]], ignoring: ["same-person"], at: now)
        #expect(reviews.map(\.message.state) == [.queued])
        // In every interview from now on, and for a double of this one, too.
        let next = try running.add(
            Told(ended: "2026-11-20 15:00", panel: both), at: at("2026-11-20T18:00:00Z"))
        #expect(next.notices.possibleDoubles == [])
        #expect(try next.messages.allSatisfy { try doubts.isDisjoint(with: codes($0)) })
    }

    // MARK: - The answer stays

    @Test func twoMeetingsStayTwo() throws {
        try running.add(at: now)
        let again = try running.add(Told(role: "Archivist"), at: now)
        _ = try running.desk.approve([again.messages[0]], ignoring: ["same-meeting"], at: now)
        // Said of the meetings, it counts for the question as well, and for what is worded anew.
        try running.approve(again.messages, at: now)
        #expect(try running.messages(again.messages).map(\.state) == [.queued, .queued])
        try running.mend(again, at: now) { $0.ended = try london("2026-11-17 15:20") }
        #expect(try again.messages.allSatisfy { try doubts.isDisjoint(with: codes($0)) })
    }

    @Test func anotherCodeTellsNobodyApart() throws {
        try running.add(at: now)
        let again = try running.add(Told(role: "Archivist"), at: now)
        _ = try running.desk.approve(again.messages, ignoring: ["same-person", "length"], at: now)
        #expect(try running.messages(again.messages).map(\.state) == [.draft, .draft])
    }

    @Test func theOneThatIsLeftGoes() throws {
        let first = try running.add(at: now)
        let again = try running.add(Told(organisation: "The Example Council"), at: now)
        _ = try running.desk.cancel(first.messages, at: now)
        try running.approve(again.messages, at: now)
        #expect(try running.messages(again.messages).map(\.state) == [.queued, .queued])
        // And the other one is the double now.
        _ = try running.desk.release(first.messages, at: now)
        try running.approve(first.messages, at: now)
        #expect(try running.messages(first.messages).map(\.state) == [.draft, .draft])
    }

    @Test func whatIsForeseenIsNotRecorded() throws {
        try running.add(at: now)
        let before = try everything()
        let again = try Told(organisation: "The Example Council").record()
        let foreseen = try running.desk.possibleDoubles(of: [again], at: now)
        #expect(foreseen.map(\.known.id.rawValue) == [1])
        let row = BatchEntry(record: again, standing: .open, isSure: true)
        #expect(try running.desk.possibleDoubles(of: [row], at: now).map(\.count) == [1])
        #expect(try everything() == before)
        #expect(try running.ledger.read { try $0.recruitments().count } == 1)
    }

    /// Nothing of history is asked about: it does not go.
    @Test func whatIsTooLateIsNoDouble() throws {
        try running.add(at: now)
        let row = BatchEntry(
            record: try Told(organisation: "Example Council UK").record(), standing: .rejected, isSure: true)
        let recorded = try running.desk.record([row], approving: true, at: now)
        #expect(recorded[0].notices.possibleDoubles == [])
    }
}
