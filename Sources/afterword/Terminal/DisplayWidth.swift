/// How many columns text takes on a terminal (Unicode Standard Annex 11, East Asian Width).
enum DisplayWidth {
    /// Of a text without the sequences that colour it.
    static func of(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        var (width, isSequence) = (0, false)
        for letter in text {
            if letter == "\u{1B}" {
                isSequence = true
            } else if isSequence {
                isSequence = !letter.isLetter
            } else {
                width += of(letter)
            }
        }
        return width
    }

    /// Of one letter with all its marks.
    static func of(_ letter: Character) -> Int {
        guard let first = letter.unicodeScalars.first else { return 0 }
        guard first.value >= 0x300 else { return first.value < 0x20 ? 0 : 1 }
        if letter.unicodeScalars.contains(where: { $0.value == 0xFE0F }) || isWide(first.value) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
