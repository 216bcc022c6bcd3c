/// What a character is to a word.
enum WordPart {
    /// Between words.
    case none
    /// A combining mark: belongs to what stands before it.
    case mark
    /// A letter or digit.
    case middle
    /// A word by itself, in a script that is written without spaces between words or with particles attached.
    case whole

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .middle
        case ..<0xAA: self = .none
        case 0x3040...0x30FF, 0xAC00...0xD7A3:
            self = scalar.properties.generalCategory.isWord ? .whole : .none
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
            case let category where category.isWord: self = scalar.properties.isIdeographic ? .whole : .middle
            default: self = .none
            }
        }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isWord: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Straight instead of typographic apostrophes, plain hyphens, and a space for any white space.
    package var plain: Unicode.Scalar {
        if value > 0x60, value < 0x85 { return self }
        return switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            " "
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0xFF07, 0x60, 0xB4: "'"
        case 0x2010, 0x2011: "-"
        default: self
        }
    }
}
