import Composer
import Wording

/// A part of a message with what was found in it marked, as the template `marked` shows it.
struct MarkedText {
    /// A stretch of it.
    struct Stretch {
        let words: String
        let isMarked: Bool
        /// The id of what was found there, on the page.
        let finding: String
    }

    let stretches: [Stretch]

    /// - Parameter findings: of which those are marked that stand in this part; of two that overlap, the first.
    init(_ text: String, _ part: Finding.Part, _ findings: [FindingView]) {
        var stretches: [Stretch] = []
        var position = text.startIndex
        let places = findings.compactMap { finding in
            finding.place.flatMap { place in
                place.part == part ? Self.range(of: place, in: text).map { ($0, finding.id) } : nil
            }
        }
        for (range, id) in places.sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
        where range.lowerBound >= position && !range.isEmpty {
            stretches.append(Self.stretch(text[position..<range.lowerBound]))
            stretches.append(Self.stretch(text[range], id))
            position = range.upperBound
        }
        stretches.append(Self.stretch(text[position...]))
        self.stretches = stretches.filter { !$0.words.isEmpty }
    }

    private static func stretch(_ text: Substring, _ finding: String? = nil) -> Stretch {
        // What can't be seen is shown; line ends stay.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            Wording.shown(String($0))
        }
        return Stretch(
            words: lines.joined(separator: "\n"), isMarked: finding != nil, finding: finding ?? "")
    }

    /// Where a passage stands; nil where the text is another by now.
    static func range(of place: Finding.Place, in text: String) -> Range<String.Index>? {
        var lines = text[...]
        for _ in 1..<max(1, place.line) {
            guard let end = lines.firstIndex(of: "\n") else { return nil }
            lines = lines[lines.index(after: end)...]
        }
        guard
            let start = lines.index(lines.startIndex, offsetBy: place.column - 1, limitedBy: lines.endIndex),
            lines[start...].hasPrefix(place.passage),
            let end = text.index(start, offsetBy: place.passage.count, limitedBy: text.endIndex)
        else { return nil }
        return start..<end
    }
}
