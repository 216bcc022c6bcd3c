import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("names-right: a spelling that may be wrong is settled by the user, once, before anything is queued")
struct NameSettlingTests {
    private let running: RunningApplication
    private static let later = at("2026-11-17T18:00:00Z")
    private static let slip = "Jane Okofor <jane.okafor@example.org>=the open-data portal"

    init() throws { running = try RunningApplication() }

    private func findings(_ id: Message.ID) throws -> [Finding.Code] {
        try running.desk.review([id]).flatMap(\.findings).map(\.code)
    }

    private func standing() throws -> NameStanding { try running.desk.nameStanding(of: "1") }

    @Test(arguments: [true, false])
    func aNearMissKeepsEveryMessageToThatPersonADraft(isStranger: Bool) throws {
        if !isStranger { try running.add(Told(organisation: "Another Council", panel: [Told.sam])) }
        let recorded = try running.add(Told(panel: isStranger ? [Self.slip] : [Self.slip, Told.sam]))
        #expect(try running.state(recorded.messages[0]) == .draft)
        #expect(try running.message(.decisionStatus, in: recorded.recruitment)?.state == .draft)
        #expect(recorded.findings?[recorded.messages[0]]?.map(\.code) == [.nameUnsettled])
        let review = try #require(
            try running.desk.approve([recorded.messages[0]], ignoring: [], at: Self.later).first)
        #expect(review.message.state == .draft)
        #expect(
            review.blocking.map(\.what) == [
                .nameUnsettled(
                    NameDifference(person: review.message.recipient, other: "Jane Okafor", source: .address))
            ])
        #expect(throws: DeskProblem.cannotBeIgnored(code: "name-unsettled")) {
            try running.desk.approve([recorded.messages[0]], ignoring: ["name-unsettled"], at: Self.later)
        }
    }

    @Test func aNameThatIsRightIsVerifiedOnce() throws {
        let note = try running.add(Told(panel: [Self.slip])).messages[0]
        let verified = try running.desk.verify(["1"], at: Self.later)
        #expect(
            verified.map(\.settled) == [
                SettledName(
                    name: "Jane Okofor", address: "jane.okafor@example.org", source: .user, time: Self.later)
            ])
        #expect(try findings(note).isEmpty)
        try running.approve([note])
        #expect(try running.state(note) == .queued)
        let next = try running.add(
            Told(organisation: "Another Council", ended: "2026-11-25 11:00", panel: [Self.slip]))
        #expect(try running.state(next.messages[0]) == .queued)
        _ = try running.desk.verify(["1"], at: Self.later + 60)
        #expect(try standing().settled?.time == Self.later)
    }

    @Test func aNameThatIsMendedIsVerifiedByThat() throws {
        let note = try running.add(Told(panel: [Self.slip])).messages[0]
        try running.mend("1", name: "Jane Okafor")
        #expect(try standing().settled?.source == .user)
        #expect(try running.message(note).body.hasPrefix("Dear Jane Okafor,\n"))
        try running.approve([note])
        #expect(try running.state(note) == .queued)
        // The words of then are not asked about again.
        let again = try running.add(Told(panel: [Self.slip]))
        #expect(again.existing)
        let next = try running.add(
            Told(organisation: "Another Council", ended: "2026-11-25 11:00", panel: [Self.slip]))
        #expect(try running.message(next.messages[0]).recipient.name == "Jane Okafor")
        #expect(try running.state(next.messages[0]) == .queued)
    }

    @Test func anotherAddressIsANewSource() throws {
        let note = try running.add(Told(panel: [Self.slip])).messages[0]
        _ = try running.desk.verify(["1"], at: Self.later)
        try running.mend("1", address: "jane.okofer@example.org")
        #expect(try findings(note) == [.nameUnsettled])
        #expect(try standing().settled != nil)
    }

    @Test(arguments: ["Jayne Okafor", "Jane Okaför", "Jane Smith"])
    func aKnownPersonWrittenOtherwiseIsToBeSettled(name: String) throws {
        try running.add()
        let next = try running.add(
            Told(
                organisation: "Another Council", ended: "2026-11-25 11:00",
                panel: ["\(name) <jane.okafor@example.org>=the lift"]))
        let jane = try running.message(next.messages[0]).recipient
        #expect(jane.name == "Jane Okafor")
        #expect(try running.state(next.messages[0]) == .draft)
        #expect(
            try standing().doubts.differences == [NameDifference(person: jane, other: name, source: .user)])
        _ = try running.desk.verify(["1"], at: Self.later)
        #expect(try standing().doubts.differences.isEmpty)
        try running.approve([next.messages[0]], at: at("2026-11-25T12:00:00Z"))
        #expect(try running.state(next.messages[0]) == .queued)
    }

    @Test(arguments: ["JANE OKAFOR", "Okafor, Jane", "Dr Jane Okafor, PhD", "J. Okafor"])
    func aKnownPersonInAnotherFormIsThatPerson(name: String) throws {
        try running.add()
        let next = try running.add(
            Told(
                organisation: "Another Council", ended: "2026-11-25 11:00",
                panel: ["\(name) <jane.okafor@example.org>=the lift"]))
        #expect(try running.message(next.messages[0]).recipient.name == "Jane Okafor")
        #expect(try running.state(next.messages[0]) == .queued)
        #expect(try standing().doubts.differences.isEmpty)
    }

    @Test func aNicknameIsOnlyWarnedOfUntilItIsVerified() throws {
        let note = try running.add(Told(panel: ["Robert Smith <bob.smith@example.org>=the lift"])).messages[0]
        #expect(try running.state(note) == .queued)
        #expect(try findings(note) == [.nameUnlikeAddress])
        _ = try running.desk.verify(["1"], at: Self.later)
        #expect(try findings(note).isEmpty)
    }

    @Test func aNameInCapitalsIsKeptAsItIsTold() throws {
        let note = try running.add(Told(panel: ["JANE OKAFOR <jane.okafor@example.org>=the lift"])).messages[
            0]
        #expect(try running.message(note).body.hasPrefix("Dear JANE OKAFOR,\n"))
    }

    @Test func theAdviceAsksUntilItIsSettled() throws {
        let note = try running.add(Told(panel: [Self.slip])).messages[0]
        let asked = try running.desk.advise(at: Self.later).filter { $0.code == .name }
        #expect(asked.compactMap(\.difference?.other) == ["Jane Okafor"])
        _ = try running.desk.verify(["1"], at: Self.later)
        #expect(try !running.desk.advise(at: Self.later).contains { $0.code == .name })
        #expect(try running.state(note) == .draft)
    }

    /// What was approved with the old name does not go: it is a draft again, with the settled one.
    @Test func whatIsQueuedUnderTheOldNameDoesNotGo() throws {
        let note = try running.add().messages[0]
        let old = try #require(try running.frozen(note))
        try running.mend("1", name: "Jana Okafor")
        #expect(try running.state(note) == .draft)
        try running.approve([note])
        let new = try #require(try running.frozen(note))
        #expect(new != old && !String(decoding: new, as: UTF8.self).contains("Jane Okafor"))
    }

    @Test(arguments: [MessageState.handedOver, .unconfirmed])
    func whatIsOnItsWayUnderTheOldNameDoesNotGoAgain(state: MessageState) throws {
        let note = try running.add().messages[0]
        try running.end(note, as: state, at: Self.later)
        try running.mend("1", name: "Jana Okafor")
        if state == .handedOver {
            try running.ledger.write {
                try $0.unconfirmed(
                    note,
                    Attempt(
                        started: Self.later, ended: Self.later, outcome: .unconfirmed, code: nil, reply: ""))
            }
        }
        _ = try running.desk.resolve(note, delivered: false, at: Self.later + 60)
        _ = try running.desk.release([note], at: Self.later + 120)
        #expect(try running.state(note) == .draft)
        #expect(try running.message(note).body.hasPrefix("Dear Jana Okafor,\n"))
    }
}
