import ArgumentParser
import Desk
import Etiquette
import Foundation

/// Everything that was ever said, or the proof that the record is whole.
struct Audit: HouseCommand {
    static let configuration = CommandConfiguration(
        abstract: "Everything that was ever said, to whom, when, over which channel.",
        usage: """
            afterword audit [--person PERSON] [--organisation NAME] [--since DATE] [--until DATE]
                  [--channel CHANNEL] [--format table|json|csv] [--json]
              afterword audit --check [--json]
            """,
        discussion: """
            EXAMPLES
              afterword audit
              afterword audit --person "Jane Okafor"
              afterword audit --organisation library --since 2026-11-01
              afterword audit --format csv > contacts.csv
              afterword audit --check      the database is whole, and every sent message
                                           has its one contact
            """)

    /// How the contacts are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    @Option(help: "A number, an address, a name or a part of one.")
    var person: String?

    @Option(help: "A part of the organisation's name.")
    var organisation: String?

    @Option(help: "From this day on, in your time zone.")
    var since: String?

    @Option(help: "Up to and with this day.")
    var until: String?

    @Option(help: "email, post, phone, social or in-person.")
    var channel: Channel?

    @Option(help: "table, json or csv.")
    var format: Format?

    @Flag(help: "Prove that the record is whole, and name what went against the advice.")
    var check = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard !output.json || format == nil || format == .json else {
            throw ValidationError("--json and --format \(format?.rawValue ?? "") contradict each other.")
        }
        let filters: [Any?] = [person, organisation, since, until, channel]
        guard !check || (filters.allSatisfy { $0 == nil } && format != .csv) else {
            throw ValidationError("--check looks at everything; leave the other options out.")
        }
    }

    func run(in house: House) throws -> Exit {
        let isJSON = output.json || format == .json
        if check { return try prove(in: house, json: isJSON) }
        let zone = try house.configuration.me.timeZone
        let contacts = try house.desk.audit(question(zone))
        if isJSON {
            try JSON.print(each: contacts, ContactReport.init)
        } else if format == .csv {
            Output.write(CSV.text(contacts))
        } else {
            try ContactText(house: house).table(contacts, zone: zone)
        }
        return .done
    }

    private func question(_ zone: TimeZone) throws -> Desk.AuditQuestion {
        var question = Desk.AuditQuestion()
        question.person = person
        question.organisation = organisation
        question.since = try since.map { WallTime(day: try Day.parse($0), second: 0).instant(in: zone) }
        question.until = try until.map {
            WallTime(day: try Day.parse($0).adding(days: 1), second: 0).instant(in: zone)
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

    private func prove(in house: House, json: Bool) throws -> Exit {
        let findings = try house.desk.check()
        let faults = findings.filter(\.isFault)
        if json {
            try JSON.print(findings.map(Finding.init))
        } else {
            for finding in findings { Output.line("\(finding.isFault ? "✗" : "!") \(Wording.text(finding))") }
            Output.line(
                faults.isEmpty
                    ? "The database is whole, and every sent message has its one contact."
                    : "\(Wording.count(faults.count, "fault")) found; restore the database from a backup.")
        }
        return faults.isEmpty ? .done : .fault
    }
}

extension Audit.Finding {
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
