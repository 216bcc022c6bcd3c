import Foundation

@testable import Mail

/// A mailbox in memory that notes what is asked of it.
final class RecordingMailbox: Mailbox {
    struct Mail {
        let text: String
        var received = Ledgers.at("2026-11-22T10:00:00Z")
    }

    var content: [String: [Mail]]
    /// Grows when a folder is made anew.
    var validity = 1
    private(set) var asked: [String] = []
    private var opened: (name: String, from: Int)?
    var uses: [String: SpecialUse] = ["INBOX": .inbox]

    init(_ mails: [String], folder: String = "INBOX") {
        content = [folder: mails.map { Mail(text: $0) }]
    }

    /// What was asked since the last time.
    func questions() -> [String] {
        defer { asked = [] }
        return asked
    }

    func folders() throws(MailboxProblem) -> [Folder] {
        asked.append("folders")
        return content.keys.sorted().map { Folder(wireName: $0, name: $0, separator: "/", use: uses[$0]) }
    }

    func open(_ folder: Folder, since position: Position?) throws(MailboxProblem) -> FolderState {
        guard let mails = content[folder.wireName] else { throw .noSuchFolder(name: folder.name, words: "") }
        let parts = position?.text.split(separator: ":").compactMap { Int($0) } ?? []
        let isSame = parts.first == validity
        let from = isSame ? parts[1] : 0
        asked.append("open \(folder.name) from \(from)")
        opened = (folder.wireName, from)
        let news: FolderState.News =
            from == mails.count ? .nothing : position != nil && !isSame ? .everything : .some
        return FolderState(
            exists: mails.count, news: news, position: Position(text: "\(validity):\(mails.count)"))
    }

    /// Finds everything that is new: what a server finds too much is sorted out by the listener.
    func search(_ criteria: Criteria) throws(MailboxProblem) -> [MailKey] {
        guard let opened, let mails = content[opened.name] else { throw .notOpen }
        asked.append("search")
        return (opened.from..<mails.count).map { .offset($0) }
    }

    func headers(of keys: [MailKey], _ take: (Excerpt) throws -> Void) throws {
        asked.append("headers \(keys.count)")
        for key in keys { try take(excerpt(key, headerOnly: true)) }
    }

    func bodies(of keys: [MailKey], limit: Int, _ take: (Excerpt) throws -> Void) throws {
        asked.append("bodies \(keys.count)")
        for key in keys { try take(excerpt(key, headerOnly: false)) }
    }

    private func excerpt(_ key: MailKey, headerOnly: Bool) throws(MailboxProblem) -> Excerpt {
        guard case .offset(let index) = key, let mail = opened.flatMap({ content[$0.name]?[index] }) else {
            throw .notOpen
        }
        let text = headerOnly ? mail.text.components(separatedBy: "\n\n")[0] + "\n\n" : mail.text
        return Excerpt(key: key, bytes: Array(text.utf8), received: mail.received)
    }

    func append(
        _ bytes: [UInt8], to folder: Folder, seen: Bool, date: Date
    ) throws(MailboxProblem) -> Appended {
        throw .keepsNoCopies
    }

    func close() { asked.append("close") }
}
