import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Wording

/// Records an interview, drafts its messages, shows them, asks, and queues.
struct InterviewAdd: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract:
            "Record an interview when it has ended: drafts its messages, shows them, and asks before queuing them.",
        usage: """
            afterword add (asks step by step, on a terminal)
              afterword interview add --organisation NAME --role ROLE --ended TIME --panel WHO ...
                  [--talking-point WHO=WHAT ...] [--say WHO=SENTENCE ...] [--greeting WHO=NAME ...]
                  [--role-short ROLE] [--organisation-as NAME] [--by in-person|video|telephone]
                  [--contact WHO] [--decision-by DATE] [--time-zone ZONE] [--via-agency]
                  [--voice NAME] [--planned] [--yes] [--json]
              afterword interview add --from-json FILE [--planned] [--yes] [--json]
            """,
        discussion: """
            Each interviewer gets a thank-you 24 hours later. After two weeks without news
            one message asks the contact, or else the first interviewer with an address,
            whether a decision has been made. Nothing is sent before you approve it.

            On a terminal it asks for whatever is left out: "afterword add" alone asks for
            everything, one question after the other. Enter takes what stands in [ ], "<"
            goes back one question, Ctrl-C leaves nothing behind. Then the messages are
            gone through one by one: queue it, edit it, leave it out, or decide later.

            EXAMPLE
              afterword interview add \\
                --organisation "City Library" --role "Data Analyst" \\
                --ended "2026-11-20 15:00" \\
                --panel "Jane Okafor <jane.okafor@example.org>" \\
                --panel "Tom Ó Briain <tom@example.org>" \\
                --talking-point "jane.okafor@example.org=the open-data portal" \\
                --say "tom@example.org=I'd happily take my turn in your on-call week." \\
                --contact "Hana Lee <hana.lee@example.org>"

            A talking point is something you talked about with that one person; it finishes
            the sentence "our conversation about …". With --say you write the sentence
            yourself, and the note has it as you wrote it. Both work for the contact at an
            agency, too. Somebody without an address gets a card to print and post. --voice
            says how all messages about this job sound: warm, plain or formal; see:
            afterword templates list

            In sentences the role is shortened, and the organisation gets its article: "the
            Staff Nurse role at the University of Leeds". To say them in another way:
            --role-short, --organisation-as. Without --by no note mentions meeting or seeing
            anybody.

            MANY AT ONCE
            --from-json FILE takes one interview a line, as a JSON object. Its fields, here
            on several lines to be readable:
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

    @Flag(help: "The interview came through an agency: only its contact is written to.")
    var viaAgency = false

    @Option(
        help: "A file with one interview a line, as JSON; - is standard input.", completion: .file())
    var fromJSON: String?

    @Flag(help: "It may be still to come: its messages wait for its end, and you are asked then how it went.")
    var planned = false

    @Flag(help: "Queue at once, without asking, every message that nothing blocks.")
    var yes = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard fromJSON == nil || !fields.isGiven && !viaAgency else {
            throw ValidationError(
                "--from-json takes everything from the file; leave the other fields out.")
        }
    }

    /// Something is missing without which there is no interview.
    private var isIncomplete: Bool {
        fields.organisation == nil || fields.role == nil || fields.ended == nil || fields.panel.isEmpty
            || viaAgency && fields.contact == nil
    }

    /// - Throws: where nobody can be asked for what is missing.
    private func refuseIncomplete() throws {
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
        let asks = application.platform.isTerminal && fromJSON == nil && !yes && !output.json
        let isStepByStep = asks && isIncomplete
        if fromJSON == nil, !isStepByStep { try refuseIncomplete() }
        var notes: [String] = []
        let told = try Interrupted.untilRecorded { () throws -> [InterviewRecord]? in
            let records = try records(in: application, isStepByStep: isStepByStep, notes: &notes)
            guard asks else { return records }
            let doubles = try application.desk(drafting: true).possibleDoubles(
                of: records, at: application.now)
            return try DoubleQuestion(application: application).areTwo(doubles) ? records : []
        }
        guard let records = told, !records.isEmpty else {
            Output.line(Wording.nothingRecorded)
            return .done
        }
        var recorded = try Progress.during("Recording \(Wording.count(records.count, "interview"))") {
            try application.desk(drafting: true).record(
                records, approving: yes, isPlanned: planned, restoring: fromJSON == nil, at: application.now)
        }
        if asks {
            let isOver = records.allSatisfy { $0.ended.instant <= application.now }
            recorded = try completed(recorded, isStepByStep: isStepByStep, isOver: isOver, in: application)
        }
        let text = RecordedText(application: application, asks: !yes && !output.json)
        if output.json {
            try text.printJSON(recorded, asArray: fromJSON != nil, notes: notes)
        } else {
            try text.print(recorded, notes: notes)
        }
        return try asks ? .done : text.exit(recorded, yes: yes)
    }

    /// With the names settled and, where that was not done before, what letters are worded from.
    private func completed(
        _ recorded: [Recorded], isStepByStep: Bool, isOver: Bool, in application: Application
    ) throws -> [Recorded] {
        try application.desk.tellApart(recorded.flatMap(\.notices.possibleDoubles), at: application.now)
        do {
            for one in recorded where !one.existing {
                try NameQuestion(application: application).settle(one.interview)
            }
            // Of what is still to come there is nothing to tell.
            return isStepByStep || !isOver
                ? recorded : try recorded.map(ConversationQuestions(application: application).complete)
        } catch is Interrupted {
            throw Interrupted(sentence: Wording.draftsStand(recorded.flatMap(\.messages)).spelled)
        }
    }

    /// As a file or options tell them; step by step, as the user answers. None where the user does not want it recorded.
    private func records(
        in application: Application, isStepByStep: Bool, notes: inout [String]
    ) throws -> [InterviewRecord] {
        let zone = try application.configuration.me.timeZone
        if let fromJSON { return try InterviewLines(file: fromJSON, zone: zone).records(notes: &notes) }
        let times = TimeOptions(application, in: zone, json: output.json)
        guard isStepByStep else {
            return [
                try fields.record(
                    viaAgency: viaAgency, times: times, planned ? .future : .past, notes: &notes)
            ]
        }
        let questions = NewInterviewQuestions(
            application: application,
            told: try fields.told(viaAgency: viaAgency, times: times, notes: &notes),
            zone: try fields.timeZone.map { try TimeZone.iana($0) } ?? zone)
        return [try questions.record()].compactMap(\.self)
    }
}
