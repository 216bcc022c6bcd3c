import Etiquette
import Foundation
import Listener
import Mail

/// Reading what has come lately, whoever wrote it; nothing is noted, and unread mail stays unread.
extension MailboxReader {
    /// How much of a mailbox is looked through at once.
    package struct Bounds: Sendable {
        /// Headers of a folder: the newest mails, where the mailbox tells which these are.
        package var headers = 10_000
        /// Mails that are read.
        package var mails = 1_000
        /// Bytes of one mail: what stands behind them is not read.
        package var mail = IncomingLimits.bytes
        /// Bytes of all mails.
        package var bytes = 100_000_000
        /// Seconds from the first connection on.
        package var seconds: TimeInterval = 120

        /// As much as a person's mailbox holds of some weeks.
        package init() {}
    }

    package struct Looked: Sendable {
        /// How many mails were read.
        package var read = 0
        /// Some were left unread: they are too many, too large, or it took too long.
        package var isCut = false
        /// Folders that there are not; all the others were read.
        package var missing: [MailboxTrouble] = []
    }

    /// Reads the mails that came since a moment.
    ///
    /// - Parameters:
    ///   - isWanted: asked with the header of each.
    ///   - take: called with each that is wanted, in any order.
    /// - Throws: `MailboxTrouble` where the mailbox can't be read, and what `take` throws.
    package func lookThrough(
        since: Date, bounds: Bounds = Bounds(), where isWanted: (IncomingHeaders) -> Bool,
        _ take: (Excerpt) throws -> Void
    ) throws -> Looked {
        try withMailbox { mailbox in
            var looking = Looking(mailbox: mailbox, since: since, bounds: bounds, platform: platform)
            let chosen = ReadFolders(of: incoming.folders, among: try mailbox.folders())
            looking.looked.missing = chosen.missing.map(trouble)
            for folder in chosen.folders { try looking.read(folder, where: isWanted, take) }
            return looking.looked
        }
    }
}

/// One look through a mailbox, folder by folder.
private struct Looking {
    let mailbox: any Mailbox
    let since: Date
    let bounds: MailboxReader.Bounds
    let platform: Platform
    let end: Date
    var looked = MailboxReader.Looked()
    private var bytes = 0

    /// Too much was read, or it took too long.
    private struct Enough: Error {}

    init(mailbox: any Mailbox, since: Date, bounds: MailboxReader.Bounds, platform: Platform) {
        (self.mailbox, self.since, self.bounds, self.platform) = (mailbox, since, bounds, platform)
        end = platform.now + bounds.seconds
    }

    mutating func read(
        _ folder: Folder, where isWanted: (IncomingHeaders) -> Bool, _ take: (Excerpt) throws -> Void
    ) throws {
        _ = try mailbox.open(folder, since: nil)
        // Servers count days in a zone of their own.
        let day = WallTime(at: since, in: .gmt).day.adding(days: -1)
        let keys = newest(try mailbox.search(.since(day)))
        do {
            let wanted = try wanted(among: keys, where: isWanted)
            try mailbox.bodies(of: wanted, limit: bounds.mail) { excerpt in
                bytes += excerpt.bytes.count
                looked.read += 1
                try take(excerpt)
                if bytes > bounds.bytes || platform.now > end { throw Enough() }
            }
        } catch is Enough {
            looked.isCut = true
        }
    }

    /// Those that came last, as far as their keys tell.
    private mutating func newest(_ keys: [MailKey]) -> [MailKey] {
        guard keys.count > bounds.headers else { return keys }
        looked.isCut = true
        return Array(keys.sorted { $0.age < $1.age }.suffix(bounds.headers))
    }

    private mutating func wanted(
        among keys: [MailKey], where isWanted: (IncomingHeaders) -> Bool
    ) throws -> [MailKey] {
        var found: [(key: MailKey, received: Date)] = []
        try mailbox.headers(of: keys) { excerpt in
            let headers = IncomingHeaders(parsing: excerpt.bytes)
            let received = excerpt.received ?? headers.date ?? since
            if received >= since, isWanted(headers) { found.append((excerpt.key, received)) }
            if platform.now > end { throw Enough() }
        }
        let room = max(0, bounds.mails - looked.read)
        if found.count > room { looked.isCut = true }
        return found.sorted { $0.received > $1.received }.prefix(room).map(\.key)
    }
}

extension MailKey {
    /// Grows with the order in which mails came, where the mailbox numbers them.
    fileprivate var age: UInt64 {
        switch self {
        case .uid(let uid): UInt64(uid)
        case .offset(let offset): UInt64(max(0, offset))
        // A unique name begins with the second in which the mail came.
        case .file(let name): UInt64(name.prefix { $0.isASCII && $0.isNumber }.prefix(18)) ?? 0
        }
    }
}
