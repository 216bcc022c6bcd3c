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
        let table = ContactTable(contacts.map { ($0, $0.recruitment.flatMap { zones[$0.id] } ?? zone) })
        for line in table.lines { Output.line(line) }
        if table.isCut { Output.line(Wording.wholeText.spelled) }
        let broken = contacts.filter { $0.againstAdvice != nil }.count
        Output.line(
            "\(Wording.count(contacts.count, "contact"))"
                + (broken == 0 ? "." : ", \(broken) against the advice."))
    }

    /// `Sat 21 Nov 2026, 15:00 (Europe/London)  → email  Jane Okafor <…>  thank-you: …`
    static func line(_ contact: Contact, zone: TimeZone) -> String {
        let who = Wording.shown(contact.person.name) + (contact.person.address.map { " <\($0.text)>" } ?? "")
        let kind = contact.kind.map { Wording.text($0) } ?? Wording.text(contact.outcome)
        let what = contact.outcome == .bounced ? "\(kind) came back" : kind
        var parts = [
            TimeWording.text(contact.time, zone), Wording.way(contact), who, what,
        ]
        if let recruitment = contact.recruitment {
            parts.append("\(Wording.shown(recruitment.role)), \(Wording.shown(recruitment.organisation))")
        }
        if let subject = contact.subject { parts.append("“\(Wording.shown(subject))”") }
        if let detail = contact.detail, contact.outcome != .undone {
            parts.append("(\(Wording.shown(detail, limit: 120)))")
        }
        if let rule = contact.againstAdvice { parts.append("! against the advice: \(rule.rawValue)") }
        return parts.joined(separator: "  ")
    }
}
