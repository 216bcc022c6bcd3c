import Application
import Desk
import Etiquette
import Foundation
import Intake
import Reports
import Wording

/// Takes a spreadsheet in, all of it or nothing.
struct SheetImport {
    let application: Application
    let sheet: Spreadsheet
    let fields: InterviewFields
    let options: SheetOptions
    let yes: Bool
    let json: Bool

    /// Somebody is there to answer.
    private var asks: Bool { application.platform.isTerminal && !yes && !json }

    func run() throws -> Exit {
        guard !isForOne else { throw SeveralMeetings(file: sheet.file) }
        let memory = SheetMemory(folder: application.home.configurationFolder)
        var answers = try memory.answers(for: sheet.header)
        try options.complete(&answers)
        let said = answers
        (answers.organisation, answers.role) = (fields.organisation, fields.role)
        let zone = try fields.timeZone.map { try TimeZone.iana($0) } ?? application.configuration.me.timeZone
        let reading = try settled(&answers, in: zone)
        var plan = try SheetPlan(reading, of: sheet, at: application.desk)
        // Where nobody is asked before, what became of it says the same.
        if !yes { try plan.rehearse(at: application.desk, now: application.now) }
        let text = TakenSheet(sheet: sheet, application: application, answers: answers)
        if !json { text.understood(reading, plan) }
        try refuse(reading, plan, text)
        guard try plan.entries.isEmpty || yes || confirm(plan) else {
            if json { try text.printJSON(reading, plan, nil) }
            guard asks else { throw Unsettled(open: []) }
            Output.line("Nothing was recorded.")
            return .done
        }
        let recorded = try Progress.during("Recording \(Wording.count(plan.entries.count, "interview"))") {
            try application.desk.record(plan.entries, approving: yes, at: application.now)
        }
        if json {
            try text.printJSON(reading, plan, recorded)
        } else {
            if yes { text.doubles(reading, plan, recorded) }
            try text.done(recorded)
        }
        var known = said
        (known.meanings, known.dateOrder) = (answers.meanings, answers.dateOrder)
        (known.time, known.length) = (answers.time, answers.length)
        try memory.keep(known, for: sheet.header)
        let over = zip(plan.entries, recorded).filter { $0.0.record.ended.instant <= application.now }.map(
            \.1)
        // What stays deleted is perhaps wanted all the same, and what has ended is for the user to say.
        return try max(
            plan.leavesDeleted || plan.tellsOfEnds ? .needsUser : .done,
            RecordedText(application: application, asks: false).exit(yes ? over : recorded, yes: yes))
    }

    /// Options that fit one meeting only.
    private var isForOne: Bool {
        fields.ended != nil || fields.contact != nil || fields.decisionBy != nil || !fields.panel.isEmpty
            || fields.tellsOfPeople || fields.by != nil || fields.saying != .init()
    }

    /// What is open is asked, each answer once.
    private func settled(_ answers: inout SheetAnswers, in zone: TimeZone) throws -> SheetReading {
        let dialogue = SheetDialogue(sheet, told: answers, home: zone)
        let given =
            asks
            ? try application.ask(dialogue) { question, _ in
                Wording.prompt(question, dialogue.choices(for: question))
            } : Answers()
        answers = dialogue.said(after: given)
        return dialogue.reading(after: given)
    }

    private func refuse(_ reading: SheetReading, _ plan: SheetPlan, _ text: TakenSheet) throws {
        guard !plan.troubles.isEmpty || !reading.questions.isEmpty else { return }
        if json { try text.printJSON(reading, plan, nil) }
        guard plan.troubles.isEmpty else { throw SheetTroubles(all: plan.troubles) }
        throw SheetUnsettled(open: reading.questions)
    }

    private func confirm(_ plan: SheetPlan) throws -> Bool {
        guard asks else { return false }
        let count = Wording.count(plan.entries.count, "interview")
        return YesOrNo.isYes(try application.platform.answer(to: "Record \(count)? [y/N] ") ?? "")
    }
}
