import Desk
import Etiquette
import Foundation
import Ledger
import Listener
import Mail

/// What reads the user's mailbox and lets the desk note what it finds: the one way in, for commands, for the sender
/// before it asks, and for a long run.
struct Ear: Sendable {
    let incoming: Configuration.Incoming
    /// The user's own.
    let addresses: [EmailAddress]
    let desk: Desk
    let edge: Edge

    /// Where the mailbox is, as a sentence names it.
    var place: String { incoming.place }

    /// What was found in one listening.
    struct Listened: Sendable {
        var noted: [Desk.Noted] = []
        /// Folders that there are not; all the others were read.
        var missing: [MailboxTrouble] = []
    }

    /// Reads what is new.
    ///
    /// - Throws: `MailboxTrouble` where the mailbox can't be read.
    func listen() throws -> Listened {
        let listener = Listener(
            ledger: desk.ledger,
            settings: Listener.Settings(mailbox: incoming.name, folders: incoming.folders, own: addresses),
            phrases: try Phrases.shipped())
        let mailbox = try mailbox()
        defer { mailbox.close() }
        var listened = Listened()
        do {
            listened.missing = try listener.listen(to: mailbox, at: edge.now) { found in
                listened.noted += try desk.note(found.facts, upTo: found.position, at: edge.now)
            }.map(trouble)
        } catch let problem as MailboxProblem {
            throw trouble(problem)
        }
        return listened
    }

    /// Reads what is new before a question goes; answers why it could not be read.
    func trouble() -> String? {
        do {
            return try listen().missing.first?.sentence
        } catch {
            return Wording.problem(error)?.sentence ?? "\(error)"
        }
    }

    /// Opens each folder that is read, and reads no mail; answers how many there are.
    func check() throws -> Int {
        let mailbox = try mailbox()
        defer { mailbox.close() }
        do {
            let all = try mailbox.folders()
            for name in incoming.folders
            where !all.contains(where: {
                $0.name == name || $0.wireName == name || $0.use == .inbox && name.uppercased() == "INBOX"
            }) {
                throw MailboxProblem.noSuchFolder(name: name, words: "")
            }
            return all.count
        } catch let problem as MailboxProblem {
            throw trouble(problem)
        }
    }

    func trouble(_ problem: MailboxProblem) -> MailboxTrouble {
        MailboxTrouble(problem: problem, place: incoming.place)
    }

    /// The mailbox itself, with the password or token fetched now.
    func mailbox() throws -> any Mailbox {
        switch incoming.location {
        case .server(let settings):
            let secret = try incoming.secret?.read(environment: edge.environment, user: edge.user)
            return IMAPMailbox(settings, secret: secret)
        case .maildir(let path): return MaildirMailbox(path: path)
        case .mbox(let path): return MboxMailbox(path: path)
        }
    }
}

extension House {
    /// Nil where no mailbox is configured.
    var ear: Ear? {
        get throws {
            let configuration = try configuration
            guard let imap = configuration.imap else { return nil }
            return Ear(
                incoming: imap, addresses: configuration.ownAddresses, desk: try desk, edge: edge)
        }
    }
}

extension Configuration.Incoming {
    /// What tells this mailbox from others; where reading stopped is kept under it.
    var name: String {
        switch location {
        case .server(let server): "\(server.user ?? "")@\(server.host):\(server.port)"
        case .maildir(let path): "maildir:\(path)"
        case .mbox(let path): "mbox:\(path)"
        }
    }

    /// As a sentence names it.
    var place: String {
        switch location {
        case .server(let server): "\(server.host):\(server.port)"
        case .maildir(let path), .mbox(let path): path
        }
    }
}
