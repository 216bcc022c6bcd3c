/// One value of a JSON document while it describes itself: an object, a list, or something by itself.
///
/// What it holds is written in its order: a container within it ends where the next value begins.
final class JSONNode: Encoder, SingleValueEncodingContainer, UnkeyedEncodingContainer {
    private enum Shape { case single, list, object }

    private let text: JSONText
    private var shape = Shape.single
    /// Of an object: each key, and where its field begins.
    private var fields: [(key: String, start: Int)] = []
    private(set) var count = 0
    /// A container within this one that nobody has ended yet.
    private var inner: JSONNode?

    /// Nobody asks where in the document a value is.
    var codingPath: [any CodingKey] { [] }
    /// Nor for anything else.
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private init(_ text: JSONText) {
        self.text = text
    }

    static func write(_ value: some Encodable, to text: JSONText) throws {
        let node = JSONNode(text)
        try value.encode(to: node)
        node.end()
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if shape != .object { text.append("{") }
        shape = .object
        return KeyedEncodingContainer(JSONFields<Key>(node: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        shape = .list
        text.append("[")
        return self
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    private func end() {
        endInner()
        switch shape {
        case .single: break
        case .list: text.append("]")
        case .object:
            let ends = fields.dropFirst().map(\.start) + [text.count]
            let pieces = zip(fields, ends).sorted { $0.0.key < $1.0.key }
            text.reorder(pieces.map { $0.start..<$1 })
            text.append("}")
        }
    }

    private func endInner() {
        inner?.end()
        inner = nil
    }

    /// Begins a field of an object; its value comes next.
    func field(_ key: any CodingKey) -> JSONNode {
        endInner()
        fields.append((key.stringValue, text.count))
        text.quote(key.stringValue)
        text.append(":")
        return self
    }

    /// Before each value; those of a list have a comma between them.
    private func beginValue() {
        guard shape == .list else { return }
        endInner()
        if count > 0 { text.append(",") }
        count += 1
    }

    private func beginInner() -> JSONNode {
        beginValue()
        let node = JSONNode(text)
        inner = node
        return node
    }
}

// MARK: - Values

extension JSONNode {
    private func word(_ word: String) {
        beginValue()
        text.append(word)
    }

    private func number(_ value: some FloatingPoint & CustomStringConvertible) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, EncodingError.Context(codingPath: [], debugDescription: "JSON has no such number"))
        }
        word(value.description)
    }

    func encode(_ value: String) {
        beginValue()
        text.quote(value)
    }

    func encode(_ value: some Encodable) throws {
        beginValue()
        try Self.write(value, to: text)
    }

    func encodeNil() { word("null") }
    func encode(_ value: Bool) { word(value ? "true" : "false") }
    func encode(_ value: Double) throws { try number(value) }
    func encode(_ value: Float) throws { try number(value) }
    func encode(_ value: Int) { word(String(value)) }
    func encode(_ value: Int8) { word(String(value)) }
    func encode(_ value: Int16) { word(String(value)) }
    func encode(_ value: Int32) { word(String(value)) }
    func encode(_ value: Int64) { word(String(value)) }
    func encode(_ value: UInt) { word(String(value)) }
    func encode(_ value: UInt8) { word(String(value)) }
    func encode(_ value: UInt16) { word(String(value)) }
    func encode(_ value: UInt32) { word(String(value)) }
    func encode(_ value: UInt64) { word(String(value)) }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        beginInner().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { beginInner().unkeyedContainer() }
    func superEncoder() -> any Encoder { beginInner() }
}

/// The fields of an object.
private struct JSONFields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private enum Super: String, CodingKey { case `super` }

    let node: JSONNode

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { node.field(key).encodeNil() }
    func encode(_ value: Bool, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: String, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: Double, forKey key: Key) throws { try node.field(key).encode(value) }
    func encode(_ value: Float, forKey key: Key) throws { try node.field(key).encode(value) }
    func encode(_ value: Int, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: Int8, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: Int16, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: Int32, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: Int64, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: UInt, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: UInt8, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: UInt16, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: UInt32, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: UInt64, forKey key: Key) { node.field(key).encode(value) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try node.field(key).encode(value) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { node.field(key).nestedContainer(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        node.field(key).nestedUnkeyedContainer()
    }
    func superEncoder() -> any Encoder { node.field(Super.super).superEncoder() }
    func superEncoder(forKey key: Key) -> any Encoder { node.field(key).superEncoder() }
}
