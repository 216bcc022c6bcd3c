import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("names-right: how people write themselves in their own mail")
struct OwnWritingTests {
    private let running: RunningApplication
    private let box: Letterbox
    private let recorded: Recorded
    private static let later = at("2026-11-20T11:00:00Z")

    init() throws {
        running = try RunningApplication()
        box = Letterbox(running: running)
        recorded = try running.add(Told(panel: [Told.jane], contact: Told.hana))
    }

    private var note: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[1] }

    /// A mail of Jane's, which answers the thank-you.
    @discardableResult
    private func hear(
        _ name: String, _ meaning: MailFact.Meaning = .reply, key: String = "<r1@example.org>",
        isAnswer: Bool = true, evidence: [String] = ["address"], address: String = "jane.okafor@example.org"
    ) throws -> [Desk.Noted] {
        try box.note(
            box.fact(
                meaning, [recorded.recruitment], from: Person.ID(rawValue: 1), key: key,
                answering: isAnswer ? note : nil, address: address, name: name, evidence: evidence))
    }

    private func standing() throws -> NameStanding { try running.desk.nameStanding(of: "1") }

    @Test(arguments: ["Jane Okafor", "Jane Okafor (City Library)"])
    func theirOwnWritingVerifiesTheName(name: String) throws {
        try hear(name)
        let settled = try #require(try standing().settled)
        #expect(settled.source == .ownMail && settled.time == at("2026-11-20T09:00:00Z"))
    }

    @Test(arguments: ["Okafor, Jane", "Jane", "Dr Jane Okafor", "JANE OKAFOR", "", "HR"])
    func anotherFormSaysNothing(name: String) throws {
        try hear(name)
        #expect(try standing().settled == nil)
        #expect(try standing().doubts.differences.isEmpty)
        #expect(try running.state(note) == .queued)
    }

    @Test(arguments: ["Jane Okofor", "Jane Okáfor", "Jayne Okafor | City Library"])
    func whatIsQueuedWaitsForTheUser(name: String) throws {
        try hear(name)
        let message = try running.message(note)
        #expect(message.state == .held && message.reason?.code == .nameInDoubt)
        #expect(try running.desk.advise(at: Self.later).contains { $0.code == .name })
        // Letting it go does not settle it.
        _ = try running.desk.release([note], at: Self.later)
        #expect(try running.state(note) == .draft)
        try running.approve([note], at: Self.later)
        #expect(try running.state(note) == .draft)
    }

    @Test func whatWasHeldGoesOnWhenTheNameIsRight() throws {
        let frozen = try running.frozen(note)
        try hear("Jane Okofor")
        _ = try running.desk.verify(["1"], at: at("2026-11-18T10:00:00Z"))
        #expect(try running.state(note) == .queued)
        #expect(try running.frozen(note) == frozen)
    }

    @Test func theirSpellingIsTakenOverAndSettlesTheName() throws {
        try hear("Jane Okofor")
        try running.mend("1", name: "Jane Okofor")
        #expect(try standing().settled?.source == .ownMail)
        #expect(try standing().doubts.differences.isEmpty)
        #expect(try running.message(note).body.hasPrefix("Dear Jane Okofor,\n"))
        try hear("Jane Okofor", key: "<r2@example.org>")
        #expect(try !running.desk.advise(at: Self.later).contains { $0.code == .name })
    }

    @Test func theUserIsToldAlsoWhenTheNoteHasGone() throws {
        try running.end(note, as: .sent, at: at("2026-11-18T15:00:00Z"))
        try hear("Jane Okofor", .reply)
        let advice = try #require(try running.desk.advise(at: Self.later).first { $0.code == .name })
        #expect(advice.difference?.source == .ownMail && advice.difference?.other == "Jane Okofor")
        try running.mend("1", name: "Jane Okofor", at: Self.later)
        #expect(try !running.desk.advise(at: Self.later).contains { $0.code == .name })
        let next = try running.add(
            Told(organisation: "Another Council", ended: "2026-11-25 11:00", panel: [Told.jane]))
        #expect(try running.message(next.messages[0]).body.hasPrefix("Dear Jane Okofor,\n"))
    }

    @Test func aNicknameOfTheirsIsAdvisedOf() throws {
        let other = try running.add(
            Told(
                organisation: "Another Council", panel: ["Thomas Briggs <thomas.briggs@example.org>=the lift"]
            ))
        try box.note(
            box.fact(
                .reply, [other.recruitment], from: Person.ID(rawValue: 3), answering: other.messages[0],
                address: "thomas.briggs@example.org",
                name: "Tom Briggs"))
        #expect(try running.state(other.messages[0]) == .queued)
        #expect(try running.desk.advise(at: Self.later).compactMap(\.difference?.other) == ["Tom Briggs"])
    }

    @Test(
        "another's mail, or nobody knows whose, says nothing of the name",
        arguments: [
            ("Jane Okofor", "someone@example.org", ["address"]),
            ("Jane Okofor", "jane.okafor@example.org", ["address", "doubtful-sender"]),
            ("Tom Briggs", "jane.okafor@example.org", ["address"]),
            ("City Library HR", "jane.okafor@example.org", ["address"]),
        ])
    func others(name: String, address: String, evidence: [String]) throws {
        try hear(name, evidence: evidence, address: address)
        #expect(try standing().doubts.differences.isEmpty && running.state(note) == .queued)
    }

    @Test(
        "what a machine writes, or nobody asked for, says nothing of the name",
        arguments: [
            (MailFact.Meaning.automatic, true), (MailFact.Meaning.challenge, true),
            (MailFact.Meaning.bounce, true), (MailFact.Meaning.possibleReply, true),
            (MailFact.Meaning.reply, false),
        ])
    func machines(meaning: MailFact.Meaning, isAnswer: Bool) throws {
        try hear("Jane Okafor", meaning, isAnswer: isAnswer)
        #expect(try standing().settled == nil)
        try hear("Jane Okofor", meaning, key: "<r2@example.org>", isAnswer: isAnswer)
        #expect(try standing().doubts.differences.isEmpty && running.state(note) == .queued)
    }

    @Test func theUsersOwnDoubtStays() throws {
        try running.add(
            Told(
                organisation: "Another Council", panel: ["Jane Okofor <jane.okafor@example.org>=the lift"]))
        #expect(try running.state(note) == .held)
        try hear("Jane Okafor")
        #expect(try standing().settled == nil)
        #expect(try standing().doubts.differences.map(\.source) == [.user])
        #expect(try running.state(note) == .held)
    }

    @Test func theirOwnMailLetsNothingGo() throws {
        try hear("Jane Okofor")
        try hear("Jane Okafor", key: "<r2@example.org>")
        #expect(try standing().doubts.differences.map(\.source) == [.ownMail])
        #expect(try running.state(note) == .held)
    }

    @Test func whatIsHeldElsewhereIsTold() throws {
        let other = try running.add(
            Told(
                organisation: "Another Council", ended: "2026-11-18 15:00",
                panel: ["Jane Okafor <jane.okafor@example.org>=the lift"]))
        #expect(try running.state(other.messages[0]) == .queued)
        let changed = try hear("Jane Okofor").flatMap(\.changed)
        #expect(Set(changed.map(\.id)).isSuperset(of: [note, other.messages[0]]))
        #expect(try running.message(other.messages[0]).reason?.code == .nameInDoubt)
    }

    @Test func whoseAddressItReallyIsIsTold() throws {
        let other = try running.add(
            Told(organisation: "Another Council", panel: ["Jane Roe <tom.briggs@example.org>=the lift"]))
        #expect(try running.state(other.messages[0]) == .queued)
        try box.note(
            box.fact(
                .reply, [other.recruitment], from: Person.ID(rawValue: 3), answering: other.messages[0],
                address: "tom.briggs@example.org",
                name: "Tom Briggs"))
        #expect(try running.message(other.messages[0]).reason?.code == .nameInDoubt)
    }
}
