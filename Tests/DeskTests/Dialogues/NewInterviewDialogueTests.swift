import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

/// What is asked to record an interview, step by step and without a terminal.
@Suite struct NewInterviewDialogueTests {
    private let running: RunningApplication
    private let now = at("2026-11-17T16:00:00Z")
    private typealias Asked = Answers<NewInterviewDialogue.Question, NewInterviewDialogue.Answer>

    init() throws { running = try RunningApplication() }

    private func dialogue(_ tell: (inout NewInterviewDialogue.Told) throws -> Void = { _ in }) throws
        -> NewInterviewDialogue
    {
        var told = NewInterviewDialogue.Told()
        try tell(&told)
        return try running.desk.newInterview(told, in: .iana("Europe/London"), at: now)
    }

    /// Answers in turn, `<` going back; the questions as they came, by their first word.
    private func walk(_ dialogue: NewInterviewDialogue, _ typed: [String]) throws -> (
        answers: Asked, asked: [String]
    ) {
        var answers = Asked()
        var asked: [String] = []
        for text in typed {
            let question = try #require(dialogue.nextQuestion(after: answers), "nothing asks for “\(text)”")
            asked.append(String("\(question)".prefix { $0 != "(" }))
            if text == "<" {
                answers.back()
            } else {
                answers.give(try dialogue.answer(to: question, typed: text, after: answers), to: question)
            }
        }
        return (answers, asked)
    }

    private static let whole = [
        "City Library", "Data Analyst", "15:00", "Jane Okafor", "jane@example.org", "Jane", "Bo Lind", "", "",
        "",
        "the open-data portal", "", "the on-call week", "I'd gladly take my turn.", "v", "in two weeks",
    ]

    @Test func everythingIsAskedInOrderAndNothingTwice() throws {
        let dialogue = try dialogue()
        let (answers, asked) = try walk(dialogue, Self.whole)
        #expect(
            asked == [
                "organisation", "role", "ended", "name", "address", "greeting", "name", "address", "greeting",
                "name",
                "topic", "ownSentence", "topic", "ownSentence", "medium", "decisionBy",
            ])
        #expect(dialogue.nextQuestion(after: answers) == .record)
        let record = try #require(try dialogue.record(after: answers))
        #expect(
            record.organisation == "City Library" && record.role == "Data Analyst" && record.medium == .video)
        #expect(record.decisionBy == Day("2026-12-01") && !record.viaAgency && record.contact == nil)
        #expect(record.ended.instant == at("2026-11-17T15:00:00Z"))
        #expect(record.panel.map(\.who.name) == ["Jane Okafor", "Bo Lind"])
        #expect(record.panel.map(\.who.address?.text) == ["jane@example.org", nil])
        #expect(record.panel[0].remark == Remark(talkingPoint: "the open-data portal", greeting: "Jane"))
        #expect(
            record.panel[1].remark
                == Remark(talkingPoint: "the on-call week", ownSentence: "I'd gladly take my turn."))
    }

    @Test func whatIsAskedLeavesNothingOnRecord() throws {
        _ = try walk(try dialogue(), Self.whole)
        #expect(try running.desk.meetings().isEmpty)
    }

    @Test func oneGoesBackFromEveryQuestionToTheOneBefore() throws {
        let dialogue = try dialogue()
        for count in 1...Self.whole.count {
            let before = try walk(dialogue, Array(Self.whole.prefix(count - 1)))
            let question = dialogue.nextQuestion(after: before.answers)
            var after = try walk(dialogue, Array(Self.whole.prefix(count)))
            #expect(after.answers.back() == question)
            #expect(dialogue.nextQuestion(after: after.answers) == question)
        }
    }

    @Test func anAnswerThatWasTakenBackIsForgotten() throws {
        let typed = [
            "City Library", "<", "Town Hall", "Clerk", "yesterday 3pm", "Jane Okafor", "<",
            "Ann Bee <ann@example.org>",
        ]
        let dialogue = try dialogue()
        let (answers, _) = try walk(dialogue, typed + ["", "", "", "", ""])
        let record = try #require(try dialogue.record(after: answers))
        #expect(record.organisation == "Town Hall" && record.panel.map(\.who.name) == ["Ann Bee"])
        #expect(record.ended.instant == at("2026-11-16T15:00:00Z"))
    }

    @Test func aNameMayComeWithItsAddress() throws {
        let (_, asked) = try walk(
            try dialogue(),
            ["Town Hall", "Clerk", "now", "Ann Bee <ann@example.org>", "", "Bo Lind <bo@example.org>", ""])
        #expect(asked.suffix(4) == ["name", "greeting", "name", "greeting"])
    }

    @Test(
        "a time that may mean several is asked about, by its number or anew",
        arguments: [
            ("3", "1", "2026-11-17T03:00:00Z"), ("3", "2", "2026-11-17T15:00:00Z"),
            ("3", "15:30", "2026-11-17T15:30:00Z"),
            ("03/04/2026 15:00", "2", "2026-04-03T14:00:00Z"),
            ("25/10/2026 01:30", "1", "2026-10-25T00:30:00Z"),
            ("25/10/2026 01:30", "2", "2026-10-25T01:30:00Z"), ("17:00", "1", "2026-11-16T17:00:00Z"),
        ])
    func unclearTimes(typed: String, choice: String, moment: String) throws {
        let dialogue = try dialogue()
        let (answers, asked) = try walk(
            dialogue, ["Town Hall", "Clerk", typed, choice, "Ann Bee", "", "", "", "", "", ""])
        #expect(asked[3] == "whichTime")
        #expect(try dialogue.record(after: answers)?.ended.instant == at(moment))
    }

    @Test(
        "what can't be is refused, and asked for again",
        arguments: [
            (0, ""), (1, ""), (2, "soon"), (2, "tomorrow 15:00"), (2, "2026-11-17 17:00"), (3, ""),
            (3, "jane@example.org"),
            (4, "jane"), (6, "Jane Okafor <jane@example.org>"), (14, "by pigeon"), (15, "soon"),
            (15, "16 Nov 2026"), (16, "perhaps"),
        ])
    func refused(position: Int, typed: String) throws {
        let dialogue = try dialogue { $0.saying.organisation = "the library" }
        let before = try walk(dialogue, Array(Self.whole.prefix(position)))
        let question = try #require(dialogue.nextQuestion(after: before.answers))
        #expect(throws: (any Error).self) {
            try dialogue.answer(to: question, typed: typed, after: before.answers)
        }
    }

    @Test func nobodyIsThankedWhoAsks() throws {
        let dialogue = try dialogue()
        let before = try walk(dialogue, ["Town Hall", "Clerk", "15:00"])
        let own = try #require(running.desk.sender.address)
        #expect(throws: RecordProblem.self) {
            try dialogue.answer(to: .name(0), typed: "Me <\(own.text)>", after: before.answers)
        }
    }

    @Test func whatWasToldIsNotAsked() throws {
        let dialogue = try dialogue { told in
            told.organisation = "Town Hall"
            told.panel = [
                try .init(who: NameAndAddress("Ann Bee"), talkingPoint: "boats"),
                try .init(who: NameAndAddress("Bo Lind"), talkingPoint: nil),
            ]
        }
        let (_, asked) = try walk(dialogue, ["Clerk", "15:00", "the quays", "", ""])
        #expect(asked == ["role", "ended", "topic", "ownSentence", "medium"])
    }

    @Test func whatWasToldOfSomebodyCountsOnceTheyAreNamed() throws {
        let dialogue = try dialogue {
            $0.remarks = ["Ann Bee": Remark(talkingPoint: "boats", greeting: "Ann")]
        }
        let (answers, asked) = try walk(
            dialogue, ["Town Hall", "Clerk", "15:00", "Ann Bee <ann@example.org>", "", ""])
        #expect(asked == ["organisation", "role", "ended", "name", "name", "medium"])
        #expect(
            try dialogue.record(after: answers)?.panel[0].remark
                == Remark(talkingPoint: "boats", greeting: "Ann"))
        let (others, _) = try walk(
            dialogue, ["Town Hall", "Clerk", "15:00", "Bo Lind", "", "", "", "", "", ""])
        #expect(throws: RecordProblem.talkingPointForStranger("Ann Bee")) {
            try dialogue.record(after: others)
        }
    }

    @Test func whatIsOnRecordIsOfferedAndNotAskedAgain() throws {
        _ = try running.add(Told(organisation: "Town Hall", panel: ["Ann Bee <ann@example.org>"]))
        _ = try running.mend("ann@example.org", salutation: "Ann")
        let dialogue = try dialogue()
        let (answers, asked) = try walk(dialogue, ["town  hall", "", "15:00", "Ann Bee", ""])
        #expect(asked.last == "address" && dialogue.nextQuestion(after: answers) == .name(1))
        #expect(answers[.address(0, name: "Ann Bee")] == .address(try EmailAddress("ann@example.org")))
        let role = try #require(try running.desk.meetings().first?.recruitment.role)
        #expect(answers[.role] == .text(role))
    }

    @Test(
        "only a no at the end records nothing",
        arguments: [("", true), ("y", true), ("YES", true), ("n", false), ("No", false)])
    func confirmed(typed: String, isRecorded: Bool) throws {
        let dialogue = try dialogue { $0.saying.organisation = "the library" }
        let (answers, _) = try walk(dialogue, Self.whole + [typed])
        #expect((answers[.record] == .yes) == isRecorded && dialogue.nextQuestion(after: answers) == nil)
    }
}

/// Messages are gone through one by one, and only a clear yes queues.
@Suite struct ReviewDialogueTests {
    private typealias ID = Message.ID

    @Test(
        "what becomes of a message",
        arguments: [
            ("y", ReviewDialogue.Answer.approve), ("Yes", .approve), ("", .later), ("n", .later),
            ("l", .later),
            ("e", .edit), ("edit", .edit), ("o", .leaveOut),
        ])
    func answers(typed: String, answer: ReviewDialogue.Answer) throws {
        let dialogue = ReviewDialogue([ID(rawValue: 1)], blocked: [])
        #expect(try dialogue.answer(to: ID(rawValue: 1), typed: typed, after: Answers()) == answer)
    }

    @Test func whatIsBlockedCannotBeQueuedAndWhatIsUnclearIsAskedAgain() {
        let dialogue = ReviewDialogue([ID(rawValue: 1), ID(rawValue: 2)], blocked: [ID(rawValue: 1)])
        #expect(throws: AnswerProblem.blocked) {
            try dialogue.answer(to: ID(rawValue: 1), typed: "y", after: Answers())
        }
        for typed in ["yeah", "x", "yo", "2"] {
            #expect(throws: AnswerProblem.notAChoice) {
                try dialogue.answer(to: ID(rawValue: 2), typed: typed, after: Answers())
            }
        }
    }

    @Test func eachIsAskedAboutOnceAndTheOneBeforeCanBeTakenBack() {
        let ids = (1...3).map(ID.init(rawValue:))
        let dialogue = ReviewDialogue(ids, blocked: [])
        var answers = Answers<ID, ReviewDialogue.Answer>()
        for id in ids {
            #expect(dialogue.nextQuestion(after: answers) == id)
            answers.give(.approve, to: id)
        }
        #expect(dialogue.nextQuestion(after: answers) == nil)
        answers.back()
        #expect(dialogue.nextQuestion(after: answers) == ids[2])
    }
}
