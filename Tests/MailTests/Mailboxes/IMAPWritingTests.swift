import Etiquette
import Foundation
import Testing

@testable import Mail

/// How questions, names and dates are written and read.
@Suite struct IMAPWritingTests {
    private func written(_ criteria: Criteria, isExtended: Bool = false) -> String {
        IMAPCommand.search(criteria, 2...9, isExtended: isExtended).pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .literal(let bytes): "{\(String(decoding: bytes, as: UTF8.self))}"
            }
        }.joined()
    }

    @Test(arguments: [
        (Criteria.everything, "UID SEARCH UID 2:9"),
        (.from(#"a "b" \"#), #"UID SEARCH UID 2:9 FROM "a \"b\" \\""#),
        (.from("a\r\nw9 DELETE INBOX"), "UID SEARCH CHARSET UTF-8 UID 2:9 FROM {a\r\nw9 DELETE INBOX}"),
        (.subject("a\0b"), #"UID SEARCH UID 2:9 SUBJECT "a""#),
        (.subject("50% Ö"), "UID SEARCH CHARSET UTF-8 UID 2:9 SUBJECT {50% Ö}"),
        (.any([.from("a"), .from("b"), .to("c")]), #"UID SEARCH UID 2:9 OR FROM "a" OR FROM "b" TO "c""#),
        (
            .all([.not(.from("a")), .since(Day(number: 20_000))]),
            #"UID SEARCH UID 2:9 (NOT FROM "a" SINCE 4-Oct-2024)"#
        ),
        (.any([]), "UID SEARCH UID 2:9 NOT ALL"), (.all([]), "UID SEARCH UID 2:9 ALL"),
        (.not(.any([.from("a"), .from("b")])), #"UID SEARCH UID 2:9 NOT OR FROM "a" FROM "b""#),
    ])
    func aQuestionIsOneQuestion(criteria: Criteria, words: String) {
        #expect(written(criteria) == words)
    }

    @Test func extendedSearchIsUsedWhereItIsKnown() {
        #expect(written(.everything, isExtended: true) == "UID SEARCH RETURN (ALL) UID 2:9")
    }

    @Test func aLongQuestionIsDividedAndNothingIsLost() {
        let ids = (0..<500).map { Criteria.header(.references, "<\($0)@example.org>") }
        let question = Criteria.all([.since(Day(number: 0)), .any(ids), .not(.from("me"))])
        let size = { (part: Criteria) in IMAPCommand.search(part, 1...9, isExtended: false).size }
        let parts = question.divided(into: 2000, size: size)
        #expect(parts.count > 5 && parts.allSatisfy { size($0) <= 2000 })
        var found: [Criteria] = []
        for part in parts {
            guard case .all(let conditions) = part, conditions.count == 3, case .any(let some) = conditions[1]
            else {
                Issue.record("\(part)")
                continue
            }
            #expect(conditions[0] == .since(Day(number: 0)) && conditions[2] == .not(.from("me")))
            found += some
        }
        #expect(found == ids)
    }

    @Test func whatCannotBeDividedStays() {
        let long = Criteria.from(String(repeating: "x", count: 100))
        #expect(long.divided(into: 10) { _ in 100 } == [long])
        #expect(Criteria.all([long]).divided(into: 10) { _ in 100 } == [.all([long])])
    }

    @Test(arguments: [
        (Criteria.from("Ó Briain"), Criteria.from(" Briain")), (.from("Łó"), .everything),
        (.from("Ann"), .from("Ann")),
        (.not(.from("Ö")), .not(.any([]))), (.not(.not(.from("Ö"))), .not(.not(.everything))),
        (.any([.subject("né"), .to("x")]), .any([.subject("n"), .to("x")])),
    ])
    func inASCIINothingLessIsFound(criteria: Criteria, ascii: Criteria) {
        #expect(criteria.inASCII == ascii)
    }

    @Test(arguments: [
        ("Entwürfe", "Entw&APw-rfe"), ("A&B", "A&-B"), ("台北", "&U,BTFw-"), ("日本語 mail", "&ZeVnLIqe- mail"),
        ("😀", "&2D3eAA-"), ("plain/name", "plain/name"), ("&", "&-"),
    ])
    func folderNamesAreRead(name: String, wire: String) {
        #expect(ModifiedUTF7.decoded(wire) == name)
    }

    @Test(arguments: ["&", "a&b", "&AP-", "&!!-", "&2D0-", "Entwürfe"])
    func whatIsNoModifiedUTF7StandsForItself(wire: String) {
        #expect(ModifiedUTF7.decoded(wire) == wire)
    }

    static let ranges: [([UInt32], String)] = [
        ([], ""), ([5], "5"), ([3, 1, 2, 7, 9, 8, 2], "1:3,7:9"),
        ([.max, .max - 1], "4294967294:4294967295"),
    ]

    @Test(arguments: ranges)
    func uidsAreWrittenAsRanges(uids: [UInt32], text: String) {
        #expect(UIDSet(uids).text == text)
    }

    static let sets: [(String, [UInt32]?)] = [
        ("1:3,7", [1, 2, 3, 7]), ("9:8", [8, 9]), ("1:4294967295", Array(1...20)), ("21:4294967295", []),
        ("x", nil),
        ("4294967296", nil), ("1:*", nil), ("", []), ("1,,2", [1, 2]),
    ]

    @Test(arguments: sets)
    func setsAreReadWithinBounds(text: String, uids: [UInt32]?) {
        #expect(UIDSet.members(of: Array(text.utf8), within: 1...20, atMost: 100) == uids)
    }

    @Test func aSetOfMoreThanAnybodyHasIsRefused() {
        #expect(UIDSet.members(of: Array("1:4294967295".utf8), within: 1...UInt32.max, atMost: 1000) == nil)
    }

    @Test(arguments: [
        (0.0, " 1-Jan-1970 00:00:00 +0000"), (1_790_000_000, "21-Sep-2026 14:13:20 +0000"),
        (-1, "31-Dec-1969 23:59:59 +0000"),
    ])
    func datesGoBothWays(seconds: Double, text: String) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(IMAPDate.text(of: date) == text)
        #expect(IMAPDate.date(text) == date)
    }

    @Test func aDateMayHaveAZone() {
        #expect(IMAPDate.date("17-Jul-1996 02:44:25 -0700") == IMAPDate.date("17-Jul-1996 09:44:25 +0000"))
    }

    @Test(arguments: [
        "", "17-Jul-1996", "99-Jul-1996 02:44:25 +0000", "17-Jul-1996 25:44:25 +0000",
        "17-Jul-1996 02:44:25 UTC",
    ])
    func whatIsNoDateIsNone(text: String) {
        #expect(IMAPDate.date(text) == nil)
    }

    static let positions: [(String?, UInt32, String, ClosedRange<UInt32>?)] = [
        (nil, 9, "everything", 1...9), ("imap 7 9", 9, "nothing", nil), ("imap 7 5", 9, "some", 6...9),
        ("imap 8 5", 9, "everything", 1...9), ("imap 7 12", 9, "everything", 1...9),
        ("imap 7 0", 0, "nothing", nil), ("mbox 7 5", 9, "everything", 1...9), (nil, 0, "everything", nil),
    ]

    @Test(arguments: positions)
    func aPositionTellsWhatIsNew(position: String?, last: UInt32, news: String, range: ClosedRange<UInt32>?) {
        let reading = UIDReading(validity: 7, last: last, since: position.map { Position(text: $0) })
        #expect(reading.news.rawValue == news)
        #expect(reading.range == range)
        #expect(reading.position.text == "imap 7 \(last)")
    }

    @Test(arguments: HeaderName.allCases)
    func aFieldNameCannotEndACommand(name: HeaderName) {
        #expect(name.rawValue.wholeMatch(of: /[A-Za-z]+(-[A-Za-z]+)*/) != nil)
    }

    @Test func folderUsesComeFromFlagsFirstAndNamesSecond() {
        func folder(_ name: String, _ use: SpecialUse? = nil) -> Folder {
            Folder(wireName: name, name: name, separator: ".", use: use)
        }
        let gmail = [
            folder("inbox"), folder("[Gmail].Gesendet", .sent), folder("Sent"), folder("Papierkorb"),
        ]
        #expect(gmail.withUsesByName().map(\.use) == [.inbox, .sent, nil, .trash])
        let plain = [
            folder("INBOX"), folder("INBOX.Éléments envoyés"), folder("INBOX.Sent"), folder("INBOX.Spam"),
        ]
        #expect(plain.withUsesByName().map(\.use) == [.inbox, nil, .sent, .junk])
    }

    @Test func noFolderNameMeansTwoThings() {
        let names = WellKnownFolders.names.flatMap(\.value)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0 == $0.lowercased() })
    }
}
