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
            "Check configuration, file modes, templates, database, clock, and the logins at your server and mailbox.",
        discussion: """
            It connects and logs in, but sends nothing. Your mailbox is opened and searched
            just as 'afterword listen' does it, and nothing in it is changed.

            A database that was restored, or copied from another computer, may not know
            what was sent since. Nothing is sent from it until you adopt it: then all that
            waits is held, and you release what has not gone out.

            EXAMPLES
              afterword doctor
              afterword doctor --adopt            this database is the one to send from
              afterword doctor --clock-is-right   the clock was ahead for a while
            """)

    @Flag(help: "Send from this database from now on, though another copy of it was used.")
    var adopt = false

    @Flag(help: "What is dated later than now was noted by a clock that was ahead; the clock is right now.")
    var clockIsRight = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard !(adopt && clockIsRight) else {
            throw ValidationError("Give --adopt or --clock-is-right, one after the other.")
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
            return "the configuration is in order (\(application.home.configuration))"
                + (configuration.etiquette == EtiquetteSettings()
                    ? "" : "; etiquette is set differently from the advice")
        }
        checks.append(configured)
        checks.append(check("files", .permission) { try files(application) })
        checks.append(check("database", .fault) { try database(application) })
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
        let warnings = try application.home.prepare(user: application.platform.user)
        guard warnings.isEmpty else {
            return "nobody else can change them, but " + warnings.map(\.sentence).joined(separator: "; ")
        }
        return "folders and files are yours alone"
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
        return "the database is whole (\(application.home.database))"
    }

    /// Folders, ledger and disk take what is to be recorded; tried, since permissions alone do not tell.
    private func writing(_ application: Application) throws -> String {
        try application.home.tryWriting(token: application.platform.freshID())
        try application.ledger.tryWriting()
        let size = FileStamp(path: application.home.database)?.bytes ?? 0
        guard let room = application.home.leastRoom else { return "everything can be written" }
        let wanted = size + Self.leastRoom
        guard room.bytes >= wanted else {
            throw HomeProblem.noRoom(folder: room.folder, bytes: room.bytes, wanted: wanted)
        }
        return "everything can be written, and \(room.bytes >> 20) MB are free on the disk"
    }

    /// In bytes, beside a copy of the database: its journal, and the messages of a day.
    private static let leastRoom = 4 << 20

    private func templates(_ application: Application) throws -> String {
        let configuration = try application.configuration
        let set = try TemplateSet.load(
            shipped: TemplateSet.shippedFolder, own: application.ownTemplates,
            language: configuration.language,
            voice: configuration.voice)
        let voice = set.usualVoice.map { ", worded \($0.rawValue)" } ?? ""
        return "\(set.templates.count) templates for \(configuration.language)\(voice)"
    }

    /// What is missing keeps nothing from being sent.
    private func spelling(_ application: Application) throws -> String {
        let language = try application.configuration.language
        if let lack = try application.proofLanguageReading(language)().lack {
            return "messages are proofread, but " + Wording.text(lack)
        }
        return "words are looked up in the dictionary for \(language)"
    }

    /// Nothing where no mailbox is configured.
    private func mailbox(_ application: Application) throws -> [Check] {
        guard let mailboxReader = try application.mailboxReader else { return [] }
        return [
            check("mailbox", .configuration) {
                let folders = try mailboxReader.check().map { Wording.shown($0.name) }
                return
                    "the mailbox at \(mailboxReader.place) can be read and searched: \(Wording.list(folders))"
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
                return "the service is installed (\(service.path))"
            }
        ]
    }

    private func login(_ application: Application) -> Check {
        do {
            let server = try application.configuration.smtp.server
            let place = "\(server.host):\(server.port)"
            switch try application.transport().checkLogin() {
            case .passed:
                let login = server.user.map { ", and takes the login of \($0)" } ?? ", and wants no login"
                return Check(code: "server", ok: true, text: "\(place) is there\(login)", exit: .done)
            case .deferred(let reply, let fault):
                return Check(
                    code: "server", ok: false, text: Wording.text(fault, reply, server: place),
                    exit: reply == nil ? .serverUnavailable : .deferred)
            case .stopped(let cause, let reply):
                let text = Wording.text(
                    cause, reply, server: place, authentication: server.authentication
                ).spelled
                let address = try application.configuration.me.email.text
                let remedy = LoginRemedy(
                    provider: MailProviders.of(host: server.host) ?? MailProviders.of(address: address),
                    authentication: server.authentication, cause: cause, reply: reply)
                return Check(
                    code: "server", ok: false,
                    text: [text, remedy.sentence].compactMap(\.self).joined(separator: " "),
                    exit: .configuration)
            }
        } catch {
            let known = CommandFailure(error)
            return Check(
                code: "server", ok: false, text: known?.sentence ?? "\(error)",
                exit: known?.exit ?? .configuration)
        }
    }
}
