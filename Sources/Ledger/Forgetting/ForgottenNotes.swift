import Etiquette
import Foundation

/// Who was forgotten, beside the mark of a ledger, so that a backup from before that forgets them again: a keyed digest of
/// each address, and of each name, within its recruitment and with the person's number, with the moment of the forgetting. The
/// key is the ledger's id: it and the numbers are the same in every backup.
struct ForgottenNotes: Equatable, Sendable {
    /// One line.
    struct Note: Hashable, Sendable {
        /// 64 hexadecimal digits.
        let digest: String
        /// Milliseconds since 1970.
        let time: Int64
    }

    var notes: Set<Note>

    private static let title = "afterword forgotten 1"

    init(_ notes: Set<Note> = []) { self.notes = notes }

    /// - Throws: `LedgerProblem.unreadable` for what is there and was not written by this program: nobody can say then
    ///   who is to be forgotten again.
    init(path: String) throws(LedgerProblem) {
        guard access(path, F_OK) == 0 else {
            self.init()
            return
        }
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw .unreadable(path: path, detail: "it is not the note of who was forgotten") }
        let lines = text.split(separator: "\n")
        var notes: Set<Note> = []
        for line in lines.dropFirst() {
            let parts = line.split(separator: " ")
            guard parts.count == 2, parts[0].count == 64, let time = Int64(parts[1]) else {
                throw .unreadable(path: path, detail: "a line of it is damaged")
            }
            notes.insert(Note(digest: String(parts[0]), time: time))
        }
        guard lines.first.map(String.init) == Self.title else {
            throw .unreadable(path: path, detail: "it is not the note of who was forgotten")
        }
        self.init(notes)
    }

    /// Whole or not at all, and on disk when this returns. One process does it at a time.
    func write(_ path: String) throws(LedgerProblem) {
        let lines = notes.map { "\($0.digest) \($0.time)\n" }.sorted().joined()
        try DurableFile.makeFolder((path as NSString).deletingLastPathComponent)
        let fresh = path + ".new"
        try DurableFile.write(Array("\(Self.title)\n\(lines)".utf8), to: fresh)
        try DurableFile.rename(fresh, to: path)
    }
}

extension Witness {
    /// Where it is noted who was forgotten by a ledger.
    func notes(of ledger: [UInt8]) -> String { path(of: ledger) + ".forgotten" }
}

extension LedgerTransaction {
    /// What stands for a text in this ledger and its backups.
    func digest(of text: String) throws -> String {
        guard let id = try row("SELECT id FROM ledger").map({ Array($0[0] as Data) }) else {
            throw LedgerProblem.damaged(path: "", detail: "it has no id")
        }
        return Digest.keyed(id, text)
    }

    /// When somebody at this address was forgotten last; nil where nobody was.
    package func forgotten(at address: EmailAddress) throws -> Date? {
        try whoWasForgotten(at: address).flatMap { try forgotten($0.id) }
    }

    /// Who at this address was forgotten last; nil where nobody was.
    package func whoWasForgotten(at address: EmailAddress) throws -> Person? {
        guard try row("SELECT 1 FROM forgottenTrace LIMIT 1") != nil else { return nil }
        return try row(
            """
            SELECT person FROM forgottenTrace JOIN forgetting USING (person) WHERE digest = ?
            ORDER BY time DESC LIMIT 1
            """, [digest(of: Self.trace(of: address.key))]
        ).map { try person($0["person"]) }
    }

    /// What is kept of the mail of somebody who was forgotten: when it came, and for which recruitments it may be an answer.
    package func withoutWords(_ fact: MailFact, of person: Person) throws -> MailFact {
        MailFact(
            mail: MailFact.Mail(
                key: "forgotten " + (try digest(of: fact.mail.key)), time: fact.mail.time,
                fromName: person.name,
                fromAddress: "", subject: "", messageID: nil, thread: []),
            meaning: .possibleReply, recruitments: fact.recruitments, person: person.id,
            message: fact.message, evidence: [MailFact.Evidence(code: "forgotten", text: "")])
    }

    /// Whether a person stands for whoever had this address, and was forgotten.
    package func stood(_ person: Person, for address: EmailAddress) throws -> Bool {
        guard person.isForgotten else { return false }
        return try row(
            "SELECT 1 FROM forgottenTrace WHERE person = ? AND digest = ?",
            [person.id, digest(of: Self.trace(of: address.key))]) != nil
    }

    /// Keeps what somebody is told by who is recorded again.
    func keepTraces(of person: Person, _ traces: Traces) throws {
        // A backup may be from before an address was known or a name was mended.
        let names = try traces.allNames.flatMap { name in
            [Self.trace(of: person.id, named: name)]
                + (try nameTrace(of: person.id, named: name).map { [$0] } ?? [])
        }
        for text in traces.addresses.map(Self.trace) + names {
            try run(
                "INSERT OR IGNORE INTO forgottenTrace (digest, person) VALUES (?, ?)",
                [digest(of: text), person.id])
        }
    }

    /// Of everybody, whatever address they have: in another line of backups the number may be somebody else's, of another
    /// name.
    private static func trace(of person: Person.ID, named name: String) -> String {
        "person \(person.rawValue)\n\(name)"
    }

    /// Addresses are told apart without capitals.
    private static func trace(of address: String) -> String { "address " + address.lowercased() }

    /// Who has no address is told by the name within the recruitment in which they became known.
    private func nameTrace(of person: Person.ID, named name: String) throws -> String? {
        try row(
            """
            SELECT sameOrganisation, sameRole FROM recruitment
            WHERE id = (SELECT knownFrom FROM person WHERE id = ?)
            """, [person]
        ).map { "name \(name)\n\($0["sameOrganisation"] as String)\n\($0["sameRole"] as String)" }
    }

    func forgottenNotes() throws -> ForgottenNotes {
        ForgottenNotes(
            Set(
                try rows("SELECT digest, time FROM forgottenTrace JOIN forgetting USING (person)").map {
                    ForgottenNotes.Note(digest: $0["digest"], time: $0["time"])
                }))
    }

    /// Forgets whoever was forgotten after this copy was made. Something may have been on its way to them then; what
    /// became of it nobody will look up any more.
    ///
    /// - Returns: how many people.
    func forgetAgain(_ notes: ForgottenNotes, besides shared: [String]) throws -> Int {
        let missing = notes.notes.subtracting(try forgottenNotes().notes)
        guard !missing.isEmpty else { return 0 }
        let times = Dictionary(missing.map { ($0.digest, $0.time) }, uniquingKeysWith: max)
        var count = 0
        for person in try people() where !person.isForgotten {
            let place =
                try person.address.map { Self.trace(of: $0.key) }
                ?? nameTrace(of: person.id, named: person.name)
            let texts = [place, Self.trace(of: person.id, named: person.name)].compactMap(\.self)
            guard let time = try texts.compactMap({ times[try digest(of: $0)] }).max() else { continue }
            try settleDoubts(about: person.id, at: Date(milliseconds: time))
            _ = try forget(person.id, besides: shared, at: Date(milliseconds: time))
            count += 1
        }
        return count
    }

    private func settleDoubts(about person: Person.ID, at moment: Date) throws {
        while let message = try messageUnderWay(to: person) {
            if message.state == .handedOver {
                try unconfirmed(
                    message.id,
                    Attempt(started: moment, ended: moment, outcome: .unconfirmed, code: nil, reply: nil))
            }
            try notDelivered(message.id, because: Reason(.notDelivered, moment: moment))
        }
    }
}
