import Foundation
import Synchronization

@testable import Mail

/// A mailbox that keeps its mails in memory and does as it is told.
final class MemoryMailbox: Mailbox {
    struct Stored {
        let bytes: [UInt8]
        let received: Date
    }

    static let sent = Folder(wireName: "Gesendet", name: "Gesendet", separator: "/", use: .sent)

    var boxes: [Folder] = [.inbox, sent]
    private(set) var mails: [Folder: [Stored]] = [:]
    private var opened: Folder?
    /// How often it was logged in to.
    private(set) var polls = 0
    /// How often somebody wanted to append.
    private(set) var appends = 0
    /// Thrown by whatever is asked first.
    var problem: MailboxProblem?
    /// What becomes of a copy; `keep` puts it into the folder.
    var onAppend: (_ keep: () -> Void) throws -> Result<Appended, MailboxProblem> = { keep in
        keep()
        return .success(.filed)
    }

    /// As texts, for comparing.
    var copies: [String] { (mails[Self.sent] ?? []).map { String(decoding: $0.bytes, as: UTF8.self) } }

    func put(_ text: String, into folder: Folder = sent, at received: Date) {
        mails[folder, default: []].append(Stored(bytes: Array(text.utf8), received: received))
    }

    func clear() { mails = [:] }

    func folders() throws(MailboxProblem) -> [Folder] {
        polls += 1
        if let problem { throw problem }
        return boxes
    }

    func open(_ folder: Folder, since position: Position?) throws(MailboxProblem) -> FolderState {
        opened = folder
        return FolderState(exists: mails[folder]?.count ?? 0, news: .some, position: Position(text: "all"))
    }

    /// Everything: a mailbox may find too much.
    func search(_ criteria: Criteria) throws(MailboxProblem) -> [MailKey] {
        guard let opened else { throw .notOpen }
        return (mails[opened] ?? []).indices.map(MailKey.offset)
    }

    func headers(of keys: [MailKey], _ take: (Excerpt) throws -> Void) throws {
        try bodies(of: keys, limit: .max, take)
    }

    func bodies(of keys: [MailKey], limit: Int, _ take: (Excerpt) throws -> Void) throws {
        for key in keys {
            guard let opened, case .offset(let index) = key, let mail = mails[opened]?[index] else {
                continue
            }
            try take(Excerpt(key: key, bytes: mail.bytes, received: mail.received))
        }
    }

    func append(
        _ bytes: [UInt8], to folder: Folder, seen: Bool, date: Date
    ) throws(MailboxProblem) -> Appended {
        appends += 1
        let keep = { self.mails[folder, default: []].append(Stored(bytes: bytes, received: date)) }
        switch Result(catching: { try onAppend(keep) }) {
        case .success(let result): return try result.get()
        case .failure: throw .protocolViolated(detail: "the test itself failed")
        }
    }

    func close() { opened = nil }
}
