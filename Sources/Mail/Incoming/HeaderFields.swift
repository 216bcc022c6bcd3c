/// The header fields of a message or part as they stand, within bounds (RFC 5322 2.2, read kindly).
struct HeaderFields: Equatable, Sendable {
    struct Field: Equatable, Sendable {
        /// In lower case.
        let name: String
        /// Unfolded: without line ends.
        let value: [UInt8]
    }

    private(set) var fields: [Field] = []

    init() {}

    /// Reads the header of a mail; a body behind it is not looked at.
    init(of bytes: [UInt8], limits: IncomingLimits = .standard) {
        var lines = ByteLines(bytes.prefix(limits.bytes))
        self.init(reading: &lines, limits: limits)
    }

    /// Reads fields up to the blank line, which is read too, or up to the first line that can't be one.
    init(reading lines: inout ByteLines, limits: IncomingLimits) {
        var name = ""
        var value: [UInt8] = []
        func finished() -> [Field] { name.isEmpty ? [] : [Field(name: name, value: value)] }
        while true {
            let start = lines.position
            guard let line = lines.next(), !line.isBlank else { break }
            if let (newName, rest) = Self.beginning(of: line) {
                if fields.count < limits.fields { fields += finished() }
                name = newName
                value = Array(rest.prefix(limits.fieldBytes))
            } else if Self.continues(line, value, isFirst: name.isEmpty) {
                let room = limits.fieldBytes - value.count
                if room > 0 { value += [0x20] + line.trimmed.prefix(room) }
            } else {
                lines.goBack(to: start)
                break
            }
        }
        if fields.count < limits.fields { fields += finished() }
    }

    /// The values of every field of that name, in their order.
    func values(_ name: String) -> [[UInt8]] {
        fields.filter { $0.name == name }.map(\.value)
    }

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
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
