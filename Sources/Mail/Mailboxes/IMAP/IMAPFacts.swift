import Foundation

/// What the answers to EXAMINE say (RFC 3501 6.3.2).
struct ExamineFacts: Equatable {
    var exists = 0
    /// Both at least 1.
    var uidValidity: UInt32?
    var uidNext: UInt32?

    mutating func note(_ event: IMAPEvent) {
        switch event {
        case .data(let values) where values.count == 2 && values[1].text?.uppercased() == "EXISTS":
            exists = values[0].number.map(Int.init) ?? exists
        case .status(let status) where status.code == "UIDVALIDITY":
            uidValidity = UInt32(status.argument).flatMap { $0 > 0 ? $0 : nil } ?? uidValidity
        case .status(let status) where status.code == "UIDNEXT":
            uidNext = UInt32(status.argument).flatMap { $0 > 0 ? $0 : nil } ?? uidNext
        default: break
        }
    }
}

extension IMAPSession {
    /// Opens a folder, read-only.
    func examine(_ folder: Folder) throws(MailboxProblem) -> ExamineFacts {
        var facts = ExamineFacts()
        let status = try runIntroduced(.examine(folder)) { event in
            facts.note(event)
            return true
        }
        guard status.kind == .ok else { throw MailboxProblem(status, folder) }
        return facts
    }
}

/// What is left to read of a folder whose last UID is known. The position is written as `imap VALIDITY LAST`.
struct UIDReading: Equatable {
    let news: FolderState.News
    /// Nil where there is nothing.
    let range: ClosedRange<UInt32>?
    let position: Position

    init(validity: UInt32, last: UInt32, since position: Position?) {
        self.position = Position(text: "imap \(validity) \(last)")
        let numbers = position.map { $0.text.split(separator: " ") } ?? []
        let start: UInt32?
        if numbers.count == 3, numbers[0] == "imap", UInt32(numbers[1]) == validity,
            let read = UInt32(numbers[2]),
            read <= last
        {
            start = read
        } else {
            // UIDs begin anew, or went back without saying so.
            start = nil
        }
        range = (start ?? 0) < last ? ((start ?? 0) + 1)...last : nil
        news = start == nil ? .everything : range == nil ? .nothing : .some
    }
}

extension IMAPEvent {
    /// The UIDs in an answer to UID SEARCH, plain or extended (RFC 4731); empty for other responses, nil where they
    /// can't be read.
    func foundUIDs(within range: ClosedRange<UInt32>, atMost limit: Int) -> [UInt32]? {
        switch self {
        case .found(let digits):
            // A MODSEQ in parentheses may follow (RFC 7162).
            let numbers = digits.prefix { $0 != UInt8(ascii: "(") }.split(separator: 0x20)
            let uids = numbers.compactMap { UIDSet.number($0) }
            return uids.count == numbers.count ? uids.filter(range.contains) : nil
        case .data(let values) where values.first?.text?.uppercased() == "ESEARCH":
            guard let index = values.firstIndex(where: { $0.text?.uppercased() == "ALL" }) else { return [] }
            guard index + 1 < values.count, case .atom(let set) = values[index + 1] else { return nil }
            return UIDSet.members(of: Array(set.utf8), within: range, atMost: limit)
        default: return []
        }
    }

    /// It is an answer to a search: an extended one that does not speak of UIDs answers another (RFC 4731 3.1).
    var isSearchAnswer: Bool {
        switch self {
        case .found: true
        case .data(let values):
            values.first?.text?.uppercased() == "ESEARCH"
                && values.contains { $0.text?.uppercased() == "UID" }
        default: false
        }
    }

    /// The items of a FETCH response, by their names in upper case.
    var fetched: [String: IMAPValue]? {
        guard case .data(let values) = self, values.count == 3, values[1].text?.uppercased() == "FETCH",
            case .list(let items) = values[2]
        else { return nil }
        var named: [String: IMAPValue] = [:]
        for index in stride(from: 0, to: items.count - 1, by: 2) {
            if let name = items[index].text { named[name.uppercased()] = items[index + 1] }
        }
        return named
    }
}

extension Excerpt {
    /// Nil where the response holds no part of a mail: a change of flags, say.
    init?(_ event: IMAPEvent) {
        guard let items = event.fetched, let uid = items["UID"]?.number,
            let content = items.first(where: { $0.key.hasPrefix("BODY[") })
        else { return nil }
        self.init(
            key: .uid(uid), bytes: content.value.bytes ?? [],
            received: items["INTERNALDATE"]?.text.flatMap(IMAPDate.date))
    }
}

extension Folder {
    /// From `LIST (\HasNoChildren \Sent) "/" Sent` (RFC 3501 7.2.2); nil for other responses, and for what can't be opened.
    init?(list values: [IMAPValue]) {
        guard values.count >= 4, values[0].text?.uppercased() == "LIST",
            case .list(let attributes) = values[1],
            let wireName = values[3].text, !wireName.isEmpty
        else { return nil }
        let words = attributes.compactMap(\.text)
        let isClosed = words.contains { ["\\noselect", "\\nonexistent"].contains($0.lowercased()) }
        guard !isClosed else { return nil }
        self.init(
            wireName: wireName, name: ModifiedUTF7.decoded(wireName), separator: values[2].text ?? "",
            use: words.lazy.compactMap { SpecialUse(attribute: $0) }.first)
    }
}
