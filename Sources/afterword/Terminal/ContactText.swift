import Application
import Desk
import Etiquette
import Foundation
import Wording

/// The contact log as people read it.
struct ContactText {
    let application: Application

    func table(_ contacts: [Contact], zone: TimeZone) throws {
        guard !contacts.isEmpty else { return Output.line("No contact is on record.") }
        let zones = try application.desk.zones(of: contacts)
        let read = contacts.map { (contact: $0, zone: $0.recruitment.flatMap { zones[$0.id] } ?? zone) }
        if Output.screen.isTerminal, Output.screen.columns < ContactTable.width {
            read.flatMap { Self.block($0.contact, zone: $0.zone) }.forEach { Output.line($0) }
        } else {
            let table = ContactTable(read)
            for line in table.lines { Output.line(line) }
            if table.isCut { Output.line(Wording.wholeText.spelled) }
        }
        let broken = contacts.filter { $0.againstAdvice != nil }.count
        Output.line(
            "\(Wording.count(contacts.count, "contact"))"
                + (broken == 0 ? "." : ", \(broken) against the advice."))
    }

    /// One contact on lines of its own, where a table would not fit.
    private static func block(_ contact: Contact, zone: TimeZone) -> [String] {
        let parts = parts(of: contact, zone: zone)
        return [parts.prefix(2).joined(separator: "  ")] + parts.dropFirst(2).map { "    " + $0 }
    }

    /// `Sat 21 Nov 2026, 15:00 (Europe/London)  → email  Jane Okafor <…>  thank-you: …`
    static func line(_ contact: Contact, zone: TimeZone) -> String {
        parts(of: contact, zone: zone).joined(separator: "  ")
    }

    private static func parts(of contact: Contact, zone: TimeZone) -> [String] {
        let who = Wording.shown(contact.person.name) + (contact.person.address.map { " <\($0.text)>" } ?? "")
        let kind = contact.kind.map { Wording.text($0) } ?? Wording.text(contact.outcome)
        let what = contact.outcome == .bounced ? "\(kind) came back" : kind
        var parts = [
            TimeWording.text(contact.time, zone), Wording.way(contact), who, what,
        ]
        if let recruitment = contact.recruitment {
            parts.append(Wording.name(recruitment, limit: .max))
        }
        if let subject = contact.subject { parts.append("“\(Wording.shown(subject))”") }
        if let detail = contact.detail, contact.outcome != .undone {
            parts.append("(\(Wording.shown(detail, limit: 120)))")
        }
        if let rule = contact.againstAdvice { parts.append("! against the advice: \(rule.rawValue)") }
        return parts
    }
}
