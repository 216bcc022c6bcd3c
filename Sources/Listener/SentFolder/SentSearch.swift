import Etiquette
import Foundation
import Ledger
import Mail

/// Looks for copies in a Sent folder that is open: by Message-ID, then by recipient, subject and time, since some
/// providers give what they send another Message-ID; what was sent by hand by its words.
struct SentSearch {
    /// A copy that lies there.
    struct Sighting: Equatable {
        /// Under which Message-ID, where that is not ours.
        var rewritten: String?
        /// Its Date.
        var time: Date?
    }

    /// How far the Date of a copy may be from the moment at which its message left, in seconds.
    static let tolerance: TimeInterval = 60

    let mailbox: any Mailbox

    /// Those that were found, by our Message-IDs.
    ///
    /// - Parameter known: every Message-ID that a message of ours has: a copy under it is that message, and no other.
    func sightings(of looks: [CopyLook], besides known: Set<String>) throws -> [String: Sighting] {
        var found = try byMessageID(looks)
        let missing = looks.filter { found[$0.messageID] == nil }
        for (id, sighting) in try byLook(missing.filter { !$0.isByHand }) { found[id] = sighting }
        for (id, sighting) in try byText(missing.filter(\.isByHand), besides: known) { found[id] = sighting }
        return found
    }

    /// How many copies of a message lie there, by whichever Message-ID.
    func count(of look: CopyLook) throws -> Int {
        var count = 0
        let asked = Criteria.any([.header(.messageID, "<\(look.messageID)>"), .to(look.address)])
        try headers(asked, since: look.left) { headers, excerpt in
            if look.isNamed(by: headers) || look.isLike(headers, excerpt.received) { count += 1 }
        }
        return count
    }

    private func byMessageID(_ looks: [CopyLook]) throws -> [String: Sighting] {
        let wanted = Dictionary(looks.map { (MessageID.key($0.messageID), $0) }) { first, _ in first }
        var found: [String: Sighting] = [:]
        let asked = Criteria.any(looks.map { .header(.messageID, "<\($0.messageID)>") })
        guard let first = looks.map(\.left).min() else { return [:] }
        try headers(asked, since: first) { headers, _ in
            guard let look = headers.messageID.flatMap({ wanted[MessageID.key($0)] }),
                look.isNamed(by: headers)
            else { return }
            found[look.messageID] = Sighting(time: headers.date)
        }
        return found
    }

    /// Far more than a note has, in bytes.
    static let limit = 256 << 10

    private func byLook(_ looks: [CopyLook]) throws -> [String: Sighting] {
        var found: [String: Sighting] = [:]
        try alike(looks) { headers, excerpt, candidates in
            found.note(candidates[0], headers, excerpt.received)
        }
        return found
    }

    /// What was sent by hand some time after it was opened, by its words; a copy that two fit settles neither.
    private func byText(_ looks: [CopyLook], besides known: Set<String>) throws -> [String: Sighting] {
        let others = Set(known.map(MessageID.key))
        var found: [MailKey: [CopyLook]] = [:]
        try alike(looks) { headers, excerpt, candidates in
            if let name = headers.messageID, others.contains(MessageID.key(name)) { return }
            found[excerpt.key] = candidates
        }
        guard !found.isEmpty else { return [:] }
        var sightings: [String: Sighting] = [:]
        try mailbox.bodies(of: Array(found.keys), limit: Self.limit) { excerpt in
            let mail = IncomingMail(parsing: excerpt.bytes)
            guard let look = NoteText(mail.text).only(of: found[excerpt.key] ?? []) else { return }
            sightings.note(look, mail.headers, excerpt.received)
        }
        return sightings
    }

    /// Every mail to one of their addresses that is like one of them, with those that it is like.
    private func alike(
        _ looks: [CopyLook], _ take: (IncomingHeaders, Excerpt, [CopyLook]) -> Void
    ) throws {
        let wanted = Dictionary(grouping: looks) { $0.address.lowercased() }
        guard let first = looks.map(\.left).min() else { return }
        try headers(.any(wanted.keys.sorted().map { .to($0) }), since: first) { headers, excerpt in
            let candidates = headers.to.flatMap { wanted[$0.address.lowercased()] ?? [] }
                .filter { $0.isLike(headers, excerpt.received) }
            if !candidates.isEmpty { take(headers, excerpt, candidates) }
        }
    }

    func headers(
        _ criteria: Criteria, since first: Date, _ take: (IncomingHeaders, Excerpt) -> Void
    ) throws {
        // Servers count the days in zones of their own.
        let day = WallTime(at: first, in: .gmt).day.adding(days: -2)
        let keys = try mailbox.search(.all([.since(day), criteria]))
        guard !keys.isEmpty else { return }
        try mailbox.headers(of: keys) { take(IncomingHeaders(parsing: $0.bytes), $0) }
    }
}

extension [String: SentSearch.Sighting] {
    /// Of two that look alike, neither name is learned.
    fileprivate mutating func note(_ look: CopyLook, _ headers: IncomingHeaders, _ received: Date?) {
        let isFirst = self[look.messageID] == nil
        self[look.messageID] = .init(
            rewritten: isFirst ? headers.messageID : nil, time: headers.date ?? received)
    }
}

extension CopyLook {
    /// Whether a mail bears its name, and went to the same address with the same subject: after a restore two mails may
    /// bear one name.
    fileprivate func isNamed(by headers: IncomingHeaders) -> Bool {
        headers.messageID.map(MessageID.key) == MessageID.key(messageID) && hasFace(of: headers)
    }

    /// Whether a mail went to the same address with the same subject, at the same time or, by hand, after it.
    fileprivate func isLike(_ headers: IncomingHeaders, _ received: Date?) -> Bool {
        guard let time = headers.date ?? received else { return false }
        let since = time.timeIntervalSince(left)
        guard -SentSearch.tolerance <= since, since <= SentSearch.tolerance || isByHand else { return false }
        return hasFace(of: headers)
    }

    private func hasFace(of headers: IncomingHeaders) -> Bool {
        headers.to.contains { $0.address.lowercased() == address.lowercased() }
            && Self.words(headers.subject) == Self.words(subject)
    }

    static func words(_ text: String) -> [Substring] {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
    }
}
