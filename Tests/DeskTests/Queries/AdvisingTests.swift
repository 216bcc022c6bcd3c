import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite struct AdvisingTests {
    private let running: RunningApplication
    private static let due = "2026-11-18T15:00:00Z"

    init() throws { running = try RunningApplication() }

    private func codes(at now: String) throws -> [Advice.Code] {
        try running.desk.advise(at: at(now)).map(\.code)
    }

    /// Jane's thank-you, in a state; the question is called off, so that there is nothing else.
    private func note(_ state: MessageState, _ told: Told = Told()) throws -> Message.ID {
        let recorded = try running.add(told, approving: state != .draft)
        let note = recorded.messages[0]
        _ = try running.desk.cancel([recorded.messages[1]], at: at("2026-11-17T17:00:00Z"))
        switch state {
        case .draft, .queued: break
        case .held: _ = try running.desk.hold([note], at: at(Self.due))
        case .handedOver: try running.handOver(note, at: at(Self.due))
        default: try running.end(note, as: state, at: at(Self.due))
        }
        return note
    }

    @Test(arguments: [
        (MessageState.draft, Advice.Code.approve, true), (.held, .settle, true), (.refused, .mend, false),
        (.unconfirmed, .resolve, false), (.handedOver, .resolve, false), (.queued, .send, true),
    ])
    func whatAMessageAsksOfTheUserComesFirst(state: MessageState, code: Advice.Code, isPending: Bool) throws {
        let note = try note(state)
        let advice = try running.desk.advise(at: at("2026-11-18T16:00:00Z"))
        #expect(advice.first?.code == code && advice.first?.message?.id == note)
        #expect(advice.first?.recruitment?.role == "Data Analyst")
        #expect(advice.dropFirst().map(\.code) == (isPending ? [.noTelephone, .noSocial] : []))
    }

    /// An hour is enough for whoever sends by itself, or from a timer.
    @Test(arguments: [
        ("2026-11-18T15:00:00Z", Advice.Code.send), ("2026-11-18T16:00:00Z", .send),
        ("2026-11-18T16:01:00Z", .overdue),
        ("2026-11-20T14:00:00Z", .overdue), ("2026-11-20T15:01:00Z", .settle),
    ])
    func whatShouldHaveGoneIsOverdue(now: String, code: Advice.Code) throws {
        let note = try note(.queued)
        let advice = try #require(try running.desk.advise(at: at(now)).first)
        #expect(advice.code == code && advice.message?.id == note)
        if code == .overdue {
            #expect(advice.until == at("2026-11-20T15:00:00Z") && advice.reason == nil)
        }
    }

    /// What failed is told at once, with the reason and the next try.
    @Test(arguments: [Reason.Code.deferred, .mailboxUnread])
    func whatFailedIsOverdueAtOnce(code: Reason.Code) throws {
        let note = try note(.queued)
        let next = at("2026-11-18T15:10:00Z")
        try running.ledger.write { try $0.postpone(note, until: next, because: "the line is dead", code) }
        for now in ["2026-11-18T15:01:00Z", "2026-11-18T15:10:00Z"] {
            let advice = try #require(try running.desk.advise(at: at(now)).first)
            #expect(advice.code == .overdue && advice.message?.id == note)
            #expect(advice.reason?.code == code && advice.reason?.moment == next)
            #expect(advice.reason?.detail == "the line is dead")
        }
    }

    @Test func whatStoppedTheLastRunIsToldOfWhatItKept() throws {
        let note = try note(.queued)
        let why = Reason(.notSending, moment: at("2026-11-18T15:00:00Z"), detail: "535 5.7.8 no")
        try running.ledger.write { try $0.explain(note, by: why) }
        let advice = try #require(try running.desk.advise(at: at("2026-11-18T15:01:00Z")).first)
        #expect(advice.code == .overdue && advice.reason == why)
    }

    /// A thank-you that is overdue is none that will go when it is due.
    @Test func anOverdueNoteIsNoneToCome() throws {
        _ = try running.add(Told(contact: Told.hana))
        func isThanking(at now: String) throws -> Bool? {
            try running.desk.advise(at: at(now)).first { $0.code == .wait }?.isThanking
        }
        #expect(try isThanking(at: "2026-11-18T14:00:00Z") == true)
        #expect(try isThanking(at: "2026-11-18T17:00:00Z") == false)
    }

    @Test func whatIsDueAndWaitsForTheHourIsNotSilent() throws {
        let note = try note(.queued)
        let advice = try #require(try running.desk.advise(at: at("2026-11-18T22:00:00Z")).first)
        #expect(advice.code == .later && advice.message?.id == note && advice.reason?.code == .closedHours)
    }

    @Test func whatCameBackIsShown() throws {
        let note = try note(.sent)
        try running.ledger.write { try $0.move(note, to: .bounced, because: nil) }
        #expect(try codes(at: "2026-11-18T16:00:00Z") == [.bounced])
    }

    @Test func aCardIsToBePosted() throws {
        let recorded = try running.add(Told(panel: ["Bo Lind=the archive"]))
        #expect(try codes(at: "2026-11-18T14:00:00Z") == [.nothing])
        let advice = try running.desk.advise(at: at("2026-11-18T16:00:00Z"))
        #expect(advice.map(\.code) == [.postCard, .noTelephone, .noSocial])
        #expect(advice[0].message?.id == recorded.messages[0])
    }

    @Test(arguments: [(nil, Advice.Code.talkingPoint), ("the archive", .approve)])
    func aNoteCarriesSomethingFromTheConversation(point: String?, code: Advice.Code) throws {
        let member = "Jane Okafor <jane.okafor@example.org>" + (point.map { "=" + $0 } ?? "")
        _ = try note(.draft, Told(panel: [member]))
        #expect(try codes(at: "2026-11-18T16:00:00Z").first == code)
    }

    /// To read it and to approve it would end at what blocks it.
    @Test func aDraftThatMayBeADoubleIsDecidedAbout() throws {
        _ = try running.add(Told(panel: ["Jane Okafor <jane.okafor@example.org>=the archive"]))
        let again = try running.add(
            Told(organisation: "Other Council", panel: ["Jane Okafor <jane.okafor@example.org>=the archive"]))
        let advice = try running.desk.advise(at: at("2026-11-18T10:00:00Z"))
        let doubles = advice.filter { $0.code == .double }
        #expect(Set(doubles.compactMap(\.message?.id)) == Set(again.messages))
        #expect(doubles.allSatisfy { $0.double?.known.id.rawValue == 1 })
        #expect(!advice.contains { $0.code == .approve })
    }

    @Test func thereWasNoConversationWithTheAgency() throws {
        _ = try note(.draft, Told(contact: "Ines Roy <ines.roy@agency.example>", viaAgency: true))
        #expect(try codes(at: "2026-11-18T16:00:00Z").first == .approve)
    }

    @Test func theQuietTimeIsLeftAlone() throws {
        let recorded = try running.add()
        try running.end(recorded.messages[0], as: .sent, at: at(Self.due))
        let advice = try running.desk.advise(at: at("2026-11-20T10:00:00Z"))
        #expect(advice.map(\.code) == [.wait, .noTelephone, .noSocial])
        #expect(advice[0].until == at("2026-12-01T15:00:00Z"))
        #expect(advice[0].zone?.identifier == "Europe/London")
        #expect(advice[0].message?.id == recorded.messages[1])
    }

    @Test func theQuietTimeEndsWithTheQuestion() throws {
        let recorded = try running.add()
        try running.end(recorded.messages[0], as: .sent, at: at(Self.due))
        #expect(try codes(at: "2026-12-01T15:00:00Z") == [.send])
        try running.end(recorded.messages[1], as: .sent, at: at("2026-12-01T15:00:00Z"))
        #expect(try codes(at: "2026-12-02T15:00:00Z") == [.asked, .noTelephone, .noSocial])
    }

    @Test(arguments: [
        (Desk.Word.replied(courtesy: false), Advice.Code.nothing), (.rejected, .nothing),
        (.offered, .nothing),
        (.replied(courtesy: true), .asked),
    ])
    func whoWasAskedIsLeftInPeaceUntilTheyAnswer(word: Desk.Word, code: Advice.Code) throws {
        let recorded = try running.add()
        try running.end(recorded.messages[0], as: .sent, at: at(Self.due))
        try running.end(recorded.messages[1], as: .sent, at: at("2026-12-01T15:00:00Z"))
        let asked = try running.desk.advise(at: at("2026-12-02T15:00:00Z"))[0]
        #expect(asked.code == .asked && asked.message?.id == recorded.messages[1])
        #expect(asked.recruitment?.id == recorded.recruitment)
        _ = try running.desk.hear(word, in: recorded.recruitment, from: nil, at: at("2026-12-03T10:00:00Z"))
        #expect(try codes(at: "2026-12-03T11:00:00Z").first == code)
    }

    @Test(arguments: [
        ("Jane Okafor <jane.okafor@example.org>=the portal", true), ("Jane Okafor=the portal", false),
    ])
    func thanksByEmailGoDuringTheQuietTime(member: String, isThanking: Bool) throws {
        try running.add(Told(panel: [member], contact: Told.hana))
        let wait = try running.desk.advise(at: at("2026-11-18T10:00:00Z")).first { $0.code == .wait }
        #expect(wait?.isThanking == isThanking)
    }

    @Test(arguments: [Desk.Word.offered, .withdrew])
    func anEndedRecruitmentAsksNothing(word: Desk.Word) throws {
        let recorded = try running.add()
        _ = try running.desk.hear(word, in: recorded.recruitment, from: nil, at: at(Self.due))
        #expect(try codes(at: "2026-11-18T16:00:00Z") == [.nothing])
    }

    @Test func aRejectionAsksForTheRequestAndNoLongerForPatience() throws {
        let recorded = try running.add()
        try running.end(recorded.messages[0], as: .sent, at: at(Self.due))
        _ = try running.desk.hear(
            .rejected, in: recorded.recruitment, from: nil, at: at("2026-11-20T10:00:00Z"))
        let advice = try running.desk.advise(at: at("2026-11-20T11:00:00Z"))
        #expect(advice.map(\.code) == [.approve])
        #expect(advice[0].message?.followUp.kind == .feedbackRequest)
    }

    @Test func anEmptyLedgerAsksNothing() throws {
        #expect(try codes(at: Self.due) == [.nothing])
    }

    @Test func whatIsDueLaterAsksNothingYet() throws {
        try running.add()
        #expect(try codes(at: "2026-11-18T10:00:00Z") == [.wait, .noTelephone, .noSocial])
    }
}
