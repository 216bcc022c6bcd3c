import Desk
import Etiquette
import Foundation
import Wording

/// An interview as a form has it: every field as it was typed, however wrong it is.
struct InterviewCorrection {
    /// Somebody on the panel. The place is the one at which they stand in the form, from 0 on.
    struct Member {
        var name = ""
        var email = ""
        var talkingPoint = ""
        var ownSentence = ""
        var greeting = ""

        var isEmpty: Bool { [name, email, talkingPoint, ownSentence, greeting].allSatisfy(\.isEmpty) }
    }

    var organisation: String
    var role: String
    var day: String
    var time: String
    var zone: String
    var showing: ClockShowing?
    var medium: String
    var members: [Member]
    var contactName: String
    var contactEmail: String
    var decisionBy: String
    var voice: String
    var roleShort: String
    var organisationAs: String

    private static let most = 40

    /// As a browser sends it.
    ///
    /// - Throws: `PageProblem.notAForm` where a field is missing that each browser sends.
    init(_ fields: FormFields) throws {
        func text(_ name: String) throws -> String {
            guard let value = fields[name] else { throw PageProblem.notAForm }
            return String(value.trimmingBlanks())
        }
        (organisation, role) = try (text("organisation"), text("role"))
        (day, time, zone) = try (text("day"), text("time"), text("zone"))
        (medium, showing) = (fields["medium"] ?? "", fields["which"].flatMap(ClockShowing.init(rawValue:)))
        members = try (0..<Self.most).prefix { fields["name-\($0)"] != nil }.map { place in
            try Member(
                name: text("name-\(place)"), email: text("email-\(place)"),
                talkingPoint: text("topic-\(place)"), ownSentence: text("sentence-\(place)"),
                greeting: text("greeting-\(place)"))
        }
        (contactName, contactEmail) = try (text("contact-name"), text("contact-email"))
        decisionBy = try text("decision-by")
        voice = try text("voice")
        (roleShort, organisationAs) = try (text("role-short"), text("organisation-as"))
    }

    /// As it is on record.
    init(_ interview: Interview, of recruitment: Recruitment) {
        (organisation, role) = (recruitment.organisation, recruitment.role)
        let wall = interview.ended.wall
        (day, zone) = (wall.day.description, interview.ended.zone.identifier)
        time = TimeWording.clock(interview.ended.instant, interview.ended.zone)
        medium = interview.medium?.rawValue ?? ""
        members = interview.panel.map { member in
            Member(
                name: member.person.name, email: member.person.address?.text ?? "",
                talkingPoint: member.talkingPoint ?? "", ownSentence: member.ownSentence ?? "",
                greeting: member.person.salutation ?? "")
        }
        contactName = interview.contact?.name ?? ""
        contactEmail = interview.contact?.address?.text ?? ""
        decisionBy = interview.decisionBy?.description ?? ""
        voice = recruitment.voice?.rawValue ?? ""
        roleShort = recruitment.roleShort ?? ""
        organisationAs = recruitment.organisationAs ?? ""
    }
}

// MARK: - What it changes

extension InterviewCorrection {
    /// What differs from what is on record; nil where a field says nothing that can be kept, and `problems` has which.
    func changes(from known: InterviewCorrection, _ problems: inout FieldProblems) -> InterviewChanges? {
        var changes = InterviewChanges()
        if organisation != known.organisation {
            changes.organisation = problems.take("organisation") {
                try Field.organisation.admit(organisation)
            }
        }
        if role != known.role { changes.role = problems.take("role") { try Field.role.admit(role) } }
        if (day, time, zone) != (known.day, known.time, known.zone) { changes.ended = ended(&problems) }
        if medium != known.medium {
            changes.medium = problems.take("medium") { try Interview.Medium(told: medium) }
        }
        changes.decisionBy = kept(decisionBy, known.decisionBy, "decision-by", &problems) {
            try Day.parse($0)
        }
        changes.voice = kept(voice, known.voice, "voice", &problems) { Voice(rawValue: $0) }
        if roleShort != known.roleShort { changes.saying.role = roleShort }
        if organisationAs != known.organisationAs { changes.saying.organisation = organisationAs }
        takePanel(from: known, &changes, &problems)
        takeContact(from: known, &changes, &problems)
        return problems.isEmpty ? changes : nil
    }

    /// What can be changed and not taken away; nil where it is as it was.
    private func kept<Value>(
        _ text: String, _ known: String, _ field: String, _ problems: inout FieldProblems,
        _ read: (String) throws -> Value
    ) -> Value? {
        guard text != known else { return nil }
        guard !text.isEmpty else {
            problems.add(CorrectionProblem.cannotBeEmptied, at: field)
            return nil
        }
        return problems.take(field) { try read(text) }
    }

    private func ended(_ problems: inout FieldProblems) -> ZonedTime? {
        guard let zone = problems.take("zone", { try TimeZone.iana(zone) }) else { return nil }
        return problems.take("day") { try ClockShowing.time("\(day) \(time)", zone, showing, field: "which") }
    }

    private func takePanel(
        from known: InterviewCorrection, _ changes: inout InterviewChanges, _ problems: inout FieldProblems
    ) {
        var people: [NameAndAddress] = []
        for (place, member) in members.enumerated() where !member.isEmpty {
            guard let who = member.who(place, &problems) else { continue }
            people.append(who)
            let before = known.members.first { $0.name == member.name && $0.email == member.email }
            let remark = member.remark(from: before ?? Member(), place, &problems)
            if remark != Remark() { changes.remarks[who.address?.text ?? who.name] = remark }
        }
        let former = known.members.map { [$0.name, $0.email] }
        guard members.filter({ !$0.isEmpty }).map({ [$0.name, $0.email] }) != former else { return }
        changes.panel = people.compactMap { who in
            problems.take(nil) { try InterviewRecord.Member(who: who, talkingPoint: nil) }
        }
    }

    private func takeContact(
        from known: InterviewCorrection, _ changes: inout InterviewChanges, _ problems: inout FieldProblems
    ) {
        guard (contactName, contactEmail) != (known.contactName, known.contactEmail) else { return }
        guard !(contactName + contactEmail).isEmpty else {
            problems.add(CorrectionProblem.cannotBeEmptied, at: "contact-name")
            return
        }
        guard let name = problems.take("contact-name", { try Field.name.admit(contactName) }) else { return }
        changes.contact = problems.take("contact-email") {
            try NameAndAddress(name: name, address: contactEmail.isEmpty ? nil : contactEmail)
        }
    }
}

extension InterviewCorrection.Member {
    fileprivate func who(_ place: Int, _ problems: inout FieldProblems) -> NameAndAddress? {
        guard let name = problems.take("name-\(place)", { try Field.name.admit(name) }) else { return nil }
        return problems.take("email-\(place)") {
            try NameAndAddress(name: name, address: email.isEmpty ? nil : email)
        }
    }

    /// What differs; an emptied field takes back what was told.
    fileprivate func remark(from known: Self, _ place: Int, _ problems: inout FieldProblems) -> Remark {
        func told(_ text: String, _ before: String, _ field: Field, _ name: String) -> String? {
            guard text != before else { return nil }
            return text.isEmpty ? "" : problems.take("\(name)-\(place)") { try field.admit(text) }
        }
        return Remark(
            talkingPoint: told(talkingPoint, known.talkingPoint, .talkingPoint, "topic"),
            ownSentence: told(ownSentence, known.ownSentence, .ownSentence, "sentence"),
            greeting: told(greeting, known.greeting, .salutation, "greeting"))
    }
}
