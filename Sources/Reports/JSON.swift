import Foundation
import Text
import Wording

/// An optional that is written as null instead of being left out: what is absent is null, not missing.
@propertyWrapper
package struct OrNull<Value: Encodable>: Encodable {
    package var wrappedValue: Value?

    package init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}

extension OrNull: Sendable where Value: Sendable {}

/// Documents for other programs (RFC 8259).
package enum JSON {
    /// One document on one line, each object's keys in the order of the alphabet.
    ///
    /// - Parameter spelling: of the sentences that stand in it.
    /// - Throws: what a value throws while it describes itself, and `EncodingError` for a number that JSON has not.
    package static func bytes(_ value: some Encodable, _ spelling: SentenceSpelling) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let key = SentenceSpelling.key { encoder.userInfo[key] = spelling }
        return visible(Array(try encoder.encode(value)))
    }

    /// `2026-11-21T15:00:00Z`.
    package static func time(_ moment: Date) -> String { TimeWording.utc(moment) }

    /// Writes out what a terminal obeys or nobody sees: DEL and the C1 controls, marks of direction, what joins or has no
    /// width. Foundation escapes what RFC 8259 section 7 asks for, and nothing of this can stand outside a string.
    private static func visible(_ document: [UInt8]) -> [UInt8] {
        guard document.contains(where: { $0 >= 0x7F }) else { return document }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(document.count)
        var start = 0
        var index = 0
        while index < document.count {
            guard let scalar = hidden(in: document, at: index) else {
                index += 1
                continue
            }
            bytes += document[start..<index]
            bytes += escaped(scalar).utf8
            index += scalar.utf8.count
            start = index
        }
        return bytes + document[start...]
    }

    /// The character that begins there, if it is not to be seen as it is.
    private static func hidden(in document: [UInt8], at index: Int) -> Unicode.Scalar? {
        // Of what is written in two bytes and more, few beginnings can be one of those.
        let length =
            switch document[index] {
            case 0x7F: 1
            case 0xC2, 0xD8, 0xDC: 2
            case 0xE1, 0xE2, 0xE3, 0xEF: 3
            case 0xF0, 0xF3: 4
            default: 0
            }
        guard length > 0, index + length <= document.count,
            let scalar = String(decoding: document[index..<(index + length)], as: UTF8.self).unicodeScalars
                .first
        else { return nil }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: scalar
        default: nil
        }
    }

    /// As UTF-16 has it, which is how JSON escapes (RFC 8259 section 7).
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { "\\u" + $0.padded(to: 4, radix: 16) }.joined()
    }
}
