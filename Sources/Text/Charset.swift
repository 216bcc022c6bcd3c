import Glibc

/// The one decoder of character sets, by the labels that mails, calendars and dictionaries bear.
package enum Charset {
    /// Bytes in any charset as text. What can't be read becomes U+FFFD; nothing fails.
    ///
    /// - Parameter name: as the mail states it; nil, unknown or wrong falls back to UTF-8, then Windows-1252.
    package static func text(_ bytes: [UInt8], charset name: String?) -> String {
        let label = (name ?? "").lowercased()
        if !label.isEmpty, !isUTF8(label), let text = converted(bytes, from: iconvName(label)) {
            return String(decoding: text, as: UTF8.self)
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if !isUTF8(label), let text = converted(bytes, from: "WINDOWS-1252") {
            return String(decoding: text, as: UTF8.self)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Bytes in a charset that is certain: nil where it is unknown, or where one of them is no letter in it.
    package static func exactText(_ bytes: [UInt8], charset name: String) -> String? {
        let label = name.lowercased()
        if isUTF8(label) { return String(validating: bytes, as: UTF8.self) }
        return converted(bytes, from: iconvName(label), isExact: true).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The bytes of a text in a charset; nil where that is unknown or lacks a letter.
    package static func bytes(of text: String, charset name: String) -> [UInt8]? {
        let label = name.lowercased()
        return isUTF8(label)
            ? Array(text.utf8)
            : converted(Array(text.utf8), from: "UTF-8", to: iconvName(label), isExact: true)
    }

    /// Which charset a byte order mark names (Unicode 23.8), and what stands behind the mark.
    package static func marked(_ bytes: [UInt8]) -> (name: String, rest: [UInt8])? {
        let marks: [([UInt8], String)] = [
            ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be"),
        ]
        return marks.first { bytes.starts(with: $0.0) }.map { ($0.1, Array(bytes.dropFirst($0.0.count))) }
    }

    private static func isUTF8(_ label: String) -> Bool { label == "utf-8" || label == "utf8" }

    /// Labels that mean more than they say, as browsers take them too (WHATWG Encoding, 4.2).
    private static func iconvName(_ label: String) -> String {
        switch label {
        case "iso-8859-1", "us-ascii", "ascii", "latin1", "ansi_x3.4-1968": "WINDOWS-1252"
        case "gb2312", "gbk", "gb_2312-80": "GB18030"
        case "ks_c_5601-1987", "euc-kr": "UHC"
        case "shift_jis", "sjis", "x-sjis": "CP932"
        case "iso-2022-jp": "ISO-2022-JP-3"
        default: label.uppercased()
        }
    }

    /// nil for a charset that iconv does not know, or whose name is none; where it has to be exact, for bytes that are no
    /// text in it.
    private static func converted(
        _ bytes: [UInt8], from charset: String, to target: String = "UTF-8", isExact: Bool = false
    ) -> [UInt8]? {
        guard isName(charset), isName(target) else { return nil }
        // iconv says "no such charset" by the pointer -1; 7-bit text in a known charset is the common case.
        guard let converter = iconv_open(target, charset), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var result: [UInt8] = []
        let isWhole = source.withUnsafeMutableBufferPointer { convert($0, by: converter, into: &result) }
        return isExact && !isWhole ? nil : result
    }

    private static func isName(_ charset: String) -> Bool {
        charset.utf8.count < 40 && charset.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }
    }

    /// Whether every byte was text.
    private static func convert(
        _ source: UnsafeMutableBufferPointer<CChar>, by converter: iconv_t, into result: inout [UInt8]
    ) -> Bool {
        var input = source.baseAddress
        var left = source.count
        var piece = [CChar](repeating: 0, count: 4_096)
        var isWhole = true
        while left > 0 {
            var status = 0
            piece.withUnsafeMutableBufferPointer { buffer in
                var output = buffer.baseAddress
                var room = buffer.count
                status = iconv(converter, &input, &left, &output, &room)
                result += buffer[..<(buffer.count - room)].lazy.map { UInt8(bitPattern: $0) }
            }
            guard status == -1, errno != E2BIG else { continue }
            // A byte that is none in this charset, or a character cut in two: marked, and gone past.
            isWhole = false
            result += [0xEF, 0xBF, 0xBD]
            input = input?.advanced(by: 1)
            left -= 1
        }
        return isWhole
    }
}
