import Desk
import Etiquette
import Foundation
import Reports
import Wording

/// Everything that was ever said, newest first, page by page.
struct AuditScreen: Screen {
    static let path: PathPattern = "audit"

    private static let pageLength = 50

    private let visit: Visit
    private let filter: AuditFilter

    init(_ visit: Visit) throws {
        self.visit = visit
        filter = AuditFilter(visit.query)
    }

    func view() throws -> PageResponse {
        var problems = FieldProblems()
        let zone = try visit.zone
        var found: (contacts: [Contact], next: Contact.ID?) = ([], nil)
        if let question = filter.question(zone, &problems) {
            let last = visit.query["before"].flatMap { Int64($0) }.map(Contact.ID.init(rawValue:))
            found =
                problems.take("person") {
                    try visit.desk.auditPage(question, before: last, limit: Self.pageLength)
                } ?? found
        }
        let zones = try visit.desk.zones(of: found.contacts)
        let query = AddressQuery(filter.fields)
        return try visit.page(
            "audit", title: "Audit", status: problems.isEmpty ? 200 : 422,
            View(
                problems: problems.errors.summary, inputs: filter.inputs(problems), channel: filter.choice,
                isFirst: visit.query["before"] == nil, isEmpty: found.contacts.isEmpty,
                rows: try found.contacts.map { contact in
                    try LogRow(contact, contact.recruitment.flatMap { zones[$0.id] } ?? zone, visit)
                },
                next: found.next.map {
                    AddressQuery(filter.fields + [("before", String($0.rawValue))]).path("/audit")
                },
                first: query.path("/audit"), csv: query.path("/audit/csv"),
                list: query.path("/audit/list"),
                print: query.path("/audit/print")))
    }

    private struct View {
        let problems: ProblemSummary?
        let inputs: [FormInput]
        let channel: FormChoice
        let isFirst: Bool
        /// Nothing is on record for what was asked.
        let isEmpty: Bool
        let rows: [LogRow]
        let next: String?
        let first: String
        let csv: String
        let list: String
        let print: String
    }
}

/// The same as a file for a spreadsheet: what `audit --format csv` prints.
struct AuditCSVScreen: Screen {
    static let path: PathPattern = "audit/csv"

    private let visit: Visit
    private let filter: AuditFilter

    init(_ visit: Visit) throws {
        self.visit = visit
        filter = AuditFilter(visit.query)
    }

    func view() throws -> PageResponse {
        try filter.response(in: visit) { question, zone in
            let contacts = try visit.desk.audit(question)
            let text = CSV.text(contacts, zones: try visit.desk.zones(of: contacts), zone: zone)
            return .csv(text, named: "afterword-contacts", on: WallTime(at: visit.now, in: zone).day)
        }
    }
}

/// Interviews and contacts as a table in words, for who reads it in a spreadsheet: the print view's lines.
struct AuditListScreen: Screen {
    static let path: PathPattern = "audit/list"

    private let visit: Visit
    private let filter: AuditFilter

    init(_ visit: Visit) throws {
        self.visit = visit
        filter = AuditFilter(visit.query)
    }

    func view() throws -> PageResponse {
        try filter.response(in: visit) { question, zone in
            let columns = [
                "Date", "Time", "Time zone", "What", "Who", "Role", "Organisation", "How", "Notes",
            ]
            let text = CSV.file(columns, try visit.desk.activities(question, zone: zone).map(cells))
            return .csv(text, named: "afterword-record", on: WallTime(at: visit.now, in: zone).day)
        }
    }

    private func cells(_ activity: Activity) throws -> [String] {
        let row = try LogRow(activity, visit)
        return [
            "\(WallTime(at: activity.time, in: activity.zone).day)",
            TimeWording.clock(activity.time, activity.zone), activity.zone.identifier,
            row.what, row.people.map(\.text).joined(separator: ", "), activity.recruitment?.role ?? "",
            activity.recruitment?.organisation ?? "", row.how, row.notes.joined(separator: "; "),
        ]
    }
}

/// The same as a record to print on A4.
struct AuditPrintScreen: Screen {
    static let path: PathPattern = "audit/print"

    private let visit: Visit
    private let filter: AuditFilter

    init(_ visit: Visit) throws {
        self.visit = visit
        filter = AuditFilter(visit.query)
    }

    func view() throws -> PageResponse {
        try filter.response(in: visit) { question, zone in
            let page = ActivityPage(
                name: try visit.application.configuration.me.name,
                activities: try visit.desk.activities(question, zone: zone), limits: filter.limits,
                printed: ZonedTime(instant: visit.now, zone: zone))
            return .html(page.html(style: .linked(AuditStyleScreen.address)))
        }
    }
}

/// Its style: a browser is told to run none that stands in a page.
struct AuditStyleScreen: Screen {
    static let path: PathPattern = "audit/print.css"
    static let address = "/audit/print.css"

    init(_ visit: Visit) throws {}

    func view() throws -> PageResponse { .css(ActivityPage.style) }
}

/// Whether the record is whole: the same as `audit --check`.
struct AuditCheckScreen: Screen {
    static let path: PathPattern = "audit/check"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func view() throws -> PageResponse {
        let findings = try visit.desk.check()
        let faults = findings.filter(\.isFault)
        func sentences(_ findings: [AuditFinding]) -> [Said] { findings.map { Said(Wording.text($0)) } }
        return try visit.page(
            "audit-check", title: "Check the record",
            View(
                isWhole: faults.isEmpty, result: Wording.recordChecked(faults: faults.count),
                faults: sentences(faults), advice: sentences(findings.filter { !$0.isFault })))
    }

    private struct View {
        let isWhole: Bool
        let result: String
        let faults: [Said]
        let advice: [Said]
    }
}

extension PageResponse {
    static func css(_ text: String) -> PageResponse {
        PageResponse(contentType: "text/css; charset=utf-8", body: Array(text.utf8))
    }
}
