import Composer
import Etiquette
import Foundation
import Ledger
import Mail
import Sender
import Setup

/// Everything that sending needs, looked at one after the other. It connects and logs in, and sends nothing.
package struct Examination {
    private let application: Application

    package init(_ application: Application) { self.application = application }

    /// What is looked at, as other programs read it.
    package enum Part: String, Sendable {
        case configuration, files, database, forgetting, clock, templates, spelling, server, mailbox, service
        case disk, test
    }

    /// What was found to be in order.
    package enum Finding: Sendable {
        /// `changed`: the keys of the etiquette that are set otherwise than the advice has it.
        case configuration(path: String, changed: [String])
        /// What others can read all the same.
        case files([HomeWarning])
        case database(path: String)
        /// What was left of a forgetting is done.
        case cleared
        /// With an email that is dated later, where there is any.
        case clock(Date, email: Contact?, TimeZone)
        case templates(Int, language: String, Voice?)
        /// With what keeps spelling from being checked; it keeps nothing from being sent.
        case spelling(language: String, ProofLanguage.Lack?)
        case server(SMTPSettings)
        /// There is no server to log in at.
        case byHand
        case mailbox(place: String, folders: [String])
        case service(path: String)
        /// With the bytes that are left, where the disk says so.
        case disk(Int?)
        /// A note to the user themselves was taken by the server.
        case test(to: EmailAddress, ServerReply)
    }

    package struct Check {
        package let part: Part
        package let result: Result<Finding, any Error>
    }

    package func checks() -> [Check] {
        let configured = check(.configuration) {
            .configuration(
                path: application.home.configuration,
                changed: try application.configuration.etiquette.keysAgainstAdvice)
        }
        var checks = [configured, check(.files, files), check(.database, database)] + clearing
        checks.append(check(.clock, clock))
        if case .success = configured.result {
            checks += [check(.templates, templates), check(.spelling, spelling), check(.server, login)]
            checks += mailbox + service
        }
        return checks + [check(.disk, writing)]
    }

    /// Sends a note to the user themselves, which no check does.
    ///
    /// - Parameters:
    ///   - subject: of the note.
    ///   - body: text with LF.
    package func test(subject: String, body: String) -> Check {
        check(.test) {
            let (platform, me) = (application.platform, try application.configuration.me)
            let note = TestNote(
                to: Correspondent(name: me.name, address: me.email), subject: subject, body: body,
                token: platform.freshID())
            let transport = try application.transport()
            switch try note.send(over: transport, at: application.now, zone: me.timeZone) {
            case .accepted(let reply): return .test(to: me.email, reply)
            case .notHandedOver(let error): throw error
            case let delivery:
                let place = try application.configuration.smtp?.server.place ?? ""
                throw TestNoteFault(delivery: delivery, server: place)
            }
        }
    }

    private func check(_ part: Part, _ body: () throws -> Finding) -> Check {
        Check(part: part, result: Result(catching: body))
    }

    private func files() throws -> Finding {
        .files(try application.home.prepare(user: application.platform.user))
    }

    private func database() throws -> Finding {
        let path = application.home.database
        try application.ledger.requireSound()
        if let doubt = try application.ledger.doubt() { throw LedgerProblem.inDoubt(path: path, doubt) }
        return .database(path: path)
    }

    /// Nothing where nobody was forgotten, or all of it is done. Opening the database has tried it, and kept silent.
    private var clearing: [Check] {
        guard (try? application.ledger.isForgettingUnfinished) == true else { return [] }
        return [
            check(.forgetting) {
                do {
                    try application.ledger.finishForgetting()
                    return .cleared
                } catch {
                    throw NotCleared(cause: error)
                }
            }
        ]
    }

    private func clock() throws -> Finding {
        let email = try ClockCheck(application.ledger, at: application.now).emailAhead()
        return .clock(
            application.now, email: email, (try? application.configuration)?.me.timeZone ?? .gmt)
    }

    private func templates() throws -> Finding {
        let configuration = try application.configuration
        let set = try application.templates(of: configuration).get()
        return .templates(
            try set.templates().count, language: configuration.language, set.usualVoice)
    }

    private func spelling() throws -> Finding {
        let language = try application.configuration.language
        return .spelling(language: language, try application.proofLanguageReading(language)().lack)
    }

    private func login() throws -> Finding {
        let configuration = try application.configuration
        guard let server = configuration.smtp?.server else { return .byHand }
        let check = try application.transport().checkLogin()
        if case .passed = check { return .server(server) }
        throw LoginFault(check: check, server: server, address: configuration.me.email.text)
    }

    /// Nothing where no mailbox is configured.
    private var mailbox: [Check] {
        do {
            guard let reader = try application.mailboxReader else { return [] }
            return [
                check(.mailbox) { .mailbox(place: reader.place, folders: try reader.check().map(\.name)) }
            ]
        } catch {
            return [Check(part: .mailbox, result: .failure(error))]
        }
    }

    /// Nothing where no service is installed, or not by this program.
    private var service: [Check] {
        guard let service = try? application.service else { return [] }
        let texts: [String]
        switch service.standing {
        case .own(let found), .packaged(let found): texts = found
        case .absent, .foreign: return []
        }
        return [
            check(.service) {
                let closed = SystemdUnit.closed(try application.copiesFolders, in: texts)
                guard closed.isEmpty else { throw ServiceMayNotWrite(folders: closed) }
                return .service(path: service.path)
            }
        ]
    }

    /// Folders, ledger and disk take what is to be recorded; tried, since permissions alone do not tell.
    private func writing() throws -> Finding {
        try application.home.tryWriting(token: application.platform.freshID())
        try application.ledger.tryWriting()
        let size = (try? FileFacts(path: application.home.database))?.bytes ?? 0
        guard let room = application.home.leastRoom else { return .disk(nil) }
        let wanted = size + Self.leastRoom
        guard room.bytes >= wanted else {
            throw HomeProblem.noRoom(folder: room.folder, bytes: room.bytes, wanted: wanted)
        }
        return .disk(room.bytes)
    }

    /// In bytes, beside a copy of the database: its journal, and the messages of a day.
    private static let leastRoom = 4 << 20
}

/// A login that came to nothing.
package struct LoginFault: Error {
    package let check: LoginCheck
    package let server: SMTPSettings
    /// Of the user.
    package let address: String
}

/// A note to the user themselves that the server did not take, or perhaps did.
package struct TestNoteFault: Error {
    package let delivery: Delivery
    /// By its place.
    package let server: String
}

/// Somebody was forgotten, and the file could not be cleared of their words.
package struct NotCleared: Error {
    package let cause: any Error
}
