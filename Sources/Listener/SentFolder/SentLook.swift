import Etiquette
import Foundation
import Ledger
import Mail

extension Filing {
    /// Whether a copy of whatever is sent is to lie in the Sent folder, whoever puts it there.
    package var filesCopies: Bool { settings.saving != nil }

    /// Looks in the Sent folder for copies of messages that are about to leave, or are held since they may have.
    ///
    /// - Throws: `MailboxProblem`, or what the ledger throws.
    package func look(for ids: [Message.ID], in mailbox: any Mailbox) throws -> [Message.ID: FoundCopy] {
        let (sought, seeds, known) = try ledger.read { transaction in
            (try transaction.soughtCopies(of: ids), try transaction.seeds(), try transaction.allNames())
        }
        guard !sought.isEmpty else { return [:] }
        let round = FilingRound(filing: self, mailbox: mailbox, habit: nil, clock: { .distantPast })
        _ = try mailbox.open(round.choose(among: mailbox.folders()), since: nil)
        let looks = sought.map {
            DueLook($0, ledger: ledger.id, seeds: seeds, domain: settings.domain, known)
        }
        return try SentSearch(mailbox: mailbox).copies(of: looks)
    }
}

/// By what the copy of a message is told that has left from elsewhere: recipient and subject have to fit, and its name, or
/// at least that nobody else's name is on it.
struct DueLook {
    let message: Message.ID
    let address: String
    let since: Date
    private let names: Set<String>
    private let subjects: [[Substring]]
    private let others: Set<String>
    private let isReleased: Bool

    init(_ sought: SoughtCopy, ledger: [UInt8], seeds: [[UInt8]], domain: String?, _ known: Set<String>) {
        let message = sought.message
        self.message = message.id
        address = message.recipient.address?.text.lowercased() ?? ""
        since = sought.since
        isReleased = sought.isReleased
        subjects = [message.subject, sought.answered?.reply(to: message.subject)].compactMap {
            $0.map(CopyLook.words)
        }
        let possible =
            domain.map {
                MessageID.all(
                    ledger: ledger, followUp: message.followUp, upTo: message.revision, domain: $0,
                    seeds: seeds)
            } ?? []
        names = Set((possible + [message.messageID].compactMap(\.self)).map(MessageID.key))
            .subtracting(sought.departed.map(MessageID.key))
        others = Set(known.map(MessageID.key)).subtracting(names)
    }

    /// Whether a mail that went to its address is this message; nil where it is another one.
    func isCertain(_ headers: IncomingHeaders, _ received: Date?) -> Bool? {
        guard subjects.contains(CopyLook.words(headers.subject)) else { return nil }
        let name = headers.messageID.map(MessageID.key) ?? ""
        if names.contains(name) { return true }
        guard !isReleased, !others.contains(name), let time = headers.date ?? received, time >= since else {
            return nil
        }
        return false
    }
}

extension SentSearch {
    /// The copies that lie in the open folder; of several the one that is certain.
    func copies(of looks: [DueLook]) throws -> [Message.ID: FoundCopy] {
        let wanted = Dictionary(grouping: looks, by: \.address)
        guard let first = looks.map(\.since).min() else { return [:] }
        var found: [Message.ID: (key: MailKey, isCertain: Bool)] = [:]
        try headers(.any(wanted.keys.sorted().map { .to($0) }), since: first) { headers, excerpt in
            for look in headers.to.flatMap({ wanted[$0.address.lowercased()] ?? [] }) {
                guard let isCertain = look.isCertain(headers, excerpt.received),
                    isCertain || found[look.message] == nil
                else { continue }
                found[look.message] = (excerpt.key, isCertain)
            }
        }
        return try copies(found)
    }

    private func copies(_ found: [Message.ID: (key: MailKey, isCertain: Bool)]) throws -> [Message.ID:
        FoundCopy]
    {
        guard !found.isEmpty else { return [:] }
        var mails: [MailKey: Excerpt] = [:]
        try mailbox.bodies(of: Array(Set(found.values.map(\.key))), limit: Self.limit) { mails[$0.key] = $0 }
        return found.compactMapValues { key, isCertain in
            guard let mail = mails[key] else { return nil }
            let headers = IncomingHeaders(parsing: mail.bytes)
            return FoundCopy(
                messageID: headers.messageID, bytes: mail.bytes, subject: headers.subject,
                left: headers.date ?? mail.received ?? .distantPast, isCertain: isCertain)
        }
    }
}
