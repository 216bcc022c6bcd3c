import Desk
import Wording

/// How long answers took, as the template `waiting` draws it: a bar for each span, all of one length, cut into who had
/// answered, who is still open, and the rest. All numbers are units of the picture.
struct WaitingDrawing {
    struct Bar {
        let y: Int
        let label: String
        let labelY: Int
        let pieces: [Piece]
    }

    /// A part of a bar.
    struct Piece {
        let x: Int
        let width: Int
        /// How it looks, as the style names it.
        let look: String
    }

    /// What a look stands for.
    struct Legend {
        let x: Int
        let textX: Int
        let look: String
        let label: String
    }

    /// Tells apart what several pictures of one page refer to.
    let id: String
    let title: String
    let description: String
    let height: Int
    let bars: [Bar]
    let legends: [Legend]
    let legendY: Int
    let legendTextY: Int

    private static let (left, width, step) = (100, 250, 26)

    init(_ section: StatisticsText.Section, _ waiting: Waiting, id: String) {
        self.id = id
        title = section.heading
        let rows = zip(Waiting.spans, section.rows)
        description = rows.map { "\(Wording.capitalised($1.label)): \($1.text)." }.joined(separator: " ")
        bars = rows.enumerated().map { number, row in
            Bar(
                y: number * Self.step + 4, label: row.1.label, labelY: number * Self.step + 16,
                pieces: Self.pieces(waiting.within(row.0), of: waiting.count))
        }
        let below = bars.count * Self.step + 4
        (legendY, legendTextY, height) = (below, below + 10, below + 16)
        legends = zip(StatisticsText.legend, ["done", "ahead", "rest"]).enumerated().map { number, pair in
            let x = Self.left + number * 84
            return Legend(x: x, textX: x + 16, look: pair.1, label: pair.0)
        }
    }

    private static func pieces(_ within: Waiting.Within, of count: Int) -> [Piece] {
        let parts = [
            (within.answered, "done"), (within.open, "ahead"), (within.unanswered + within.withdrew, "rest"),
        ]
        var before = 0
        return parts.compactMap { part, look in
            let start = left + width * before / count
            before += part
            let end = left + width * before / count
            return part == 0 ? nil : Piece(x: start, width: end - start, look: look)
        }
    }
}
