import Application
import ArgumentParser
import Desk
import Etiquette
import Reports
import Wording

struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "The people you met: correct a name or an address, see the whole history.",
        subcommands: [PersonEdit.self, PersonVerify.self, PersonList.self, PersonShow.self])
}

struct PersonEdit: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Correct a name, an address or how you greet them; unsent messages change with it.",
        usage: "afterword person edit PERSON [--name NAME] [--address ADDRESS] [--salutation TEXT] [--json]",
        discussion: """
            EXAMPLES
              afterword person edit 3 --name "Jane Okafor-Smith"
              afterword person edit jane@example.org --address jane.okafor@example.org
              afterword person edit 3 --salutation "Dr Okafor"
              afterword person edit 3 --salutation ""     "Dear" and the full name again
            """)

    @Argument(help: "A number, an address or a name.", completion: Candidates.people)
    var person: String

    @Option(help: "The name as the person writes it.")
    var name: String?

    @Option(help: "The email address.")
    var address: String?

    @Option(help: "What to write after \"Dear\" instead of the full name.")
    var salutation: String?

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard name != nil || address != nil || salutation != nil else {
            throw ValidationError("Say what to correct: --name, --address or --salutation.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let changes = PersonChanges(
            name: name, address: try address.map { try EmailAddress($0) }, salutation: salutation)
        let mended = try application.choosing(person, asks: !output.json) {
            try application.desk.edit($0, changes, at: application.now)
        }
        return try MendedText(application: application).print(mended, json: output.json)
    }
}

struct PersonVerify: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Confirm that a name is spelt right, whatever an address or a mail says.",
        discussion: """
            A name that is one or two letters away from the address, or from another
            spelling, is settled once: with this, or with 'person edit --name'. You are not
            asked again until another spelling turns up.

            EXAMPLES
              afterword person verify 3
              afterword person verify jane.okafor@example.org 4
            """)

    @Argument(
        help: "A number, an address or a name; several may follow.", completion: Candidates.people)
    var people: [String]

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let people = try people.map {
            try String(application.number(of: $0, as: .person, asks: !output.json))
        }
        let waiting = try people.flatMap {
            try application.desk.draftsAwaitingName(of: $0, at: application.now)
        }
        let standings = try application.desk.verify(people, at: application.now)
        if output.json {
            try JSON.print(standings.map(NameReport.init))
            return .done
        }
        for standing in standings { try PersonText(application: application).name(standing) }
        PersonText(application: application).approvable(waiting)
        return .done
    }
}

struct PersonList: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everybody met or written to.",
        discussion: "EXAMPLE\n  afterword person list")

    @OptionGroup var output: JSONOption
    @OptionGroup var pager: PagerOption

    var holding: OutputHolding { !pager.noPager && !output.json ? .paged : .none }

    func run(in application: Application) throws -> Exit {
        if output.json {
            try JSON.print(each: application.desk.nameStandings(), NameReport.init)
        } else {
            let people = try application.desk.people()
            if people.isEmpty { Output.line("Nobody is known yet.") }
            for person in people { Output.line(InterviewText.person(person)) }
        }
        return .done
    }
}

struct PersonShow: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One person's whole history, for all jobs and employers.",
        usage: "afterword person show PERSON [--everything] [--json]",
        discussion: """
            With --everything --json it writes all that is kept about the person, in case
            they ask what you hold about them.

            EXAMPLES
              afterword person show "Jane Okafor"
              afterword person show "Jane Okafor" --everything --json > jane.json
            """)

    @Argument(help: "A number, an address or a name.", completion: Candidates.people)
    var person: String

    @Flag(help: "All that is kept about the person; with --json.")
    var everything = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard !everything || output.json else {
            throw ValidationError("--everything goes with --json; without it, 'person show' is the overview.")
        }
    }

    struct Document: Encodable {
        let person: NameReport
        let interviews: [InterviewReport]
        let messages: [MessageReport]
        let contacts: [ContactReport]
    }

    func run(in application: Application) throws -> Exit {
        let history = try application.choosing(person, asks: !output.json) {
            try application.desk.history(of: $0)
        }
        let standing = try application.desk.nameStanding(of: String(history.person.id.rawValue))
        if everything {
            let desk = try application.desk
            try JSON.print(
                EverythingReport(
                    history, standing, desk.messageStatus(for: history.messages, at: application.now),
                    desk.kept(of: history.person.id)))
            return .done
        }
        guard output.json else {
            try PersonText(application: application).name(standing)
            if let salutation = history.person.salutation {
                Output.line("   greeted as: Dear \(Wording.shown(salutation)),")
            }
            try PersonText(application: application).failure(of: history.person)
            try PersonText(application: application).history(of: history.person, besides: nil)
            return .done
        }
        try JSON.print(
            Document(
                person: NameReport(standing),
                interviews: history.interviews.map { InterviewReport($0.interview, of: $0.recruitment) },
                messages: try application.desk.messageStatus(for: history.messages, at: application.now).map(
                    MessageReport.init),
                contacts: history.contacts.map(ContactReport.init)))
        return .done
    }
}
