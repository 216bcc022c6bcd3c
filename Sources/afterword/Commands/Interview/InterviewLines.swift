import Desk
import Etiquette
import Foundation
import Wording

/// A file with one interview a line, as JSON objects.
struct InterviewLines {
    let file: String
    /// Where a line names no zone.
    let zone: TimeZone

    func records(notes: inout [String]) throws -> [InterviewRecord] {
        let lines = try TextFile.read(file, limit: TextFile.batch)
            .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.allSatisfy(\.isWhitespace) }
        let told = try lines.mappedSideBySide { index, line in try read(line, number: index + 1) }
        guard !told.isEmpty else { throw Problem(file: file) }
        notes += told.flatMap(\.notes)
        return told.map(\.record)
    }

    private func read(_ line: Substring, number: Int) throws -> (record: InterviewRecord, notes: [String]) {
        do {
            let told = try JSONDecoder().decode(InterviewLine.self, from: Data(line.utf8))
            var notes: [String] = []
            let record = try told.record(zone: zone, notes: &notes)
            return (record, notes.map { "line \(number): \($0)" })
        } catch {
            throw Problem(file: file, line: number, line, error)
        }
    }

    /// What is wrong with which line; the whole file is refused.
    struct Problem: ExitCoded {
        let sentence: Sentence
        let exit: Exit

        init(file: String) {
            let place = file == "-" ? "standard input" : Wording.quoted(file)
            sentence = "\(place) has no interview in it; write one JSON object a line."
            exit = .badInput
        }

        init(file: String, line number: Int, _ text: Substring, _ error: any Error) {
            let place = "\(file == "-" ? "standard input" : file):\(number)"
            let known = CommandFailure(error)
            if let error = error as? DecodingError {
                sentence = Sentence(JSONFault(error, in: text).sentence(place: place))
                exit = .badInput
            } else {
                sentence = "\(place): \(known?.sentence ?? "\(error)")"
                exit = known?.exit ?? .badInput
            }
        }
    }
}

private struct InterviewLine: Decodable {
    let organisation: String
    let role: String
    let ended: String
    let timeZone: String?
    let panel: [Who]
    let contact: Who?
    let decisionBy: String?
    let viaAgency: Bool?
    let voice: String?

    let roleShort: String?
    let organisationAs: String?
    let by: String?

    /// A member of the panel, or the contact.
    struct Who: Decodable {
        let name: String
        let address: String?
        let remark: Remark

        init(from decoder: any Decoder) throws {
            let fields = try KnownFields(decoder, ["name", "address", "talkingPoint", "say", "greeting"])
            name = try fields.value("name")
            address = try fields.optional("address")
            remark = Remark(
                talkingPoint: try fields.optional("talkingPoint"), ownSentence: try fields.optional("say"),
                greeting: try fields.optional("greeting"))
        }

        func who() throws(InputProblem) -> NameAndAddress { try NameAndAddress(name: name, address: address) }
    }

    init(from decoder: any Decoder) throws {
        let fields = try KnownFields(
            decoder,
            [
                "organisation", "role", "ended", "timeZone", "panel", "contact", "decisionBy", "viaAgency",
                "voice", "roleShort", "organisationAs", "by",
            ])
        organisation = try fields.value("organisation")
        role = try fields.value("role")
        ended = try fields.value("ended")
        timeZone = try fields.optional("timeZone")
        panel = try fields.value("panel")
        contact = try fields.optional("contact")
        decisionBy = try fields.optional("decisionBy")
        viaAgency = try fields.optional("viaAgency")
        voice = try fields.optional("voice")
        roleShort = try fields.optional("roleShort")
        organisationAs = try fields.optional("organisationAs")
        by = try fields.optional("by")
    }

    func record(zone: TimeZone, notes: inout [String]) throws -> InterviewRecord {
        let zone = try timeZone.map { try TimeZone.iana($0) } ?? zone
        let (time, wasTwice) = try EndedTime.parse(ended, zone: zone)
        if wasTwice { notes.append(Wording.twice(ended, zone)) }
        return try InterviewRecord(
            organisation: organisation, role: role, ended: time,
            panel: panel.map { try InterviewRecord.Member(who: $0.who(), remark: $0.remark) },
            contact: contact?.who(), decisionBy: decisionBy.map { try Day.parse($0) },
            viaAgency: viaAgency ?? false, voice: voice.map(Voice.init(rawValue:)),
            contactRemark: contact?.remark ?? Remark(),
            saying: .init(role: roleShort, organisation: organisationAs),
            medium: by.map { try Interview.Medium(told: $0) })
    }
}
