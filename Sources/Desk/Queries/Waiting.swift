/// How long answers took, with what is still open counted as open: to leave those out who have not answered yet would
/// make every answer look quick (survivorship).
package struct Waiting: Equatable, Sendable {
    /// One wait that began: until an answer, or so far.
    package struct Wait: Hashable, Sendable {
        /// What ended it, if anything.
        package enum End: Sendable {
            case answered
            /// The user took the application back before anybody had answered.
            case withdrew
            /// It has lasted so long till today.
            case open
        }

        /// Calendar days, by the clock of the place where the interview was.
        package let days: Int
        package let end: End
    }

    /// What became of all waits within so many days; the four numbers make up all of them.
    package struct Within: Equatable, Sendable {
        package let days: Int
        package let answered: Int
        /// As many days went by without an answer.
        package let unanswered: Int
        /// They have not gone by yet.
        package let open: Int
        /// The user took the application back before they had.
        package let withdrew: Int
    }

    /// The spans that are told of.
    package static let spans = [7, 14, 28]

    /// Shortest first.
    package let waits: [Wait]

    package init(_ waits: [Wait]) { self.waits = waits.sorted { $0.days < $1.days } }

    package var count: Int { waits.count }
    package var answered: Int { count(.answered) }
    package var open: Int { count(.open) }
    package var withdrew: Int { count(.withdrew) }

    private func count(_ end: Wait.End) -> Int { waits.count { $0.end == end } }

    /// - Parameter days: an answer on the last of them counts; a wait that has lasted just so long is open, since the day
    ///   is not over.
    package func within(_ days: Int) -> Within {
        let ended = waits.filter { $0.days <= days }
        return Within(
            days: days, answered: ended.count { $0.end == .answered },
            unanswered: waits.count - ended.count, open: ended.count { $0.end == .open },
            withdrew: ended.count { $0.end == .withdrew })
    }

    /// After how many days half of them had answered, what is still open taken for what it is: neither an answer nor a
    /// refusal to answer (the median by Kaplan and Meier, 1958). Nil where fewer than half have answered so far.
    package var medianDays: Int? {
        var silent = 1.0
        var rest = waits[...]
        while let days = rest.first?.days {
            let day = rest.prefix { $0.days == days }
            silent *= 1 - Double(day.count { $0.end == .answered }) / Double(rest.count)
            // Halves of halves are not exact in binary.
            if silent <= 0.5 + 1e-9 { return days }
            rest = rest[day.endIndex...]
        }
        return nil
    }
}
