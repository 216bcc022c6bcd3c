import Text

/// How IMAP and Maildir++ write folder names that are not ASCII (RFC 3501 5.1.3).
enum ModifiedUTF7 {
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
        guard code.utf8.allSatisfy({ $0.isLetterOrDigit || "+,".utf8.contains($0) }) else { return nil }
        let base64 = Array(code.replacing(",", with: "/").utf8)
        let bytes = TransferEncoding.base64(base64[...], limit: base64.count)
        guard bytes.count.isMultiple(of: 2), !bytes.isEmpty else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        return String(validating: units, as: UTF16.self)
    }
}
