import Text

/// Header text as a person reads it: the encoded words of RFC 2047 decoded, and raw bytes guessed.
///
/// GMime 3.2.13 loses what follows a base64 word with padding, so this is read here. Neighbouring words in one
/// charset are joined as bytes before they are decoded, since many mail programs split characters between words.
enum EncodedWordReader {
    private struct Word {
        let charset: String
        let bytes: [UInt8]
    }

    /// Decoded, white space between words dropped (RFC 2047 6.2); not yet cleaned for showing.
    static func text(_ value: [UInt8]) -> String {
        guard value.contains(UInt8(ascii: "?")) else { return Charset.text(value, charset: nil) }
        var result = ""
        var plain: [UInt8] = []
        var pending: Word?
        func flush() {
            if let word = pending { result += Charset.text(word.bytes, charset: word.charset) }
            pending = nil
        }
        var index = 0
        while index < value.count {
            guard value[index] == UInt8(ascii: "="), let (word, end) = word(in: value, at: index) else {
                plain.append(value[index])
                index += 1
                continue
            }
            if pending == nil || !plain.allSatisfy({ $0 <= 0x20 }) {
                flush()
                result += Charset.text(plain, charset: nil)
            }
            plain = []
            if let before = pending, before.charset == word.charset {
                pending = Word(charset: word.charset, bytes: before.bytes + word.bytes)
            } else {
                flush()
                pending = word
            }
            index = end
        }
        flush()
        return result + Charset.text(plain, charset: nil)
    }

    /// `=?charset?B?text?=`, with a language behind the charset (RFC 2231 5) or not; spaces inside are tolerated.
    private static func word(in value: [UInt8], at start: Int) -> (Word, Int)? {
        let question = UInt8(ascii: "?")
        guard start + 1 < value.count, value[start + 1] == question,
            let charsetEnd = value[(start + 2)...].prefix(60).firstIndex(of: question),
            charsetEnd + 2 < value.count,
            value[charsetEnd + 2] == question
        else { return nil }
        let text = charsetEnd + 3
        var end = text
        while end + 1 < value.count, end - text < 2_000,
            value[end] != question || value[end + 1] != UInt8(ascii: "=")
        {
            end += 1
        }
        guard end + 1 < value.count, value[end] == question, value[end + 1] == UInt8(ascii: "=") else {
            return nil
        }
        let label = value[(start + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }
        let charset = String(decoding: label, as: UTF8.self).lowercased()
        guard let bytes = content(value[text..<end], encoding: value[charsetEnd + 1]) else { return nil }
        return (Word(charset: charset, bytes: bytes), end + 2)
    }

    private static func content(_ text: ArraySlice<UInt8>, encoding: UInt8) -> [UInt8]? {
        switch encoding {
        case UInt8(ascii: "B"), UInt8(ascii: "b"): TransferEncoding.base64(text, limit: text.count)
        case UInt8(ascii: "Q"), UInt8(ascii: "q"):
            TransferEncoding.quotedPrintable(
                ArraySlice(text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }), limit: text.count)
        default: nil
        }
    }
}
