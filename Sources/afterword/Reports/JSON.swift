import Foundation
import Ledger

/// An optional that is written as null instead of being left out: what is absent is null, not missing.
@propertyWrapper
struct OrNull<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) {
        self.wrappedValue = wrappedValue
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}

/// One JSON document.
enum JSON {
    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    static func print(_ value: some Encodable) throws {
        Output.line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// An array whose elements are made one after the other, so that ten thousand need no more memory than one.
    static func print<Element>(
        each elements: some Sequence<Element>, _ report: (Element) throws -> some Encodable
    )
        throws
    {
        let encoder = encoder
        var separator = "["
        for element in elements {
            Output.write(separator + String(decoding: try encoder.encode(report(element)), as: UTF8.self))
            separator = ",\n"
        }
        Output.line(separator == "[" ? "[]" : "]")
    }

    /// An object of such arrays, in the order of its keys.
    static func print<Element>(
        arrays: [String: [Element]], _ reports: (ArraySlice<Element>) throws -> [some Encodable]
    ) throws {
        let encoder = encoder
        var opening = "{"
        for (key, elements) in arrays.sorted(by: { $0.key < $1.key }) {
            Output.write(opening + "\"\(key)\":[")
            var separator = ""
            for window in elements.windows {
                for report in try reports(window) {
                    Output.write(separator + String(decoding: try encoder.encode(report), as: UTF8.self))
                    separator = ",\n"
                }
            }
            Output.write("]")
            opening = ","
        }
        Output.line("}")
    }

    /// `2026-11-21T15:00:00Z`.
    static func time(_ moment: Date) -> String {
        TimeWording.utc(moment)
    }
}
