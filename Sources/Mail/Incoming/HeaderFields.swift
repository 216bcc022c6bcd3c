import Text

/// The header fields of a message or part as they stand, within bounds (RFC 5322 2.2, read kindly).
struct HeaderFields: Equatable, Sendable {
    struct Field: Equatable, Sendable {
        /// In lower case.
        let name: String
        /// Unfolded: without line ends.
        let value: [UInt8]
        /// Where it lies, with the ends of its lines.
        let range: Range<Int>
    }

    private(set) var fields: [Field] = []
    /// Nothing but what we write ourselves was met: lines that end in CRLF, each name once and next to its colon, an empty
    /// line behind the last. Such a header can be written anew with a field more.
    private(set) var isExact = true

    init() {}

    /// Reads the header of a mail; a body behind it is not looked at.
    init(of bytes: [UInt8]) {
        var lines = ByteLines(bytes.prefix(IncomingLimits.bytes))
        self.init(reading: &lines)
    }

    /// Reads fields up to the blank line, which is read too, or up to the first line that can't be one.
    init(reading lines: inout ByteLines) {
        var (name, value, begun) = ("", [UInt8](), lines.position)
        func finished(_ end: Int) -> [Field] {
            name.isEmpty || fields.count >= IncomingLimits.fields
                ? [] : [Field(name: name, value: value, range: begun..<end)]
        }
        var start = lines.position
        while true {
            start = lines.position
            guard let line = lines.next(), !line.isBlank else { break }
            noteForm(of: line, endsInCRLF: lines.endedInCRLF(line))
            if let (newName, rest) = Self.beginning(of: line) {
                fields += finished(start)
                (name, value, begun) = (newName, Array(rest.prefix(IncomingLimits.fieldBytes)), start)
            } else if Self.continues(line, value, isFirst: name.isEmpty) {
                let room = IncomingLimits.fieldBytes - value.count
                if room > 0 { value += [0x20] + line.trimmed.prefix(room) }
                if name.isEmpty || !line.beginsWithSpace { isExact = false }
            } else {
                lines.position = start
                isExact = false
                break
            }
        }
        fields += finished(start)
        let isEnded = lines.position == start + 2 && fields.count < IncomingLimits.fields
        isExact = isExact && isEnded && Set(fields.map(\.name)).count == fields.count
    }

    /// A line of ours has nothing between the name and its colon, or white space before what continues it.
    private mutating func noteForm(of line: ArraySlice<UInt8>, endsInCRLF: Bool) {
        guard isExact else { return }
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        if !endsInCRLF || !line.beginsWithSpace && name.last == 0x20 { isExact = false }
    }

    /// The values of every field of that name, in their order.
    func values(_ name: String) -> [[UInt8]] { fields.filter { $0.name == name }.map(\.value) }

    func first(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// Every id in the fields of that name, without angle brackets.
    func ids(_ name: String) -> [String] { values(name).prefix(5).flatMap(MessageIDReader.ids) }

    /// The id of the mail itself, without angle brackets.
    var messageID: String? { ids("message-id").first }

    /// `Name: value`, at the margin or, as some returned copies have it, behind one space.
    static func beginning(of line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
            return nil
        }
        var nameBytes = line[line.startIndex..<colon]
        while nameBytes.last == 0x20 { nameBytes = nameBytes.dropLast() }
        guard !nameBytes.isEmpty, nameBytes.allSatisfy(isNameByte) else { return nil }
        return (String(decoding: nameBytes, as: UTF8.self).lowercased(), line[(colon + 1)...].trimmed)
    }

    /// A line behind white space; also a parameter whose white space was lost, and the envelope line of an mbox.
    private static func continues(_ line: ArraySlice<UInt8>, _ value: [UInt8], isFirst: Bool) -> Bool {
        if line.beginsWithSpace { return true }
        if isFirst {
            return line.starts(with: Array("From ".utf8)) || line.starts(with: Array(">From ".utf8))
        }
        return value.last == UInt8(ascii: ";") && !line.starts(with: Array("--".utf8))
    }

    /// Printable ASCII but the colon (RFC 5322 3.6.8), of which real names use these.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "-_.".utf8.contains(byte)
    }
}
