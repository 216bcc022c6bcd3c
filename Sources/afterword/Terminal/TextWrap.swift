/// Text cut into lines for a window, between words and never inside one.
enum TextWrap {
    /// Each line of a text that is wider than the window goes on below, behind its own indentation or bar.
    static func text(_ text: String, columns: Int) -> String {
        guard text.utf8.count > columns else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { DisplayWidth.of($0) > columns ? wrap($0, columns) : String($0) }.joined(separator: "\n")
    }

    private static func wrap(_ line: Substring, _ columns: Int) -> String {
        let margin = Margin(line)
        var lines: [String] = []
        var (current, width, hasWord) = (margin.first, DisplayWidth.of(margin.first), false)
        // Spaces inside a line stay, as between the columns of a table.
        var gap = ""
        for word in line.dropFirst(margin.first.count).split(separator: " ", omittingEmptySubsequences: false)
        {
            guard !word.isEmpty else {
                gap += " "
                continue
            }
            let wanted = DisplayWidth.of(word)
            if hasWord, width + gap.count + wanted > columns {
                lines.append(current)
                (current, width, gap) = (margin.rest, DisplayWidth.of(margin.rest), "")
            }
            current += gap + word
            width += gap.count + wanted
            (gap, hasWord) = (" ", true)
        }
        return (lines + [current + gap.dropFirst()]).joined(separator: "\n")
    }

    /// What stands before the first word, and in its place on the lines that follow.
    private struct Margin {
        let first: String
        let rest: String

        init(_ line: Substring) {
            let spaces = line.prefix { $0 == " " }
            let behind = line.dropFirst(spaces.count)
            if behind.hasPrefix("│ ") {
                (first, rest) = (spaces + "│ ", spaces + "│ ")
                return
            }
            let plain = Self.unpainted(behind)
            let mark =
                ["• ", "! ", "✗ ", "✓ "].first(where: plain.hasPrefix) ?? Self.number(plain[...]) ?? ""
            first = spaces + String(Self.painted(mark, in: behind))
            rest = String(repeating: " ", count: spaces.count + mark.count)
        }

        /// Without the sequences that colour it.
        private static func unpainted(_ text: Substring) -> String {
            var (plain, isSequence) = ("", false)
            for letter in text {
                if letter == "\u{1B}" {
                    isSequence = true
                } else if isSequence {
                    isSequence = letter != "m"
                } else {
                    plain.append(letter)
                }
            }
            return plain
        }

        /// The beginning of a text that shows as this mark.
        private static func painted(_ mark: String, in text: Substring) -> Substring {
            guard !mark.isEmpty else { return "" }
            return text.indices.lazy.map { text[...$0] }.first { unpainted($0) == mark } ?? ""
        }

        /// `3  ` of a list that is numbered.
        private static func number(_ text: Substring) -> String? {
            let digits = text.prefix { $0.isNumber }
            guard !digits.isEmpty, text.dropFirst(digits.count).hasPrefix("  ") else { return nil }
            return digits + "  "
        }
    }
}
