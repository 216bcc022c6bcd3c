/// Message-IDs in a header or in free text (RFC 5322 3.6.4), without angle brackets.
enum MessageIDReader {
    /// The most that are read of one header.
    static let most = 200
    private static let longest = 500

    /// Each `<…>` in its order; where there is none, the whole value if it looks like one.
    static func ids(in value: [UInt8]) -> [String] {
        var found: [String] = []
        var start: Int?
        for (index, byte) in value.enumerated() where found.count < most {
            if byte == UInt8(ascii: "<") { start = index + 1 }
            guard byte == UInt8(ascii: ">"), let begun = start else { continue }
            if let id = id(value[begun..<index]) { found.append(id) }
            start = nil
        }
        return found.isEmpty ? id(ArraySlice(value)).map { [$0] } ?? [] : found
    }

    /// What some systems fold into it is white space that never belonged there.
    private static func id(_ bytes: ArraySlice<UInt8>) -> String? {
        let kept = bytes.filter { $0 > 0x20 && $0 != 0x7F }
        guard !kept.isEmpty, kept.count <= longest, kept.count + 8 >= bytes.count else { return nil }
        return ShownText.line(String(decoding: kept, as: UTF8.self))
    }
}
