import Text

/// A reply of a mail server in a text: `550`, `5.1.1`.
enum ReplyCode {
    /// The first one of RFC 3463, else the first of RFC 5321 4.2, as it stands.
    static func first(in text: String) -> String? {
        let bytes = Array(text.utf8)
        return found(in: bytes, enhanced(in:at:)) ?? found(in: bytes, plain(in:at:))
    }

    /// RFC 3463: class, subject and detail.
    static func enhanced(in text: String) -> String? { found(in: Array(text.utf8), enhanced(in:at:)) }

    /// The first place where a code stands by itself.
    private static func found(in bytes: [UInt8], _ length: (UnsafeBufferPointer<UInt8>, Int) -> Int?)
        -> String?
    {
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices where bytes[index] == 0x34 || bytes[index] == 0x35 {
                guard index == 0 || begins(behind: bytes[index - 1]), let length = length(bytes, index) else {
                    continue
                }
                return String(decoding: bytes[index..<(index + length)], as: UTF8.self)
            }
            return nil
        }
    }

    /// White space, signs that open or part, and what is not ASCII, such as a colon of full width.
    private static func begins(behind byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x80 || ":(#[-=\"".utf8.contains(byte)
    }

    /// `5.`, one digit, a full stop, one to three digits; nothing of a longer number or an IP address.
    private static func enhanced(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard start + 4 < bytes.count, bytes[start + 1] == 0x2E, bytes[start + 2].isDigit,
            bytes[start + 3] == 0x2E
        else { return nil }
        var end = start + 4
        while end < bytes.count, end < start + 7, bytes[end].isDigit { end += 1 }
        guard end > start + 4 else { return nil }
        if end < bytes.count, bytes[end].isLetterOrDigit { return nil }
        if end + 1 < bytes.count, bytes[end] == 0x2E, bytes[end + 1].isDigit { return nil }
        return end - start
    }

    /// Three digits of which the second is 0 to 5, before a space, a hyphen or a colon.
    private static func plain(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard start + 3 < bytes.count, (0x30...0x35).contains(bytes[start + 1]), bytes[start + 2].isDigit,
            " -:".utf8.contains(bytes[start + 3])
        else { return nil }
        return 3
    }
}
