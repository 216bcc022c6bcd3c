import Etiquette
import Foundation

/// The contact log as a table: a line for each contact, columns as wide as what stands in them.
package struct ContactTable {
    /// The most characters of a line; a terminal of that width shows the table whole.
    package static let width = 120
    package let lines: [String]
    /// Something was too long for its column.
    package let isCut: Bool

    /// The most characters of the columns before the last one, which gets what is left.
    private static let limits = [Int.max, 11, 24, 16, 28]
    private static let gap = "  "
    /// What is left for the last column at the least, and how narrow who and about become for that.
    private static let (detail, narrowest) = (16, 12)

    /// - Parameter contacts: each with the zone in which its time is read.
    package init(_ contacts: [(contact: Contact, zone: TimeZone)]) {
        let zones = Set(contacts.map(\.zone.identifier))
        let common = zones.count == 1 ? zones.first : nil
        let when = common.map { "when (\($0))" } ?? "when"
        let rows = contacts.map { Self.cells($0.contact, $0.zone, naming: common == nil) }
        let header = [when, "how", "who", "what", "about", "detail"]
        var widths = Self.limits.indices.map { column in
            min(Self.limits[column], ([header] + rows).map { $0[column].count }.max() ?? 0)
        }
        func left() -> Int { Self.width - widths.reduce(0) { $0 + $1 + Self.gap.count } }
        while left() < Self.detail, max(widths[2], widths[4]) > Self.narrowest {
            widths[widths[4] >= widths[2] ? 4 : 2] -= 1
        }
        widths.append(max(left(), Self.detail))
        lines = ([header] + rows).map { Self.line($0, widths) }
        isCut = rows.contains { zip($0, widths).contains { $0.count > $1 } }
    }

    private static func cells(_ contact: Contact, _ zone: TimeZone, naming: Bool) -> [String] {
        let about = contact.recruitment.map { "\($0.role), \($0.organisation)" } ?? ""
        let rule = contact.againstAdvice.map { _ in "! against the advice" }
        // What is taken back is named by its number, which says nothing here.
        let detail = contact.outcome == .undone ? nil : contact.detail
        return [
            TimeWording.short(contact.time, zone) + (naming ? " (\(zone.identifier))" : ""),
            Wording.way(contact), contact.person.name, Wording.shortEntry(contact), about,
            [rule, detail].compactMap(\.self).joined(separator: "; "),
        ].map { Wording.shown($0) }
    }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        let columns = zip(cells, widths).map { cell, width in
            let text = cell.count > width ? cell.prefix(width - 1) + "…" : cell[...]
            return text + String(repeating: " ", count: width - text.count)
        }
        return columns.joined(separator: gap).replacing(/\s+$/, with: "")
    }
}
