import Application
import ArgumentParser
import Etiquette
import Foundation
import Intake
import Setup
import Wording

/// Takes a calendar invitation in as an interview, or a spreadsheet as many.
struct ImportCommand: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Record interviews from an invitation, your mailbox or a spreadsheet: shows what it understood, and asks.",
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
              afterword import --mailbox [--since 14d] [--yes] [--json]
            """,
        discussion: """
            FILE is a calendar (.ics), a mail that carries one (.eml), an mbox of such
            mails, or a spreadsheet (.csv); - is standard input.

            An interview may be recorded before it takes place: it is then planned, its
            messages stay drafts, and once it is over 'advise' and 'queue' ask how it went.
            A newer invitation to the same meeting moves the interview and its unsent
            messages; one that calls it off cancels them. The same file again changes
            nothing, except the voice (how the letters sound) where --voice is given.

            EXAMPLES
              afterword import invite.ics
              afterword import invite.eml --yes \\
                --organisation "City Library" --role "Data Analyst"
              afterword import - --yes --json < invite.ics

            On a terminal you are asked what the invitation does not say; in a script,
            options answer it, and nothing is recorded without --yes. --panel names the
            whole panel instead of the people who were invited.

            YOUR MAILBOX
              afterword import --mailbox
              afterword import --mailbox --since 2w --json

            Looks through the mail of the last 14 days, or since the day of --since, for
            invitations and for mails in which an interview is agreed, and lists what it
            understood with the line that says so. You choose by number what to record.
            Without a terminal nothing is recorded, except with --yes: then every
            invitation that leaves nothing open. Your mail stays as it is, unread mail
            unread; newsletters and what you sent yourself are passed over.

            A SPREADSHEET
              afterword import jobs.csv
              afterword import jobs.csv --map "Met=interviewer" --date-order dmy --yes

            Columns are recognised by their names, in many spellings, and a title above
            them is skipped. You are shown what each means; --map says it for the others,
            and both are remembered. The addresses in a column such as "Hiring Lead Email"
            go with the names in "Hiring Lead", and first and last names in two columns make
            one name. Columns such as "Interview 1" and "Round 2 interviewers" are rounds:
            each is an interview of the same recruitment (one job you applied for). A row
            without a date or an interviewer's name is skipped. Nothing is recorded unless
            every other row can be. What is too late for a message is recorded, but nothing
            is sent.
            """)

    @Argument(
        help: "A calendar, a mail, an mbox or a spreadsheet; - is standard input.", completion: .file())
    var file: String?

    @OptionGroup var mailbox: MailboxOptions

    @OptionGroup var fields: InterviewFields

    @OptionGroup var sheet: SheetOptions

    @Flag(help: "The interview came through an agency: only its contact is written to.")
    var viaAgency = false

    @Flag(help: "Record what was understood without asking.")
    var yes = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        if mailbox.isWanted, file != nil {
            throw ValidationError("Give a FILE or --mailbox, not both.")
        }
        if !mailbox.isWanted, file == nil {
            throw ValidationError("Missing expected argument '<file>', or --mailbox.")
        }
        if !mailbox.isWanted, mailbox.since != nil {
            throw ValidationError("--since goes with --mailbox.")
        }
        if mailbox.isWanted, sheet.isForSheet {
            throw ValidationError("--map, --date-order, --year and --time are for a spreadsheet.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let taking = taking(in: application)
        guard let file else { return try MailboxImport(taking: taking, since: mailbox.since).run() }
        // As problems call it.
        let name = file == "-" ? "standard input" : file
        let bytes = try TextFile.bytes(file, limit: Spreadsheet.sizeLimit)
        guard !isSheet(bytes, named: file) else {
            return try SheetImport(
                application: application, sheet: try Spreadsheet(bytes, named: name), fields: fields,
                options: sheet, yes: yes, json: output.json
            ).run()
        }
        return try taking.take(try read(bytes, named: name, by: taking).map { try taking.plan($0) })
    }

    private func isSheet(_ bytes: Data, named file: String) -> Bool {
        Spreadsheet.isNamedLikeOne(file) || sheet.isForSheet || Spreadsheet.looksLikeOne(bytes)
            || sheet.length != nil && !Invitation.looksLikeOne(Array(bytes.prefix(4096)))
    }

    private func taking(in application: Application) -> InvitationTaking {
        InvitationTaking(
            application: application, fields: fields, length: sheet.length, viaAgency: viaAgency, yes: yes,
            json: output.json)
    }

    private func read(
        _ bytes: Data, named name: String, by taking: InvitationTaking
    ) throws -> [FoundMeeting] {
        let application = taking.application
        let me = try Me(application.configuration)
        let read: InvitationFile
        do throws(IntakeProblem) {
            read = try Invitation.read(Array(bytes), named: name, for: me)
        } catch {
            // What has no calendar may say it in words.
            guard error.fault == .mailWithoutCalendar,
                let told = InterviewMail(Array(bytes), received: nil, for: me)?.invitations, !told.isEmpty
            else { throw error }
            return try told.map { try FoundMeeting($0, in: application) }
        }
        for problem in read.refused { Output.problem("Note: " + problem.sentence.spelled) }
        let found = try read.invitations.map { try FoundMeeting($0, in: application) }
        if found.count(where: { $0.meeting != nil }) > 1, taking.isForOne {
            throw SeveralMeetings(file: name)
        }
        return found
    }
}

extension Me {
    /// The user, under every address of the configuration.
    init(_ configuration: Configuration) {
        let me = configuration.me
        self.init(name: me.name, addresses: configuration.ownAddresses, zone: me.timeZone)
    }
}
