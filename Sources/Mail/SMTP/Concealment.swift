import Foundation

/// Takes a login out of what a server says: some repeat what they were told, in the answer to the login or in any later
/// one, whole or cut off, in other letters, or broken over lines. What is kept and shown must not hold it.
struct Concealment {
    /// So many characters of a secret in a row give it away; a shorter secret only as a whole.
    private static let run = 8
    /// What is shorter than this stands in any text.
    private static let shortest = 4
    private static let mark = "…"

    /// Each eight octets that follow each other in a secret, packed in one number.
    private var runs: Set<UInt64> = []
    private var short: [[UInt8]] = []

    /// - Parameters:
    ///   - user: as it logs in.
    ///   - secret: the password or token; nil where there is none to hide.
    init(user: String?, secret: Secret?) {
        secret?.reveal { add($0, of: user ?? "") }
    }

    private mutating func add(_ secret: String, of user: String) {
        add(secret.utf8)
        // As LOGIN says it, and PLAIN (RFC 4616 section 2); whatever else a mechanism makes of it is added when it is said.
        for form in [secret, "\0\(user)\0\(secret)", "\(user)\0\(user)\0\(secret)"] {
            add(Data(form.utf8).base64EncodedString().utf8)
        }
        // In the midst of any other line, as XOAUTH2 and OAUTHBEARER have a token, base64 begins anew at every third octet.
        for start in 1...2 { add(Data(secret.utf8.dropFirst(start)).base64EncodedString().utf8) }
    }

    /// From now on this is hidden, too.
    mutating func add(_ secret: some Sequence<UInt8>) {
        let bytes = Self.folded(secret)
        if bytes.count < Self.run {
            if bytes.count >= Self.shortest { short.append(bytes) }
            return
        }
        var window: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            window = window << 8 | UInt64(byte)
            if index >= Self.run - 1 { runs.insert(window) }
        }
    }

    /// The text with a mark in each place of a secret.
    func applied(to text: String) -> String {
        guard !(runs.isEmpty && short.isEmpty) else { return text }
        let bytes = Array(text.utf8)
        // Without the spaces, behind which a part of a secret may go on.
        let places = bytes.indices.filter { bytes[$0] != 0x20 }
        let hidden = hiddenRanges(in: Self.folded(bytes)).map {
            places[$0.lowerBound]...places[$0.upperBound - 1]
        }
        guard !hidden.isEmpty else { return text }
        var shown: [UInt8] = []
        var next = 0
        for range in hidden {
            shown += bytes[next..<range.lowerBound] + Array(Self.mark.utf8)
            next = range.upperBound + 1
        }
        return String(decoding: shown + bytes[next...], as: UTF8.self)
    }

    /// Where secrets stand, in order.
    private func hiddenRanges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var window: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            window = window << 8 | UInt64(byte)
            let end = index + 1
            if end >= Self.run, runs.contains(window) { ranges.append(end - Self.run..<end) }
            for secret in short
            where end >= secret.count && bytes[end - secret.count..<end].elementsEqual(secret) {
                ranges.append(end - secret.count..<end)
            }
        }
        return Self.joined(ranges.sorted { $0.lowerBound < $1.lowerBound })
    }

    /// Those that touch or overlap become one.
    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.reduce(into: []) { joined, range in
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
    }

    /// Without spaces, and in small letters: a server may write what it repeats in capitals.
    private static func folded(_ text: some Sequence<UInt8>) -> [UInt8] {
        text.compactMap { byte in
            switch byte {
            case 0x20: nil
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            default: byte
            }
        }
    }
}
