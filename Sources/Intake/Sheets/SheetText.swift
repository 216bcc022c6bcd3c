/// In which character set a spreadsheet was saved.
package enum SheetEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// A guess: the file does not say, and other old character sets would give other letters.
    case windows1252 = "Windows-1252"
}

/// The bytes of a spreadsheet as UTF-8, whatever they were saved in.
struct SheetText {
    /// Without a byte order mark.
    let bytes: [UInt8]
    let encoding: SheetEncoding

    /// - Throws: what is no text.
    init(_ raw: some Collection<UInt8>) throws(SheetRefusal) {
        if raw.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw SheetRefusal(.workbook) }
        if let units = Self.utf16(raw) {
            guard let text = String(validating: units, as: UTF16.self) else {
                throw SheetRefusal(.unreadableText)
            }
            (bytes, encoding) = (Array(text.utf8), .utf16)
        } else {
            let body = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : Array(raw)
            if Self.isUTF8(body) {
                (bytes, encoding) = (body, .utf8)
            } else {
                (bytes, encoding) = (try Self.fromWindows(body), .windows1252)
            }
        }
        if let zero = bytes.firstIndex(of: 0) { throw SheetRefusal(.zeroByte, at: place(of: zero)) }
    }

    /// Where a byte stands, before rows are known.
    private func place(of index: Int) -> SheetPlace {
        let before = bytes[..<index]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let character = String(decoding: bytes[start..<index], as: UTF8.self).count + 1
        return SheetPlace(row: line, line: line, character: character, column: nil)
    }

    /// The code units behind a byte order mark (Unicode 23.8), which Excel's "Unicode text" has.
    private static func utf16(_ raw: some Collection<UInt8>) -> [UInt16]? {
        let isLittle = raw.starts(with: [0xFF, 0xFE])
        guard isLittle || raw.starts(with: [0xFE, 0xFF]) else { return nil }
        let bytes = Array(raw.dropFirst(2))
        return stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }

    private static func fromWindows(_ bytes: [UInt8]) throws(SheetRefusal) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let code = byte < 0xA0 ? windows[Int(byte) - 0x80] : UInt32(byte)
            guard code != 0, let scalar = Unicode.Scalar(code) else { throw SheetRefusal(.unreadableText) }
            text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        }
        return text
    }

    /// What Windows-1252 has where ISO 8859-1 has controls; 0 for what it lacks.
    private static let windows: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
        0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0, 0x017E, 0x0178,
    ]
}
