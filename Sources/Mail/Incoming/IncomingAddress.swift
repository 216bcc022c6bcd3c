/// Somebody who stands in a header of incoming mail. Nothing is promised of it: both parts are the sender's claim.
package struct IncomingAddress: Hashable, Sendable {
    /// Decoded and fit to be shown; empty where there is none.
    package let name: String
    /// Lower-cased, fit to be shown; not checked to be an address that mail could be sent to.
    package let address: String

    /// What stands behind the last at sign, or nothing.
    package var domain: String {
        address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]) } ?? ""
    }

    /// What stands before the last at sign, or everything.
    package var localPart: String { address.lastIndex(of: "@").map { String(address[..<$0]) } ?? address }
}

/// Reads an address list (RFC 5322 3.4) kindly: quotes, comments, groups, encoded words in any place.
struct AddressReader {
    private var phrase: [UInt8] = []
    private var angle: [UInt8]?
    private var comment: [UInt8] = []
    private var found: [IncomingAddress] = []
    private var state = State.plain
    private var depth = 0

    private enum State { case plain, quoted, angle, comment }

    /// The most addresses that are read of one header.
    static let most = 200

    static func addresses(in value: [UInt8]) -> [IncomingAddress] {
        var reader = AddressReader()
        var index = 0
        while index < value.count && reader.found.count < most {
            // A quoted pair: what follows stands for itself.
            let escapes =
                value[index] == UInt8(ascii: "\\") && (reader.state == .quoted || reader.state == .comment)
            if escapes { index += 1 }
            if index < value.count { reader.take(value[index], escaped: escapes) }
            index += 1
        }
        reader.finish()
        return reader.found
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
        case UInt8(ascii: "("): (state, depth) = (.comment, 1)
        case UInt8(ascii: "<"):
            state = .angle
            angle = []
        case UInt8(ascii: ","), UInt8(ascii: ";"): finish()
        case UInt8(ascii: ":"):
            // The name of a group, unless it is a route or an encoded word.
            if phrase.contains(UInt8(ascii: "@")) || phrase.contains(UInt8(ascii: "?")) {
                phrase.append(byte)
            } else {
                phrase = []
            }
        default: phrase.append(byte)
        }
    }

    /// The end of one address.
    private mutating func finish() {
        defer { (phrase, angle, comment, state, depth) = ([], nil, [], .plain, 0) }
        let shownPhrase = ShownText.line(EncodedWordReader.text(phrase))
        guard let angle else {
            let address = Self.address(in: shownPhrase)
            guard !address.isEmpty else { return }
            found.append(
                IncomingAddress(name: ShownText.line(EncodedWordReader.text(comment)), address: address))
            return
        }
        let inside = ShownText.line(EncodedWordReader.text(angle))
        let address = Self.address(in: inside)
        guard !address.isEmpty || !shownPhrase.isEmpty else { return }
        found.append(IncomingAddress(name: shownPhrase, address: address))
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
