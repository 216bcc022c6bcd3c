import Foundation
import Text

/// A calendar as a tree of components.
struct CalendarText {
    let calendars: [Component]

    /// Deeper than VALARM in VEVENT in VCALENDAR, with room for what others invent.
    static let deepest = 16

    init(_ source: CalendarSource) throws(InvitationRefusal) {
        var stack: [Component] = []
        var roots: [Component] = []
        func close() {
            guard let done = stack.popLast() else { return }
            if stack.isEmpty { roots.append(done) } else { stack[stack.count - 1].children.append(done) }
        }
        for line in try ContentLine.all(in: Self.utf8(source)) {
            switch line.name {
            case "BEGIN":
                let place = CalendarPlace(part: source.part, line: line.number)
                guard stack.count < Self.deepest else {
                    throw InvitationRefusal(.tooDeep(limit: Self.deepest), at: place)
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
            throw InvitationRefusal(
                .cutShort(component: event.kind), at: CalendarPlace(part: source.part, line: event.line))
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

    /// Calendars are UTF-8 (RFC 5545 3.1.4), unless a byte order mark or the mail says otherwise. What a mail calls ASCII
    /// holds UTF-8 as a rule, and what is no text in the charset that it names is left as it is.
    private static func utf8(_ source: CalendarSource) -> [UInt8] {
        let marked = Charset.marked(source.bytes)
        let (charset, bytes) = (marked?.name ?? source.charset?.lowercased(), marked?.rest ?? source.bytes)
        guard let charset, !["utf-8", "us-ascii", "ascii"].contains(charset) else { return bytes }
        // Without a mark the greater byte stands first (RFC 2781 4.3).
        let text = Charset.exactText(bytes, charset: charset == "utf-16" ? "utf-16be" : charset)
        return text.map { Array($0.utf8) } ?? bytes
    }
}

/// What stands between BEGIN and END.
struct Component {
    let kind: String
    let line: Int
    var lines: [ContentLine] = []
    var children: [Component] = []

    func first(_ name: String) -> ContentLine? { lines.first { $0.name == name } }

    func all(_ name: String) -> [ContentLine] { lines.filter { $0.name == name } }

    /// The component as text again, for libical.
    var text: String {
        let own = lines.map { String(decoding: $0.bytes, as: UTF8.self) + "\r\n" }.joined()
        return "BEGIN:\(kind)\r\n\(own)\(children.map(\.text).joined())END:\(kind)\r\n"
    }
}
