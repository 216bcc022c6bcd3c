/// How IMAP and Maildir++ write folder names that are not ASCII (RFC 3501 5.1.3).
enum ModifiedUTF7 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".utf8)

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
