import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Intake
import Setup
import Wording

/// Takes a calendar invitation in as an interview, or a spreadsheet as many.
struct ImportCommand: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Record interviews from an invitation or a spreadsheet: shows what it understood, asks.",
        usage: """
            afterword import FILE [--organisation NAME] [--role ROLE] [--ended TIME] [--time-zone ZONE]
                  [--panel WHO ...] [--talking-point WHO=WHAT ...] [--say WHO=SENTENCE ...]
                  [--greeting WHO=NAME ...] [--role-short ROLE] [--organisation-as NAME]
                  [--by in-person|video|telephone] [--contact WHO]
                  [--length LENGTH] [--decision-by DATE] [--via-agency] [--voice NAME]
                  [--yes] [--json]
              afterword import FILE.csv [--map COLUMN=MEANING ...] [--date-order ORDER]
                  [--year YEAR] [--time TIME] [--length LENGTH] [--organisation NAME] [--role ROLE]
                  [--time-zone ZONE] [--yes] [--json]
            """,
        discussion: """
            FILE is a calendar (.ics), a mail that carries one (.eml), an mbox of such
            mails, or a spreadsheet (.csv); - is standard input.

            An interview may be recorded before it takes place: it is planned then, its
            messages stay drafts, and once it is over 'advise' and 'queue' ask how it went.
            A newer invitation to the same meeting moves the interview and what has not
            gone; one that calls it off cancels what has not gone. The same file again
            changes nothing, except the voice where --voice is given.

            EXAMPLES
              afterword import invite.ics
              afterword import invite.eml --yes \\
                --organisation "City Library" --role "Data Analyst"
              afterword import - --yes --json < invite.ics

            What the invitation leaves open is asked on a terminal; elsewhere an option
            answers it, and nothing is recorded without --yes. --panel names the whole
            panel instead of the people who were invited.

            A SPREADSHEET
              afterword import jobs.csv
              afterword import jobs.csv --map "Met=interviewer" --date-order dmy --yes

            Columns are recognised by their names, in many spellings, and a title above
            them is passed over; what they mean is shown, --map says it of others, and both
            are remembered for the next time. The addresses of a column such as "Hiring
            Lead Email" go with the names of "Hiring Lead", and first and last names that
            stand in two columns are one name. Columns such as "Interview 1" and "Round 2
            interviewers" are rounds: each is an interview of the same recruitment. A
            row without a date or without a name of who interviewed is no interview, and
            skipped. Nothing is recorded unless every other row can be. What is too late is
            not sent any more: old interviews are history.
            """)

    @Argument(
        help: "A calendar, a mail, an mbox or a spreadsheet; - is standard input.", completion: .file())
    var file: String

    @OptionGroup var fields: InterviewFields

    @OptionGroup var sheet: SheetOptions

    @Flag(help: "The panel is met through an agency: only its contact is written to.")
    var viaAgency = false

    @Flag(help: "Record what was understood without asking.")
    var yes = false

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let bytes = try TextFile.bytes(file, limit: Spreadsheet.sizeLimit)
        guard !isSheet(bytes) else {
            return try SheetImport(
                application: application, sheet: try Spreadsheet(bytes, named: name), fields: fields,
                options: sheet,
                yes: yes,
                json: output.json
            ).run()
        }
        return try take(
            try read(bytes, in: application).map { try plan($0, in: application) }, in: application)
    }

    private func isSheet(_ bytes: Data) -> Bool {
        let isNamedSo = [".csv", ".tsv", ".xlsx", ".xls", ".ods", ".numbers"].contains(
            where: file.lowercased().hasSuffix)
        return isNamedSo || sheet.isForSheet || Spreadsheet.looksLikeOne(bytes)
            || sheet.length != nil && !Invitation.looksLikeOne(Array(bytes.prefix(4096)))
    }

    /// Records what was understood and confirmed.
    private func take(_ understood: [MeetingPlan], in application: Application) throws -> Exit {
        let asks = asks(in: application)
        let plans = try asks ? understood.toldApart(in: application) : understood
        let open = plans.flatMap(\.open)
        let text = TakenText(application: application, yes: yes)
        guard open.isEmpty, yes || asks else {
            let isDone = open.isEmpty && plans.allSatisfy { $0.arrival == nil }
            if output.json {
                try text.printJSON(plans, nil)
            } else if isDone {
                try text.print(plans, [])
            }
            guard isDone else { throw Unsettled(open: open) }
            return .done
        }
        // What the user has not seen, and may be wrong, is not queued by an answer in advance.
        var taken = try application.desk.take(
            plans.compactMap(\.arrival), approving: yes && plans.allSatisfy(\.isSure), at: application.now)
        if asks {
            try application.desk.tellApart(taken.flatMap(\.notices.possibleDoubles), at: application.now)
            for interview in taken.compactMap(\.interview) {
                try NameQuestion(application: application).settle(interview)
            }
            taken = try taken.map { one in
                guard case .recorded(let recorded) = one else { return one }
                return .recorded(try ConversationQuestions(application: application).complete(recorded))
            }
        }
        if output.json {
            try text.printJSON(plans, taken)
        } else {
            try text.print(plans, taken)
        }
        return try text.exit(taken)
    }

    /// Somebody is there to answer.
    private func asks(in application: Application) -> Bool {
        application.platform.isTerminal && !yes && !output.json
    }

    /// As problems call it.
    private var name: String { file == "-" ? "standard input" : file }

    private func read(_ bytes: Data, in application: Application) throws -> [FoundMeeting] {
        let read = try Invitation.read(Array(bytes), named: name, for: Me(application.configuration))
        for problem in read.refused { Output.problem("Note: " + problem.sentence.spelled) }
        let found = try read.invitations.map { try FoundMeeting($0, in: application) }
        if found.count(where: { $0.meeting != nil }) > 1, isForOne { throw SeveralMeetings(file: name) }
        return found
    }

    /// Options that fit one meeting only.
    private var isForOne: Bool {
        fields.ended != nil || fields.contact != nil || fields.decisionBy != nil || !fields.panel.isEmpty
            || fields.tellsOfPeople || fields.by != nil || fields.saying != .init()
    }

    /// Shows what was understood, and completes it.
    private func plan(_ found: FoundMeeting, in application: Application) throws -> MeetingPlan {
        let asks = asks(in: application)
        let text = InvitationText(invitation: found.invitation)
        if !output.json { text.lines(found.known).forEach { Output.line($0) } }
        var plan = MeetingPlan(found: found)
        switch found.state {
        case .unknown: return plan
        case .unchanged(let known):
            guard let voice = fields.chosenVoice, voice != known.recruitment.voice else { return plan }
            plan.propose(.revoice(voice))
        case .calledOff:
            plan.propose(.callOff)
        case .new(let meeting), .newer(let meeting):
            let completed = try MeetingAnswers(
                application: application, meeting: meeting, fields: fields,
                length: try sheet.length.map(WrittenAnswer.length), viaAgency: viaAgency, asks: asks,
                known: found.known
            ).complete()
            (plan.open, plan.notes, plan.isSure) = (completed.open, completed.notes, completed.isSure)
            if let request = completed.request {
                plan.propose(request)
                // Where nobody is asked, the answers in advance would otherwise stay unseen.
                if !asks, !output.json, let end = request.end, end != meeting.ends {
                    Output.line(InvitationText.answered(end))
                }
            }
        }
        if asks, let arrival = plan.arrival {
            let answer = application.platform.answer(
                to: Wording.confirmation(of: arrival.request) + " [y/N] ")
            if !YesOrNo.isYes(answer ?? "") { plan.decline() }
        }
        return plan
    }
}

extension [MeetingPlan] {
    /// Without those that the user does not tell apart from what is on record, or from each other; what is left open is
    /// asked about first.
    fileprivate func toldApart(in application: Application) throws -> [MeetingPlan] {
        guard allSatisfy(\.open.isEmpty) else { return self }
        var doubles = try application.desk.possibleDoubles(of: compactMap(\.arrival), at: application.now)[
            ...]
        return try map { plan in
            guard plan.arrival != nil, let own = doubles.popFirst(), !own.isEmpty else { return plan }
            var plan = plan
            if try !DoubleQuestion(application: application).areTwo(own) { plan.decline() }
            return plan
        }
    }
}

extension Arrival.Request {
    /// When the interview ends, as it is to be recorded.
    fileprivate var end: ZonedTime? {
        switch self {
        case .record(let record): record.ended
        case .move(let end, _, _): end
        case .revoice, .callOff: nil
        }
    }
}

extension Taken {
    /// The interview whose people may be new.
    fileprivate var interview: Interview.ID? {
        switch self {
        case .recorded(let recorded) where !recorded.existing: recorded.interview
        case .moved(let id, _): id
        case .recorded, .revoiced, .calledOff, .unchanged, .unknown: nil
        }
    }
}

extension Me {
    /// The user, under every address of the configuration.
    init(_ configuration: Configuration) {
        let me = configuration.me
        self.init(name: me.name, addresses: configuration.ownAddresses, zone: me.timeZone)
    }
}
