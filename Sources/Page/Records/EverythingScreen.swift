import Desk
import Etiquette
import Reports
import Wording

/// All that is kept of a person besides the history, for who asks what is kept of them (UK GDPR and GDPR, article 15).
struct EverythingScreen: Screen {
    static let path: PathPattern = "people/:person/everything"

    private let visit: Visit
    private let person: Person

    init(_ visit: Visit) throws {
        self.visit = visit
        let id: Person.ID = try visit.id("person")
        person = try visit.desk.nameStanding(of: String(id.rawValue)).person
    }

    func view() throws -> PageResponse {
        let kept = try visit.desk.kept(of: person.id)
        let zone = try visit.zone
        let number = person.id.rawValue
        return try visit.page(
            "everything", title: "All that is kept of \(Wording.shown(person.name))",
            View(
                path: "/people/\(number)",
                spellings: kept.spellings.map {
                    Item(
                        title: Wording.shown($0.text), text: Wording.place(of: $0.source),
                        when: TimeWording.plain($0.time, zone))
                },
                failure: kept.failure.map { Said(Wording.text($0, zone)) },
                mails: kept.mails.map { heard in
                    let mail = heard.fact.mail
                    return Item(
                        title: Wording.quoted(mail.subject),
                        text: "from \(Wording.shown(mail.fromName)) <\(Wording.shown(mail.fromAddress))>"
                            + (heard.fact.words.map { ": “\(Wording.shown($0))”" } ?? ""),
                        when: TimeWording.plain(mail.time, zone))
                },
                letters: kept.sent.map {
                    Letter(
                        title: "Message \($0.message.rawValue), as it left",
                        text: Wording.shownLines(String(decoding: $0.bytes, as: UTF8.self)))
                },
                mentions: kept.mentions.map {
                    Letter(
                        title: "To \(Wording.shown($0.recipient.name)): \(Wording.shown($0.subject))",
                        text: Wording.shownLines($0.body))
                }))
    }

    private struct View {
        let path: String
        let spellings: [Item]
        let failure: Said?
        let mails: [Item]
        let letters: [Letter]
        let mentions: [Letter]
    }

    private struct Item {
        let title: String
        let text: String
        let when: String
    }

    private struct Letter {
        let title: String
        let text: String
    }
}

/// The same and the history as one file: what `person show --everything --json` prints.
struct EverythingFileScreen: Screen {
    static let path: PathPattern = "people/:person/everything/file"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func view() throws -> PageResponse {
        let id: Person.ID = try visit.id("person")
        let (desk, number) = (try visit.desk, String(id.rawValue))
        let history = try desk.history(of: number)
        let report = EverythingReport(
            history, try desk.nameStanding(of: number),
            try desk.messageStatus(for: history.messages, at: visit.now), try desk.kept(of: id))
        return PageResponse(
            contentType: "application/json",
            body: try JSON.bytes(report, SentenceSpelling { Said($0).plain }),
            fileName: "afterword-person-\(number).json")
    }
}
