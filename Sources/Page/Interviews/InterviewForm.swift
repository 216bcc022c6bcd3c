import Desk
import Etiquette
import Foundation
import Wording

/// What is typed of a new interview, kept as it was typed.
struct InterviewForm {
    var organisation = ""
    var role = ""
    var date = ""
    var time = ""
    var zone = ""
    var medium = ""
    var people = [PersonFields(index: 0)]
    /// The place in the panel of whom to ask, or `other`.
    var asked = "0"
    var contactName = ""
    var contactEmail = ""
    var decisionBy = ""
    var isViaAgency = false
    /// It is still to come, the user has said.
    var isPlanned = false
    /// The user has said that what looks like one meeting, or one person, is two.
    var isApart = false
    /// The user has said that it was that long ago.
    var isLongAgo = false
    /// Which was meant of a time that the clock showed twice.
    var showing: ClockShowing?
    /// As for a member of the panel.
    var contactSpelling: NameSpelling?
    /// What came with an invitation; empty for what was typed from nothing.
    var invitation = ""

    /// The most people on one panel.
    static let limit = 40

    init(zone: TimeZone) { self.zone = zone.identifier }

    init(_ form: FormFields) {
        func value(_ name: String) -> String { form[name] ?? "" }
        (organisation, role) = (value("organisation"), value("role"))
        (date, time, zone, medium) = (value("date"), value("time"), value("zone"), value("medium"))
        let count = min(max(1, Int(value("people")) ?? 1), Self.limit)
        people = (0..<count).map { PersonFields(index: $0, form) }
        asked = value("asked")
        (contactName, contactEmail) = (value("contact-name"), value("contact-email"))
        decisionBy = value("decision-by")
        isViaAgency = form["agency"] == "yes"
        (isApart, isPlanned) = (form["apart"] == "yes", form["planned"] == "yes")
        (isLongAgo, showing) = (form["long-ago"] == "yes", ClockShowing(rawValue: value("which")))
        contactSpelling = NameSpelling(rawValue: value("contact-spelling"))
        invitation = value("invitation")
    }

    /// What a form would bring that holds all of it.
    var fields: [(name: String, value: String)] {
        [
            ("organisation", organisation), ("role", role), ("date", date), ("time", time), ("zone", zone),
            ("medium", medium), ("people", "\(people.count)"), ("asked", asked),
        ]
            + people.flatMap { person in
                [("name", person.name), ("email", person.email)].map {
                    (PersonFields.id($0.0, person.index), $0.1)
                }
            }
    }

    mutating func addPerson() {
        if people.count < Self.limit { people.append(PersonFields(index: people.count)) }
    }

    mutating func removePerson(_ index: Int) {
        guard people.count > 1, people.indices.contains(index) else { return }
        people.remove(at: index)
        people = people.enumerated().map { $1.at($0) }
        // Who was marked stays marked; where they are gone, nobody is.
        guard let marked = Int(asked), marked >= index else { return }
        asked = marked == index && people.count > 1 ? "" : "\(max(0, marked - 1))"
    }

    /// The interview, or everything that is wrong with what was typed.
    func record() -> Result<InterviewRecord, Faults> {
        var faults: [FieldProblem] = []
        func take<Value>(_ field: String?, _ value: () throws -> Value) -> Value? {
            do {
                return try value()
            } catch let problem as FieldProblem {
                faults.append(problem)
            } catch {
                faults.append(FieldProblem(field, error))
            }
            return nil
        }
        let organisation = take("organisation") { try Field.organisation.admit(self.organisation) }
        let role = take("role") { try Field.role.admit(self.role) }
        let zone = take("zone") { try TimeZone.iana(self.zone.trimmed) }
        let ended = zone.flatMap { zone -> ZonedTime? in
            if date.isBlank || time.isBlank {
                faults.append(FieldProblem(date.isBlank ? "date" : "time", NoMoment()))
                return nil
            }
            return take("date") {
                try ClockShowing.time("\(date.trimmed) \(time.trimmed)", zone, showing, field: "which")
            }
        }
        // A line that nobody has filled in is no person.
        let told = people.filter { !$0.isEmpty || people.count == 1 }
        let panel = told.compactMap { person in take(nil) { try person.member() } }
        let contact = take("asked") { try self.contact() }
        let day = take("decision-by") { try decisionBy.told.map { try Day.parse($0.trimmed) } }
        let by = take("medium") { try medium.told.map { try Interview.Medium(told: $0) } }
        guard faults.isEmpty, let organisation, let role, let ended, let contact, let day, let by else {
            return .failure(Faults(all: faults))
        }
        let record = take(nil) {
            do {
                return try InterviewRecord(
                    organisation: organisation, role: role, ended: ended, panel: panel, contact: contact,
                    decisionBy: day, viaAgency: isViaAgency, medium: by)
            } catch let problem as RecordProblem {
                throw FieldProblem(field(of: problem), problem)
            }
        }
        return record.map { .success($0) } ?? .failure(Faults(all: faults))
    }

    struct Faults: Error {
        let all: [FieldProblem]
    }

    /// Whom to ask; nil for the first of the panel with an address, who is asked where nobody is named, and where there is
    /// none.
    private func contact() throws -> NameAndAddress? {
        guard asked == "other" || isViaAgency else {
            guard let first = people.firstIndex(where: { !$0.email.isBlank }) else { return nil }
            guard asked != "\(first)" else { return nil }
            guard let index = Int(asked), people.indices.contains(index), !people[index].isEmpty else {
                throw NobodyToAsk.notMarked
            }
            guard !people[index].email.isBlank else { throw NobodyToAsk.noAddress(people[index].name) }
            // What is wrong with their line is said there.
            return try? people[index].member().who
        }
        guard !(contactName.isBlank && contactEmail.isBlank) else {
            if isViaAgency { return nil }
            throw FieldProblem("contact-name", NobodyToAsk.noName)
        }
        do throws(InputProblem) {
            return try NameAndAddress(
                name: contactName, address: contactEmail.isBlank ? nil : contactEmail.trimmed)
        } catch {
            let isAddress = if case .notAnAddress = error { true } else { false }
            throw FieldProblem(isAddress ? "contact-email" : "contact-name", error)
        }
    }

    /// The field that a problem of the whole is about.
    func field(of problem: RecordProblem) -> String? {
        func person(_ who: NameAndAddress) -> String {
            let index = people.lastIndex { $0.name.trimmed == who.name } ?? 0
            return PersonFields.id(who.address == nil ? "name" : "email", index)
        }
        return switch problem {
        case .noPanel: PersonFields.id("name", 0)
        case .twiceOnPanel(let who, as: _), .yourself(let who): person(who)
        case .decisionBeforeInterview: "decision-by"
        case .agencyWithoutContact: "contact-name"
        case .inFuture: "date"
        case .otherName(let known, _):
            people.firstIndex { person in
                (try? EmailAddress(person.email.trimmed))?.key == known.address?.key
            }.map { PersonFields.id("name", $0) }
        case .talkingPointForStranger, .differs: nil
        }
    }
}
