import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Ledger
import Reports
import Wording

/// Everything that was ever said, or the proof that the record is whole.
struct Audit: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Everything that was said: who to, when, and how.",
        usage: """
            afterword audit [--person PERSON] [--organisation NAME] [--since DATE] [--until DATE]
                  [--recruitment NUMBER] [--channel CHANNEL] [--format table|json|csv] [--html] [--json]
              afterword audit --check [--against PATH] [--json]
            """,
        discussion: """
            EXAMPLES
              afterword audit
              afterword audit --person "Jane Okafor"
              afterword audit --organisation library --since 2026-11-01
              afterword audit --format csv > contacts.csv
              afterword audit --html --since 2026-11-01 > record.html
                                           interviews and contacts, to print on A4
              afterword audit --check      the database is whole, and every sent message
                                           is logged exactly once
              afterword audit --check --against ~/Maildir/.Sent
                                           and there is exactly one copy there
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    @Option(
        help: "Only this person: a number, an address, a name or a part of one.",
        completion: Candidates.people)
    var person: String?

    @Option(help: "Only this organisation: its name, or a part of it.")
    var organisation: String?

    @Option(help: "From this day on, in your time zone.")
    var since: String?

    @Option(help: "Up to and including this day.")
    var until: String?

    @Option(help: "Only this recruitment (one job you applied for): its number.")
    var recruitment: Int64?

    @Option(help: "Only what was said this way: email, post, phone, social or in-person.")
    var channel: Channel?

    @Option(help: "How it is written: table, json or csv.")
    var format: Format?

    @Flag(help: "Interviews and contacts by day, as a page to print on A4 or to show to an adviser.")
    var html = false

    @Flag(help: "Check that the record is whole, and list what went against the advice.")
    var check = false

    @Option(
        help:
            "With --check: an mbox file, a Maildir or a folder of .eml files; check that each sent message is there once.",
        completion: .file())
    var against: String?

    @OptionGroup var output: JSONOption
    @OptionGroup var pager: PagerOption

    var holding: OutputHolding {
        !pager.noPager && !output.json && !html && format ?? .table == .table ? .paged : .none
    }

    func validate() throws {
        guard check || against == nil else { throw ValidationError("--against goes with --check.") }
        guard !output.json || format == nil || format == .json else {
            throw ValidationError("--json and --format \(format?.rawValue ?? "") contradict each other.")
        }
        guard !html || (!output.json && format == nil) else {
            throw ValidationError("--html is a format of its own; leave --json and --format out.")
        }
        let filters: [Any?] = [person, organisation, since, until, channel, recruitment, html ? true : nil]
        guard !check || (filters.allSatisfy { $0 == nil } && format != .csv) else {
            throw ValidationError("--check looks at everything; leave the other options out.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let isJSON = output.json || format == .json
        if check { return try prove(in: application, json: isJSON) }
        let zone = try application.configuration.me.timeZone
        if html { return try printPage(zone, in: application) }
        let contacts = try application.desk.audit(question(zone, in: application))
        if isJSON {
            try JSON.print(each: contacts, ContactReport.init)
        } else if format == .csv {
            Output.write(try CSV.text(contacts, zones: application.desk.zones(of: contacts), zone: zone))
        } else {
            try ContactText(application: application).table(contacts, zone: zone)
        }
        return .done
    }

    private func printPage(_ zone: TimeZone, in application: Application) throws -> Exit {
        let question = try question(zone, in: application)
        let page = ActivityPage(
            name: try application.configuration.me.name,
            activities: try application.desk.activities(question, zone: zone),
            limits: ActivityPage.Limits(
                since: try day(since, zone, in: application), until: try day(until, zone, in: application),
                person: person, organisation: organisation),
            printed: ZonedTime(instant: application.now, zone: zone))
        Output.write(page.html)
        return .done
    }

    private func day(_ text: String?, _ zone: TimeZone, in application: Application) throws -> Day? {
        let isDocument = output.json || html || (format ?? .table) != .table
        return try text.map { try TimeOptions(application, in: zone, json: isDocument).day($0, .past) }
    }

    private func question(_ zone: TimeZone, in application: Application) throws -> ContactFilter {
        var question = ContactFilter()
        question.person = person
        question.organisation = organisation
        question.recruitment = recruitment.map(Recruitment.ID.init(rawValue:))
        question.since = try day(since, zone, in: application).map {
            WallTime(day: $0, second: 0).instant(in: zone)
        }
        question.until = try day(until, zone, in: application).map {
            WallTime(day: $0.adding(days: 1), second: 0).instant(in: zone)
        }
        question.channel = channel
        return question
    }

    struct Finding: Encodable {
        let code: String
        let text: String
        @OrNull var message: Int64?
        @OrNull var contact: Int64?
    }

    private func prove(in application: Application, json: Bool) throws -> Exit {
        let findings = try application.desk.check()
        let faults = findings.filter(\.isFault)
        let comparison = try against.map { try application.desk.compare(with: $0) }
        if json {
            try JSON.print(
                findings.map(Finding.init)
                    + (comparison?.findings.map { Finding($0, in: against ?? "") } ?? []))
        } else {
            for finding in findings { Output.line("\(finding.isFault ? "✗" : "!") \(Wording.text(finding))") }
            Output.line(Wording.recordChecked(faults: faults.count))
            if let comparison, let against { say(comparison, against) }
        }
        guard faults.isEmpty else { return .fault }
        return comparison?.findings.contains(where: \.isFault) ?? false ? .needsUser : .done
    }
}

extension Audit {
    private func say(_ comparison: Desk.Comparison, _ path: String) {
        for finding in comparison.findings {
            Output.line("\(finding.isFault ? "✗" : "!") \(Wording.text(finding, in: path).spelled)")
        }
        Output.line(Wording.compared(comparison, with: path))
    }
}

extension Audit.Finding {
    init(_ finding: CopyFinding, in path: String) {
        self.init(
            code: finding.kind.rawValue, text: Wording.text(finding, in: path).spelled,
            message: finding.message.rawValue, contact: nil)
    }

    init(_ finding: AuditFinding) {
        switch finding {
        case .damaged: (code, message, contact) = ("damaged", nil, nil)
        case .sentWithoutContact(let id):
            (code, message, contact) = ("sent-without-contact", id.rawValue, nil)
        case .contactWithoutSent(let id, let message):
            (code, self.message, contact) = ("contact-without-sent", message.rawValue, id.rawValue)
        case .leftHandedOver(let id): (code, message, contact) = ("left-handed-over", id.rawValue, nil)
        case .againstAdvice(let found, let rule):
            (code, message, contact) = (rule.rawValue, nil, found.id.rawValue)
        }
        text = Wording.text(finding)
    }
}
