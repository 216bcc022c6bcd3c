import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Reports

/// Records an interview, drafts its messages, shows them, asks, and queues.
struct InterviewAdd: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record an interview at its end: drafts its messages, shows them, asks, queues.",
        usage: """
            afterword interview add --organisation NAME --role ROLE --ended TIME --panel WHO ...
                  [--talking-point WHO=WHAT ...] [--say WHO=SENTENCE ...] [--greeting WHO=NAME ...]
                  [--role-short ROLE] [--organisation-as NAME] [--by in-person|video|telephone]
                  [--contact WHO] [--decision-by DATE] [--time-zone ZONE] [--via-agency]
                  [--voice NAME] [--yes] [--json]
              afterword interview add --from-json FILE [--yes] [--json]
            """,
        discussion: """
            Every member of the panel gets a thank-you 24 hours later. After two weeks of
            silence one message asks the contact, or else the first panel member with an
            address, whether a decision has been made.

            EXAMPLE
              afterword interview add \\
                --organisation "City Library" --role "Data Analyst" \\
                --ended "2026-11-20 15:00" \\
                --panel "Jane Okafor <jane.okafor@example.org>" \\
                --panel "Tom Ó Briain <tom@example.org>" \\
                --talking-point "jane.okafor@example.org=the open-data portal" \\
                --say "tom@example.org=I'd happily take my turn in your on-call week." \\
                --contact "Hana Lee <hana.lee@example.org>"

            A talking point is something from the conversation with that one person, put as
            you would say it after "our conversation about …". With --say you write the
            sentence yourself: it stands in the note as you wrote it, and no template says
            anything about the topic. Both may be told of the contact at an agency, too.
            Somebody without an address gets a card to print and post. --voice says how the
            messages of the recruitment sound, warm, plain or formal; see: afterword
            templates list

            In sentences a role stands without what its advertisement adds, and an
            organisation with its article: "the Staff Nurse role at the University of
            Leeds". If you say them otherwise: --role-short, --organisation-as. Without --by
            no note speaks of meeting or seeing anybody.

            MANY AT ONCE
              --from-json FILE takes one interview a line, as a JSON object. Its fields,
              here on several lines to be readable:
              {"organisation": "City Library", "role": "Data Analyst",
               "ended": "2026-11-20 15:00", "timeZone": "Europe/London",
               "panel": [{"name": "Jane Okafor", "address": "jane.okafor@example.org",
                          "talkingPoint": "the open-data portal",
                          "say": "I'd enjoy keeping it simple.", "greeting": "Jane"}],
               "contact": {"name": "Hana Lee", "address": "hana.lee@example.org"},
               "decisionBy": "2026-12-04", "viaAgency": false, "voice": "warm",
               "roleShort": "Data Analyst", "organisationAs": "the City Library",
               "by": "video"}
            """)

    @OptionGroup var fields: InterviewFields

    @Flag(help: "The panel was met through an agency: only its contact is written to.")
    var viaAgency = false

    @Option(
        help: "A file with one interview a line, as JSON; - is standard input.", completion: .file())
    var fromJSON: String?

    @Flag(help: "Queue at once what nothing blocks, without asking.")
    var yes = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard fromJSON == nil else {
            guard !fields.isGiven, !viaAgency else {
                throw ValidationError(
                    "--from-json takes everything from the file; leave the other fields out.")
            }
            return
        }
        for (value, name) in [
            (fields.organisation, "organisation"), (fields.role, "role"), (fields.ended, "ended"),
        ]
        where value == nil {
            throw ValidationError("--\(name) is missing; see: afterword interview add --help")
        }
        guard !fields.panel.isEmpty else {
            throw ValidationError(
                "--panel is missing: name each member, such as --panel \"Jane Okafor <jane@example.org>\"")
        }
    }

    func run(in application: Application) throws -> Exit {
        let zone = try application.configuration.me.timeZone
        var notes: [String] = []
        let records: [InterviewRecord]
        if let fromJSON {
            records = try InterviewLines(file: fromJSON, zone: zone).records(notes: &notes)
        } else {
            records = [try fields.record(zone: zone, viaAgency: viaAgency, notes: &notes)]
        }
        let asks = application.platform.isTerminal && fromJSON == nil && !yes && !output.json
        if asks {
            let doubles = try application.desk.possibleDoubles(of: records, at: application.now)
            guard try DoubleQuestion(application: application).areTwo(doubles) else {
                Output.line("Nothing was recorded.")
                return .done
            }
        }
        var recorded = try application.desk.record(records, approving: yes, at: application.now)
        if asks {
            try application.desk.tellApart(recorded.flatMap(\.notices.possibleDoubles), at: application.now)
            for one in recorded where !one.existing {
                try NameQuestion(application: application).settle(one.interview)
            }
            recorded = try recorded.map(ConversationQuestions(application: application).complete)
        }
        let text = RecordedText(application: application, asks: !yes && !output.json)
        if output.json {
            try text.printJSON(recorded, asArray: fromJSON != nil, notes: notes)
        } else {
            try text.print(recorded, notes: notes)
        }
        return try asks ? .done : text.exit(recorded, yes: yes)
    }
}
