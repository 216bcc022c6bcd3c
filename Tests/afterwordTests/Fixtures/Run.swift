import Foundation
import Reports
import Testing

/// What came of a run of the program.
struct Run {
    let out: String
    let err: String
    let status: Int32

    /// The one document on standard output.
    func json(_ location: SourceLocation = #_sourceLocation) throws -> Value {
        try #require(out.hasSuffix("\n"), "\(self)", sourceLocation: location)
        do {
            return try JSONDecoder().decode(Value.self, from: Data(out.utf8))
        } catch {
            Issue.record("not one JSON document: \(out) \(err)", sourceLocation: location)
            throw error
        }
    }
}

/// A JSON value, with subscripts that answer null where nothing is there.
enum Value: Equatable, Sendable, Decodable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([Value])
    case object([String: Value])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Value].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: Value].self))
        }
    }

    subscript(key: String) -> Value {
        if case .object(let fields) = self { fields[key] ?? .null } else { .null }
    }

    subscript(index: Int) -> Value {
        items.indices.contains(index) ? items[index] : .null
    }

    var items: [Value] {
        if case .list(let items) = self { items } else { [] }
    }

    var string: String {
        if case .text(let text) = self { text } else { "" }
    }

    /// The names of an object's fields, sorted.
    var keys: [String] {
        if case .object(let fields) = self { fields.keys.sorted() } else { [] }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(nilLiteral: ()) { self = .null }
    init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value: CustomStringConvertible {
    var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .text(let value): value
        case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
        case .object(let fields): "{" + fields.map { "\($0): \($1)" }.sorted().joined(separator: ", ") + "}"
        }
    }
}
