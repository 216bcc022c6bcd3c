import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Wording

/// The fields of an interview as options.
struct InterviewFields: ParsableArguments {
    @Option(help: "The organisation, as it writes itself.")
    var organisation: String?

    @Option(help: "The role, as it was advertised.")
    var role: String?

    @Option(
        help:
            "When it ended, such as \"2026-11-20 15:00\"; an offset may follow, as in 2026-11-20T15:00+01:00."
    )
    var ended: String?

    @Option(
        help: "The IANA zone in which it took place; that of the configuration if left out.",
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
            "How to greet somebody, behind \"Dear\": \"jane@example.org=Jane\"; remembered for that person.",
            valueName: "who=name"))
    var greeting: [String] = []

    @Option(help: "How you say the role in a sentence, before the word role: \"Staff Nurse\".")
    var roleShort: String?

    @Option(
        help: "How you say the organisation in a sentence, behind \"work at\": \"the University of Leeds\".")
    var organisationAs: String?

    @Option(help: "How the interview was held: in-person, video or telephone.")
    var by: String?

    @Option(help: "Whom to ask for the decision, such as \"Hana Lee <hana@example.org>\".")
    var contact: String?

    @Option(help: "The day by which they promised a decision, such as 2026-12-04.")
    var decisionBy: String?

    @Option(
        help: "How its messages sound: warm, plain, formal, or a voice of your own.",
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

    func record(zone: TimeZone, viaAgency: Bool, notes: inout [String]) throws -> InterviewRecord {
        let members = try panel.map { text throws(InputProblem) in try NameAndAddress(text) }
        let (remarks, contact) = (try remarks(), try contact.map { try NameAndAddress($0) })
        try remarks.check(members + [contact].compactMap(\.self))
        guard let time = try endedTime(zone: zone, notes: &notes) else { throw InputProblem.notATime("") }
        return try InterviewRecord(
            organisation: organisation ?? "", role: role ?? "", ended: time,
            panel: members.map { try InterviewRecord.Member(who: $0, remark: remarks.about($0)) },
            contact: contact, decisionBy: decisionBy.map { try Day.parse($0) }, viaAgency: viaAgency,
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

    func endedTime(zone: TimeZone, notes: inout [String]) throws -> ZonedTime? {
        let zone = try timeZone.map { try TimeZone.iana($0) } ?? zone
        guard let ended else { return nil }
        let (time, wasTwice) = try EndedTime.parse(ended, zone: zone)
        if wasTwice { notes.append(Wording.twice(ended, zone)) }
        return time
    }
}

extension Wording {
    static func twice(_ ended: String, _ zone: TimeZone) -> String {
        "the clocks went back over \(quoted(ended)) in \(zone.identifier), so that it was twice; the later one is taken. "
            + "Give an offset to mean the other."
    }
}
