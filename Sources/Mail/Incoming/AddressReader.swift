import Etiquette

/// Reads an address list (RFC 5322 3.4): kindly of whatever comes in, with quotes, comments, groups and encoded words in
/// any place; exactly of what `Letter.frozen()` wrote, in which nothing of ours holds a group, a route or a comment.
struct AddressReader {
    private var phrase: [UInt8] = []
    private var angle: [UInt8]?
    private var comment: [UInt8] = []
    private var found: [ListEntry] = []
    private var state = State.plain
    private var depth = 0
    /// Something stood there that a list of ours never holds.
    private var isLoose = false

    private enum State { case plain, quoted, angle, comment }

    /// One place of the list, as it stands.
    private struct ListEntry {
        let phrase: [UInt8]
        /// What stands between angle brackets; nil where there are none.
        let angle: [UInt8]?
        let comment: [UInt8]
    }

    /// The most addresses that are read of one header.
    static let most = 200

    /// Of a header that anybody may have written.
    static func addresses(in value: [UInt8]) -> [IncomingAddress] {
        AddressReader(value).found.compactMap(incoming)
    }

    /// Of a header of ours; names decoded, in their order.
    ///
    /// - Throws: `.unreadableAddress` for anything that is not a phrase and an address in angle brackets, or the address
    ///   alone.
    static func correspondents(in value: [UInt8]) throws(LetterProblem) -> [Correspondent] {
        let reader = AddressReader(value)
        guard !reader.isLoose else { throw .unreadableAddress }
        var correspondents: [Correspondent] = []
        for mailbox in reader.found {
            let phrase = Array(mailbox.phrase[...].trimmed)
            guard let address = try? EmailAddress(String(decoding: mailbox.angle ?? phrase, as: UTF8.self))
            else { throw .unreadableAddress }
            let name = mailbox.angle == nil ? "" : EncodedWordReader.text(phrase)
            correspondents.append(Correspondent(name: name, address: address))
        }
        return correspondents
    }

    private init(_ value: [UInt8]) {
        var index = 0
        while index < value.count && found.count < Self.most {
            // A quoted pair: what follows stands for itself.
            let escapes = value[index] == UInt8(ascii: "\\") && (state == .quoted || state == .comment)
            if escapes { index += 1 }
            if index < value.count { take(value[index], escaped: escapes) }
            index += 1
        }
        if state != .plain || index < value.count { isLoose = true }
        finish()
    }

    private mutating func take(_ byte: UInt8, escaped: Bool) {
        switch state {
        case .quoted:
            if byte == UInt8(ascii: "\""), !escaped { state = .plain } else { phrase.append(byte) }
        case .angle:
            if byte == UInt8(ascii: ">") { state = .plain } else { angle?.append(byte) }
        case .comment: takeInComment(byte, escaped: escaped)
        case .plain: takePlain(byte)
        }
    }

    private mutating func takeInComment(_ byte: UInt8, escaped: Bool) {
        if !escaped, byte == UInt8(ascii: "(") { depth += 1 }
        if !escaped, byte == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 { state = .plain } else { comment.append(byte) }
    }

    private mutating func takePlain(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): state = .quoted
        case UInt8(ascii: "("): (state, depth, isLoose) = (.comment, 1, true)
        case UInt8(ascii: "<"):
            if angle != nil { isLoose = true }
            (state, angle) = (.angle, [])
        case UInt8(ascii: ","): finish()
        case UInt8(ascii: ";"):
            isLoose = true
            finish()
        case UInt8(ascii: ":"):
            isLoose = true
            // The name of a group, unless it is a route or an encoded word.
            if phrase.contains(UInt8(ascii: "@")) || phrase.contains(UInt8(ascii: "?")) {
                phrase.append(byte)
            } else {
                phrase = []
            }
        default:
            if byte == UInt8(ascii: ">") { isLoose = true }
            phrase.append(byte)
        }
    }

    /// The end of one address.
    private mutating func finish() {
        found.append(ListEntry(phrase: phrase, angle: angle, comment: comment))
        (phrase, angle, comment, state, depth) = ([], nil, [], .plain, 0)
    }

    private static func incoming(_ mailbox: ListEntry) -> IncomingAddress? {
        let phrase = ShownText.line(EncodedWordReader.text(mailbox.phrase))
        guard let angle = mailbox.angle else {
            let address = address(in: phrase)
            let name = address.isEmpty ? "" : ShownText.line(EncodedWordReader.text(mailbox.comment))
            return address.isEmpty ? nil : IncomingAddress(name: name, address: address)
        }
        let address = address(in: ShownText.line(EncodedWordReader.text(angle)))
        return address.isEmpty && phrase.isEmpty ? nil : IncomingAddress(name: phrase, address: address)
    }

    /// Without the route that old systems put before it; what holds no at sign is no address.
    private static func address(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return "" }
        let route = text.utf8.contains(UInt8(ascii: ":")) ? text.split(separator: ":").last : nil
        let whole = route.flatMap { $0.contains("@") ? String($0) : nil } ?? text
        guard whole.contains("@"), whole.utf8.count <= 320 else { return "" }
        let isOneWord = whole.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
        return (isOneWord ? whole : whole.filter { !$0.isWhitespace }).lowercased()
    }
}
