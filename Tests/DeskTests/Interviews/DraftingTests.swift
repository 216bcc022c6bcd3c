import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct DraftingTests {
    private let running: RunningApplication

    init() throws { running = try RunningApplication() }

    private func panel(of size: Int) -> [String] {
        ["Amy", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gita", "Hugo", "Iris", "Jude"].prefix(size).map {
            "\($0) Marsh <\($0.lowercased()).marsh@example.org>=the \($0.lowercased())-shaped question"
        }
    }

    @Test func eachMemberOfThePanelGetsAThankYouOfTheirOwn() throws {
        let recorded = try running.add(Told(panel: panel(of: 3)))
        let notes = try running.messages(recorded.messages).filter { $0.followUp.kind == .thankYou }
        #expect(notes.map(\.recipient.name) == ["Amy Marsh", "Ben Marsh", "Cleo Marsh"])
        #expect(notes.allSatisfy { $0.body.hasPrefix("Dear \($0.recipient.name),\n\n") })
        #expect(notes.allSatisfy { $0.subject == "Thank you – Data Analyst interview" })
        #expect(Set(notes.compactMap(\.template)).count == 3)
    }

    @Test func aThankYouIsDueADayLaterAndTheQuestionAfterTwoWeeks() throws {
        let recorded = try running.add()
        let due = try running.messages(recorded.messages).map(\.due)
        #expect(due == [at("2026-11-18T15:00:00Z"), at("2026-12-01T15:00:00Z")])
    }

    @Test(arguments: [
        ("2026-11-30", "2026-12-02T08:00:00Z"), ("2026-11-20", "2026-12-01T15:00:00Z"),
        ("2026-12-04", "2026-12-08T08:00:00Z"),
    ])
    func theLaterOfTwoWeeksAndThePromisedDateCounts(decisionBy: String, due: String) throws {
        let recorded = try running.add(Told(decisionBy: decisionBy))
        #expect(try running.messages(recorded.messages)[1].due == at(due))
    }

    @Test func whereNoTemplateIsLeftTheNoteStaysADraft() throws {
        let recorded = try running.add(Told(panel: panel(of: 10)))
        let notes = try running.messages(recorded.messages).filter { $0.followUp.kind == .thankYou }
        #expect(notes.filter { $0.state == .queued }.count == 9)
        let last = try #require(notes.last)
        #expect(last.state == .draft)
        #expect(try running.desk.review([last.id])[0].blocking.map(\.code) == [.sameWords])
    }

    @Test func somebodyThankedBeforeGetsOtherWords() throws {
        let first = try running.message(running.add().messages[0])
        let second = try running.message(
            running.add(Told(organisation: "Another Council", ended: "2026-12-15 11:00")).messages[0])
        #expect(first.template != second.template)
        #expect(second.state == .queued)
    }

    @Test(arguments: [("2026-11-19 15:00", true), ("2026-11-19 15:01", false), ("2026-11-17 09:00", true)])
    func interviewsWithin48HoursShareOneThankYouPerPerson(ended: String, share: Bool) throws {
        let first = try running.add()
        let second = try running.add(Told(ended: ended))
        let note = first.messages[0]
        let jane = try running.message(note).recipient
        #expect(second.notices.contains(.sharesThankYou(jane, note)) == share)
        #expect(second.messages.contains(note) == share)
        let notes = try running.messages(of: first.recruitment).filter { $0.followUp.kind == .thankYou }
        #expect(notes.count == (share ? 1 : 2))
    }

    @Test func whoWasNotAtTheFirstIsThankedForTheSecond() throws {
        let first = try running.add()
        let second = try running.add(Told(ended: "2026-11-18 10:00", panel: [Told.jane, Told.sam]))
        let notes = try running.messages(of: first.recruitment).filter { $0.followUp.kind == .thankYou }
        #expect(Set(notes.map(\.recipient.name)) == ["Jane Okafor", "Sam O'Brien"])
        #expect(second.messages.count == 3)
    }

    @Test func anotherRecruitmentSharesNothing() throws {
        try running.add()
        let second = try running.add(Told(organisation: "Another Council", ended: "2026-11-18 10:00"))
        #expect(try running.message(second.messages[0]).followUp.kind == .thankYou)
        #expect(!second.notices.contains { if case .sharesThankYou = $0 { true } else { false } })
    }

    @Test(arguments: [MessageState.draft, .queued, .held])
    func aLaterInterviewRedraftsTheQuestion(state: MessageState) throws {
        let first = try running.add(approving: state != .draft)
        let question = first.messages[1]
        if state == .held { _ = try running.desk.hold([question], at: at("2026-11-18T10:00:00Z")) }
        let before = try running.message(question)
        let second = try running.add(
            Told(ended: "2026-11-26 11:00", panel: [Told.sam], contact: Told.hana), approving: false)
        let after = try running.message(question)
        #expect(second.notices.contains(.redrafted(question)))
        #expect(second.messages.contains(question))
        #expect(after.id == before.id && after.state == .draft && after.reason == nil)
        #expect(after.due == at("2026-12-10T11:00:00Z"))
        #expect(after.recipient.name == "Hana Lee")
        #expect(after.body.hasPrefix("Dear Hana Lee,"))
        // It tells of both rounds.
        #expect(after.body.contains("26 November") && after.body.contains("17 November"))
        #expect(
            try running.messages(of: first.recruitment).filter { $0.followUp.kind == .decisionStatus }.count
                == 1)
    }

    @Test func theAnswerToThatAddApprovesItAnew() throws {
        let question = try running.add().messages[1]
        let before = try running.message(question)
        try running.add(Told(ended: "2026-11-26 11:00"))
        let after = try running.message(question)
        #expect(after.state == .queued)
        #expect(after.messageID != nil && after.messageID != before.messageID)
    }

    @Test(arguments: [MessageState.handedOver, .sent, .unconfirmed, .refused])
    func aQuestionThatLeftIsNotAskedAgain(state: MessageState) throws {
        let first = try running.add()
        let question = first.messages[1]
        try running.end(question, as: state, at: at("2026-12-01T15:00:00Z"))
        let before = try running.message(question)
        let second = try running.add(Told(ended: "2026-12-03 11:00", panel: [Told.sam]))
        #expect(try running.message(question) == before)
        #expect(!second.messages.contains(question))
    }

    @Test func aQuestionThatTheUserCalledOffStaysSo() throws {
        let question = try running.add().messages[1]
        _ = try running.desk.cancel([question], at: at("2026-11-18T10:00:00Z"))
        let second = try running.add(Told(ended: "2026-11-26 11:00"))
        #expect(second.notices.contains(.staysCancelled(question)))
        #expect(try running.state(question) == .cancelled)
    }

    @Test func anEarlierInterviewToldLaterLeavesTheQuestionAlone() throws {
        let question = try running.add(Told(ended: "2026-11-26 11:00")).messages[1]
        let before = try running.message(question)
        try running.add(at: at("2026-11-26T13:00:00Z"))
        #expect(try running.message(question) == before)
    }

    @Test func theContactOfAnEarlierInterviewStaysTheOneToAsk() throws {
        let question = try running.add(Told(contact: Told.hana)).messages[1]
        try running.add(Told(ended: "2026-11-26 11:00", panel: [Told.sam]))
        #expect(try running.message(question).recipient.name == "Hana Lee")
    }

    @Test func aDateThatTheyNamedOutlivesALaterInterview() throws {
        let recorded = try running.add()
        _ = try running.desk.hear(
            .decisionBy(try Day.parse("2026-12-18")), in: recorded.recruitment, from: nil,
            at: at("2026-11-19T10:00:00Z"))
        try running.add(Told(ended: "2026-11-26 11:00"))
        #expect(try running.message(recorded.messages[1]).due == at("2026-12-22T08:00:00Z"))
    }

    @Test func aDateNamedAtAnEarlierInterviewOutlivesALaterOne() throws {
        let recorded = try running.add(Told(decisionBy: "2026-12-18"))
        try running.add(Told(ended: "2026-11-26 11:00"))
        #expect(try running.message(recorded.messages[1]).due == at("2026-12-22T08:00:00Z"))
    }

    @Test func anAgencyGetsTheOnlyThankYouAndTheQuestion() throws {
        let recorded = try running.add(
            Told(
                panel: [Told.jane, Told.sam], contact: "Hana Lee <hana.lee@agency.example>", viaAgency: true))
        let messages = try running.messages(recorded.messages)
        #expect(messages.map(\.recipient.name) == ["Hana Lee", "Hana Lee"])
        #expect(messages.map(\.followUp.kind) == [.thankYou, .decisionStatus])
        #expect(messages[0].template?.hasPrefix("warm/thank-you-agency") == true)
        #expect(messages.map(\.state) == [.queued, .queued])
    }

    @Test func whoHasNoAddressGetsACard() throws {
        let recorded = try running.add(Told(panel: ["Jane Okafor=the open-data portal", Told.sam]))
        let messages = try running.messages(recorded.messages)
        #expect(messages.map(\.channel) == [.post, .email, .email])
        #expect(messages[0].state == .queued && messages[0].messageID == nil)
        #expect(try running.frozen(messages[0].id) == nil)
        // The first who can be written to is asked.
        #expect(messages[2].recipient.name == "Sam O'Brien")
    }

    @Test(arguments: [
        Told(panel: ["Jane Okafor"]), Told(panel: ["Jane Okafor"], contact: "Hana Lee"),
        Told(panel: [Told.jane], contact: "Hana Lee", viaAgency: true),
    ])
    func whereNobodyCanBeWrittenToNobodyIsAsked(told: Told) throws {
        let recorded = try running.add(told)
        #expect(recorded.notices.contains(.nobodyToAsk))
        #expect(try running.message(.decisionStatus, in: recorded.recruitment) == nil)
        #expect(recorded.messages.count == 1)
    }

    @Test(arguments: [(Told.hana as String?, "Hana Lee"), (nil, "Jane Okafor"), ("Hana Lee", "Jane Okafor")])
    func theContactIsAskedElseTheFirstOfThePanelWithAnAddress(contact: String?, asked: String) throws {
        let recorded = try running.add(Told(panel: ["Ines Roy", Told.jane, Told.sam], contact: contact))
        #expect(try running.message(.decisionStatus, in: recorded.recruitment)?.recipient.name == asked)
    }

    @Test func aNameUnlikeItsAddressIsSaidOnce() throws {
        let recorded = try running.add(Told(panel: ["Jane Okafor <bob.smith@example.org>"]))
        let jane = try running.message(recorded.messages[0]).recipient
        #expect(recorded.notices == [.nameUnlikeAddress(jane)])
    }

    @Test func whatMayBeASlipIsNoticed() throws {
        let recorded = try running.add(
            Told(
                panel: ["JANE OKAFOR <jane.okafor@example.org>=boats", Told.sam],
                contact: Told.hana))
        let jane = try running.message(recorded.messages[0]).recipient
        #expect(recorded.notices == [.unusualName(jane, .capitals)])
    }
}
