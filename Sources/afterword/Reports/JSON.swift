import Desk
import Etiquette
import Foundation
import Ledger
import Wording

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

    /// An array whose elements are made a few at a time, so that ten thousand need no more memory than those.
    static func print<Element>(
        each elements: [Element], _ report: (Element) throws -> some Encodable & Sendable
    ) throws {
        try print(batches: elements) { try $0.map(report) }
    }

    /// The same where the reports on a few elements are made together.
    static func print<Element>(
        batches elements: [Element], _ reports: (ArraySlice<Element>) throws -> [some Encodable & Sendable]
    ) throws {
        try write("[", elements, reports) { $0 }
        Output.line("]")
    }

    /// An object of such arrays, in the order of its keys.
    ///
    /// - Parameters:
    ///   - look: at a few elements together.
    ///   - report: on each of what is seen; beside the next look.
    static func print<Element, Sight: Sendable>(
        arrays: [String: [Element]], _ look: (ArraySlice<Element>) throws -> [Sight],
        _ report: @escaping @Sendable (Sight) -> some Encodable & Sendable
    ) throws {
        var opening = "{"
        for (key, elements) in arrays.sorted(by: { $0.key < $1.key }) {
            try write(opening + "\"\(key)\":[", elements, look, report)
            Output.write("]")
            opening = ","
        }
        Output.line("}")
    }

    /// The elements of an array, behind its opening; nothing where the first look fails. While some are put into words and
    /// written, the next are looked at.
    ///
    /// - Parameter look: shows something of each element.
    private static func write<Element, Sight: Sendable>(
        _ opening: String, _ elements: [Element], _ look: (ArraySlice<Element>) throws -> [Sight],
        _ report: @escaping @Sendable (Sight) -> some Encodable & Sendable
    ) throws {
        if elements.isEmpty { Output.write(opening) }
        try elements.windows.relay {
            (separator: $0.startIndex == 0 ? opening : ",\n", sights: try look($0))
        } _: { separator, sights in
            let texts = try sights.mappedSideBySide { try JSONText.encode(report($0)) }
            Output.write(Array(separator.utf8) + texts.joined(separator: ",\n".utf8))
        }
    }

    /// `2026-11-21T15:00:00Z`.
    static func time(_ moment: Date) -> String {
        TimeWording.utc(moment)
    }
}
