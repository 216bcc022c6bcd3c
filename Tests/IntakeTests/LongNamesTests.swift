import Etiquette
import Foundation
import Testing

@testable import Intake

/// A name has 200 characters; nothing is done with one that has thousands.
@Suite struct LongNamesTests {
    private static let place = SheetPlace(row: 2, line: 2, character: 1, column: "Interviewer")
    private static let filler = 70_000

    static let cells = [
        String(repeating: "x", count: filler), String(repeating: "x ", count: filler / 2),
        String(repeating: "\"", count: filler), String(repeating: "(", count: filler),
        String(repeating: "@", count: filler), String(repeating: "<", count: filler),
        String(repeating: "e\u{301}", count: filler),
        "Jane Okafor; " + String(repeating: "x,", count: filler),
        String(repeating: "'", count: filler) + "x" + String(repeating: "'", count: filler),
    ]

    /// In the square of its length it would take 25 seconds.
    @Test(.timeLimit(.minutes(1)), arguments: cells)
    func aCellOfThousandsOfLettersIsRefusedAtOnce(cell: String) {
        #expect(throws: SheetRefusal.self) { try SheetPeople.all(in: cell, at: Self.place) }
        #expect(throws: SheetRefusal.self) { try SheetPeople.one(in: cell, at: Self.place) }
        #expect(CommonName(cell, of: nil).name == nil)
    }

    @Test func manyPeopleOfOneCellAreRead() throws {
        let names = (0..<500).map {
            "Jane Number\(String(repeating: "i", count: $0 % 9)) Okafor <jane\($0)@example.org>"
        }
        #expect(try SheetPeople.all(in: names.joined(separator: "; "), at: Self.place).count == 500)
    }
}
