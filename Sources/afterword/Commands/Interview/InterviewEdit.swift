import Application
import ArgumentParser
import Desk
import Etiquette
import Wording

struct InterviewEdit: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Correct an interview; its unsent messages change with it, and need your approval again.",
        usage: """
            afterword interview edit INTERVIEW [--organisation NAME] [--role ROLE] [--ended TIME]
                  [--time-zone ZONE] [--panel WHO ...] [--talking-point WHO=WHAT ...]
                  [--say WHO=SENTENCE ...] [--greeting WHO=NAME ...] [--role-short ROLE]
                  [--organisation-as NAME] [--by in-person|video|telephone]
                  [--contact WHO] [--decision-by DATE] [--voice NAME] [--planned] [--json]
            """,
        discussion: """
            Give only what was wrong; everything else stays. --panel replaces the whole
            panel. --voice rewrites all unsent messages about this job, except your own
            words. --talking-point, --say, --greeting, --role-short and
            --organisation-as with nothing behind them take back what was told.

            EXAMPLES
              afterword interview edit 1 --ended "2026-11-20 16:00"
              afterword interview edit 1 \\
                --talking-point "jane@example.org=the open-data portal"
              afterword interview edit 1 \\
                --say "jane@example.org=I'd enjoy keeping the portal simple."
              afterword interview edit 1 --role "Senior Data Analyst"
              afterword interview edit 1 --voice formal
              afterword interview edit "city library" --ended "2026-12-02 11:00" --planned

            An interview that was put off is moved with --ended and --planned, also where
            its time has passed, as long as nothing of it has been sent.
            """)

    @Argument(
        help: """
            The interview: its number, or an organisation, a role or a person of it; on a terminal you are asked.
            """,
        completion: Candidates.interviews)
    var interview: String?

    @Flag(help: "With --ended: it is still to come.")
    var planned = false

    @OptionGroup var fields: InterviewFields
    @OptionGroup var output: JSONOption

    func validate() throws {
        guard !planned || fields.ended != nil else { throw ValidationError("--planned goes with --ended.") }
        guard fields.timeZone == nil || fields.ended != nil else {
            throw ValidationError("--time-zone goes with --ended.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let asks = application.platform.isTerminal && !output.json
        let meant = try interview.map { try application.interview($0, asks: asks) }
        if let id = meant, fields.isGiven {
            return try mend(id, try changes(of: id, in: application), in: application)
        }
        guard asks, !fields.isGiven else {
            throw ValidationError(
                "Say which interview, and what to correct; see: afterword interview edit --help")
        }
        guard let dialogue = try application.desk.interviewEditDialogue(meant, at: application.now) else {
            Output.line(Wording.nothingToHearOf.spelled)
            return .done
        }
        let answers = try Interrupted.untilRecorded {
            try application.ask(dialogue, attempts: .max) { question, answers in
                Wording.prompt(question, of: dialogue, after: answers)
            }
        }
        let changes = dialogue.changes(after: answers)
        guard let id = dialogue.meeting(after: answers)?.interview.id, changes != InterviewChanges() else {
            Output.line(Wording.nothingRecorded)
            return .done
        }
        return try mend(id, changes, in: application)
    }

    /// As the options tell them.
    private func changes(of id: Interview.ID, in application: Application) throws -> InterviewChanges {
        let known = try application.desk.interview(id)
        var notes: [String] = []
        var changes = InterviewChanges()
        changes.organisation = fields.organisation
        changes.role = fields.role
        let times = TimeOptions(application, in: known.ended.zone, json: output.json)
        changes.ended = try fields.endedTime(
            times, planned || known.ended.instant > application.now ? .future : .past, notes: &notes)
        changes.panel =
            fields.panel.isEmpty
            ? nil
            : try fields.panel.map {
                try InterviewRecord.Member(who: NameAndAddress($0), talkingPoint: nil)
            }
        changes.remarks = try fields.remarks()
        changes.saying = fields.saying
        changes.medium = try fields.medium()
        changes.contact = try fields.contact.map { try NameAndAddress($0) }
        changes.voice = fields.chosenVoice
        changes.decisionBy = try fields.decisionDay(times, notes: &notes)
        for note in notes { Output.problem("Note: \(note)") }
        return changes
    }

    private func mend(
        _ id: Interview.ID, _ changes: InterviewChanges, in application: Application
    ) throws -> Exit {
        let mended = try application.desk.edit(id, changes, isPlanned: planned, at: application.now)
        let doubles = mended.notices.possibleDoubles
        if application.platform.isTerminal, !output.json,
            try DoubleQuestion(application: application).areTwo(doubles)
        {
            try application.desk.tellApart(doubles, at: application.now)
        }
        return try MendedText(application: application).print(mended, json: output.json)
    }
}
