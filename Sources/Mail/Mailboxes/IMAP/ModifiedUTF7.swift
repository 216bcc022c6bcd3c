/// How IMAP and Maildir++ write folder names that are not ASCII (RFC 3501 5.1.3).
enum ModifiedUTF7 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".utf8)

    static func encoded(_ name: String) -> String {
        var text = ""
        var units: [UInt16] = []
        for scalar in name.unicodeScalars {
            guard (0x20...0x7E).contains(scalar.value) else {
                units += Array(String(scalar).utf16)
                continue
            }
            text += shifted(units) + (scalar == "&" ? "&-" : String(scalar))
            units = []
        }
        return text + shifted(units)
    }

    /// A name that is not in this form, as those of servers that write UTF-8, is taken as it stands.
    static func decoded(_ text: String) -> String {
        var name = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            name += rest[..<start]
            guard let end = rest[start...].firstIndex(of: "-") else { return text }
            let code = rest[rest.index(after: start)..<end]
            guard let decoded = code.isEmpty ? "&" : unshifted(code) else { return text }
            name += decoded
            rest = rest[rest.index(after: end)...]
        }
        return name + rest
    }

    private static func shifted(_ units: [UInt16]) -> String {
        guard !units.isEmpty else { return "" }
        var text: [UInt8] = []
        var bits = 0
        var count = 0
        for byte in units.flatMap({ [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 6 {
                count -= 6
                text.append(alphabet[bits >> count & 0x3F])
            }
        }
        if count > 0 { text.append(alphabet[bits << (6 - count) & 0x3F]) }
        return "&" + String(decoding: text, as: UTF8.self) + "-"
    }

    /// Nil where it is not base64 of UTF-16.
    private static func unshifted(_ code: Substring) -> String? {
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        for character in code.utf8 {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(bits >> count & 0xFF))
        }
        guard bytes.count.isMultiple(of: 2), !bytes.isEmpty else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        return String(validating: units, as: UTF16.self)
    }
}
