import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("names-right: a spelling that may be wrong is settled by the user, once, before anything is queued")
struct NameSettlingTests {
    private let office: Office
    private static let later = at("2026-11-17T18:00:00Z")
    private static let slip = "Jane Okofor <jane.okafor@example.org>=the open-data portal"

    init() throws { office = try Office() }

    private func findings(_ id: Message.ID) throws -> [Finding.Code] {
        try office.desk.review([id]).flatMap(\.findings).map(\.code)
    }

    private func standing() throws -> NameStanding { try office.desk.nameStanding(of: "1") }

    @Test(arguments: [true, false])
    func aNearMissKeepsEveryMessageToThatPersonADraft(isStranger: Bool) throws {
        if !isStranger { try office.add(Told(organisation: "Another Council", panel: [Told.sam])) }
        let recorded = try office.add(Told(panel: isStranger ? [Self.slip] : [Self.slip, Told.sam]))
        #expect(try office.state(recorded.messages[0]) == .draft)
        #expect(try office.message(.decisionStatus, in: recorded.recruitment)?.state == .draft)
        #expect(recorded.findings?[recorded.messages[0]]?.map(\.code) == [.nameUnsettled])
        let review = try #require(
            try office.desk.approve([recorded.messages[0]], ignoring: [], at: Self.later).first)
        #expect(review.message.state == .draft)
        #expect(
            review.blocking.map(\.what) == [
                .nameUnsettled(
                    NameDifference(person: review.message.recipient, other: "Jane Okafor", source: .address))
            ])
        #expect(throws: DeskProblem.cannotBeIgnored(code: "name-unsettled")) {
            try office.desk.approve([recorded.messages[0]], ignoring: ["name-unsettled"], at: Self.later)
        }
    }

    @Test func aNameThatIsRightIsVerifiedOnce() throws {
        let note = try office.add(Told(panel: [Self.slip])).messages[0]
        let verified = try office.desk.verify(["1"], at: Self.later)
        #expect(
            verified.map(\.settled) == [
                SettledName(
                    name: "Jane Okofor", address: "jane.okafor@example.org", source: .user, time: Self.later)
            ])
        #expect(try findings(note).isEmpty)
        try office.approve([note])
        #expect(try office.state(note) == .queued)
        let next = try office.add(
            Told(organisation: "Another Council", ended: "2026-11-25 11:00", panel: [Self.slip]))
        #expect(try office.state(next.messages[0]) == .queued)
        _ = try office.desk.verify(["1"], at: Self.later + 60)
        #expect(try standing().settled?.time == Self.later)
    }

    @Test func aNameThatIsMendedIsVerifiedByThat() throws {
        let note = try office.add(Told(panel: [Self.slip])).messages[0]
        try office.mend("1", name: "Jane Okafor")
        #expect(try standing().settled?.source == .user)
        #expect(try office.message(note).body.hasPrefix("Dear Jane Okafor,\n"))
        try office.approve([note])
        #expect(try office.state(note) == .queued)
        // The words of then are not asked about again.
        let again = try office.add(Told(panel: [Self.slip]))
        #expect(again.existing)
        let next = try office.add(
            Told(organisation: "Another Council", ended: "2026-11-25 11:00", panel: [Self.slip]))
        #expect(try office.message(next.messages[0]).recipient.name == "Jane Okafor")
        #expect(try office.state(next.messages[0]) == .queued)
    }

    @Test func anotherAddressIsANewSource() throws {
        let note = try office.add(Told(panel: [Self.slip])).messages[0]
        _ = try office.desk.verify(["1"], at: Self.later)
        try office.mend("1", address: "jane.okofer@example.org")
        #expect(try findings(note) == [.nameUnsettled])
        #expect(try standing().settled != nil)
    }

    @Test(arguments: ["Jayne Okafor", "Jane Okaför", "Jane Smith"])
    func aKnownPersonWrittenOtherwiseIsToBeSettled(name: String) throws {
        try office.add()
        let next = try office.add(
            Told(
                organisation: "Another Council", ended: "2026-11-25 11:00",
                panel: ["\(name) <jane.okafor@example.org>=the lift"]))
        let jane = try office.message(next.messages[0]).recipient
        #expect(jane.name == "Jane Okafor")
        #expect(try office.state(next.messages[0]) == .draft)
        #expect(
            try standing().doubts.differences == [NameDifference(person: jane, other: name, source: .user)])
        _ = try office.desk.verify(["1"], at: Self.later)
        #expect(try standing().doubts.differences.isEmpty)
        try office.approve([next.messages[0]], at: at("2026-11-25T12:00:00Z"))
        #expect(try office.state(next.messages[0]) == .queued)
    }

    @Test(arguments: ["JANE OKAFOR", "Okafor, Jane", "Dr Jane Okafor, PhD", "J. Okafor"])
    func aKnownPersonInAnotherFormIsThatPerson(name: String) throws {
        try office.add()
        let next = try office.add(
            Told(
                organisation: "Another Council", ended: "2026-11-25 11:00",
                panel: ["\(name) <jane.okafor@example.org>=the lift"]))
        #expect(try office.message(next.messages[0]).recipient.name == "Jane Okafor")
        #expect(try office.state(next.messages[0]) == .queued)
        #expect(try standing().doubts.differences.isEmpty)
    }

    @Test func aNicknameIsOnlyWarnedOfUntilItIsVerified() throws {
        let note = try office.add(Told(panel: ["Robert Smith <bob.smith@example.org>=the lift"])).messages[0]
        #expect(try office.state(note) == .queued)
        #expect(try findings(note) == [.nameUnlikeAddress])
        _ = try office.desk.verify(["1"], at: Self.later)
        #expect(try findings(note).isEmpty)
    }

    @Test func aNameInCapitalsIsKeptAsItIsTold() throws {
        let note = try office.add(Told(panel: ["JANE OKAFOR <jane.okafor@example.org>=the lift"])).messages[0]
        #expect(try office.message(note).body.hasPrefix("Dear JANE OKAFOR,\n"))
    }

    @Test func theAdviceAsksUntilItIsSettled() throws {
        let note = try office.add(Told(panel: [Self.slip])).messages[0]
        let asked = try office.desk.advise(at: Self.later).filter { $0.code == .name }
        #expect(asked.compactMap(\.difference?.other) == ["Jane Okafor"])
        _ = try office.desk.verify(["1"], at: Self.later)
        #expect(try !office.desk.advise(at: Self.later).contains { $0.code == .name })
        #expect(try office.state(note) == .draft)
    }

    /// What was approved with the old name does not go: it is a draft again, with the settled one.
    @Test func whatIsQueuedUnderTheOldNameDoesNotGo() throws {
        let note = try office.add().messages[0]
        let old = try #require(try office.frozen(note))
        try office.mend("1", name: "Jana Okafor")
        #expect(try office.state(note) == .draft)
        try office.approve([note])
        let new = try #require(try office.frozen(note))
        #expect(new != old && !String(decoding: new, as: UTF8.self).contains("Jane Okafor"))
    }

    @Test(arguments: [MessageState.handedOver, .unconfirmed])
    func whatIsOnItsWayUnderTheOldNameDoesNotGoAgain(state: MessageState) throws {
        let note = try office.add().messages[0]
        try office.end(note, as: state, at: Self.later)
        try office.mend("1", name: "Jana Okafor")
        if state == .handedOver {
            try office.ledger.write {
                try $0.unconfirmed(
                    note,
                    Attempt(
                        started: Self.later, ended: Self.later, outcome: .unconfirmed, code: nil, reply: ""))
            }
        }
        _ = try office.desk.resolve(note, delivered: false, at: Self.later + 60)
        _ = try office.desk.release([note], at: Self.later + 120)
        #expect(try office.state(note) == .draft)
        #expect(try office.message(note).body.hasPrefix("Dear Jana Okafor,\n"))
    }
}
