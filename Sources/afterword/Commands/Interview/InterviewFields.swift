import ArgumentParser
import Desk
import Etiquette
import Foundation

/// The fields of an interview as options.
struct InterviewFields: ParsableArguments {
    @Option(help: "The organisation, as it writes its own name.")
    var organisation: String?

    @Option(help: "The role, as it was advertised.")
    var role: String?

    @Option(
        help:
            "When it ended: \"15:00\", \"yesterday 3pm\", \"20 Oct 15:00\", \"2026-11-20 15:00\"; an offset may follow that, as in 2026-11-20T15:00+01:00."
    )
    var ended: String?

    @Option(
        help: "The time zone in which it took place, such as Europe/London; your own if left out.",
        completion: Candidates.timeZones)
    var timeZone: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "A member of the panel, such as \"Jane Okafor <jane@example.org>\"; repeat for each.",
            valueName: "who"))
    var panel: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What you talked about with one member: \"jane@example.org=the open-data portal\".",
            valueName: "who=what"))
    var talkingPoint: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What you would like to say to one member about it, in a sentence of your own.",
            valueName: "who=sentence"))
    var say: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "How to greet somebody, after \"Dear\": \"jane@example.org=Jane\"; remembered for that person.",
            valueName: "who=name"))
    var greeting: [String] = []

    @Option(help: "How you say the role in a sentence, before the word role: \"Staff Nurse\".")
    var roleShort: String?

    @Option(
        help: "How you say the organisation in a sentence, after \"work at\": \"the University of Leeds\".")
    var organisationAs: String?

    @Option(help: "How the interview was held: in-person, video or telephone.")
    var by: String?

    @Option(help: "Who to ask about the decision, such as \"Hana Lee <hana@example.org>\".")
    var contact: String?

    @Option(help: "The day by which they promised a decision, such as \"4 Dec\" or 2026-12-04.")
    var decisionBy: String?

    @Option(
        help: "How its messages sound (their voice): warm, plain, formal, or one of your own.",
        completion: Candidates.voices)
    var voice: String?

    /// Any of them.
    var isGiven: Bool {
        [organisation, role, ended, timeZone, contact, decisionBy, voice, roleShort, organisationAs, by]
            .contains { $0 != nil }
            || !panel.isEmpty || tellsOfPeople
    }

    /// Something is told of one of the people.
    var tellsOfPeople: Bool { !(talkingPoint + say + greeting).isEmpty }

    /// - Parameter times: reads what was written in the zone of the configuration.
    func record(
        viaAgency: Bool, times: TimeOptions, _ tense: TimeReader.Tense = .past, notes: inout [String]
    ) throws -> InterviewRecord {
        let members = try panel.map { text throws(InputProblem) in try NameAndAddress(text) }
        let contact = try contact.map { try NameAndAddress($0) }
        let remarks = try remarks().naming(members + [contact].compactMap(\.self))
        try remarks.check(members + [contact].compactMap(\.self))
        guard let time = try endedTime(times, tense, notes: &notes) else { throw InputProblem.notATime("") }
        return try InterviewRecord(
            organisation: organisation ?? "", role: role ?? "", ended: time,
            panel: members.map { try InterviewRecord.Member(who: $0, remark: remarks.about($0)) },
            contact: contact, decisionBy: decisionDay(times, notes: &notes), viaAgency: viaAgency,
            voice: chosenVoice, contactRemark: remarks.about(contact: contact, besides: members),
            saying: saying, medium: medium())
    }

    /// The voice that was named.
    var chosenVoice: Voice? { voice.map(Voice.init(rawValue:)) }

    var saying: InterviewRecord.Saying { .init(role: roleShort, organisation: organisationAs) }

    func medium() throws(InputProblem) -> Interview.Medium? {
        if let by { try Interview.Medium(told: by) } else { nil }
    }

    /// What is told of each person, as `who=what`.
    func remarks() throws -> [String: Remark] {
        var remarks: [String: Remark] = [:]
        let fields: [([String], WritableKeyPath<Remark, String?>)] = [
            (talkingPoint, \.talkingPoint), (say, \.ownSentence), (greeting, \.greeting),
        ]
        for (texts, field) in fields {
            for text in texts {
                let (who, what) = try Self.parts(of: text)
                remarks[who, default: Remark()][keyPath: field] = what
            }
        }
        return remarks
    }

    /// Cut at the first `=` that leaves somebody before it.
    private static func parts(of text: String) throws(RecordProblem) -> (who: String, what: String) {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
            throw .talkingPointForStranger(text)
        }
        return (
            text[..<sign].trimmingCharacters(in: .whitespaces),
            text[text.index(after: sign)...].trimmingCharacters(in: .whitespaces)
        )
    }

    /// In the zone that was told, else in that of `times`.
    func endedTime(
        _ times: TimeOptions, _ tense: TimeReader.Tense = .past, notes: inout [String]
    ) throws -> ZonedTime? {
        let times = try timeZone.map { try times.moved(to: TimeZone.iana($0)) } ?? times
        return try ended.map { text in
            do {
                return try times.moment(text, tense, notes: &notes)
            } catch InputProblem.notYet(_, let time, _) {
                throw RecordProblem.inFuture(time, now: times.application.now)
            }
        }
    }

    func decisionDay(_ times: TimeOptions, notes: inout [String]) throws -> Day? {
        try decisionBy.map { try times.day($0, .future, notes: &notes) }
    }

    /// What was told of an interview of which the rest is asked.
    func told(
        viaAgency: Bool, times: TimeOptions, notes: inout [String]
    ) throws -> NewInterviewDialogue.Told {
        let members = try panel.map { text throws(InputProblem) in try NameAndAddress(text) }
        let contact = try contact.map { try NameAndAddress($0) }
        let remarks = try remarks().naming(members + [contact].compactMap(\.self))
        if !members.isEmpty { try remarks.check(members + [contact].compactMap(\.self)) }
        var told = NewInterviewDialogue.Told()
        told.organisation = try organisation.map { text throws(InputProblem) in
            try Field.organisation.admit(text)
        }
        told.role = try role.map { text throws(InputProblem) in try Field.role.admit(text) }
        told.ended = try endedTime(times, notes: &notes)
        told.panel = try members.map { try InterviewRecord.Member(who: $0, remark: remarks.about($0)) }
        if members.isEmpty { told.remarks = remarks }
        told.contact = contact
        told.contactRemark = remarks.about(contact: contact, besides: members)
        told.decisionBy = try decisionDay(times, notes: &notes)
        (told.viaAgency, told.voice, told.saying, told.medium) = (
            viaAgency, chosenVoice, saying, try medium()
        )
        return told
    }
}
