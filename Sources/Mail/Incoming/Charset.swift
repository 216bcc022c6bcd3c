import Glibc

/// Bytes in any charset as text. What can't be read becomes U+FFFD; nothing fails.
enum Charset {
    /// - Parameter name: as the mail states it; nil, unknown or wrong falls back to UTF-8, then Windows-1252.
    static func text(_ bytes: [UInt8], charset name: String?) -> String {
        let label = (name ?? "").lowercased()
        if !label.isEmpty, !isUTF8(label), let text = converted(bytes, from: alias(label)) { return text }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if isUTF8(label) { return String(decoding: bytes, as: UTF8.self) }
        return converted(bytes, from: "WINDOWS-1252") ?? String(decoding: bytes, as: UTF8.self)
    }

    private static func isUTF8(_ label: String) -> Bool { label == "utf-8" || label == "utf8" }

    /// Labels that mean more than they say, as browsers take them too (WHATWG Encoding, 4.2).
    private static func alias(_ label: String) -> String {
        switch label {
        case "iso-8859-1", "us-ascii", "ascii", "latin1", "ansi_x3.4-1968": "WINDOWS-1252"
        case "gb2312", "gbk", "gb_2312-80": "GB18030"
        case "ks_c_5601-1987", "euc-kr": "UHC"
        case "shift_jis", "sjis", "x-sjis": "CP932"
        case "iso-2022-jp": "ISO-2022-JP-3"
        default: label.uppercased()
        }
    }

    /// nil for a charset that iconv does not know, or whose name is none.
    private static func converted(_ bytes: [UInt8], from charset: String) -> String? {
        guard charset.utf8.count < 40, charset.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F })
        else { return nil }
        // iconv says "no such charset" by the pointer -1; 7-bit text in a known charset is the common case.
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var result: [UInt8] = []
        source.withUnsafeMutableBufferPointer { convert($0, by: converter, into: &result) }
        return String(decoding: result, as: UTF8.self)
    }

    private static func convert(
        _ source: UnsafeMutableBufferPointer<CChar>, by converter: iconv_t, into result: inout [UInt8]
    ) {
        var input = source.baseAddress
        var left = source.count
        var piece = [CChar](repeating: 0, count: 4_096)
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
            result += [0xEF, 0xBF, 0xBD]
            input = input?.advanced(by: 1)
            left -= 1
        }
    }
}
