/// What to send to a terminal so that it shows a prompt and a line over as many rows as they take.
struct LineDrawing {
    let prompt: String
    /// In which letters the terminal can show.
    let charset: Charset
    private var row = 0
    private var shown = EditedLine()
    private var shownColumns = 0

    /// What a terminal can show.
    enum Charset { case utf8, ascii }

    init(prompt: String, charset: Charset) {
        self.prompt = prompt
        self.charset = charset
    }

    /// - Parameter columns: of the window, now.
    mutating func draw(_ line: EditedLine, columns: Int) -> String {
        let columns = max(columns, 2)
        let end = place(of: line.letters.count, in: line, columns)
        defer { (row, shown, shownColumns) = (place(of: line.cursor, in: line, columns).row, line, columns) }
        if let appended = appended(to: line, columns, end) { return appended }
        var text = Self.up(row) + "\r\u{1B}[J" + letters(of: prompt) + line.letters.map(letter).joined()
        // Behind the last column a terminal waits with the cursor: it is made to go on.
        if end.column == 0, end.row > 0 { text += "\r\n" }
        let cursor = place(of: line.cursor, in: line, columns)
        return text + Self.up(end.row - cursor.row) + "\r"
            + (cursor.column > 0 ? "\u{1B}[\(cursor.column)C" : "")
    }

    /// Below the line, for what comes next.
    mutating func leave(_ line: EditedLine, columns: Int) -> String {
        let columns = max(columns, 2)
        let end = place(of: line.letters.count, in: line, columns)
        defer { (row, shown) = (0, EditedLine()) }
        let down = end.row - row
        return (down > 0 ? "\u{1B}[\(down)B" : "") + (end.column == 0 && end.row > 0 ? "\r" : "\r\n")
    }

    /// The next drawing begins on a row of its own.
    mutating func forget() { (row, shown, shownColumns) = (0, EditedLine(), 0) }

    /// A letter behind the others needs no more than itself.
    private func appended(to line: EditedLine, _ columns: Int, _ end: (row: Int, column: Int)) -> String? {
        let before = shown.letters
        guard shownColumns == columns, shown.cursor == before.count, line.cursor == line.letters.count,
            line.letters.count > before.count, Array(line.letters.prefix(before.count)) == before,
            end.row == row, end.column > 0
        else { return nil }
        return line.letters.dropFirst(before.count).map(letter).joined()
    }

    /// Where the cursor stands with so many letters before it, from the row of the prompt.
    private func place(of count: Int, in line: EditedLine, _ columns: Int) -> (row: Int, column: Int) {
        var (row, column) = (0, 0)
        for letter in letters(of: prompt) + line.letters.prefix(count).map(letter).joined() {
            let width = DisplayWidth.of(letter)
            if column + width > columns { (row, column) = (row + 1, 0) }
            column += width
        }
        return column >= columns ? (row + 1, 0) : (row, column)
    }

    private func letter(_ letter: Character) -> String { letters(of: String(letter)) }

    private func letters(of text: String) -> String { charset == .utf8 ? text : PlainLetters.text(text) }

    private static func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
}
