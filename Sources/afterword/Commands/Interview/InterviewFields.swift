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

    @Option(help: "The IANA zone in which it took place; that of the configuration if left out.")
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

    @Option(help: "Whom to ask for the decision, such as \"Hana Lee <hana@example.org>\".")
    var contact: String?

    @Option(help: "The day by which they promised a decision, such as 2026-12-04.")
    var decisionBy: String?

    @Option(help: "How its messages sound: warm, plain, formal, or a voice of your own.")
    var voice: String?

    /// Any of them.
    var isGiven: Bool {
        [organisation, role, ended, timeZone, contact, decisionBy, voice].contains { $0 != nil }
            || !panel.isEmpty
            || !talkingPoint.isEmpty
    }

    func record(zone: TimeZone, viaAgency: Bool, notes: inout [String]) throws -> InterviewRecord {
        let members = try panel.map { text throws(InputProblem) in try NameAndAddress(text) }
        let points = try talkingPoints()
        for point in points where !members.contains(where: { $0.isMeant(by: point.member) }) {
            throw RecordProblem.talkingPointForStranger(point.member)
        }
        guard let time = try endedTime(zone: zone, notes: &notes) else { throw InputProblem.notATime("") }
        return try InterviewRecord(
            organisation: organisation ?? "", role: role ?? "", ended: time,
            panel: members.map { who in
                let own = points.last { who.isMeant(by: $0.member) }
                return try InterviewRecord.Member(who: who, talkingPoint: own?.text)
            },
            contact: contact.map { try NameAndAddress($0) }, decisionBy: decisionBy.map { try Day.parse($0) },
            viaAgency: viaAgency, voice: chosenVoice)
    }

    /// The voice that was named.
    var chosenVoice: Voice? { voice.map(Voice.init(rawValue:)) }

    /// `who=what`, cut at the first `=` that leaves somebody before it.
    func talkingPoints() throws -> [(member: String, text: String)] {
        try talkingPoint.map { text in
            guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
                throw RecordProblem.talkingPointForStranger(text)
            }
            let member = text[..<sign].trimmingCharacters(in: .whitespaces)
            return (member, try Field.talkingPoint.admit(String(text[text.index(after: sign)...])))
        }
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
