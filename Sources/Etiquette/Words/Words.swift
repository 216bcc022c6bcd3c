/// A text as a row of words: runs of letters, marks and digits, as they stand.
public enum Words {
    /// The words in their order; "O'Brien" is two, so that every apostrophe is alike.
    public static func tokens(of text: some StringProtocol) -> [Substring] {
        String(text).unicodeScalars
            .split { !$0.isOfWord }
            .map(Substring.init)
    }

    /// The first word, if there is one.
    public static func first(of text: String) -> String? {
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: \.isOfWord) else { return nil }
        let end = scalars[start...].firstIndex { !$0.isOfWord } ?? scalars.endIndex
        return String(scalars[start..<end])
    }
}

extension Unicode.Scalar {
    fileprivate var isOfWord: Bool {
        if isASCII {
            return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
        }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
