/// The header of a letter of ours as it lies in its bytes: fields are read, added, or put in the place of another, and
/// every other byte stays as it is (RFC 5322 2.2).
struct LetterHeader: Equatable, Sendable {
    private let bytes: [UInt8]
    private let fields: HeaderFields
    /// Where the content begins, behind the empty line.
    let end: Int

    /// - Throws: `.notAMessage` for what `Letter.frozen()` does not write, or what is damaged.
    init(of bytes: [UInt8]) throws(LetterProblem) {
        var lines = ByteLines(bytes[...])
        fields = HeaderFields(reading: &lines)
        guard fields.isExact else { throw .notAMessage }
        self.bytes = bytes
        end = lines.position
    }

    /// The value of a field, unfolded (RFC 5322 2.2.3) and without white space around it; nil where there is none.
    ///
    /// - Parameter name: in lower case.
    func value(of name: String) -> [UInt8]? {
        guard let field = fields.fields.first(where: { $0.name == name }) else { return nil }
        // A line break goes with the white space behind it, whatever that is: together they are one space.
        return bytes[field.range].dropFirst(name.utf8.count + 1).trimmed.compactMap { byte in
            byte == ByteLines.carriageReturn || byte == ByteLines.lineFeed ? nil : byte == 0x09 ? 0x20 : byte
        }
    }

    /// Everything behind the header.
    var content: ArraySlice<UInt8> { bytes[end...] }

    /// The whole message, with further fields before those of its content, and where there is one another subject in
    /// the place of its own.
    ///
    /// - Parameter added: complete fields, each with its CRLF.
    func message(adding added: [UInt8], subject: [UInt8]? = nil) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(bytes.count + added.count + (subject?.count ?? 0))
        // RFC 2045 3: what describes the content stands next to it.
        let content = fields.fields.firstIndex { $0.name.hasPrefix("content-") } ?? fields.fields.count
        for (index, field) in fields.fields.enumerated() {
            if index == content { message += added }
            if let subject, field.name == "subject" {
                message += subject
            } else {
                message += bytes[field.range]
            }
        }
        if content == fields.fields.count { message += added }
        message += bytes[(end - 2)...]
        return message
    }
}
