import Desk
import Etiquette
import Foundation
import Intake
import Reports
import Wording

/// A spreadsheet as many interviews: what it leaves open is asked, one question after the other, what was understood is
/// shown, and then all of it is recorded, or nothing.
struct SheetScreen: Screen {
    static let address = "/interviews/import/spreadsheet"
    static let path: PathPattern = "interviews/import/spreadsheet"

    private let visit: Visit
    private var upload: SheetUpload

    init(_ visit: Visit) throws {
        guard visit.request.method == .post else { throw PageProblem.methodNotAllowed }
        guard let upload = SheetUpload(visit.form) else { throw PageProblem.notAForm }
        self.init(visit, upload)
    }

    /// - Parameter upload: as it was chosen.
    init(_ visit: Visit, _ upload: SheetUpload) { (self.visit, self.upload) = (visit, upload) }

    func act() throws -> PageResponse {
        var screen = self
        switch visit.form["step"] {
        case "answer":
            if let problem = try screen.take(visit.form["reply"] ?? "") {
                return try screen.page(refused: problem)
            }
            return try screen.page()
        case "back":
            _ = screen.upload.said.popLast()
            return try screen.page()
        case "record": return try record()
        default: throw PageProblem.notAForm
        }
    }

    private func read() throws -> (sheet: Spreadsheet, dialogue: SheetDialogue) {
        let sheet = try Spreadsheet(upload.bytes, named: upload.name)
        return (sheet, SheetDialogue(sheet, told: SheetAnswers(), home: try visit.zone))
    }

    /// Takes an answer to the open question; what is wrong with it otherwise.
    private mutating func take(_ text: String) throws -> (any Error)? {
        let dialogue = try read().dialogue
        let answers = try upload.answers(to: dialogue)
        guard let question = dialogue.nextQuestion(after: answers) else { return nil }
        do {
            _ = try dialogue.answer(to: question, typed: text.trimmed, after: answers)
            upload.said.append(text.trimmed)
            return nil
        } catch is AnswerProblem {
            return NotChosen()
        } catch {
            return error
        }
    }

    private func record() throws -> PageResponse {
        let (sheet, dialogue) = try read()
        let reading = dialogue.reading(after: try upload.answers(to: dialogue))
        let plan = try SheetPlan(reading, of: sheet, at: visit.desk)
        guard reading.questions.isEmpty, plan.troubles.isEmpty else { return try page() }
        _ = try visit.desk.record(plan.entries, approving: false, at: visit.now)
        return .seeOther("/queue?show=drafts")
    }

    /// The next question, or all that was understood.
    func page(refused problem: (any Error)? = nil) throws -> PageResponse {
        let (sheet, dialogue) = try read()
        let answers = try upload.answers(to: dialogue)
        let question = dialogue.nextQuestion(after: answers).map { question in
            SheetQuestionView(
                question, dialogue.choices(for: question), typed: visit.form["reply"] ?? "", problem: problem)
        }
        let understood = try question == nil ? understood(dialogue.reading(after: answers), sheet) : nil
        let view = View(
            problems: problem.map { ProblemSummary($0, field: "reply") },
            name: Wording.shown(upload.name, limit: 80), fileName: upload.name, file: upload.text,
            said: upload.said, canGoBack: !upload.said.isEmpty, question: question, understood: understood)
        return try visit.page(
            "spreadsheet", title: "Interviews from a spreadsheet", status: problem == nil ? 200 : 422, view)
    }

    private func understood(_ reading: SheetReading, _ sheet: Spreadsheet) throws -> Understood {
        var plan = try SheetPlan(reading, of: sheet, at: visit.desk)
        try plan.rehearse(at: visit.desk, now: visit.now)
        let (hasTroubles, count) = (!plan.troubles.isEmpty, plan.entries.count)
        return Understood(
            columns: reading.columns.compactMap { column in
                column.meaning.flatMap { meaning in
                    meaning == .ignored ? nil : "\(Wording.quoted(column.name)) is the \(meaning.name)"
                }
            },
            note: sheet.encoding == .windows1252 ? Wording.capitalised(Wording.guessedLetters) : nil,
            rows: reading.rows.map { row($0, reading, plan) },
            troubles: plan.troubles.map { Said($0.sentence) }, hasTroubles: hasTroubles,
            isNothingNew: !hasTroubles && count == 0,
            record: hasTroubles || count == 0 ? nil : "Record \(Wording.count(count, "interview"))")
    }

    private func row(_ row: SheetRow, _ reading: SheetReading, _ plan: SheetPlan) -> Row {
        let subject = [row.role, row.organisation].filter { !$0.isEmpty }
            .map { Wording.shown($0, limit: 60) }.joined(separator: ", ")
        var notes: [Said] = []
        if case .interview(let index) = row.outcome {
            notes = (plan.notes[index] ?? []).map { Said($0) }
            if plan.states.indices.contains(index), case .deleted(let id) = plan.states[index] {
                notes.append(Said(Wording.isDeleted(id)))
            }
        }
        return Row(number: row.number, subject: subject, result: result(row, reading, plan), notes: notes)
    }

    private func result(_ row: SheetRow, _ reading: SheetReading, _ plan: SheetPlan) -> String {
        switch row.outcome {
        case .skipped(let skip): "left out: \(skip.words)"
        case .joins(let index): "belongs to row \(reading.interviews[index].place.row)"
        case .unread: "not understood: see below"
        case .interview(let index) where !plan.states.indices.contains(index): "waits for what is wrong below"
        case .interview(let index):
            switch plan.states[index] {
            case .refused: "can’t be recorded: see below"
            case .known: "on record already"
            case .deleted: "left out"
            case .new:
                Wording.told(
                    reading.interviews[index], isPlanned: reading.interviews[index].ended.instant > visit.now)
            }
        }
    }

    private struct View {
        let problems: ProblemSummary?
        let name: String
        let fileName: String
        let file: String
        let said: [String]
        let canGoBack: Bool
        let question: SheetQuestionView?
        let understood: Understood?
    }

    /// All that becomes of the rows.
    private struct Understood {
        let columns: [String]
        let note: String?
        let rows: [Row]
        let troubles: [Said]
        let hasTroubles: Bool
        let isNothingNew: Bool
        /// What the button says; nil where nothing can be recorded.
        let record: String?
    }

    private struct Row {
        let number: Int
        let subject: String
        let result: String
        let notes: [Said]
    }
}

/// A question about a spreadsheet: buttons to choose from, or a field.
struct SheetQuestionView {
    let sentence: String
    let choice: FormChoice?
    let input: FormInput?

    init(_ question: SheetQuestion, _ choices: SheetDialogue.Choices?, typed: String, problem: (any Error)?) {
        sentence = question.sentence
        let error = problem.map { Said(Wording.sentence(for: $0)).plain }
        var options = (choices?.names ?? []).enumerated().map {
            (value: "\($0 + 1)", label: Wording.shown($1, limit: 60))
        }
        if case .dateOrder = question {
            options = DateOrder.allCases.map { (value: $0.rawValue, label: $0.words) }
        }
        choice =
            options.isEmpty
            ? nil : FormChoice("reply", "Your answer", options: options, chosen: typed, error: error)
        input =
            options.isEmpty
            ? FormInput("reply", "Your answer", value: typed, hint: Self.hint(question), error: error) : nil
    }

    private static func hint(_ question: SheetQuestion) -> String? {
        switch question {
        case .year: "Such as 2026."
        case .time: "Such as 15:00."
        case .length: "Such as 45m or 1h."
        default: nil
        }
    }
}
