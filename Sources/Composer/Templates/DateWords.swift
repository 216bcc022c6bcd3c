import Etiquette

/// How a language writes a day: names and their order, all of it data.
struct DateWords: Equatable, Sendable {
    /// What may stand between braces in a pattern.
    enum Field: String, CaseIterable {
        case weekday, day, month, year
    }

    /// A pattern cut up: text as it stands, and fields.
    enum Piece: Equatable {
        case text(String)
        case field(Field)
    }

    let pattern: [Piece]
    /// Seven, from Monday on.
    let weekdays: [String]
    /// Twelve, from January on.
    let months: [String]

    /// `Friday 20 November 2026`.
    func text(for day: Day) -> String {
        let (year, month, dayOfMonth) = day.components
        return pattern.map { piece in
            switch piece {
            case .text(let text): text
            case .field(.weekday): weekdays[day.weekday]
            case .field(.day): String(dayOfMonth)
            case .field(.month): months[month - 1]
            case .field(.year): String(year)
            }
        }.joined()
    }

    /// Whether the day stands before the month.
    var writesDayFirst: Bool {
        let fields = pattern.filter { $0 == .field(.day) || $0 == .field(.month) }
        return fields.first == .field(.day)
    }

    /// Cuts `{day}. {month} {year}` up; nil for a brace that belongs to no field, or where a day could not be told. The
    /// year may be missing: of an interview some weeks ago nobody asks which year it was.
    static func pattern(of text: String) -> [Piece]? {
        var pieces: [Piece] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}"),
                let field = Field(rawValue: String(rest[rest.index(after: brace)..<end]))
            else { return nil }
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            pieces.append(.field(field))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return [.day, .month].allSatisfy { pieces.contains(.field($0)) } ? pieces : nil
    }
}
