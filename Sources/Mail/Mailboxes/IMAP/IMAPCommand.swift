import Etiquette
import Foundation

/// A command as it goes on the wire, tag and final line break aside.
struct IMAPCommand: Equatable {
    enum Piece: Equatable {
        case text(String)
        /// Said only when the server has asked for it (RFC 3501 7.5).
        case literal([UInt8])
    }

    private(set) var pieces: [Piece] = []

    init(_ text: String) { add(text) }

    /// In bytes, roughly.
    var size: Int {
        pieces.reduce(0) { sum, piece in
            switch piece {
            case .text(let text): sum + text.utf8.count
            case .literal(let bytes): sum + bytes.count + 12
            }
        }
    }

    /// Words of the protocol, which hold nothing that came from outside.
    mutating func add(_ text: String) {
        if case .text(let before)? = pieces.last {
            pieces[pieces.count - 1] = .text(before + text)
        } else {
            pieces.append(.text(text))
        }
    }

    mutating func add(literal bytes: [UInt8]) { pieces.append(.literal(bytes)) }

    /// A text of any content: quoted where it can be, else a literal (RFC 3501 4.3). No server takes a NUL.
    mutating func add(string: String) {
        let bytes = Array(string.utf8.prefix { $0 != 0 })
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return add(literal: bytes) }
        let escaped = bytes.flatMap {
            [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains($0) ? [UInt8(ascii: "\\"), $0] : [$0]
        }
        add("\"" + String(decoding: escaped, as: UTF8.self) + "\"")
    }
}

// MARK: - What is said

extension IMAPCommand {
    /// Read-only (RFC 3501 6.3.2).
    static func examine(_ folder: Folder) -> IMAPCommand {
        var command = IMAPCommand("EXAMINE ")
        command.add(string: folder.wireName)
        return command
    }

    /// Servers with RFC 5258 tell special uses only when asked; the others with RFC 6154 tell by themselves.
    static func list(_ capabilities: Set<String>) -> IMAPCommand {
        let asks = capabilities.isSuperset(of: ["SPECIAL-USE", "LIST-EXTENDED"])
        return IMAPCommand("LIST \"\" \"*\"" + (asks ? " RETURN (SPECIAL-USE)" : ""))
    }

    /// Which program this is (RFC 2971): name and version, and nothing of the user.
    static let introduction = IMAPCommand(#"ID ("name" "afterword" "version" "1")"#)

    /// - Parameters:
    ///   - uids: both ends included. `*` would name the last mail even where it lies before the range.
    ///   - isExtended: answered in one short response (RFC 4731).
    static func search(_ criteria: Criteria, _ uids: ClosedRange<UInt32>, isExtended: Bool) -> IMAPCommand {
        var command = IMAPCommand("UID SEARCH ")
        if isExtended { command.add("RETURN (ALL) ") }
        var question = IMAPCommand("UID \(uids.lowerBound):\(uids.upperBound)")
        // The range stands there already, so that a search for everything needs no words.
        if criteria != .everything {
            question.add(" ")
            question.add(criteria)
        }
        if question.holdsLiteral { command.add("CHARSET UTF-8 ") }
        for piece in question.pieces {
            switch piece {
            case .text(let text): command.add(text)
            case .literal(let bytes): command.add(literal: bytes)
            }
        }
        return command
    }

    /// With what tells when it came, and without a mark that it was read. Its size is not asked for: a server may have to
    /// read the whole mail to tell.
    static func fetch(_ uids: some Sequence<UInt32>, _ section: String, limit: Int) -> IMAPCommand {
        IMAPCommand(
            "UID FETCH \(UIDSet(uids).text) (UID INTERNALDATE BODY.PEEK[\(section)]<0.\(limit)>)")
    }

    /// When each of them came, without a look into any.
    static func arrivals(_ uids: ClosedRange<UInt32>) -> IMAPCommand {
        IMAPCommand("UID FETCH \(uids.lowerBound):\(uids.upperBound) (UID INTERNALDATE)")
    }

    static func append(_ bytes: [UInt8], to folder: Folder, seen: Bool, date: Date) -> IMAPCommand {
        var command = IMAPCommand("APPEND ")
        command.add(string: folder.wireName)
        command.add(" (\(seen ? #"\Seen"# : "")) \"\(IMAPDate.text(of: date))\" ")
        command.add(literal: bytes)
        return command
    }

    private var holdsLiteral: Bool {
        pieces.contains { if case .literal = $0 { true } else { false } }
    }

    private mutating func add(_ criteria: Criteria) {
        switch criteria {
        case .everything: add("ALL")
        case .header(let name, let text):
            // Some have keys of their own (RFC 3501 6.4.4).
            let isKey = [.from, .to, .subject].contains(name)
            add(isKey ? "\(name.rawValue.uppercased()) " : "HEADER \(name.rawValue) ")
            add(string: text)
        case .since(let day): add("SINCE " + IMAPDate.text(of: day))
        case .all(let parts): addAll(parts)
        case .any(let parts): addAny(parts[...])
        case .not(let part):
            add("NOT ")
            add(part)
        }
    }

    private mutating func addAll(_ parts: [Criteria]) {
        guard !parts.isEmpty else { return add("ALL") }
        add("(")
        for (index, part) in parts.enumerated() {
            if index > 0 { add(" ") }
            add(part)
        }
        add(")")
    }

    /// OR takes two; a tree that is not deep, since servers follow it by recursion.
    private mutating func addAny(_ parts: ArraySlice<Criteria>) {
        guard let first = parts.first else { return add("NOT ALL") }
        guard parts.count > 1 else { return add(first) }
        let middle = parts.startIndex + parts.count / 2
        add("OR ")
        addAny(parts[..<middle])
        add(" ")
        addAny(parts[middle...])
    }
}
