import Etiquette
import Foundation
import Wording

/// The contact log as comma-separated values (RFC 4180), in UTF-8 with CRLF. The mark at its beginning tells spreadsheets
/// that it is UTF-8; without one they take letters for those of another character set.
package enum CSV {
    private static let columns = [
        "id", "time", "direction", "channel", "person", "address", "organisation", "role", "kind", "subject",
        "messageID", "outcome", "detail", "againstAdvice", "localTime", "timeZone",
    ]

    private static let mark = "\u{FEFF}"

    /// - Parameters:
    ///   - zones: in which the times of each recruitment are read.
    ///   - zone: in which all others are.
    package static func text(_ contacts: [Contact], zones: [Recruitment.ID: TimeZone], zone: TimeZone)
        -> String
    {
        let rows = contacts.lazy.map { contact in
            let zone = contact.recruitment.flatMap { zones[$0.id] } ?? zone
            return [
                String(contact.id.rawValue), JSON.time(contact.time), contact.direction.rawValue,
                contact.channel?.rawValue ?? "", contact.person.name, contact.person.address?.text ?? "",
                contact.recruitment?.organisation ?? "", contact.recruitment?.role ?? "",
                contact.kind?.rawValue ?? "", contact.subject ?? "", contact.messageID ?? "",
                contact.outcome.rawValue, contact.detail ?? "", String(contact.againstAdvice != nil),
                TimeWording.short(contact.time, zone), zone.identifier,
            ]
        }
        return file(columns, rows)
    }

    /// A whole file: the mark, the names of its columns, and a record for each row.
    package static func file(_ columns: [String], _ rows: some Sequence<[String]>) -> String {
        rows.reduce(into: mark + row(columns)) { $0 += row($1) }
    }

    /// One record, with its end.
    package static func row(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    /// A cell that a spreadsheet would run as a formula gets an apostrophe before it, which spreadsheets take for
    /// "this is text" (OWASP, CSV Injection); so does what has such an apostrophe already, so that `import` can take
    /// one away.
    ///
    /// What a terminal obeys or nobody sees is written out, line breaks and tabs aside; no name has any of it.
    package static func cell(_ value: String) -> String {
        let value = visible(value)
        let first = value.unicodeScalars.first { $0 != "'" }
        let isFormula = first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
        let text = isFormula ? "'" + value : value
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" })
        else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func visible(_ value: String) -> String {
        let isHidden: (Unicode.Scalar) -> Bool = {
            $0.isForbiddenInField && !"\t\r\n".unicodeScalars.contains($0)
        }
        guard value.unicodeScalars.contains(where: isHidden) else { return value }
        return value.unicodeScalars.map { isHidden($0) ? Wording.shown(String($0)) : String($0) }.joined()
    }
}
