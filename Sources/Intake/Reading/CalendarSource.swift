import Mail

/// The bytes of one calendar, from a file of its own or out of a mail.
struct CalendarSource {
    let bytes: [UInt8]
    /// What the mail says the bytes are written in.
    let charset: String?
    /// What the mail says the calendar asks for; the calendar itself is believed first.
    let method: String?
    /// The name or type of the attachment.
    let part: String?

    /// All calendars that a file holds.
    static func all(
        in bytes: [UInt8], _ kind: FileKind
    ) throws(InvitationRefusal) -> [CalendarSource] {
        switch kind {
        case .calendar: [CalendarSource(bytes: bytes, charset: nil, method: nil, part: nil)]
        case .mail: try calendars(in: bytes, .message)
        case .mbox: try calendars(in: bytes, .mbox)
        case .other: throw InvitationRefusal(.notACalendar)
        }
    }

    private static func calendars(in bytes: [UInt8], _ format: MailPart.Format) throws(InvitationRefusal)
        -> [CalendarSource]
    {
        let parts = MailPart.all(in: bytes, format, where: isCalendar)
        guard !parts.isEmpty else { throw InvitationRefusal(.mailWithoutCalendar) }
        return parts.map { part in
            CalendarSource(
                bytes: part.content, charset: part.charset, method: part.method,
                part: part.name ?? part.mediaType)
        }
    }

    /// By its type, or by the name of the file: some programs attach it as `application/octet-stream`.
    private static func isCalendar(mediaType: String, name: String?) -> Bool {
        let name = name?.lowercased() ?? ""
        return ["text/calendar", "application/ics", "text/x-vcalendar"].contains(mediaType)
            || name.hasSuffix(".ics") || name.hasSuffix(".vcs")
    }
}

/// What a file is, by how it begins.
package enum FileKind {
    case calendar, mail, mbox, other

    init(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .calendar
            return
        }
        let head = bytes.prefix(4096).drop { $0 <= 0x20 || $0 >= 0x80 }
        // A calendar may be folded behind its very first name (RFC 5545 3.1).
        let unfolded = Self.withoutFolds(head)
        let first = String(decoding: unfolded.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(998), as: UTF8.self)
        if first.lowercased().hasPrefix("begin:") {
            self = .calendar
        } else if first.hasPrefix("From ") {
            self = .mbox
        } else if first.prefix(while: { $0 != ":" }).wholeMatch(of: /[A-Za-z0-9-]+/) != nil,
            first.contains(":")
        {
            self = .mail
        } else {
            self = .other
        }
    }

    private static func withoutFolds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var unfolded: [UInt8] = []
        for byte in bytes {
            let isFold = (byte == 0x20 || byte == 0x09) && unfolded.last == 0x0A
            guard isFold else {
                unfolded.append(byte)
                continue
            }
            unfolded.removeLast()
            while unfolded.last == 0x0D { unfolded.removeLast() }
        }
        return unfolded
    }
}
