import Foundation
import Wording

/// A JSON object of which every field is known: a misspelt one is an error, not silence.
struct KnownFields {
    private let container: KeyedDecodingContainer<Key>

    init(_ decoder: any Decoder, _ known: Set<String>) throws {
        container = try decoder.container(keyedBy: Key.self)
        if let strange = container.allKeys.first(where: { !known.contains($0.stringValue) }) {
            throw DecodingError.dataCorruptedError(
                forKey: strange, in: container, debugDescription: JSONFault.unknownField(known))
        }
    }

    func value<Value: Decodable>(_ name: String) throws -> Value {
        try container.decode(Value.self, forKey: Key(name))
    }

    /// Nil where it is absent or null.
    func optional<Value: Decodable>(_ name: String) throws -> Value? {
        try container.decodeIfPresent(Value.self, forKey: Key(name))
    }

    struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}

/// What is wrong with a JSON text, in words.
struct JSONFault {
    private let error: DecodingError
    private let text: Substring

    /// - Parameter text: what was read.
    init(_ error: DecodingError, in text: Substring) {
        self.error = error
        self.text = text
    }

    static func unknownField(_ known: Set<String>) -> String {
        "is not a field; allowed: \(known.sorted().joined(separator: ", "))."
    }

    /// - Parameter place: file and line.
    func sentence(place: String) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "\(place): \(path(context, key)) is missing; add it."
        case .typeMismatch(let type, let context):
            "\(place): \(path(context)) is not \(Self.name(type)); correct it."
        case .valueNotFound(let type, let context):
            "\(place): \(path(context)) is null, but needs \(Self.name(type)); fill it in."
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(place): \(path(context)) \(context.debugDescription)"
        case .dataCorrupted: broken(place)
        @unknown default: "\(place): this is not an interview in JSON."
        }
    }

    /// Broken JSON, with the column where reading stopped.
    private func broken(_ place: String) -> String {
        let column = column.map { ":\($0)" } ?? ""
        return "\(place)\(column): this is not JSON; write one whole object in braces on each line."
    }

    /// Counted from 1. The decoder does not tell it; `JSONSerialization` names the byte, in words.
    private var column: Int? {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
            return nil
        } catch {
            let words = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
            let byte = words.firstMatch(of: /character (\d+)/).flatMap { Int($0.1) } ?? text.utf8.count
            return String(decoding: text.utf8.prefix(byte), as: UTF8.self).count + 1
        }
    }

    private func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
        let keys = context.codingPath + [key].compactMap(\.self)
        var path = ""
        for key in keys {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return path.isEmpty ? "the line" : Wording.quoted(path)
    }

    private static func name(_ type: Any.Type) -> String {
        switch type {
        case is String.Type: "a text in quotes"
        case is Bool.Type: "true or false"
        case is [Any].Type: "a list in square brackets"
        default: "an object in braces"
        }
    }
}
