import Etiquette
import Fixtures
import Testing
import Text

@testable import Intake

@Suite("A damaged invitation gives no wrong time and no invented person", .timeLimit(.minutes(2)))
struct MutationTests {
    private static let original = calendar(
        head: Rules.central(named: "W. Europe Standard Time"),
        event([
            "ORGANIZER;CN=\"Okafor, Jane (HR)\":mailto:jane.okafor@citylibrary.example",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Tom Ó Briain:mailto:tom@citylibrary.example",
            "ATTENDEE;CN=Ada Example:mailto:ada@example.org",
            "DTSTART;TZID=W. Europe Standard Time:20261120T140000",
            "DTEND;TZID=W. Europe Standard Time:20261120T150000",
            "SUMMARY:Interview: Data Analyst at City Library",
            "DESCRIPTION:Thank you for your interest in the Data Analyst role at City Library.\\nJane and Tom",
        ]))

    @Test("bytes changed, lost, doubled and swapped, lines moved", arguments: 0..<20)
    func damage(seed: Int) throws {
        let me = try ada()
        var chance = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<25 {
            let bytes = chance.damaged(Self.original)
            let file: InvitationFile
            do throws(IntakeProblem) {
                file = try Invitation.read(bytes, named: "damaged", for: me)
            } catch {
                #expect(error.file == "damaged")
                continue
            }
            let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
            for meeting in file.invitations.compactMap(\.meeting) { check(meeting, against: text) }
        }
    }

    /// Whatever was understood stands in the file, letter by letter.
    private func check(_ meeting: Meeting, against text: String) {
        #expect(meeting.ends.instant >= meeting.starts.instant)
        for person in meeting.people {
            let words = person.name.map { Words.tokens(of: $0) } ?? []
            #expect(
                words.allSatisfy {
                    text.contains($0) || person.doubts.contains(.guessedLetters)
                        || person.doubts.contains(.cleaned)
                }, "\(words)")
            #expect(person.name != nil || person.address != nil)
        }
        for found in [meeting.role, meeting.organisation].compactMap(\.self) where !text.contains("\u{FFFD}")
        {
            #expect(found.quote.contains(found.value) || text.contains(found.value), "\(found)")
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// One to four blows.
    fileprivate mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...number(below: 4) {
            let at = number(below: bytes.count - 80)
            switch number(below: 6) {
            case 0: bytes[at] = UInt8(number(below: 256))
            case 1: bytes.remove(at: at)
            case 2: bytes.insert(contentsOf: bytes[at..<at + number(below: 80)], at: at)
            case 3: bytes.swapAt(at, number(below: bytes.count))
            case 4: bytes.removeSubrange(at..<at + number(below: 80))
            default: bytes.insert(contentsOf: Array("\r\n".utf8), at: at)
            }
        }
        return bytes
    }
}
