/// A length of time as the configuration writes it: `90m` and `24h` are elapsed time, `14d` is calendar days
/// at the same wall time.
package enum Span: Hashable, Sendable {
    case elapsed(seconds: Int)
    case days(Int)

    /// The longest span that makes sense here: ten years.
    package static let longestDays = 3650

    /// Reads `45s`, `90m`, `24h` or `14d`; nil for anything else, for nothing and for more than ten years.
    package init?(_ text: String) {
        guard let unit = text.utf8.last, text.utf8.count <= 10,
            text.utf8.dropLast().allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text.dropLast())
        else { return nil }
        let seconds: Int
        switch unit {
        case UInt8(ascii: "s"): seconds = count
        case UInt8(ascii: "m"): seconds = count * 60
        case UInt8(ascii: "h"): seconds = count * 3600
        case UInt8(ascii: "d"): seconds = count * 86_400
        default: return nil
        }
        guard seconds <= Self.longestDays * 86_400 else { return nil }
        self = unit == UInt8(ascii: "d") ? .days(count) : .elapsed(seconds: seconds)
    }
}
