import Application
import Desk
import Etiquette
import Foundation
import Intake
import Reports
import Wording

/// What was understood of a spreadsheet, a line for each row, and what became of it.
struct TakenSheet {
    let sheet: Spreadsheet
    let application: Application
    /// What was said of it, now or before.
    let answers: SheetAnswers

    // MARK: - Before it is confirmed

    func understood(_ reading: SheetReading, _ plan: SheetPlan) {
        columns(reading)
        guard reading.questions.isEmpty else { return }
        for row in reading.rows {
            Output.line(line(row, reading, plan))
            guard case .interview(let index) = row.outcome else { continue }
            for note in notes(on: index, reading, plan) { Output.line("      Note: " + note.spelled) }
        }
        guard plan.troubles.isEmpty else { return }
        for note in notes(reading, plan) { Output.line(note) }
    }

    /// What the user should know of one interview.
    private func notes(on index: Int, _ reading: SheetReading, _ plan: SheetPlan) -> [Sentence] {
        let notes = plan.notes[index] ?? []
        let interview = reading.interviews[index]
        let names = interview.people.filter { $0.address == nil }.compactMap(\.name)
        guard let place = plan.places[index], !names.isEmpty, !interview.isOver, !interview.viaAgency,
            !isLate(plan.entries[place])
        else { return notes }
        return notes + [Sentence(Wording.cards(names))]
    }

    private func columns(_ reading: SheetReading) {
        if !sheet.passedOver.isEmpty { Output.line(Wording.passedOver(sheet.passedOver)) }
        let known = reading.columns.compactMap { column in
            column.meaning.flatMap { $0 == .ignored ? nil : "\(Wording.quoted(column.name)) \($0.name)" }
        }
        let rest = reading.columns.filter { $0.meaning == nil || $0.meaning == .ignored }.map(\.name)
            .filter { !$0.isEmpty }
        Output.line("Columns: \(known.isEmpty ? "none was recognised" : known.joined(separator: ", "))")
        if !rest.isEmpty { Output.line("Ignored: \(rest.map(Wording.quoted).joined(separator: ", "))") }
        if sheet.encoding == .windows1252 { Output.line("Note: " + Wording.guessedLetters) }
    }

    /// `row 4  new      Data Analyst, City Library, ended …, with Jane Okafor`.
    private func line(_ row: SheetRow, _ reading: SheetReading, _ plan: SheetPlan) -> String {
        let result = self.result(row, reading, plan)
        let subject = [row.role, row.organisation].filter { !$0.isEmpty }
            .map { Wording.shown($0, limit: 60) }.joined(separator: ", ")
        let head = "row \(row.number)".padded(to: 8) + result.code.padded(to: 9)
        return head + [subject, result.words].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private typealias Result = (code: String, words: String)

    private func result(_ row: SheetRow, _ reading: SheetReading, _ plan: SheetPlan) -> Result {
        switch row.outcome {
        case .skipped(let skip): return ("skipped", skip.words)
        case .joins(let index): return ("joins", "row \(reading.interviews[index].place.row)")
        case .unread: return ("wrong", "see below")
        case .interview(let index):
            let interview = reading.interviews[index]
            // Nothing is decided while something else of the file is open.
            guard plan.states.indices.contains(index) else { return ("open", "") }
            switch plan.states[index] {
            case .refused: return ("wrong", "see below")
            case .known(let id): return ("known", "interview \(id.rawValue)")
            case .deleted(let id): return ("skipped", Wording.isDeleted(id).spelled)
            case .new:
                let isPlanned = interview.ended.instant > application.now
                return (isPlanned ? "planned" : "new", Wording.told(interview, isPlanned: isPlanned))
            }
        }
    }

    private func notes(_ reading: SheetReading, _ plan: SheetPlan) -> [String] {
        var notes: [String] = []
        if let time = answers.time {
            notes.append(
                "Where no time of day is given, the interview is taken to have ended at \(ClockTime.text(time))."
            )
        }
        if let length = answers.length {
            notes.append(
                "Where no end is given, the interview is taken to have lasted \(length / 60) minutes.")
        }
        let late = plan.entries.count { isLate($0) }
        if late > 0 { notes.append(Wording.tooLate(late).spelled) }
        return notes
    }

    private func isLate(_ entry: BatchEntry) -> Bool {
        guard let settings = try? application.configuration.etiquette else { return false }
        let times = DueTimes(settings: settings)
        let due = times.thankYou(afterInterviewEnded: entry.record.ended)
        return application.now > times.windowEnd(.thankYou, due: due, zone: entry.record.ended.zone)
    }

    // MARK: - After

    /// What may be said twice, each with its row.
    func doubles(_ reading: SheetReading, _ plan: SheetPlan, _ recorded: [Recorded]) {
        for row in reading.rows {
            guard case .interview(let index) = row.outcome, let place = plan.places[index] else { continue }
            for double in recorded[place].notices.possibleDoubles {
                Output.line("row \(row.number): \(Wording.text(double))")
            }
        }
    }

    func done(_ recorded: [Recorded]) throws {
        guard !recorded.isEmpty else { return Output.line("There is nothing new; nothing was changed.") }
        let states = try states(recorded)
        let counts = [MessageState.queued, .draft, .held, .cancelled].compactMap { state -> String? in
            let count = states.count { $0.value == state }
            return count == 0 ? nil : "\(count) \(state == .draft && count != 1 ? "drafts" : state.rawValue)"
        }
        Output.line(
            "\(Wording.count(recorded.count, "interview")) recorded; \(Wording.count(states.count, "message"))"
                + (counts.isEmpty ? "." : ": \(counts.joined(separator: ", "))."))
        if !states.isEmpty { Output.line(Wording.seeThem.spelled) }
    }

    private func states(_ recorded: [Recorded]) throws -> [Message.ID: MessageState] {
        try application.desk.states(of: recorded.flatMap(\.messages))
    }
}

// MARK: - For programs

extension TakenSheet {
    /// - Parameter recorded: nil where nothing was recorded.
    func printJSON(_ reading: SheetReading, _ plan: SheetPlan, _ recorded: [Recorded]?) throws {
        let states = try states(recorded ?? [])
        let rows = reading.rows.map { row in
            let result = self.result(row, reading, plan)
            var report = SheetReport.Row(row, result: result.code)
            if case .skipped(let skip) = row.outcome { report.reason = skip.rawValue }
            if case .joins(let index) = row.outcome { report.joins = reading.interviews[index].place.row }
            guard case .interview(let index) = row.outcome else { return report }
            report.take(reading.interviews[index])
            report.warnings = notes(on: index, reading, plan)
            switch plan.states.indices.contains(index) ? plan.states[index] : nil {
            case .known(let id): report.interview = id.rawValue
            case .deleted(let id):
                report.interview = id.rawValue
                report.reason = "deleted"
                report.warnings.append(Wording.isDeleted(id))
            case .new, .refused, nil: break
            }
            if let place = plan.places[index], let recorded { report.take(recorded[place], states) }
            return report
        }
        try JSON.print(
            SheetReport(
                file: sheet.file, encoding: sheet.encoding.rawValue, recorded: recorded != nil,
                passedOver: sheet.passedOver.map(\.row),
                columns: reading.columns.map(SheetReport.Column.init), rows: rows,
                questions: reading.questions.map(SheetReport.Asked.init),
                problems: plan.troubles.map {
                    SheetReport.Problem(row: $0.row, $0.problem, text: $0.sentence.spelled)
                }))
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
