import Text

/// Where the value of a field meets the words of a template, and both bring the same thing: "the The Mapping Agency team",
/// "we talked about the U.S.. That".
enum Seams {
    /// - Parameter articles: those of the language. Of two in a row the first one stays, which is the template's.
    static func mended(in text: String, articles: [String]) -> String {
        withoutDoubleStops(articles.isEmpty ? text : withoutDoubleArticles(text, articles))
    }

    /// A full stop behind another mark that ends a sentence; an ellipsis of three is left alone.
    private static func withoutDoubleStops(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let isLast = index + 1 == bytes.count || bytes[index + 1] <= UInt8(ascii: " ")
            if byte == UInt8(ascii: "."), isLast, let last = result.last, last.endsSentence,
                result.suffix(2) != [byte, byte]
            {
                continue
            }
            result.append(byte)
        }
        return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
    }

    private static func withoutDoubleArticles(_ text: String, _ articles: [String]) -> String {
        var result = text
        for first in articles {
            for second in articles {
                for space in [" ", "\n"] {
                    let twice = "\(first) \(second) "
                    if !result.contains(space + twice) { continue }
                    result = result.replacing(space + twice, with: "\(space)\(first) ")
                }
            }
        }
        return result
    }
}

extension UInt8 {
    fileprivate var endsSentence: Bool {
        self == UInt8(ascii: ".") || self == UInt8(ascii: "?") || self == UInt8(ascii: "!")
    }
}
