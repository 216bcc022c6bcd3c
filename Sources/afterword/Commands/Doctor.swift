import Application
import ArgumentParser
import Composer
import Desk
import Etiquette
import Foundation
import Ledger
import Mail
import Reports
import Sender
import Setup
import Wording

/// Looks at everything that sending needs.
struct Doctor: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Check that everything works: configuration, files, database, clock, and the logins to your server and mailbox.",
        discussion: """
            It connects and logs in, but sends nothing. Your mailbox is opened and searched
            just as 'afterword listen' does it, and nothing in it is changed.

            A database that was restored, or copied from another computer, may not know
            what was sent since. Nothing is sent from it until you adopt it, which makes it
            the copy that sends: everything that waits is then held for you to look at, and
            you release what has not gone out.

            EXAMPLES
              afterword doctor
              afterword doctor --adopt            this database is the one to send from
              afterword doctor --clock-is-right   the clock was ahead for a while
            """)

    @Flag(help: "Send from this database from now on, though another copy of it was used.")
    var adopt = false

    @Flag(help: "Entries dated later than now were made while the clock was ahead; the clock is right now.")
    var clockIsRight = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard !(adopt && clockIsRight) else {
            throw ValidationError("Give either --adopt or --clock-is-right; one after the other.")
        }
    }

    /// One thing looked at.
    struct Check: Encodable {
        let code: String
        let ok: Bool
        let text: String
        let exit: Exit

        enum CodingKeys: CodingKey { case code, ok, text }
    }

    func run(in application: Application) throws -> Exit {
        if adopt { return try DoctorAdopting(application: application, json: output.json).run() }
        if clockIsRight { return try DoctorClock(application: application).settle(json: output.json) }
        var checks: [Check] = []
        let configured = check("configuration", Exit.configuration) {
            let configuration = try application.configuration
            return Wording.configurationInOrder(
                application.home.configuration, changed: configuration.etiquette.keysAgainstAdvice)
        }
        checks.append(configured)
        checks.append(check("files", .permission) { try files(application) })
        checks.append(check("database", .fault) { try database(application) })
        checks += try clearing(application)
        checks.append(check("clock", .configuration) { try DoctorClock(application: application).sentence() })
        if configured.ok {
            checks.append(check("templates", .configuration) { try templates(application) })
            checks.append(check("spelling", .configuration) { try spelling(application) })
            checks.append(login(application))
            checks += try mailbox(application) + service(application)
        }
        checks.append(check("disk", .cannotWrite) { try writing(application) })
        if output.json {
            try JSON.print(checks)
        } else {
            print(checks, hasColour: application.platform.hasColour)
            // Nothing that could be wrong, and worth knowing all the same.
            if configured.ok { try? application.tellWhoSends(asks: false) }
        }
        return checks.filter { !$0.ok }.map(\.exit).max() ?? .done
    }

    private func print(_ checks: [Check], hasColour: Bool) {
        for check in checks {
            let mark = check.ok ? "✓" : "✗"
            let colour = check.ok ? "32" : "31"
            Output.line(
                (hasColour ? "\u{1B}[\(colour)m\(mark)\u{1B}[0m" : mark) + " \(check.code): \(check.text)")
        }
    }

    private func check(_ code: String, _ exit: Exit, _ body: () throws -> String) -> Check {
        do {
            return Check(code: code, ok: true, text: try body(), exit: .done)
        } catch {
            let known = CommandFailure(error)
            return Check(
                code: code, ok: false, text: known?.sentence ?? "\(error)", exit: known?.exit ?? exit)
        }
    }

    private func files(_ application: Application) throws -> String {
        Wording.files(try application.home.prepare(user: application.platform.user))
    }

    private func database(_ application: Application) throws -> String {
        let complaints = try application.ledger.complaints()
        guard complaints.isEmpty else {
            throw LedgerProblem.damaged(
                path: application.home.database, detail: complaints.joined(separator: "; "))
        }
        if let doubt = try application.ledger.doubt() {
            throw LedgerProblem.inDoubt(path: application.home.database, doubt)
        }
        return Wording.databaseWhole(application.home.database)
    }

    /// Nothing where nobody was forgotten, or all of it is done. Opening the database has tried it, and kept silent.
    private func clearing(_ application: Application) throws -> [Check] {
        guard (try? application.ledger.isForgettingUnfinished) == true else { return [] }
        return [
            check("forgetting", .fault) {
                do {
                    try application.ledger.finishForgetting()
                    return Wording.cleared
                } catch {
                    guard let failure = CommandFailure(error) else { throw error }
                    throw NotCleared(cause: failure)
                }
            }
        ]
    }

    /// Folders, ledger and disk take what is to be recorded; tried, since permissions alone do not tell.
    private func writing(_ application: Application) throws -> String {
        try application.home.tryWriting(token: application.platform.freshID())
        try application.ledger.tryWriting()
        let size = FileStamp(path: application.home.database)?.bytes ?? 0
        guard let room = application.home.leastRoom else { return Wording.canBeWritten(nil) }
        let wanted = size + Self.leastRoom
        guard room.bytes >= wanted else {
            throw HomeProblem.noRoom(folder: room.folder, bytes: room.bytes, wanted: wanted)
        }
        return Wording.canBeWritten(room.bytes)
    }

    /// In bytes, beside a copy of the database: its journal, and the messages of a day.
    private static let leastRoom = 4 << 20

    private func templates(_ application: Application) throws -> String {
        let configuration = try application.configuration
        let set = try TemplateSet.load(
            shipped: TemplateSet.shippedFolder, own: application.ownTemplates,
            language: configuration.language,
            voice: configuration.voice)
        return Wording.templates(set.templates.count, configuration.language, set.usualVoice)
    }

    /// What is missing keeps nothing from being sent.
    private func spelling(_ application: Application) throws -> String {
        let language = try application.configuration.language
        return Wording.spelling(language, try application.proofLanguageReading(language)().lack)
    }

    /// Nothing where no mailbox is configured.
    private func mailbox(_ application: Application) throws -> [Check] {
        guard let mailboxReader = try application.mailboxReader else { return [] }
        return [
            check("mailbox", .configuration) {
                Wording.mailboxInOrder(mailboxReader.place, try mailboxReader.check().map(\.name))
            }
        ]
    }

    /// Nothing where no service is installed, or not by this program.
    private func service(_ application: Application) throws -> [Check] {
        let service = try application.service
        let texts: [String]
        switch service.standing {
        case .own(let found), .packaged(let found): texts = found
        case .absent, .foreign: return []
        }
        return [
            check("service", .needsUser) {
                let closed = SystemdUnit.closed(try application.copiesFolders, in: texts)
                guard closed.isEmpty else { throw ServiceText.MayNotWrite(folders: closed) }
                return Wording.serviceInstalled(service.path)
            }
        ]
    }

    private func login(_ application: Application) -> Check {
        do {
            guard let server = try application.configuration.smtp?.server else {
                return Check(
                    code: "server", ok: true, text: Wording.nothingIsSentByItself.spelled, exit: .done)
            }
            let check = try application.transport().checkLogin()
            let fault = Wording.loginFault(
                check, of: server, address: try application.configuration.me.email.text)
            guard let fault else {
                return Check(
                    code: "server", ok: true, text: Wording.connected(to: server.place, as: server.user),
                    exit: .done)
            }
            let exit: Exit =
                switch check {
                case .deferred(nil, _): .serverUnavailable
                case .deferred: .deferred
                case .passed, .stopped: .configuration
                }
            return Check(code: "server", ok: false, text: fault.spelled, exit: exit)
        } catch {
            let known = CommandFailure(error)
            return Check(
                code: "server", ok: false, text: known?.sentence ?? "\(error)",
                exit: known?.exit ?? .configuration)
        }
    }
}

/// Somebody was forgotten, and the file could not be cleared of their words.
private struct NotCleared: ExitCoded {
    let cause: CommandFailure

    var sentence: Sentence { Wording.notCleared(because: cause.sentence) }
    var exit: Exit { cause.exit }
}
