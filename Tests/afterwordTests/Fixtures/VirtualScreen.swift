/// What stands on a terminal after all that was sent to it: the part of ECMA-48 that the program and xterm share, with
/// everything that scrolled away kept.
struct VirtualScreen {
    let columns: Int
    private var rows: [[Character]] = [[]]
    private var (row, column) = (0, 0)
    private var sequence: String?
    /// Rows that the terminal itself had to break, since a line was longer than the window.
    private(set) var broken: Set<Int> = []

    init(columns: Int) {
        self.columns = columns
    }

    /// The rows, without blanks at their ends.
    var lines: [String] {
        rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()).replacing("\u{0}", with: "") }
    }

    var text: String { lines.joined(separator: "\n") }

    mutating func take(_ text: String) {
        for scalar in text.unicodeScalars { take(scalar) }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        if let open = sequence {
            sequence = open + String(scalar)
            if !open.isEmpty, (0x40...0x7E).contains(scalar.value) { finish() }
            return
        }
        switch scalar {
        case "\u{1B}": sequence = ""
        case "\r": column = 0
        case "\n": go(to: row + 1)
        case "\u{8}": column = max(0, column - 1)
        case "\u{7}": break
        default: put(scalar)
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        if scalar.properties.generalCategory == .nonspacingMark {
            let index = max(0, column - 1)
            if rows[row].indices.contains(index) {
                rows[row][index] = Character(String(rows[row][index]) + String(scalar))
            }
            return
        }
        let width =
            scalar.value >= 0x1100 && (0x1100...0x115F ~= scalar.value || 0x2E80...0xA4CF ~= scalar.value)
            ? 2 : 1
        if column + width > columns {
            broken.insert(row)
            go(to: row + 1)
            column = 0
        }
        while rows[row].count < column + width { rows[row].append(" ") }
        rows[row][column] = Character(scalar)
        if width == 2 { rows[row][column + 1] = "\u{0}" }
        column += width
    }

    private mutating func go(to row: Int) {
        self.row = max(0, row)
        while rows.count <= self.row { rows.append([]) }
    }

    private mutating func finish() {
        guard let whole = sequence, whole.first == "[" else {
            sequence = nil
            return
        }
        sequence = nil
        let number = Int(whole.dropFirst().dropLast()) ?? 1
        switch whole.last {
        case "A": go(to: row - number)
        case "B": go(to: row + number)
        case "C": column = min(columns - 1, column + number)
        case "D": column = max(0, column - number)
        case "J" where whole == "[J":
            rows[row] = Array(rows[row].prefix(column))
            rows.removeSubrange((row + 1)...)
        case "K": rows[row] = Array(rows[row].prefix(column))
        default: break
        }
    }
}
