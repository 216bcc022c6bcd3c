import Application
import ArgumentParser
import Desk
import Etiquette

/// Mends an interview.
struct InterviewEdit: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Mend an interview; its messages that have not gone follow, and are approved anew.",
        usage: """
            afterword interview edit INTERVIEW [--organisation NAME] [--role ROLE] [--ended TIME]
                  [--time-zone ZONE] [--panel WHO ...] [--talking-point WHO=WHAT ...]
                  [--say WHO=SENTENCE ...] [--greeting WHO=NAME ...] [--role-short ROLE]
                  [--organisation-as NAME] [--by in-person|video|telephone]
                  [--contact WHO] [--decision-by DATE] [--voice NAME] [--json]
            """,
        discussion: """
            Give what was wrong; everything else stays. --panel names the whole panel
            anew. --voice words what a template worded, in the whole recruitment, anew; your
            own words stay. --talking-point, --say, --greeting, --role-short and
            --organisation-as with nothing behind them take back what was told.

            EXAMPLES
              afterword interview edit 1 --ended "2026-11-20 16:00"
              afterword interview edit 1 \\
                --talking-point "jane@example.org=the open-data portal"
              afterword interview edit 1 \\
                --say "jane@example.org=I'd enjoy keeping the portal simple."
              afterword interview edit 1 --role "Senior Data Analyst"
              afterword interview edit 1 --voice formal
            """)

    @Argument(
        help: "The number of the interview, from: afterword interview list",
        completion: Candidates.interviews)
    var interview: Int64

    @OptionGroup var fields: InterviewFields
    @OptionGroup var output: JSONOption

    func validate() throws {
        guard fields.isGiven else {
            throw ValidationError("Say what to mend; see: afterword interview edit --help")
        }
        guard fields.timeZone == nil || fields.ended != nil else {
            throw ValidationError("--time-zone goes with --ended.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let id = Interview.ID(rawValue: interview)
        let known = try application.desk.interview(id)
        var notes: [String] = []
        var changes = InterviewChanges()
        changes.organisation = fields.organisation
        changes.role = fields.role
        changes.ended = try fields.endedTime(zone: known.ended.zone, notes: &notes)
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
        changes.decisionBy = try fields.decisionBy.map { try Day.parse($0) }
        let mended = try application.desk.edit(id, changes, at: application.now)
        for note in notes { Output.problem("Note: \(note)") }
        let doubles = mended.notices.possibleDoubles
        if application.platform.isTerminal, !output.json,
            try DoubleQuestion(application: application).areTwo(doubles)
        {
            try application.desk.tellApart(doubles, at: application.now)
        }
        return try MendedText(application: application).print(mended, json: output.json)
    }
}
