import Etiquette
import Foundation
import Ledger
import Mail

/// How one folder is read: opened, searched, and of what was found first the headers, then the bodies that matter.
struct FolderReading {
    let listener: Listener
    let mailbox: any Mailbox
    let classifier: Classifier
    let terms: SearchTerms
    /// The day before which nothing can matter.
    let since: Day
    let now: Date

    /// A mail whose body is worth reading.
    private struct Candidate {
        let key: MailKey
        let mail: String
        let received: Date?
        let size: Int?
    }

    /// Nil where nothing is new, neither mail nor position.
    func read(_ folder: Folder, after known: FolderPosition?) throws -> Listener.Found? {
        // For whom nobody looked before is looked for from the beginning.
        let isKnown = known?.soughtFor == terms.digest
        let from = isKnown ? known.map { Position(text: $0.position) } : nil
        let state = try mailbox.open(folder, since: from)
        let position = FolderPosition(
            mailbox: listener.settings.mailbox, folder: folder.wireName, position: state.position.text,
            soughtFor: terms.digest)
        guard state.news != .nothing else {
            return position == known ? nil : .init(facts: [], position: position)
        }
        let isWhole = from == nil || state.news == .everything
        let keys = try mailbox.search(isWhole ? .all([.since(since), terms.criteria]) : terms.criteria)
        let facts = keys.isEmpty ? [] : try candidates(among: keys).compactMap(fact)
        return .init(facts: facts, position: position)
    }

    private func candidates(among keys: [MailKey]) throws -> [Candidate] {
        var found: [Candidate] = []
        try mailbox.headers(of: keys) { excerpt in
            let mail = IncomingMail(parsing: excerpt.bytes)
            guard classifier.mayMatter(mail) || terms.mayBeNotice(mail.headers) else { return }
            found.append(
                Candidate(
                    key: excerpt.key, mail: mail.headers.key, received: excerpt.received, size: excerpt.size))
        }
        let noted = try listener.ledger.read { books in
            try found.filter { try books.isNoted($0.mail) }.map(\.mail)
        }
        return found.filter { !noted.contains($0.mail) }
    }

    private func fact(_ candidate: Candidate) throws -> MailFact? {
        guard let excerpt = try mailbox.body(of: candidate.key, limit: Listener.longestBody) else {
            return nil
        }
        let mail = IncomingMail(parsing: excerpt.bytes)
        return MailFact(
            classifier.fact(of: mail), in: mail, received: candidate.received ?? excerpt.received, at: now,
            Suggestions(phrases: listener.phrases))
    }
}

extension Classifier {
    /// Whether a mail of which only the header is known may turn out to matter.
    func mayMatter(_ mail: IncomingMail) -> Bool {
        switch fact(of: mail).meaning {
        case .nothing(.own), .nothing(.stranger): false
        case .nothing(.bounceOfAnother), .reply, .possibleReply, .automaticAnswer, .bounce: true
        }
    }
}

extension IncomingHeaders {
    /// What a mail is known by: its Message-ID, or a hash of what tells it from others.
    var key: String {
        if let messageID, !messageID.isEmpty { return "<\(messageID.prefix(900))>" }
        let parts =
            names + [subject] + (from + to).map(\.address) + [value("date") ?? "", value("received") ?? ""]
        return "sha256:" + Digest.sha256(Array(parts.joined(separator: "\n").utf8))
    }
}
