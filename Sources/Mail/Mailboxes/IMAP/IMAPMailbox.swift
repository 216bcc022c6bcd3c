import CCurl
import Foundation

/// A mailbox on an IMAP server (RFC 3501 and 9051), over one connection that is made when it is needed.
public final class IMAPMailbox: Mailbox {
    /// Longer questions are divided. Servers take lines of 8000 bytes (RFC 2683 3.2.1.5).
    private static let longestQuestion = 7_000
    /// So many mails are asked for in one command, whose line stays short whatever their UIDs are.
    private static let batch = 500
    /// More mails than that nobody has in a folder.
    private static let mostMails = 1_000_000

    private struct Opened {
        let folder: Folder
        /// The UIDs to look through; nil where there is nothing new.
        let news: ClosedRange<UInt32>?
    }

    private let settings: IMAPSettings
    private let secret: Secret?
    private var session: IMAPSession?
    private var opened: Opened?

    /// - Parameter secret: the password or token of `settings.user`.
    public init(_ settings: IMAPSettings, secret: Secret?) {
        self.settings = settings
        self.secret = secret
    }

    deinit { close() }

    /// With LIST, special uses included (RFC 6154), else by well-known names.
    public func folders() throws(MailboxProblem) -> [Folder] {
        let session = try connected()
        var folders: [Folder] = []
        let command = IMAPCommand.list(try session.capabilities())
        let status = try session.run(command) { event in
            if case .data(let values) = event, let folder = Folder(list: values) { folders.append(folder) }
            return folders.count <= 50_000
        }
        guard status.kind == .ok else { throw problem(of: status) }
        return folders.withUsesByName()
    }

    /// With EXAMINE, in one round trip.
    public func open(_ folder: Folder, since position: Position?) throws(MailboxProblem) -> FolderState {
        let session = try connected()
        opened = nil
        var facts = ExamineFacts()
        let status = try session.run(.examine(folder)) { event in
            facts.note(event)
            return true
        }
        guard status.kind == .ok else { throw problem(of: status, folder) }
        guard let validity = facts.uidValidity else { throw .protocolViolated(detail: "UIDVALIDITY") }
        let last = if let next = facts.uidNext { next - 1 } else { try lastUID(facts.exists, session) }
        let reading = UIDReading(validity: validity, last: last, since: position)
        opened = Opened(folder: folder, news: reading.range)
        return FolderState(exists: facts.exists, news: reading.news, position: reading.position)
    }

    /// On the server, with UID SEARCH.
    public func search(_ criteria: Criteria) throws(MailboxProblem) -> [MailKey] {
        guard let opened else { throw .notOpen }
        guard let range = opened.news else { return [] }
        let session = try connected()
        let capabilities = try session.capabilities()
        var found: Set<UInt32> = []
        let questions = criteria.divided(into: Self.longestQuestion) {
            IMAPCommand.search($0, range, capabilities).size
        }
        for question in questions {
            found.formUnion(try ask(question, range, capabilities, session))
        }
        return found.sorted().map { .uid($0) }
    }

    /// Many in one command, so that a distant server costs few round trips.
    public func headers(of keys: [MailKey], _ take: (Excerpt) throws -> Void) throws {
        try fetch(keys, "HEADER", limit: Excerpt.longestHeader, take)
    }

    /// With partial fetches (RFC 3501 6.4.5), many in one command.
    public func bodies(of keys: [MailKey], limit: Int, _ take: (Excerpt) throws -> Void) throws {
        try fetch(keys, "", limit: max(1, limit), take)
    }

    /// With APPEND; the folder is not created where there is none.
    public func append(
        _ bytes: [UInt8], to folder: Folder, seen: Bool, date: Date
    ) throws(MailboxProblem) -> Appended {
        let session = try connected()
        let status: IMAPStatus
        do throws(MailboxProblem) {
            status = try session.run(.append(bytes, to: folder, seen: seen, date: date)) { _ in true }
        } catch {
            guard session.hasGivenLiteral else { throw error }
            if case .unreachable(let fault) = error { return .unconfirmed(fault) }
            return .unconfirmed(TransportFault(kind: .protocolViolated, code: 0, detail: ""))
        }
        guard status.kind == .ok else { throw problem(of: status, folder) }
        return .filed
    }

    /// Says LOGOUT and closes, without waiting for an answer.
    public func close() {
        session?.leave()
        session = nil
        opened = nil
    }
}

// MARK: - In between

extension IMAPMailbox {
    private func connected() throws(MailboxProblem) -> IMAPSession {
        if let session, !session.isBroken { return session }
        opened = nil
        let session = try IMAPSession(settings, secret: secret)
        self.session = session
        return session
    }

    /// With a folder open in it.
    private func usable() throws(MailboxProblem) -> IMAPSession {
        guard let session, !session.isBroken, opened != nil else { throw .notOpen }
        return session
    }

    /// A part of each mail, as it comes: only one of them is in memory.
    private func fetch(
        _ keys: [MailKey], _ section: String, limit: Int, _ take: (Excerpt) throws -> Void
    ) throws {
        let session = try usable()
        var failure: (any Error)?
        let uids = keys.uids
        for start in stride(from: 0, to: uids.count, by: Self.batch) {
            var wanted = Set(uids[start..<min(start + Self.batch, uids.count)])
            let command = IMAPCommand.fetch(wanted, section, limit: limit)
            do {
                let status = try session.run(command, literalLimit: limit) { event in
                    guard let excerpt = Excerpt(event), let uid = [excerpt.key].uids.first,
                        wanted.remove(uid) != nil
                    else { return true }
                    do { try take(excerpt) } catch { failure = error }
                    return failure == nil
                }
                guard status.kind == .ok else { throw problem(of: status) }
            } catch {
                throw failure ?? error
            }
        }
    }

    /// A server that takes nothing but ASCII is asked for more than is wanted.
    private func ask(
        _ criteria: Criteria, _ range: ClosedRange<UInt32>, _ capabilities: Set<String>,
        _ session: IMAPSession
    ) throws(MailboxProblem) -> Set<UInt32> {
        var found: Set<UInt32> = []
        let status = try session.run(.search(criteria, range, capabilities)) { event in
            guard let uids = event.foundUIDs(within: range, atMost: Self.mostMails) else { return false }
            found.formUnion(uids)
            return found.count <= Self.mostMails
        }
        let simpler = criteria.inASCII
        // Some say BADCHARSET (RFC 3501 7.1), some nothing but NO or BAD.
        if status.kind != .ok, simpler != criteria { return try ask(simpler, range, capabilities, session) }
        guard status.kind == .ok else { throw problem(of: status) }
        return found
    }

    /// For a server that does not tell UIDNEXT.
    private func lastUID(_ exists: Int, _ session: IMAPSession) throws(MailboxProblem) -> UInt32 {
        guard exists > 0 else { return 0 }
        var last: UInt32 = 0
        let status = try session.run(IMAPCommand("FETCH * (UID)")) { event in
            if let uid = event.fetched?["UID"]?.number { last = max(last, uid) }
            return true
        }
        guard status.kind == .ok else { throw problem(of: status) }
        return last
    }

    private func problem(of status: IMAPStatus, _ folder: Folder? = nil) -> MailboxProblem {
        if status.isTemporary { return .notNow(words: status.words) }
        if status.code == "OVERQUOTA" { return .overQuota(words: status.words) }
        let isAboutFolder = ["", "NONEXISTENT", "TRYCREATE"].contains(status.code) && status.kind == .no
        if let folder, isAboutFolder { return .noSuchFolder(name: folder.name, words: status.words) }
        return .refused(words: status.words)
    }
}

extension [MailKey] {
    fileprivate var uids: [UInt32] {
        compactMap { if case .uid(let uid) = $0 { uid } else { nil } }
    }
}
