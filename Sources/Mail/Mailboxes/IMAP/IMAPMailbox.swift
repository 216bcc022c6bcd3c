import CCurl
import Foundation

/// A mailbox on an IMAP server (RFC 3501 and 9051), over one connection that is made when it is needed, and a second
/// one while a large folder is searched.
package final class IMAPMailbox: Mailbox {
    /// So many mails are asked for in one command, whose line stays short whatever their UIDs are.
    private static let batch = 500

    private struct Opened {
        let folder: Folder
        let validity: UInt32
        let exists: Int
        /// The UIDs to look through; nil where there is nothing new.
        let news: ClosedRange<UInt32>?
    }

    private let settings: IMAPSettings
    private let secret: Secret?
    private var session: IMAPSession?
    private var opened: Opened?

    /// - Parameter secret: the password or token of `settings.user`.
    package init(_ settings: IMAPSettings, secret: Secret?) {
        self.settings = settings
        self.secret = secret
    }

    deinit { close() }

    /// With LIST, special uses included (RFC 6154), else by well-known names.
    package func folders() throws(MailboxProblem) -> [Folder] {
        let session = try connected()
        var folders: [Folder] = []
        let command = IMAPCommand.list(try session.capabilities())
        let status = try session.runIntroduced(command) { event in
            if case .data(let values) = event, let folder = Folder(list: values) { folders.append(folder) }
            return folders.count <= 50_000
        }
        guard status.kind == .ok else { throw MailboxProblem(status) }
        return folders.withUsesByName()
    }

    /// With EXAMINE, in one round trip.
    package func open(_ folder: Folder, since position: Position?) throws(MailboxProblem) -> FolderState {
        let session = try connected()
        opened = nil
        let facts = try session.examine(folder)
        guard let validity = facts.uidValidity else { throw .protocolViolated(detail: "UIDVALIDITY") }
        let last = if let next = facts.uidNext { next - 1 } else { try lastUID(facts.exists, session) }
        let reading = UIDReading(validity: validity, last: last, since: position)
        opened = Opened(folder: folder, validity: validity, exists: facts.exists, news: reading.range)
        return FolderState(exists: facts.exists, news: reading.news, position: reading.position)
    }

    /// On the server, with UID SEARCH; a large folder over two connections at once.
    package func search(_ criteria: Criteria) throws(MailboxProblem) -> [MailKey] {
        guard let opened else { throw .notOpen }
        guard let range = opened.news else { return [] }
        let search = IMAPSearch(criteria: criteria, range: range)
        let isLarge = min(range.count, opened.exists) >= settings.largeFolder
        let found =
            if isLarge, let (older, newer) = search.halves {
                try self.found(by: newer, and: older, in: opened, over: connected())
            } else {
                try self.found(by: search, in: opened, over: connected())
            }
        return found.sorted().map { .uid($0) }
    }

    /// Many in one command, so that a distant server costs few round trips.
    package func headers(of keys: [MailKey], _ take: (Excerpt) throws -> Void) throws {
        try fetch(keys, "HEADER", limit: Excerpt.longestHeader, take)
    }

    /// With partial fetches (RFC 3501 6.4.5), many in one command.
    package func bodies(of keys: [MailKey], limit: Int, _ take: (Excerpt) throws -> Void) throws {
        try fetch(keys, "", limit: max(1, limit), take)
    }

    /// With APPEND; the folder is not created where there is none.
    package func append(
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
        guard status.kind == .ok else { throw MailboxProblem(status, folder) }
        return .filed
    }

    /// Says LOGOUT and closes, without waiting for an answer.
    package func close() {
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
                guard status.kind == .ok else { throw MailboxProblem(status) }
            } catch {
                throw failure ?? error
            }
        }
    }

    /// The newer half over the connection that counted the mails: another one may see a state from before the newest.
    private func found(
        by newer: IMAPSearch, and older: IMAPSearch, in opened: Opened, over session: IMAPSession
    ) throws(MailboxProblem) -> Set<UInt32> {
        let companion = IMAPCompanion(
            settings, secret: secret, folder: opened.folder, validity: opened.validity, search: older)
        do throws(MailboxProblem) {
            let began = DispatchTime.now()
            let found = try newer.found(over: session)
            if let others = companion.found(asLongAs: began) { return found.union(others) }
            return found.union(try older.found(over: session))
        } catch {
            guard session.isBroken else { throw error }
            // Some servers let an account in once, and the newer login ends the older one.
            let session = try reopened(opened, or: error)
            return try newer.found(over: session).union(older.found(over: session))
        }
    }

    /// A server that closes the connection at a question is asked a simpler one over another.
    private func found(
        by search: IMAPSearch, in opened: Opened, over session: IMAPSession
    ) throws(MailboxProblem) -> Set<UInt32> {
        do throws(MailboxProblem) {
            return try search.found(over: session)
        } catch {
            guard session.isBroken, case .unreachable(let fault) = error, fault.kind == .connectionLost,
                let simpler = session.searchWay.simpler
            else { throw error }
            let session = try reopened(opened, or: error)
            session.searchWay = simpler
            return try found(by: search, in: opened, over: session)
        }
    }

    /// Over another connection, where the UIDs still mean the same.
    private func reopened(
        _ opened: Opened, or problem: MailboxProblem
    ) throws(MailboxProblem) -> IMAPSession {
        let session = try connected()
        guard try session.examine(opened.folder).uidValidity == opened.validity else { throw problem }
        self.opened = opened
        return session
    }

    /// For a server that does not tell UIDNEXT.
    private func lastUID(_ exists: Int, _ session: IMAPSession) throws(MailboxProblem) -> UInt32 {
        guard exists > 0 else { return 0 }
        var last: UInt32 = 0
        let status = try session.run(IMAPCommand("FETCH * (UID)")) { event in
            if let uid = event.fetched?["UID"]?.number { last = max(last, uid) }
            return true
        }
        guard status.kind == .ok else { throw MailboxProblem(status) }
        return last
    }
}

extension [MailKey] {
    fileprivate var uids: [UInt32] {
        compactMap { if case .uid(let uid) = $0 { uid } else { nil } }
    }
}
