import Desk
import Etiquette
import Foundation
import Ledger
import Wording

/// What of the contact log is wanted, as the form says it: the filters of the command `audit`.
struct AuditFilter {
    /// As they were typed.
    let since: String
    let until: String
    let person: String
    let organisation: String
    let channel: String

    init(_ fields: FormFields) {
        func text(_ name: String) -> String { String((fields[name] ?? "").trimmingBlanks()) }
        (since, until) = (text("since"), text("until"))
        (person, organisation, channel) = (text("person"), text("organisation"), text("channel"))
    }

    /// As an address carries it.
    var fields: [(name: String, value: String)] {
        [
            ("since", since), ("until", until), ("person", person), ("organisation", organisation),
            ("channel", channel),
        ]
    }

    /// Nil where a field says nothing that can be asked; `problems` has which.
    func question(_ zone: TimeZone, _ problems: inout FieldProblems) -> ContactFilter? {
        var question = ContactFilter()
        question.person = person.isEmpty ? nil : person
        question.organisation = organisation.isEmpty ? nil : organisation
        question.since = day(since, "since", &problems).map { WallTime(day: $0, second: 0).instant(in: zone) }
        question.until = day(until, "until", &problems).map {
            WallTime(day: $0.adding(days: 1), second: 0).instant(in: zone)
        }
        question.channel = Channel(rawValue: channel)
        if let since = question.since, let until = question.until, until <= since {
            problems.add(DaysTurnedRound(), at: "until")
        }
        return problems.isEmpty ? question : nil
    }

    /// What is made of the part of the log that is asked for; where that can't be asked, the form says why.
    func response(
        in visit: Visit, _ make: (ContactFilter, TimeZone) throws -> PageResponse
    ) throws -> PageResponse {
        let zone = try visit.zone
        var problems = FieldProblems()
        guard let question = question(zone, &problems),
            let response = problems.take("person", { try make(question, zone) })
        else { return .seeOther(AddressQuery(fields).path("/audit")) }
        return response
    }

    private func day(_ text: String, _ field: String, _ problems: inout FieldProblems) -> Day? {
        text.isEmpty ? nil : problems.take(field) { try Day.parse(text) }
    }

    /// What stands above the printed record.
    var limits: ActivityPage.Limits {
        ActivityPage.Limits(
            since: Day(since), until: Day(until), person: person.isEmpty ? nil : person,
            organisation: organisation.isEmpty ? nil : organisation)
    }

    func inputs(_ problems: FieldProblems) -> [FormInput] {
        [
            FormInput("since", "From", value: since, kind: .date, error: problems.errors["since"]),
            FormInput(
                "until", "Up to and including", value: until, kind: .date, error: problems.errors["until"]),
            FormInput(
                "person", "Person", value: person, hint: "A name or an address, or a part of it.",
                error: problems.errors["person"]),
            FormInput(
                "organisation", "Organisation", value: organisation, hint: "Its name, or a part of it."),
        ]
    }

    var choice: FormChoice {
        FormChoice(
            "channel", "How",
            options: [("", "any")] + Channel.allCases.map { ($0.rawValue, Wording.name(of: $0)) },
            chosen: Channel(rawValue: channel)?.rawValue ?? "")
    }
}
