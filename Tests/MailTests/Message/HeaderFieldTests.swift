import Etiquette
import Foundation
import Testing

@testable import Mail

@Suite struct HeaderFieldTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: [
        (1_795_186_800.0, "Europe/London", "Fri, 20 Nov 2026 15:00:00 +0000"),
        (1_783_000_000.9, "Europe/London", "Thu, 02 Jul 2026 14:46:40 +0100"),
        (1_795_186_800, "America/St_Johns", "Fri, 20 Nov 2026 11:30:00 -0330"),
        (1_795_186_800, "Asia/Kathmandu", "Fri, 20 Nov 2026 20:45:00 +0545"),
        (1_798_758_000, "Pacific/Auckland", "Fri, 01 Jan 2027 12:00:00 +1300"),
        (951_782_400, "UTC", "Tue, 29 Feb 2000 00:00:00 +0000"),
        (-1, "UTC", "Wed, 31 Dec 1969 23:59:59 +0000"),
    ])
    func aDateIsThatOfItsZone(seconds: Double, zone: String, expected: String) throws {
        let field = try HeaderField.date(Date(timeIntervalSince1970: seconds), in: try Letters.zone(zone))
        #expect(text(field) == "Date: \(expected)\r\n")
    }

    @Test(arguments: [-2_208_988_801.0, 253_402_300_800, 1e18, -.infinity, .infinity, .nan])
    func noCalendarOfMailHasOtherDates(seconds: Double) {
        #expect(throws: LetterProblem.dateOutOfRange) {
            try HeaderField.date(Date(timeIntervalSince1970: seconds), in: .gmt)
        }
    }

    @Test func longValuesAreFoldedAtTheirSpaces() {
        let words = (0..<40).map { String(repeating: "x", count: 1 + $0 % 23) }
        let field = text(HeaderField.plain("References", words.joined(separator: " ")))
        let lines = field.components(separatedBy: "\r\n").dropLast()
        #expect(lines.count > 3 && lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") && !$0.hasPrefix("  ") })
        #expect(lines.joined() == "References: " + words.joined(separator: " "))
    }

    @Test func whatHasNoSpaceStaysInOneLine() {
        let id = "<\(String(repeating: "a", count: 200))@example.org>"
        #expect(text(HeaderField.plain("In-Reply-To", id)) == "In-Reply-To: \(id)\r\n")
    }

    @Test(arguments: [
        ("Re: Analyst", "Subject: Re: Analyst\r\n"),
        ("Re: été", "Subject: =?utf-8?q?Re=3A_=C3=A9t=C3=A9?=\r\n"),
    ])
    func aSubjectIsEncodedWhereItNeedsToBe(subject: String, field: String) {
        #expect(text(HeaderField.subject(subject)) == field)
    }
}
