import Foundation

/// A calendar as a tree of components.
struct CalendarText {
    /// Each VCALENDAR.
    let calendars: [Component]

    /// Deeper than VALARM in VEVENT in VCALENDAR, with room for what others invent.
    static let deepest = 16

    init(_ source: CalendarSource) throws(Refusal) {
        var stack: [Component] = []
        var roots: [Component] = []
        func close() {
            guard let done = stack.popLast() else { return }
            if stack.isEmpty { roots.append(done) } else { stack[stack.count - 1].children.append(done) }
        }
        for line in try ContentLine.all(in: Self.utf8(source)) {
            switch line.name {
            case "BEGIN":
                let place = Place(part: source.part, line: line.number)
                guard stack.count < Self.deepest else {
                    throw Refusal(.tooDeep(limit: Self.deepest), at: place)
                }
                stack.append(Component(kind: Self.kind(line), line: line.number))
            case "END":
                // An END of something that was never begun ends nothing.
                guard let open = stack.lastIndex(where: { $0.kind == Self.kind(line) }) else { continue }
                while stack.count > open { close() }
            default:
                if !stack.isEmpty { stack[stack.count - 1].lines.append(line) }
            }
        }
        // Half an event may lack half of the people.
        if let event = stack.last(where: { $0.kind == "VEVENT" }) {
            throw Refusal(.cutShort(component: event.kind), at: Place(part: source.part, line: event.line))
        }
        while !stack.isEmpty { close() }
        // An event by itself, without the calendar around it.
        var bare = Component(kind: "VCALENDAR", line: 1)
        bare.children = roots.filter { $0.kind != "VCALENDAR" }
        calendars = roots.filter { $0.kind == "VCALENDAR" } + (bare.children.isEmpty ? [] : [bare])
    }

    private static func kind(_ line: ContentLine) -> String {
        let value = line.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst().prefix(64)
        return String(decoding: value, as: UTF8.self).trimmingCharacters(in: .whitespaces).uppercased()
    }

    /// Calendars are UTF-8 (RFC 5545 3.1.4), unless a byte order mark or the mail says otherwise.
    private static func utf8(_ source: CalendarSource) -> [UInt8] {
        let bytes = source.bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        guard let encoding = encoding(of: source), let text = String(bytes: bytes, encoding: encoding) else {
            return bytes
        }
        return Array(text.utf8)
    }

    private static func encoding(of source: CalendarSource) -> String.Encoding? {
        if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
            return .utf16
        }
        return switch source.charset?.lowercased() {
        case "iso-8859-1", "windows-1252", "latin1", "cp1252": .windowsCP1252
        case "iso-8859-2": .isoLatin2
        case "windows-1250": .windowsCP1250
        case "windows-1251": .windowsCP1251
        case "windows-1253": .windowsCP1253
        case "windows-1254": .windowsCP1254
        case "iso-2022-jp": .iso2022JP
        case "shift_jis": .shiftJIS
        case "euc-jp": .japaneseEUC
        case "utf-16": .utf16
        case "utf-16le": .utf16LittleEndian
        case "utf-16be": .utf16BigEndian
        default: nil
        }
    }
}

/// What stands between BEGIN and END.
struct Component {
    let kind: String
    let line: Int
    var lines: [ContentLine] = []
    var children: [Component] = []

    init(kind: String, line: Int) {
        self.kind = kind
        self.line = line
    }

    func first(_ name: String) -> ContentLine? {
        lines.first { $0.name == name }
    }

    func all(_ name: String) -> [ContentLine] {
        lines.filter { $0.name == name }
    }

    /// The component as text again, for libical.
    var text: String {
        let own = lines.map { String(decoding: $0.bytes, as: UTF8.self) + "\r\n" }.joined()
        return "BEGIN:\(kind)\r\n\(own)\(children.map(\.text).joined())END:\(kind)\r\n"
    }
}
