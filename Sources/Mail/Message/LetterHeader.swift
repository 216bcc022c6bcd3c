/// The header of a letter of ours as it lies in its bytes: fields are read, added, or put in the place of another, and
/// every other byte stays as it is (RFC 5322 2.2).
///
/// Only what `Letter.frozen()` writes is taken: lines that end in CRLF, each field once, an empty line behind the last.
struct LetterHeader: Equatable, Sendable {
    private struct Field: Equatable, Sendable {
        let name: Range<Int>
        /// Behind the colon, up to the line end of its last line.
        var value: Range<Int>
    }

    private let bytes: [UInt8]
    private let fields: [Field]
    /// Where the content begins, behind the empty line.
    let end: Int

    /// - Throws: `.notAMessage` for what is no header, or one that is damaged.
    init(of bytes: [UInt8]) throws(LetterProblem) {
        var fields: [Field] = []
        var position = 0
        while true {
            guard let line = Self.line(of: bytes, at: position) else { throw .notAMessage }
            position = line.upperBound + 2
            guard !line.isEmpty else { break }
            if Self.isSpace(bytes[line.lowerBound]) {
                guard let last = fields.indices.last else { throw .notAMessage }
                fields[last].value = fields[last].value.lowerBound..<line.upperBound
            } else {
                guard let field = Self.field(in: bytes, line) else { throw .notAMessage }
                fields.append(field)
            }
        }
        self.bytes = bytes
        self.fields = fields
        end = position
        guard isEachOnce else { throw .notAMessage }
    }

    /// Without its CRLF; nil where none ends it.
    private static func line(of bytes: [UInt8], at start: Int) -> Range<Int>? {
        guard let end = bytes[start...].firstIndex(of: ByteLines.lineFeed), end > start,
            bytes[end - 1] == ByteLines.carriageReturn
        else { return nil }
        return start..<(end - 1)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Printable ASCII up to the colon (RFC 5322 3.6.8).
    private static func field(in bytes: [UInt8], _ line: Range<Int>) -> Field? {
        let name = bytes[line].prefix { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
        guard !name.isEmpty, name.endIndex < line.upperBound, bytes[name.endIndex] == UInt8(ascii: ":") else {
            return nil
        }
        return Field(
            name: line.lowerBound..<name.endIndex, value: (name.endIndex + 1)..<line.upperBound)
    }

    private var isEachOnce: Bool {
        fields.indices.allSatisfy { later in
            !fields[..<later].contains { isNamed($0, bytes[fields[later].name]) }
        }
    }

    /// Without regard to case (RFC 5322 1.2.2).
    private func isNamed(_ field: Field, _ name: some Collection<UInt8>) -> Bool {
        field.name.count == name.count
            && zip(bytes[field.name], name).allSatisfy {
                $0 == $1 || ($0 ^ $1 == 0x20 && (0x61...0x7A).contains($0 | 0x20))
            }
    }
}

// MARK: - Reading

extension LetterHeader {
    /// The value of a field, unfolded (RFC 5322 2.2.3) and without white space around it; nil where there is none.
    func value(of name: StaticString) -> [UInt8]? {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        guard let field = fields.first(where: { isNamed($0, name) }) else { return nil }
        var value: [UInt8] = []
        value.reserveCapacity(field.value.count)
        for byte in bytes[field.value].trimmed where byte != ByteLines.lineFeed {
            // A line break goes with the white space behind it, whatever that is: together they are one space.
            if byte == ByteLines.carriageReturn { continue }
            value.append(byte == 0x09 ? 0x20 : byte)
        }
        return value
    }

    /// Everything behind the header.
    var content: ArraySlice<UInt8> { bytes[end...] }
}

// MARK: - Writing

extension LetterHeader {
    /// The whole message, with further fields before those of its content, and where there is one another subject in
    /// the place of its own.
    ///
    /// - Parameter added: complete fields, each with its CRLF.
    func message(adding added: [UInt8], subject: [UInt8]? = nil) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(bytes.count + added.count + (subject?.count ?? 0))
        var isAdded = false
        for field in fields {
            if !isAdded, isOfContent(field) {
                message += added
                isAdded = true
            }
            if let subject, isNamed(field, "subject".utf8) {
                message += subject
            } else {
                message += bytes[field.name.lowerBound..<(field.value.upperBound + 2)]
            }
        }
        if !isAdded { message += added }
        message += bytes[(end - 2)...]
        return message
    }

    /// RFC 2045 3: it describes what follows the header, and stands next to it.
    private func isOfContent(_ field: Field) -> Bool {
        bytes[field.name].lazy.map { $0 | 0x20 }.starts(with: "content-".utf8)
    }
}
