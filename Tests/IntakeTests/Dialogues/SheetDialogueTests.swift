import Etiquette
import Foundation
import Testing

@testable import Intake

/// Each answer is one on how the spreadsheet is read; the next question comes of reading it so.
@Suite struct SheetDialogueTests {
    private func dialogue(_ rows: [[String]], told: SheetAnswers = SheetAnswers()) throws -> SheetDialogue {
        SheetDialogue(
            try Spreadsheet(Data(csv(rows)), named: "jobs.csv"), told: told,
            home: try TimeZone.iana("Europe/London"))
    }

    private static let rows = [
        ["Firm", "Role", "Interview date", "Met"],
        ["City Library", "Data Analyst", "03/04/2026 14:00", "Jane Okafor <jane@example.org>"],
    ]

    @Test func eachAnswerLeadsToTheNextQuestionAndBack() throws {
        let dialogue = try dialogue(Self.rows)
        var answers = Answers<SheetQuestion, SheetDialogue.Answer>()
        var asked: [SheetQuestion] = []
        while let question = dialogue.nextQuestion(after: answers), asked.count < 9 {
            asked.append(question)
            let typed =
                switch question {
                case .column(.interviewer(nil)): "4"
                case .column: "1"
                case .dateOrder: "DMY"
                default: "1h"
                }
            answers.give(try dialogue.answer(to: question, typed: typed, after: answers), to: question)
        }
        #expect(asked.contains { if case .dateOrder = $0 { true } else { false } })
        let reading = dialogue.reading(after: answers)
        #expect(reading.questions.isEmpty && reading.interviews.count == 1)
        #expect(reading.interviews.first.map { utc($0.ended.instant) } == "2026-04-03T14:00:00Z")
        #expect(dialogue.said(after: answers).length == 3600)
        for question in asked.reversed() {
            answers.back()
            #expect(dialogue.nextQuestion(after: answers) == question)
        }
    }

    @Test func whatWasSaidBeforeIsNotAsked() throws {
        var told = SheetAnswers()
        told.meanings = ["Met": .interviewer(nil)]
        (told.dateOrder, told.length) = (.dmy, 3600)
        let dialogue = try dialogue(Self.rows, told: told)
        #expect(dialogue.nextQuestion(after: Answers()) == nil)
    }

    @Test func whatIsTypedIsReadOrRefusedByKind() throws {
        let dialogue = try dialogue(Self.rows)
        let (order, column) = (
            SheetQuestion.dateOrder(column: "a", example: "b"), SheetQuestion.column(.interviewer(nil))
        )
        #expect(dialogue.choices(for: column) == .columns(["Firm", "Role", "Interview date", "Met"]))
        #expect(dialogue.choices(for: order) == nil)
        #expect(try dialogue.answer(to: column, typed: "2", after: Answers()) == .choice(1))
        for typed in ["0", "5", "", "Met"] {
            #expect(throws: AnswerProblem.notNumbers(limit: 4)) {
                try dialogue.answer(to: column, typed: typed, after: Answers())
            }
        }
        #expect(throws: WrittenAnswerProblem.notAnOrder("ydm")) {
            try dialogue.answer(to: order, typed: "ydm", after: Answers())
        }
        #expect(throws: WrittenAnswerProblem.notAClock("25:00")) {
            try dialogue.answer(to: .time(rows: 1, first: 2), typed: "25:00", after: Answers())
        }
        #expect(throws: WrittenAnswerProblem.notALength("long")) {
            try dialogue.answer(to: .length(rows: 1, first: 2), typed: "long", after: Answers())
        }
        #expect(throws: WrittenAnswerProblem.notAYear("26")) {
            try dialogue.answer(to: .year(column: "a", example: "b"), typed: "26", after: Answers())
        }
    }

    @Test func ofColumnsThatClaimTheSameTheOthersMatterNoMore() throws {
        let dialogue = try dialogue(Self.rows)
        var answers = Answers<SheetQuestion, SheetDialogue.Answer>()
        answers.give(.choice(1), to: .claimedTwice(.interviewer(nil), columns: ["A", "B", "C"]))
        answers.give(.choice(0), to: .addresses(column: "D", rows: 1, first: 2))
        let meanings = dialogue.said(after: answers).meanings
        #expect(meanings == ["A": .ignored, "C": .ignored, "D": .interviewerEmail(nil)])
    }
}
