import Desk
import Etiquette
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

extension OrNull: Sendable where Value: Sendable {}

/// One JSON document.
enum JSON {
    static func print(_ value: some Encodable) throws {
        Output.write(try JSONText.encode(value) + [UInt8(ascii: "\n")])
    }

    /// The document itself, on one line.
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }

    /// How many reports are in memory at once.
    private static let atOnce = 64

    /// An array whose elements are made a few at a time, so that ten thousand need no more memory than those.
    static func print<Element, Report: Encodable & Sendable>(
        each elements: [Element], _ report: (Element) throws -> Report
    ) throws {
        try print(batches: elements) { try $0.map(report) }
    }

    /// The same where the reports on a few elements are made together.
    static func print<Element, Report: Encodable & Sendable>(
        batches elements: [Element], _ reports: (ArraySlice<Element>) throws -> [Report]
    ) throws {
        var separator = "["
        for start in stride(from: 0, to: elements.count, by: atOnce) {
            let batch = try reports(elements[start...].prefix(atOnce))
            try write(batch, &separator)
        }
        Output.line(separator == "[" ? "[]" : "]")
    }

    /// Some elements of an array.
    private static func write(_ reports: [some Encodable & Sendable], _ separator: inout String) throws {
        var piece: [UInt8] = []
        for text in try reports.mappedSideBySide({ try JSONText.encode($0) }) {
            piece += separator.utf8
            piece += text
            separator = ",\n"
        }
        Output.write(piece)
    }

    /// An object of such arrays, in the order of its keys.
    static func print<Element>(
        arrays: [String: [Element]], _ reports: (ArraySlice<Element>) throws -> [some Encodable & Sendable]
    ) throws {
        var opening = "{"
        for (key, elements) in arrays.sorted(by: { $0.key < $1.key }) {
            Output.write(opening + "\"\(key)\":[")
            var separator = ""
            for window in elements.windows {
                try write(try reports(window), &separator)
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
