/// A set of UIDs as IMAP writes it: `2,4:7` (RFC 3501 9, sequence-set).
struct UIDSet {
    /// Neighbours together.
    let text: String

    init(_ uids: some Sequence<UInt32>) {
        var ranges: [ClosedRange<UInt32>] = []
        for uid in uids.sorted() {
            if let last = ranges.last, uid <= last.upperBound || uid == last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(uid, last.upperBound)
            } else {
                ranges.append(uid...uid)
            }
        }
        text = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound):\($0.upperBound)" }
            .joined(separator: ",")
    }

    /// The UIDs of a set within a range, in its order; nil where it is none, or names more than anybody has.
    static func members(of text: [UInt8], within range: ClosedRange<UInt32>, atMost limit: Int)
        -> [UInt32]?
    {
        var members: [UInt32] = []
        for part in text.split(separator: UInt8(ascii: ",")) {
            let ends = part.split(separator: UInt8(ascii: ":"), maxSplits: 1).map { number($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil else { return nil }
            let part = min(first, last)...max(first, last)
            guard part.overlaps(range) else { continue }
            let inside = part.clamped(to: range)
            guard inside.count <= limit - members.count else { return nil }
            members.append(contentsOf: inside)
        }
        return members
    }

    static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        guard (1...10).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return UInt32(exactly: digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
}
