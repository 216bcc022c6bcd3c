import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("A batch that was kept elsewhere: history is recorded, and nothing of it goes out late")
struct BatchTests {
    let running: RunningApplication
    /// A Tuesday, an hour after the interview of the fixture ended.
    let now: Date

    init() throws {
        running = try RunningApplication()
        now = try london("2026-11-17 16:00").instant
    }

    private func take(
        _ told: [Told], as standing: Recruitment.Standing = .open, sure: Bool = true, approving: Bool = true
    ) throws -> [Recorded] {
        let entries = try told.map { BatchEntry(record: try $0.record(), standing: standing, isSure: sure) }
        return try running.desk.record(entries, approving: approving, at: now)
    }

    private func told(_ ended: String, _ name: String = "Jane Okafor") -> Told {
        let address = name.lowercased().replacing(" ", with: ".") + "@example.org"
        return Told(organisation: "Firm of \(name)", ended: ended, panel: ["\(name) <\(address)>=the portal"])
    }

    @Test("what ended today is queued, what is planned stays a draft and is asked after")
    func recent() throws {
        let taken = try take([told("2026-11-17 15:00"), told("2026-11-20 15:00", "Tom Long")])
        #expect(try taken[0].messages.map(running.state) == [.queued, .queued])
        #expect(try taken[1].messages.map(running.state) == [.draft, .draft])
        let later = try london("2026-11-20 16:00").instant
        #expect(try running.desk.howItWent(at: later).isEmpty == false || taken[1].messages.count == 2)
        #expect(try running.desk.advise(at: now).contains { $0.code == .planned })
    }

    @Test(
        "a thank-you past its window and a question whose two weeks are over are cancelled as late",
        arguments: [
            ("2026-11-16 15:00", MessageState.queued, MessageState.queued),
            ("2026-11-10 15:00", .cancelled, .draft), ("2026-11-02 15:00", .cancelled, .cancelled),
            ("2025-03-04 15:00", .cancelled, .cancelled),
        ])
    func old(ended: String, thanks: MessageState, question: MessageState) throws {
        let messages = try running.messages(try take([told(ended)])[0].messages)
        #expect(messages.map(\.state) == [thanks, question])
        for message in messages where message.state == .cancelled { #expect(message.reason?.code == .late) }
        #expect(messages.allSatisfy { $0.state != .held })
    }

    @Test("it does not matter whether the answer was given in advance", arguments: [true, false])
    func unapproved(approving: Bool) throws {
        let messages = try running.messages(
            try take([told("2026-10-02 15:00")], approving: approving)[0].messages)
        #expect(messages.map(\.state) == [.cancelled, .cancelled])
        #expect(try running.desk.release([messages[0].id], at: now).map(\.state) == [.draft])
    }

    @Test("a later interview of a recruitment from history earns its thank-you, and asks the question anew")
    func later() throws {
        let old = try take([told("2026-10-02 15:00")])[0]
        var second = told("2026-11-17 15:00")
        second.panel = ["Tom Long <tom.long@example.org>=the tides"]
        let new = try take([second])[0]
        #expect(new.recruitment == old.recruitment)
        #expect(try new.messages.map(running.state) == [.queued, .queued])
        #expect(Set(new.messages).intersection(old.messages).count == 1)
    }

    @Test("what the user called off is not asked anew")
    func calledOff() throws {
        let old = try take([told("2026-11-16 15:00")])[0]
        _ = try running.desk.cancel(old.messages, at: now)
        var second = told("2026-11-17 15:00")
        second.panel = ["Tom Long <tom.long@example.org>=the tides"]
        #expect(try take([second])[0].notices.contains(.staysCancelled(old.messages[1])))
    }

    @Test(
        "in a recruitment that is over nothing is written; what is a guess stays a draft",
        arguments: [Recruitment.Standing.rejected, .offered, .withdrawn])
    func overAndUnsure(standing: Recruitment.Standing) throws {
        let over = try take([told("2026-11-17 15:00")], as: standing)[0]
        let messages = try running.messages(over.messages)
        #expect(messages.map(\.state) == [.cancelled, .cancelled])
        #expect(messages.allSatisfy { $0.reason?.code == .ended })
        let recruitment = try running.ledger.read { try $0.recruitment(over.recruitment) }
        #expect(recruitment.standing == standing)
        let unsure = try take([told("2026-11-17 15:00", "Tom Long")], sure: false)[0]
        #expect(try unsure.messages.map(running.state) == [.draft, .draft])
    }

    @Test("a recruitment that has ended is not joined by what took place later, in one file or the next")
    func ended() throws {
        let first = try told("2026-11-10 15:00").record()
        let second = try told("2026-11-17 15:00").record()
        let taken = try running.desk.record(
            [
                BatchEntry(record: first, standing: .rejected, isSure: true),
                BatchEntry(record: second, standing: .open, isSure: true),
            ], approving: true, at: now)
        #expect(taken[0].recruitment != taken[1].recruitment)
        #expect(try taken[0].messages.map(running.state) == [.cancelled, .cancelled])
        #expect(try running.state(taken[1].messages[0]) == .queued)
    }

    @Test("interviews that an end came after are of the same recruitment, which ends")
    func rounds() throws {
        let entries = try ["2026-11-10 15:00", "2026-11-16 15:00"].map {
            BatchEntry(record: try told($0).record(), standing: .rejected, isSure: true)
        }
        let taken = try running.desk.record(entries, approving: true, at: now)
        #expect(taken[0].recruitment == taken[1].recruitment)
        #expect(try taken.flatMap(\.messages).map(running.state).allSatisfy { $0 == .cancelled })
    }

    @Test("a spelling that was met before is no other name")
    func mended() throws {
        let known = try running.add(told("2026-11-17 15:00"))
        let id = try running.message(known.messages[0]).recipient.id
        try running.ledger.write { transaction in
            _ = try transaction.see(SeenName("Janet Smith", source: .user, time: now), of: id)
        }
        var other = told("2026-11-18 15:00", "Tom Long")
        other.panel = ["Janet Smith <jane.okafor@example.org>"]
        #expect(try running.desk.foresee([other.record()]) == [.new])
    }

    @Test("approved and unapproved in one file, each as it is and in its order")
    func mixed() throws {
        let names = ["Jane Okafor", "Tom Long", "Hana Lee", "Sam Wu", "Li Wei"]
        let days = ["2026-11-20", "2026-11-17", "2026-10-01", "2026-11-16", "2026-11-21"]
        let taken = try take(zip(names, days).map { told("\($1) 15:00", $0) })
        let first = try taken.map { try running.state($0.messages[0]) }
        #expect(first == [.draft, .queued, .cancelled, .queued, .draft])
        let people = try taken.map { try running.message($0.messages[0]).recipient.name }
        #expect(people == names)
    }

    @Test("all or none")
    func whole() throws {
        var other = told("2026-11-17 15:00", "Tom Long")
        other.panel = ["Tom Long <jane.okafor@example.org>"]
        let entries = try [told("2026-11-17 15:00"), other].map {
            BatchEntry(record: try $0.record(), standing: .open, isSure: true)
        }
        #expect(throws: RecordProblem.self) { try running.desk.record(entries, approving: true, at: now) }
        #expect(try running.ledger.read { try $0.interviews() }.isEmpty)
    }

    @Test("what would become of it is foreseen, and nothing is changed")
    func foreseen() throws {
        let known = try running.add(told("2026-11-17 15:00"))
        var other = told("2026-11-17 15:00")
        other.panel.append(Told.sam)
        var slip = told("2026-11-18 15:00", "Tom Long")
        slip.panel = ["Tom Long <jane.okafor@example.org>"]
        let told = try [told("2026-11-17 15:00"), other, slip, told("2026-11-19 15:00")].map {
            try $0.record()
        }
        let foreseen = try running.desk.foresee(told)
        #expect(foreseen[0] == .known(known.interview))
        #expect(foreseen[1] == .refused(.differs(known.interview, what: .panel)))
        guard case .refused(.otherName(_, "Tom Long")) = foreseen[2] else {
            Issue.record("\(foreseen[2])")
            return
        }
        #expect(foreseen[3] == .new)
        #expect(try running.ledger.read { try $0.interviews() }.count == 1)
    }
}
