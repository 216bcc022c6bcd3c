import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// What is asked after an interview is recorded, and about what may be one: without a terminal.
@Suite struct DeskDialoguesTests {
    private let running: RunningApplication
    private let now = at("2026-11-17T16:00:00Z")

    init() throws { running = try RunningApplication() }

    // MARK: - What was talked about

    private typealias Asked = Answers<ConversationDialogue.Question, ConversationDialogue.Answer>

    /// The people whose topic is asked, in order, each question left out.
    private func topics(_ dialogue: ConversationDialogue) throws -> [String] {
        var answers = Asked()
        var names: [String] = []
        while let question = dialogue.nextQuestion(after: answers) {
            if case .topic(let person) = question { names.append(person.name) }
            answers.give(try dialogue.answer(to: question, typed: "", after: answers), to: question)
        }
        return names
    }

    @Test func everybodyOfWhomNothingIsToldIsAskedAboutOnce() throws {
        let recorded = try running.add(
            Told(panel: ["Ann Bee", Told.jane, "Bo Lind <bo.lind@example.org>"]), approving: false)
        let dialogue = try running.desk.conversation(of: recorded, at: now)
        #expect(try topics(dialogue) == ["Ann Bee", "Bo Lind"])
        var answers = Asked()
        while let question = dialogue.nextQuestion(after: answers) {
            guard case .topic(let person) = question, person.name == "Bo Lind" else {
                answers.give(try dialogue.answer(to: question, typed: "", after: answers), to: question)
                continue
            }
            #expect(throws: InputProblem.self) {
                try dialogue.answer(to: question, typed: String(repeating: "x", count: 501), after: answers)
            }
            answers.give(try dialogue.answer(to: question, typed: "the quays", after: answers), to: question)
        }
        _ = try running.desk.complete(recorded, with: answers, at: now)
        let panel = try running.desk.interview(recorded.interview).panel
        #expect(panel.map(\.talkingPoint) == [nil, "the open-data portal", "the quays"])
        #expect(try running.message(recorded.messages[2]).body.contains("the quays"))
    }

    @Test func nobodyIsAskedAboutWhatIsKnownOrPlanned() throws {
        let plain = try running.add(Told(organisation: "Plain Council", panel: ["Ann Bee"]))
        let again = try running.add(Told(organisation: "Plain Council", panel: ["Ann Bee"]))
        #expect(try topics(running.desk.conversation(of: again, at: now)).isEmpty)
        let before = at("2026-11-17T14:00:00Z")
        #expect(try topics(running.desk.conversation(of: plain, at: before)).isEmpty)
        #expect(try topics(running.desk.conversation(of: plain, at: now)) == ["Ann Bee"])
    }

    @Test func throughAnAgencyTheConsultantIsAskedAbout() throws {
        let told = Told(panel: ["Ann Bee"], contact: Told.hana, viaAgency: true)
        let agency = try running.add(told)
        #expect(try topics(running.desk.conversation(of: agency, at: now)) == ["Hana Lee"])
    }

    // MARK: - Names

    @Test func aNameInDoubtIsSettledByItsNumberOrByWriting() throws {
        let recorded = try running.add(
            Told(panel: ["Jane Okafar <jane.okafor@example.org>=the archive", "BO LIND=the quays"]))
        let standings = try running.desk.nameStandings(of: recorded.interview)
        let dialogue = NameDialogue(standings)
        var answers = Answers<NameStanding, NameAnswer>()
        let jane = try #require(dialogue.nextQuestion(after: answers))
        #expect(jane.spellings == ["Jane Okafar", "Jane Okafor"])
        let second = try dialogue.answer(to: jane, typed: "2", after: answers)
        #expect(second == .name("Jane Okafor"))
        #expect(try dialogue.answer(to: jane, typed: "", after: answers) == .later)
        #expect(try dialogue.answer(to: jane, typed: "Jane O'Kafor", after: answers) == .name("Jane O'Kafor"))
        #expect(throws: InputProblem.self) {
            try dialogue.answer(to: jane, typed: "Jane\u{202E}", after: answers)
        }
        answers.give(second, to: jane)
        try running.desk.settle(jane, as: second, at: now)
        let bo = try #require(dialogue.nextQuestion(after: answers))
        #expect(bo.person.name == "BO LIND")
        let kept = try dialogue.answer(to: bo, typed: "1", after: answers)
        try running.desk.settle(bo, as: kept, at: now)
        answers.give(kept, to: bo)
        #expect(dialogue.nextQuestion(after: answers) == nil)
        let after = try running.desk.nameStandings(of: recorded.interview)
        #expect(after.map(\.person.name) == ["Jane Okafor", "BO LIND"])
        #expect(after.allSatisfy { !$0.isOpen })
        #expect(NameDialogue(after).nextQuestion(after: Answers()) == nil)
    }

    // MARK: - Doubles

    @Test func theFirstThatIsOneEndsIt() throws {
        let first = try running.add(Told(panel: [Told.jane, Told.sam]))
        let doubles = try running.desk.possibleDoubles(
            of: [Told(organisation: "Other Council", panel: [Told.jane, Told.sam]).record()], at: now)
        #expect(doubles.count > 1 && doubles.allSatisfy { $0.known.id == first.interview })
        let dialogue = DoubleDialogue(doubles)
        var answers = Answers<PossibleDouble, Bool>()
        for double in doubles {
            #expect(dialogue.nextQuestion(after: answers) == double)
            answers.give(dialogue.answer(to: double, typed: "yes", after: answers), to: double)
        }
        #expect(dialogue.nextQuestion(after: answers) == nil && dialogue.one(after: answers) == nil)
        answers.back()
        answers.back()
        let question = try #require(dialogue.nextQuestion(after: answers))
        answers.give(dialogue.answer(to: question, typed: "", after: answers), to: question)
        #expect(dialogue.nextQuestion(after: answers) == nil && dialogue.one(after: answers) == question)
    }

    // MARK: - The editor

    @Test(arguments: [
        ("", EditingDialogue.Answer.again), ("e", .again), ("a", .again), ("Again", .again), ("i", .ignore),
        ("I", .ignore),
        ("l", .leave), ("leave", .leave), ("x", nil), ("yes", nil),
    ])
    func theFirstLetterOfAnAnswerCounts(typed: String, answer: EditingDialogue.Answer?) throws {
        let found = EditingDialogue.Question.found(mayIgnore: true)
        let dialogue = EditingDialogue(found)
        #expect(dialogue.nextQuestion(after: Answers()) == found)
        guard let answer else {
            #expect(throws: AnswerProblem.notAChoice) {
                try dialogue.answer(to: found, typed: typed, after: Answers())
            }
            return
        }
        #expect(try dialogue.answer(to: found, typed: typed, after: Answers()) == answer)
        var answers = Answers<EditingDialogue.Question, EditingDialogue.Answer>()
        answers.give(answer, to: found)
        #expect(dialogue.nextQuestion(after: answers) == nil)
    }

    @Test func whatCouldNotBeTakenCannotBeIgnored() {
        #expect(throws: AnswerProblem.notAChoice) {
            try EditingDialogue(.refused).answer(to: .refused, typed: "i", after: Answers())
        }
    }
}
