import Application
import ArgumentParser
import Composer
import Desk
import Etiquette
import Ledger
import Reports
import Wording

/// People: mend, look.
struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "The people you met: mend a name or an address, see the whole history.",
        subcommands: [PersonEdit.self, PersonVerify.self, PersonList.self, PersonShow.self])
}

/// Mends a person.
struct PersonEdit: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Mend a name, an address or a salutation; messages that have not gone follow.",
        usage: "afterword person edit PERSON [--name NAME] [--address ADDRESS] [--salutation TEXT] [--json]",
        discussion: """
            EXAMPLES
              afterword person edit 3 --name "Jane Okafor-Smith"
              afterword person edit jane@example.org --address jane.okafor@example.org
              afterword person edit 3 --salutation "Dr Okafor"
              afterword person edit 3 --salutation ""     "Dear" and the full name again
            """)

    @Argument(help: "A number, an address or an exact name.", completion: Candidates.people)
    var person: String

    @Option(help: "The name as the person writes it.")
    var name: String?

    @Option(help: "The address.")
    var address: String?

    @Option(help: "What stands after \"Dear\" instead of the full name.")
    var salutation: String?

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard name != nil || address != nil || salutation != nil else {
            throw ValidationError("Say what to mend: --name, --address or --salutation.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let changes = PersonChanges(
            name: name, address: try address.map { try EmailAddress($0) }, salutation: salutation)
        return try MendedText(application: application).print(
            application.desk.edit(person, changes, at: application.now), json: output.json)
    }
}

/// Says that names are spelt right.
struct PersonVerify: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say that a name is right as it is kept, whatever an address or a mail says.",
        discussion: """
            A name that is one or two letters away from the address, or from another spelling,
            is settled once: with this, or with 'person edit --name'. It is not asked again
            until something new is read.

            EXAMPLES
              afterword person verify 3
              afterword person verify jane.okafor@example.org 4
            """)

    @Argument(
        help: "A number, an address or an exact name; several may follow.", completion: Candidates.people)
    var people: [String]

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
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

/// Everybody.
struct PersonList: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everybody met or written to.",
        discussion: "EXAMPLE\n  afterword person list")

    @OptionGroup var output: JSONOption

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

/// One person's whole history.
struct PersonShow: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One person's whole history, across recruitments and employers.",
        usage: "afterword person show PERSON [--everything] [--json]",
        discussion: """
            With --everything --json it writes all that is kept of the person, for who asks
            what you hold about them.

            EXAMPLES
              afterword person show "Jane Okafor"
              afterword person show "Jane Okafor" --everything --json > jane.json
            """)

    @Argument(help: "A number, an address or an exact name.", completion: Candidates.people)
    var person: String

    @Flag(help: "All that is kept of the person; with --json.")
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
        let history = try application.desk.history(of: person)
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
