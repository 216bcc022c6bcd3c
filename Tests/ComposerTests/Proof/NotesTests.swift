import Etiquette
import Foundation
import Testing

@testable import Composer

/// Notes that good writers wrote by hand (letters.md: a short role, the head of the organisation's name, a first name or a
/// title with the surname, emphasis): proofreading leaves them in peace.
@Suite struct NotesTests {
    struct Note: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: FollowUp.Kind
        let facts: Facts
        let body: String

        var testDescription: String { name }

        var subject: String {
            switch kind {
            case .thankYou: "Thank you – \(facts.role) interview"
            case .decisionStatus: "\(facts.role) – interview on Friday 20 November"
            case .feedbackRequest: "Feedback on my \(facts.role) interview"
            }
        }
    }

    /// Files with lines `Key: value`, an empty line, and the body.
    static func notes() throws -> [Note] {
        let folder = TestFiles.folder.appendingPathComponent("Proof/Notes")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.map { url in
            let text = try String(contentsOf: url, encoding: .utf8)
            let end = try text.range(of: "\n\n").required()
            var values: [String: String] = [:]
            for line in text[..<end.lowerBound].split(separator: "\n") {
                let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
                values[parts[0]] = parts[1]
            }
            return Note(
                name: url.deletingPathExtension().lastPathComponent,
                kind: try FollowUp.Kind(rawValue: values["Kind"] ?? "").required(),
                facts: Sample.facts(
                    name: try values["Recipient"].required(), role: try values["Role"].required(),
                    organisation: try values["Organisation"].required(), talkingPoint: values["Topic"],
                    sender: try values["Sender"].required()),
                body: String(text[end.upperBound...]))
        }
    }

    static func findings(in note: Note) throws -> [Finding] {
        var reading = Proofreading(
            kind: note.kind, subject: note.subject, body: note.body, facts: note.facts)
        reading.language = try Shipped.language()
        reading.due = Sample.day.adding(days: note.kind == .thankYou ? 1 : 14)
        return try reading.findings(known: noNames)
    }

    @Test(arguments: try notes())
    func aGoodNoteDrawsNothing(note: Note) throws {
        #expect(try Self.findings(in: note) == [])
    }
}
