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

    /// Nil where nothing is new, neither mail nor position.
    func read(_ folder: Folder, after known: FolderPosition?) throws -> Listener.Found? {
        // For whom nobody looked before is looked for from the beginning.
        let isKnown = known?.soughtFor == terms.digest
        let from = isKnown ? known.map { Position(text: $0.position) } : nil
        let state = try mailbox.open(folder, since: from)
        let position = FolderPosition(
            mailbox: listener.mailbox, folder: folder.wireName, position: state.position.text,
            soughtFor: terms.digest)
        guard state.news != .nothing else {
            return position == known ? nil : .init(facts: [], position: position)
        }
        let isWhole = from == nil || state.news == .everything
        let keys = try mailbox.search(isWhole ? .all([.since(since), terms.criteria]) : terms.criteria)
        return .init(facts: try facts(in: candidates(among: keys)), position: position)
    }

    /// The mails whose bodies are worth reading: by their headers they may matter, and nobody has noted them yet.
    private func candidates(among keys: [MailKey]) throws -> [MailKey] {
        guard !keys.isEmpty else { return [] }
        var heap = ParallelBatch { [classifier, terms] excerpt -> (key: MailKey, mail: String)? in
            let headers = IncomingHeaders(parsing: excerpt.bytes)
            guard classifier.mayMatter(headers) || terms.mayBeNotice(headers) else { return nil }
            return (excerpt.key, headers.key)
        }
        try mailbox.headers(of: keys) { try heap.add($0) }
        let found = try heap.finish()
        return try listener.ledger.read { transaction in
            try found.filter { try !transaction.isNoted($0.mail) }
        }
        .map(\.key)
    }

    private func facts(in keys: [MailKey]) throws -> [MailFact] {
        guard !keys.isEmpty else { return [] }
        let suggestions = Suggestions(phrases: listener.phrases)
        var heap = ParallelBatch { [classifier, now] excerpt in
            let mail = IncomingMail(parsing: excerpt.bytes)
            let fact = classifier.fact(of: mail)
            return MailFact(fact, in: mail, received: excerpt.received, at: now, suggestions)
        }
        try mailbox.bodies(of: keys, limit: Listener.longestBody) { try heap.add($0) }
        return try heap.finish()
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
