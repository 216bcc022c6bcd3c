/// What is not ASCII: a few characters of a message, unless it is written in another script.
extension TextScanner {
    mutating func take(
        _ scalar: Unicode.Scalar, at index: Int, length: Int, in text: UnsafeBufferPointer<UInt8>
    ) {
        let range = index..<(index + length)
        switch scalar.value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF:
            takeLetter(scalar, at: index, isForeign: false, part: .middle)
        case 0x300...0x36F: takeLetter(scalar, at: index, isForeign: false, part: .mark)
        case 0x2019, 0x2BC:
            guard isInWord, Self.goesOn(at: range.upperBound, behind: UInt8(ascii: "'"), in: text) else {
                return takeBreak(at: index, .curlySingle, range)
            }
            marks.append(.init(kind: .curlySingle, range: range))
            append(UInt8(ascii: "'"))
        case 0x2018, 0x201A: takeBreak(at: index, .curlySingle, range)
        case 0x201C, 0x201D, 0x201E: takeBreak(at: index, .curlyDouble, range)
        case 0xFF1F, 0x61F: takeBreak(at: index, .question, range)
        case 0xFF01: takeBreak(at: index, .exclamation, range)
        case 0x2010, 0x2011: takeMark(UInt8(ascii: "-"), at: index, in: text)
        default: takeRare(scalar, at: index, range, in: text)
        }
    }

    private mutating func takeRare(
        _ scalar: Unicode.Scalar, at index: Int, _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
    ) {
        if scalar.plain == " " {
            takeSpace(UInt8(ascii: " "), at: index, in: text)
        } else if scalar.isEmoji || scalar.value == 0xFE0F {
            takeEmoji(at: index, range)
        } else {
            let part = WordPart(scalar)
            if part == .none {
                takeBreak(at: index, nil, range)
            } else {
                takeLetter(scalar, at: index, isForeign: true, part: part)
            }
        }
    }

    /// One emoji may be several characters in a row.
    private mutating func takeEmoji(at index: Int, _ range: Range<Int>) {
        if let last = marks.last, last.kind == .emoji, last.range.upperBound == index {
            marks[marks.count - 1] = .init(kind: .emoji, range: last.range.lowerBound..<range.upperBound)
        } else {
            takeBreak(at: index, .emoji, range)
        }
    }

    /// The character that begins here, and how many bytes it has; the text is valid.
    static func scalar(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int) {
        func rest(_ offset: Int) -> UInt32 { UInt32(text[index + offset] & 0x3F) }
        let first = UInt32(text[index])
        let (value, length) =
            switch first {
            case ..<0xE0: ((first & 0x1F) << 6 | rest(1), 2)
            case ..<0xF0: ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
            default: ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
            }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Whether a word goes on behind a mark: with a letter, or behind other marks than apostrophes with a figure.
    static func goesOn(at index: Int, behind mark: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let byte = byte(at: index, in: text) else { return false }
        guard byte >= 0x80 else {
            return (0x61...0x7A).contains(byte | 0x20)
                || (0x30...0x39).contains(byte) && mark != UInt8(ascii: "'")
        }
        return scalar(at: index, in: text).0.properties.isAlphabetic
    }

    static func isSmall(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        byte(at: index, in: text).map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? false
    }

    static func byte(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt8? {
        index < text.count ? text[index] : nil
    }
}

extension Unicode.Scalar {
    /// A picture, not a sign such as © or a digit, which are emoji only with a selector behind them.
    fileprivate var isEmoji: Bool {
        switch value {
        case 0x2600...0x27BF, 0x1F000...0x1FAFF: properties.isEmoji
        case 0x2190...0x2BFF: properties.isEmojiPresentation
        default: false
        }
    }
}
