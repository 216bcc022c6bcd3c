import Desk
import Etiquette
import Foundation
import Wording

/// Something that happened, as a line of a list or a row of a table.
struct LogRow {
    let when: String
    let what: String
    /// Who was met, or spoken to, with where to see more of them.
    let people: [RecordLink]
    let place: RecordLink?
    let how: String
    /// The server's words, a note, what came back: a line each.
    let notes: [String]
}

extension LogRow: ListRow {
    var fields: ViewFields {
        ["when": when, "what": what, "people": people, "place": place, "how": how, "notes": notes]
    }
}

struct RecordLink: ListRow {
    let text: String
    let path: String

    var fields: ViewFields { ["text": text, "path": path] }
}

extension RecordLink {
    init(_ person: Person) {
        self.init(text: Wording.shown(person.name), path: "/people/\(person.id.rawValue)")
    }

    init(_ recruitment: Recruitment) {
        self.init(
            text: Wording.name(recruitment, limit: .max),
            path: "/recruitments/\(recruitment.id.rawValue)")
    }
}

extension LogRow {
    init(_ activity: Activity, _ visit: Visit) throws {
        switch activity.what {
        case .interview(let interview):
            self.init(
                when: try visit.text(activity.time, activity.zone),
                what: Wording.activity(interview, at: visit.now),
                people: interview.panel.map { RecordLink($0.person) },
                place: activity.recruitment.map { RecordLink($0) }, how: "", notes: [])
        case .contact(let contact, let returned):
            try self.init(contact, activity.zone, returned: returned, visit)
        }
    }

    /// - Parameter returned: when the mail came back, where it did and that isn't a row of its own.
    init(_ contact: Contact, _ zone: TimeZone, returned: Date? = nil, _ visit: Visit) throws {
        let came = try returned.map { Wording.returned(try visit.text($0, zone)) }
        self.init(
            when: try visit.text(contact.time, zone), what: Wording.entry(contact),
            people: [RecordLink(contact.person)], place: contact.recruitment.map { RecordLink($0) },
            how: Wording.over(contact), notes: Self.notes(contact) + [came].compactMap(\.self))
    }

    private static func notes(_ contact: Contact) -> [String] {
        var notes: [String] = []
        if let subject = contact.subject { notes.append("“\(Wording.shown(subject))”") }
        if let detail = contact.detail {
            switch contact.outcome {
            case .sent: notes.append(Wording.sent(accordingTo: detail))
            // A day stands in the words already, and a number says nothing here.
            case .decisionBy, .undone: break
            default: notes.append(Wording.shown(detail, limit: 500))
            }
        }
        if let rule = contact.againstAdvice { notes.append(Wording.reproach(rule)) }
        return notes
    }
}
