import Desk
import Etiquette
import Foundation
import Ledger
import Listener
import Mail
import Setup

/// What reads the user's mailbox and lets the desk note what it finds: the one way in, for commands, for the sender
/// before it asks, and for a long run.
package struct MailboxReader: Sendable {
    let incoming: Configuration.Incoming
    /// The user's own.
    let addresses: [EmailAddress]
    let desk: Desk
    let platform: Platform
    /// For how long the mailbox is left in peace.
    let rest: MailboxRest
    /// How what goes wrong is written down.
    let face: Face
    /// When it was last read.
    let last: LastRun

    /// Where the mailbox is, as a sentence names it.
    package var place: String { incoming.place }

    /// What was found in one listening.
    package struct Listened: Sendable {
        package var noted: [Desk.Noted] = []
        /// Folders that there are not; all the others were read.
        package var missing: [MailboxTrouble] = []
    }

    /// Reads what is new. That it could not be read is on record until it was.
    ///
    /// - Throws: `MailboxTrouble` where the mailbox can't be read.
    package func listen() throws -> Listened {
        do {
            let listened = try readEverything()
            if let missing = listened.missing.first {
                try record(face.sentence(missing))
            } else {
                try desk.couldRead(incoming.name)
                last.note(platform.now)
            }
            rest.end()
            return listened
        } catch let error where error is MailboxTrouble || error is SecretProblem {
            rest.hasFailed(error, at: platform.now)
            try record(face.sentence(error))
            throw error
        }
    }

    private func record(_ sentence: String) throws {
        try desk.couldNotRead(incoming.name, because: sentence, at: platform.now)
    }

    private func readEverything() throws -> Listened {
        let listener = try listener
        var listened = Listened()
        try withMailbox { mailbox in
            listened.missing = try listener.listen(to: mailbox, at: platform.now) { found in
                listened.noted += try desk.note(found.facts, upTo: found.position, at: platform.now)
            }.map(trouble)
        }
        return listened
    }

    /// Reads what is new before a question goes, unless the mailbox is left in peace.
    func lookBeforeAsking() -> Circumstances.Mailbox {
        let soonest = platform.now + Self.untilNextLook
        if let rest = rest.standing(at: platform.now) {
            return .unreadable(until: max(rest.until, soonest), why: face.sentence(rest.error))
        }
        do {
            if let missing = try listen().missing.first { throw missing }
            return .read(platform.now)
        } catch {
            // Counted from the end of the try, which may have taken half a minute.
            return .unreadable(until: platform.now + Self.untilNextLook, why: face.sentence(error))
        }
    }

    /// Seconds until a mailbox that could not be read before a question is tried again for its sake.
    private static let untilNextLook: TimeInterval = 300

    /// Opens, searches and reads each folder just as a listening does, and notes nothing; answers which folders.
    ///
    /// - Throws: `MailboxTrouble` where the mailbox, or a folder that the user names, can't be read.
    package func check() throws -> [Folder] {
        let listener = try listener
        return try withMailbox { mailbox in
            let (folders, missing) = try listener.rehearse(on: mailbox, at: platform.now)
            if let first = missing.first { throw first }
            return folders
        }
    }

    private var listener: Listener {
        get throws {
            Listener(
                ledger: desk.ledger, mailbox: incoming.name, folders: incoming.folders, own: addresses,
                phrases: try MailPhrases.shipped())
        }
    }

    func trouble(_ problem: MailboxProblem) -> MailboxTrouble {
        MailboxTrouble(problem: problem, place: incoming.place)
    }

    /// Opens the mailbox for as long as `body` runs.
    ///
    /// - Throws: `MailboxTrouble` where it can't be read, and what `body` throws.
    func withMailbox<Value>(_ body: (any Mailbox) throws -> Value) throws -> Value {
        let mailbox = try mailbox()
        defer { mailbox.close() }
        do { return try body(mailbox) } catch let problem as MailboxProblem { throw trouble(problem) }
    }

    /// The mailbox itself, with the password or token fetched now.
    func mailbox() throws -> any Mailbox {
        switch incoming.location {
        case .server(let settings):
            let secret = try incoming.secret?.read(environment: platform.environment, user: platform.user)
            return IMAPMailbox(settings, secret: secret)
        case .maildir(let path): return MaildirMailbox(path: path)
        case .mbox(let path): return MboxMailbox(path: path)
        }
    }
}

extension Application {
    /// Nil where no mailbox is configured.
    package var mailboxReader: MailboxReader? {
        get throws {
            let configuration = try configuration
            guard let imap = configuration.imap else { return nil }
            return MailboxReader(
                incoming: imap, addresses: configuration.ownAddresses, desk: try desk, platform: platform,
                rest: mailboxRest, face: face, last: LastRun(of: .listen, folder: home.dataFolder))
        }
    }
}

extension Application {
    /// Why the mailbox could not be read when that was tried last; nil where it could be, and where there is none.
    package var mailboxSilence: MailboxSilence? {
        get throws {
            guard let imap = try configuration.imap else { return nil }
            return try desk.silence(of: imap.name)
        }
    }
}

extension Configuration.Incoming {
    /// What tells this mailbox from others; where reading stopped is kept under it.
    package var name: String {
        switch location {
        case .server(let server): "\(server.user ?? "")@\(server.host):\(server.port)"
        case .maildir(let path): "maildir:\(path)"
        case .mbox(let path): "mbox:\(path)"
        }
    }

    /// As a sentence names it.
    package var place: String {
        switch location {
        case .server(let server): "\(server.host):\(server.port)"
        case .maildir(let path), .mbox(let path): path
        }
    }
}
