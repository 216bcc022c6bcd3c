import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Intake

@Suite("A damaged spreadsheet gives no wrong time and no invented person", .timeLimit(.minutes(2)))
struct SheetMutationTests {
    private static let original = csv([
        RowSample().header + ["Interviewer 2", "Interviewer 2 email", "Talking point", "Status"],
        [
            "City Library", "Data Analyst", "20 November 2026 14:00-15:00", "Jane Okafor <jane@example.org>",
            "Tom Ó Briain", "tom@example.org", "Jane Okafor: \"the portal\"; Tom Ó Briain: tides",
            "Interview",
        ],
        [
            "Harbour, Works", "Clerk", "Sat 21 Nov 2026 10:00-10:45", "Åsa Öberg; Li Wei", "", "", "",
            "Rejected",
        ],
        ["Museum", "Guide", "", "", "", "", "", "Applied"],
    ])

    @Test("bytes changed, lost, doubled and swapped", arguments: 0..<20)
    func damage(seed: Int) throws {
        var chance = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<25 {
            let bytes = chance.damagedSheet(Self.original)
            let sheet: Spreadsheet
            do throws(SheetProblem) {
                sheet = try Spreadsheet(bytes, named: "damaged")
            } catch {
                #expect(error.file == "damaged")
                continue
            }
            let reading = sheet.reading(SheetAnswers(), home: .gmt)
            for problem in reading.problems { #expect(problem.place != nil) }
            // Latin letters may have been read in another character set; then the file says so.
            guard sheet.encoding == .utf8 else { continue }
            for interview in reading.interviews {
                check(interview, in: String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    /// Whatever was understood stands in the file, letter by letter.
    private func check(_ interview: SheetInterview, in text: String) {
        let text = text.replacing("\"\"", with: "\"")
        let day = interview.ended.wall.day.components
        #expect(text.contains("\(day.day)"))
        #expect(text.contains("\(day.year % 100)"))
        for person in interview.people {
            #expect(person.name != nil || person.address != nil)
            for word in person.name?.split(separator: " ") ?? [] { #expect(text.contains(word), "\(word)") }
            if let address = person.address { #expect(text.lowercased().contains(address.key)) }
        }
    }

    @Test("rows that chance wrote come back as they were", arguments: 0..<10)
    func roundTrip(seed: Int) throws {
        var chance = SeededGenerator(seed: UInt64(seed) + 100)
        let rows = (0..<20).map { _ in (0..<6).map { _ in chance.cell() } }.filter { row in
            row.contains { !$0.allSatisfy { $0 == " " || $0 == "\t" } }
        }
        for separator in [",", ";", "\t"] {
            for end in ["\r\n", "\n", "\r"] {
                let table = try SheetTable(
                    csv(rows, separator: separator, end: end), separator: Array(separator.utf8)[0])
                #expect(table.rows.map { row in (0..<row.count).map { table.text(row, $0) } } == rows)
            }
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    fileprivate mutating func cell() -> String {
        let letters = ["a", "Ö", ",", ";", "\"", "\r\n", "\n", "\t", " ", "é", "李", "'", "="]
        return (0..<below(8)).map { _ in letters[below(letters.count)] }.joined()
    }

    /// One to four blows.
    fileprivate mutating func damagedSheet(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) {
            let at = below(bytes.count - 40)
            switch below(6) {
            case 0: bytes[at] = UInt8(below(256))
            case 1: bytes.remove(at: at)
            case 2: bytes.insert(contentsOf: bytes[at..<at + below(40)], at: at)
            case 3: bytes.swapAt(at, below(bytes.count))
            case 4: bytes.removeSubrange(at..<at + below(40))
            default: bytes.insert(contentsOf: Array(["\r\n", ",", "\"", "\0"][below(4)].utf8), at: at)
            }
        }
        return bytes
    }
}
