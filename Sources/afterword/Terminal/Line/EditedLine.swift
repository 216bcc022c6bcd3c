/// A line while it is typed: its letters as people see them, and between which of them the cursor stands.
struct EditedLine: Equatable {
    private(set) var letters: [Character] = []
    /// So many letters stand before it.
    private(set) var cursor = 0
    private var deleted: [Character] = []

    init() {}

    var text: String { String(letters) }

    /// What a key leads to.
    enum Step: Equatable {
        /// Letters or cursor changed.
        case changed
        /// Nothing did.
        case unchanged
        /// The line is done.
        case done
        /// The end of input, on an empty line.
        case ended
        case interrupted
        case suspended
        /// It is to be drawn anew.
        case redrawn
    }

    mutating func press(_ key: TerminalKey) -> Step {
        let before = (letters, cursor)
        switch key {
        case .enter: return .done
        case .interrupt: return .interrupted
        case .suspend: return .suspended
        case .redraw: return .redrawn
        case .endOrDelete where letters.isEmpty: return .ended
        case .text(let text): insert(text)
        case .yank: insert(String(deleted))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(letters.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = letters.count
        case .wordLeft: cursor = wordStart
        case .wordRight: cursor = wordEnd
        case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
        case .delete, .endOrDelete: if cursor < letters.count { remove(cursor..<cursor + 1) }
        case .deleteToStart: cut(0..<cursor)
        case .deleteToEnd: cut(cursor..<letters.count)
        case .deleteWordBack: cut(wordStart..<cursor)
        case .deleteWordForward: cut(cursor..<wordEnd)
        }
        return before == (letters, cursor) ? .unchanged : .changed
    }

    /// What was pasted on several lines goes on one: a name and an address copied from a mail stay together.
    private mutating func insert(_ text: String) {
        let lines = text.split(whereSeparator: { $0.isNewline || $0 == "\t" })
            .map { line in
                String(
                    String.UnicodeScalarView(
                        line.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
            }
        let rest = letters[cursor...].count
        // A mark that combines joins the letter before it.
        letters = Array(
            String(letters[..<cursor]) + lines.joined(separator: " ") + String(letters[cursor...]))
        cursor = max(0, letters.count - rest)
    }

    private mutating func remove(_ range: Range<Int>) {
        letters.removeSubrange(range)
        cursor = range.lowerBound
    }

    private mutating func cut(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        deleted = Array(letters[range])
        remove(range)
    }

    private var wordStart: Int {
        var index = cursor
        while index > 0, !letters[index - 1].isPartOfWord { index -= 1 }
        while index > 0, letters[index - 1].isPartOfWord { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < letters.count, !letters[index].isPartOfWord { index += 1 }
        while index < letters.count, letters[index].isPartOfWord { index += 1 }
        return index
    }
}

extension Character {
    /// As a shell jumps.
    fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "'" || self == "’" }
}
