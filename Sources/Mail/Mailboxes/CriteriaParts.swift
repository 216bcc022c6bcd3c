extension Criteria {
    /// The same question as several that are each short enough; what any of them finds is found. A part that can't be
    /// divided stays as it is.
    /// - Parameter size: of a question, in bytes.
    func divided(into limit: Int, size: (Criteria) -> Int) -> [Criteria] {
        guard size(self) > limit else { return [self] }
        switch self {
        case .any(let choices) where choices.count > 1:
            return Self.halves(of: choices).flatMap { Criteria.any($0).divided(into: limit, size: size) }
        case .any(let choices):
            return choices.flatMap { $0.divided(into: limit, size: size) }
        case .all(let conditions):
            return Self.divideLargest(of: conditions, size: size).flatMap { parts in
                parts == conditions ? [.all(parts)] : Criteria.all(parts).divided(into: limit, size: size)
            }
        default: return [self]
        }
    }

    /// Splits the largest choice among the conditions, each half with all the others.
    private static func divideLargest(of conditions: [Criteria], size: (Criteria) -> Int) -> [[Criteria]] {
        let divisible = conditions.indices.filter { index in
            if case .any(let choices) = conditions[index] { choices.count > 1 } else { false }
        }
        guard let largest = divisible.max(by: { size(conditions[$0]) < size(conditions[$1]) }),
            case .any(let choices) = conditions[largest]
        else { return [conditions] }
        return halves(of: choices).map { half in
            var parts = conditions
            parts[largest] = .any(half)
            return parts
        }
    }

    private static func halves(of choices: [Criteria]) -> [[Criteria]] {
        let middle = choices.count / 2
        return [Array(choices[..<middle]), Array(choices[middle...])]
    }

    /// The days in it alone, which find at least what this one finds.
    var daysAlone: Criteria {
        switch self {
        case .since: self
        case .all(let parts): .all(parts.map(\.daysAlone).filter { $0 != .everything })
        default: .everything
        }
    }

    /// A question in ASCII that finds at least what this one does, for servers that take nothing else: of each text
    /// its longest part in ASCII.
    var inASCII: Criteria { asciiOnly(wider: true) }

    /// - Parameter wider: false beneath a `not`, where less must be found for more to be.
    private func asciiOnly(wider: Bool) -> Criteria {
        switch self {
        case .header(let name, let text): Self.ascii(name, text, wider: wider)
        case .everything, .since: self
        case .all(let parts): .all(parts.map { $0.asciiOnly(wider: wider) })
        case .any(let parts): .any(parts.map { $0.asciiOnly(wider: wider) })
        case .not(let part): .not(part.asciiOnly(wider: !wider))
        }
    }

    private static func ascii(_ name: HeaderName, _ text: String, wider: Bool) -> Criteria {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return .header(name, text) }
        guard wider else { return .any([]) }
        // A base letter and its combining accent may be one code point on the other side.
        let pieces = text.split { !$0.isASCII }
        guard let longest = pieces.max(by: { $0.utf8.count < $1.utf8.count }) else { return .everything }
        return .header(name, String(longest))
    }
}
