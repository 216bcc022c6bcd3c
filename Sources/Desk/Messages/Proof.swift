import Composer
import Etiquette
import Ledger

extension Drafting {
    /// Reads a message once more, against everybody whom the ledger knows.
    func findings(in message: Message) throws -> [Finding] {
        var reading = Proofreading(
            kind: message.followUp.kind, subject: message.subject, body: message.body,
            facts: try facts(of: message))
        reading.ownPeople = try books.ownNames(of: message.followUp.recruitment)
        reading.language = language
        reading.nameFitsAddress = message.recipient.nameFitsAddress
        if message.followUp.kind == .thankYou { reading.panelNotes = try notesBeside(message) }
        return try reading.findings(known: names)
    }

    /// The notes whose words this one may not repeat: to the others of the panel, and earlier ones to the same
    /// person (rule `thank-each`). Of two drafts the later one is the copy: one of them may go.
    private func notesBeside(_ message: Message) throws -> [PanelNote] {
        let panel = try books.messages(of: message.followUp.recruitment)
            .filter { $0.followUp.interview == message.followUp.interview }
        let earlier = try books.messages(to: message.recipient.id).filter { $0.followUp.kind == .thankYou }
        return try (panel + earlier)
            .filter { $0.id != message.id && $0.followUp.kind == .thankYou && $0.state != .cancelled }
            .filter { $0.state != .draft || $0.id < message.id }
            .map { try note($0) }
    }
}

/// The names that the ledger knows, each key asked for once: the words of templates recur in every message.
final class LedgerNames: KnownNames {
    private let books: Books
    private var known: [String: [KnownName]] = [:]

    init(books: Books) {
        self.books = books
    }

    func names(beginningWith keys: Set<String>) throws -> [KnownName] {
        try learn(keys)
        return learnt(under: keys)
    }

    /// The names under keys that were all learnt before.
    func learnt(under keys: Set<String>) -> [KnownName] { keys.flatMap { known[$0] ?? [] } }

    /// Asks for all of these keys in few queries, before each of them is looked up.
    func learn(_ keys: Set<String>) throws {
        let unknown = keys.filter { known[$0] == nil }
        for key in unknown { known[key] = [] }
        for (key, name) in try books.names(under: Array(unknown)) { known[key]?.append(name) }
    }
}
