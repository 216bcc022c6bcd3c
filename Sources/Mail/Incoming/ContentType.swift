import Text

/// A Content-Type (RFC 2045 5.1), parameters continued and encoded as in RFC 2231 included.
package struct ContentType: Equatable, Sendable {
    /// `type/subtype` in lower case.
    package let name: String
    private let parameters: [String: String]

    /// What stands where a mail says nothing (RFC 2045 5.2).
    static let plain = ContentType(name: "text/plain", parameters: [:])

    private init(name: String, parameters: [String: String]) {
        self.name = name
        self.parameters = parameters
    }

    init(_ value: [UInt8]) {
        let text = ShownText.line(EncodedWordReader.text(value))
        let pieces = Self.pieces(of: text)
        let name = pieces.first?.lowercased().filter { !$0.isWhitespace } ?? ""
        self.name = name.split(separator: "/").count == 2 ? name : "text/plain"
        var found: [String: String] = [:]
        for piece in pieces.dropFirst().prefix(50) {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let key = piece[..<equals].trimmingBlanks().lowercased()
            let value = Self.unquoted(piece[piece.index(after: equals)...].trimmingBlanks())
            Self.add(value, as: key, to: &found)
        }
        parameters = found
    }

    /// The value of a parameter, as it was written.
    package func parameter(_ key: String) -> String? { parameters[key] }

    /// Whether it is of that kind, such as `text/` or `multipart/`.
    package func isOf(_ kind: String) -> Bool { name.hasPrefix(kind) }

    /// `key*0*=` and its likes join what they continue (RFC 2231 3, 4); a plain one that stands twice counts once.
    private static func add(_ value: String, as key: String, to found: inout [String: String]) {
        guard let star = key.firstIndex(of: "*") else {
            if found[key] == nil { found[key] = value }
            return
        }
        var text = value
        if key.hasSuffix("*") {
            let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
            if parts.count == 3 { text = String(parts[2]) }
            let escaped = Array(text.utf8).map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 }
            let bytes = TransferEncoding.quotedPrintable(ArraySlice(escaped), limit: escaped.count)
            text = ShownText.line(String(decoding: bytes, as: UTF8.self))
        }
        found[String(key[..<star]), default: ""] += text
    }

    /// Parted at semicolons outside quotes; comments stay, for no parameter that is read holds one.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var quoted = false
        var escaped = false
        for index in text.indices {
            let character = text[index]
            if escaped {
                escaped = false
            } else if character == "\\" {
                escaped = quoted
            } else if character == "\"" {
                quoted.toggle()
            } else if character == ";", !quoted {
                pieces.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        return pieces + [text[start...]]
    }

    private static func unquoted(_ value: Substring) -> String {
        guard value.hasPrefix("\"") else { return String(value.prefix { $0 != " " }) }
        var result = ""
        var escaped = false
        for character in value.dropFirst() {
            if !escaped, character == "\"" { break }
            if !escaped, character == "\\" {
                escaped = true
                continue
            }
            result.append(character)
            escaped = false
        }
        return result
    }
}
