import Ledger
import Reports
import Wording

/// One JSON document on standard output.
extension JSON {
    static func print(_ value: some Encodable) throws {
        Output.write(try bytes(value) + [UInt8(ascii: "\n")])
    }

    /// The document itself, on one line.
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try bytes(value), as: UTF8.self)
    }

    private static func bytes(_ value: some Encodable) throws -> [UInt8] {
        try bytes(value, SentenceSpelling { $0.spelled })
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
            let texts = try sights.mappedSideBySide { try bytes(report($0)) }
            Output.write(Array(separator.utf8) + texts.joined(separator: ",\n".utf8))
        }
    }
}
