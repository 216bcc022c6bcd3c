/// One part of a mail that holds no others.
struct FoundPart {
    let fields: HeaderFields
    let type: ContentType
    let body: ArraySlice<UInt8>
    /// How many enclosed messages it lies in: 0 is the mail itself.
    let messageDepth: Int
}

/// The structure of a mail (RFC 2046 5), found in one pass over its lines: however deep it goes and however often it
/// lies, the time grows with its length alone.
struct PartWalk {
    private struct Level {
        let marker: [UInt8]
        let messageDepth: Int
        /// A line that parts it has come.
        var isMet = false
    }
    private struct Open {
        let fields: HeaderFields
        let type: ContentType
        let start: Int
        let messageDepth: Int
    }

    private let bytes: ArraySlice<UInt8>
    private var lines: ByteLines
    private var levels: [Level] = []
    private var levelOf: [[UInt8]: Int] = [:]
    private var open: Open?
    /// The header of the mail itself.
    private(set) var header = HeaderFields()
    /// The headers of the enclosed messages.
    private(set) var enclosed: [HeaderFields] = []
    /// Parts that hold no others, in their order.
    private(set) var parts: [FoundPart] = []

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        lines = ByteLines(bytes)
        header = HeaderFields(reading: &lines)
        enter(header, messageDepth: 0, isMessage: true)
        walk()
    }

    private mutating func walk() {
        while true {
            let start = lines.position
            guard let line = lines.next() else { break }
            guard line.count > 2, line.starts(with: Self.dashes) else { continue }
            if let (level, closes) = delimiter(line) {
                levels[level].isMet = true
                finish(at: start)
                leave(downTo: closes ? level : level + 1)
                if !closes { beginPart(in: levels[level].messageDepth) }
            } else if isWithoutParts, let open, open.messageDepth == 0, beginsPart(lines.peek()),
                !Self.marker(of: line).isEmpty
            {
                // The header that announced the parts is lost, or announced others; the parts are there.
                if !levels.isEmpty { levels[0].isMet = !holds(line, from: open.start, to: start) }
                finish(at: start)
                leave(downTo: 0)
                push(Self.marker(of: line), messageDepth: 0, isMet: true)
                beginPart(in: 0)
            }
        }
        finish(at: bytes.endIndex)
    }

    /// Nothing has parted the mail so far.
    private var isWithoutParts: Bool { levels.isEmpty || (levels.count == 1 && !levels[0].isMet) }

    /// Whether a line has stood there before: it began a part without a header of its own.
    private func holds(_ line: ArraySlice<UInt8>, from start: Int, to end: Int) -> Bool {
        var earlier = ByteLines(bytes[start..<end])
        while let other = earlier.next() { if other.elementsEqual(line) { return true } }
        return false
    }

    private static let dashes = Array("--".utf8)

    private static func marker(of line: ArraySlice<UInt8>) -> [UInt8] {
        var marker = line.dropFirst(2)
        while let last = marker.last, last == 0x20 || last == 0x09 { marker = marker.dropLast() }
        return Array(marker)
    }

    private func beginsPart(_ line: ArraySlice<UInt8>?) -> Bool {
        guard let line, let (name, _) = HeaderFields.beginning(of: line) else { return false }
        return name.hasPrefix("content-")
    }

    /// Which of the open multiparts a line parts, or ends (RFC 2046 5.1.1). No boundary is longer than 70 by the
    /// standard; some are.
    private func delimiter(_ line: ArraySlice<UInt8>) -> (level: Int, closes: Bool)? {
        guard !levels.isEmpty, line.count <= 300 else { return nil }
        let marker = Self.marker(of: line)
        if let level = levelOf[marker] { return (level, false) }
        guard marker.count > 2, marker.suffix(2).elementsEqual(Self.dashes),
            let level = levelOf[marker.dropLast(2)]
        else { return nil }
        return (level, true)
    }

    private mutating func push(_ marker: [UInt8], messageDepth: Int, isMet: Bool = false) {
        guard levels.count < IncomingLimits.depth, !marker.isEmpty, levelOf[marker] == nil else { return }
        levelOf[marker] = levels.count
        levels.append(Level(marker: marker, messageDepth: messageDepth, isMet: isMet))
    }

    private mutating func leave(downTo count: Int) {
        while levels.count > count { levelOf[levels.removeLast().marker] = nil }
    }

    private mutating func beginPart(in messageDepth: Int) {
        let fields = HeaderFields(reading: &lines)
        enter(fields, messageDepth: messageDepth, isMessage: false)
    }

    private mutating func enter(_ fields: HeaderFields, messageDepth: Int, isMessage: Bool) {
        let type = fields.first("content-type").map { ContentType($0) } ?? .plain
        if let boundary = type.parameter("boundary"), type.isOf("multipart/") {
            push(Self.marker(of: ArraySlice(Self.dashes + boundary.utf8)), messageDepth: messageDepth)
        } else if !isMessage, fields.first("content-type") == nil, Self.isHeaderOfMessage(fields) {
            // A returned message without the header of a part.
            enclosed.append(fields)
            enter(fields, messageDepth: messageDepth + 1, isMessage: true)
            return
        } else if Self.enclosing.contains(type.name), enclosed.count < IncomingLimits.parts,
            messageDepth < IncomingLimits.depth,
            !(fields.first("content-transfer-encoding").map(Self.hides) ?? false)
        {
            skipBlankLines()
            let inner = HeaderFields(reading: &lines)
            enclosed.append(inner)
            enter(inner, messageDepth: messageDepth + 1, isMessage: true)
            return
        }
        open = Open(fields: fields, type: type, start: lines.position, messageDepth: messageDepth)
    }

    private mutating func skipBlankLines() {
        while let line = lines.peek(), line.isBlank { _ = lines.next() }
        if let line = lines.peek(), line.beginsWithSpace, HeaderFields.beginning(of: line.trimmed) != nil {
            // Some copies are indented by a space, the first line at least.
            lines.position = line.firstIndex { $0 > 0x20 } ?? line.startIndex
        }
    }

    private static func isHeaderOfMessage(_ fields: HeaderFields) -> Bool {
        fields.first("received") != nil || fields.first("message-id") != nil
            || (fields.first("from") != nil && fields.first("subject") != nil)
    }

    private static func hides(_ encoding: [UInt8]) -> Bool {
        let name = String(decoding: encoding, as: UTF8.self).lowercased()
        return name == "base64" || name == "quoted-printable"
    }

    private static let enclosing: Set<String> = [
        "message/rfc822", "message/global", "message/partial", "message/news", "text/rfc822-headers",
        "message/rfc822-headers", "message/global-headers", "text/rfc822",
    ]

    /// The end of the part that is open.
    private mutating func finish(at end: Int) {
        guard let open else { return }
        self.open = nil
        guard parts.count < IncomingLimits.parts,
            !(open.type.isOf("multipart/") && isContainer(open))
        else { return }
        parts.append(
            FoundPart(
                fields: open.fields, type: open.type, body: bytes[min(open.start, end)..<end],
                messageDepth: open.messageDepth))
    }

    /// What stands before the first part of a multipart is for readers that know no MIME (RFC 2046 5.1.1). Where no part
    /// ever came, it is all there is.
    private func isContainer(_ open: Open) -> Bool {
        guard let boundary = open.type.parameter("boundary") else { return false }
        return levelOf[Array(boundary.utf8)].map { levels[$0].isMet } ?? false
    }
}
