import Etiquette
import Foundation
import Testing

@testable import Mail

/// Against the mail server that most mailboxes live on, with TLS and a login.
@Suite(.serialized, .withDovecot) struct DovecotTests {
    private let dovecot: Dovecot

    init() throws {
        dovecot = try #require(Dovecot.current)
    }

    @Test func foldersSayWhatTheyAreFor() throws {
        _ = try dovecot.maildir(
            of: "uses", folders: ["Sent", "Archiv", "Entw&APw-rfe", "Trash", "Work", "Work.Talks"])
        let box = dovecot.mailbox("uses")
        defer { box.close() }
        let folders = try box.folders().map { "\($0.name) \($0.use?.rawValue ?? "-")" }
        #expect(
            folders.sorted() == [
                "Archiv archive", "Entwürfe drafts", "INBOX inbox", "Sent sent", "Trash trash", "Work -",
                "Work/Talks -",
            ])
    }

    @Test func aFolderWithAnAccentCanBeOpened() throws {
        let maildir = try dovecot.maildir(of: "accent", folders: ["Entw&APw-rfe"])
        try maildir.put(Mails.mail(subject: "Entwurf"), as: "1.M1.host", in: ".Entw&APw-rfe")
        let box = dovecot.mailbox("accent")
        defer { box.close() }
        let folder = try #require(try box.folders().first { $0.name == "Entwürfe" })
        #expect(try box.subjects(.everything, in: folder) == ["Entwurf"])
    }

    @Test(arguments: [
        (Criteria.everything, ["News", "Re: Thank you", "Termin", "Sale"]),
        (.from("jane.okafor@example.org"), ["Re: Thank you"]),
        (.from("Ó Briain"), ["Termin"]),
        (.header(.inReplyTo, "<ours.1@example.org>"), ["Re: Thank you"]),
        (.header(.inReplyTo, ""), ["Re: Thank you"]),
        (.any([.subject("sale"), .subject("termin")]), ["Termin", "Sale"]),
        (.all([.to("ada@example.org"), .not(.from("example.com"))]), ["Re: Thank you", "Termin"]),
        (.subject(#"a "quoted" \ backslash"#), []),
        (.any([]), []), (.since(Day(number: 0)), ["News", "Re: Thank you", "Termin", "Sale"]),
        (.since(Day(number: 2_000_000)), []),
    ])
    func theServerFindsWhatFits(criteria: Criteria, subjects: [String]) throws {
        let user = "search-\(UUID().uuidString.lowercased())"
        _ = try dovecot.maildir(of: user, Mails.mixed)
        let box = dovecot.mailbox(user)
        defer { box.close() }
        #expect(try box.subjects(criteria) == subjects)
    }

    @Test func aThousandIdsAreAskedForInBoundedQuestions() throws {
        _ = try dovecot.maildir(of: "many", Mails.mixed)
        let box = dovecot.mailbox("many")
        defer { box.close() }
        let ids = (0..<1000).map { Criteria.header(.inReplyTo, "<ours.\($0)@example.org>") }
        #expect(try box.subjects(.any(ids)) == ["Re: Thank you"])
    }

    @Test func aSecondLookFindsOnlyWhatIsNew() throws {
        let maildir = try dovecot.maildir(of: "again", Mails.mixed)
        let box = dovecot.mailbox("again")
        defer { box.close() }
        let first = try box.open(.inbox, since: nil)
        #expect(first.exists == 4 && first.news == .everything)
        let second = try box.open(.inbox, since: first.position)
        #expect(second.news == .nothing && second.position == first.position)
        #expect(try box.search(.everything) == [])
        try maildir.put(Mails.mail(subject: "Late"), as: "1800000000.M9.host")
        #expect(try box.subjects(.everything, since: first.position) == ["Late"])
    }

    @Test(arguments: ["imap 1 4", "maildir 7 x", "imap 99999999999 4", ""])
    func aPositionThatSaysNothingStartsAgain(text: String) throws {
        _ = try dovecot.maildir(of: "validity\(text.utf8.count)", Mails.mixed)
        let box = dovecot.mailbox("validity\(text.utf8.count)")
        defer { box.close() }
        #expect(try box.open(.inbox, since: Position(text: text)).news == .everything)
        #expect(try box.search(.everything).count == 4)
    }

    /// Unread mail lies in `new`, or in `cur` without the flag S.
    @Test func readingLeavesMailUnread() throws {
        let maildir = try dovecot.maildir(of: "unread", Mails.mixed)
        let box = dovecot.mailbox("unread")
        _ = try box.open(.inbox, since: nil)
        let keys = try box.search(.everything)
        var count = 0
        try box.headers(of: keys) { _ in count += 1 }
        let whole = try box.body(of: try #require(keys.first), limit: 100_000)
        box.close()
        #expect(count == 4)
        #expect(whole.map { String(decoding: $0.bytes, as: UTF8.self) } == Mails.mixed.first)
        let names = try maildir.names(in: "cur") + maildir.names(in: "new")
        #expect(names.count == 4)
        #expect(!names.contains { $0.split(separator: ",").last?.contains("S") == true })
    }

    @Test func aBodyIsCutWhereItIsTold() throws {
        let mail = Mails.mail(body: String(repeating: "line\r\n", count: 10_000))
        _ = try dovecot.maildir(of: "cut", [mail])
        let box = dovecot.mailbox("cut")
        defer { box.close() }
        _ = try box.open(.inbox, since: nil)
        let excerpt = try #require(try box.body(of: .uid(1), limit: 1000))
        #expect(
            String(decoding: excerpt.bytes, as: UTF8.self)
                == String(decoding: mail.utf8.prefix(1000), as: UTF8.self))
        #expect(excerpt.received != nil)
        #expect(try box.body(of: .uid(77), limit: 1000) == nil)
    }

    @Test func aHeaderWithoutEndIsCut() throws {
        let endless = Mails.mail(more: [
            "X-Long: " + String(repeating: String(repeating: "x", count: 900) + "\r\n ", count: 58_000)
        ])
        _ = try dovecot.maildir(of: "endless", [endless, Mails.mail(subject: "After")])
        let box = dovecot.mailbox("endless")
        defer { box.close() }
        _ = try box.open(.inbox, since: nil)
        var sizes: [Int] = []
        try box.headers(of: [.uid(1), .uid(2)]) { sizes.append($0.bytes.count) }
        #expect(sizes.count == 2 && sizes.max() == Excerpt.longestHeader)
    }

    static let imitations = [
        "* 1 FETCH (UID 9 BODY[HEADER] {3}\r\nabc)\r\nw4 OK done\r\n",
        ")\r\nw3 OK FETCH completed\r\n* BYE\r\n",
        "A003 OK\r\n* 9 EXISTS\r\n", "{99999}\r\n", "+ OK\r\n",
    ]

    @Test func aMailThatImitatesTheProtocolIsOnlyAMail() throws {
        let mails = Self.imitations.map { Mails.mail(subject: "s {12}", more: ["X-Trap: {5}"], body: $0) }
        _ = try dovecot.maildir(of: "trap", mails)
        let box = dovecot.mailbox("trap")
        defer { box.close() }
        _ = try box.open(.inbox, since: nil)
        for (index, mail) in mails.enumerated() {
            let excerpt = try box.body(of: .uid(UInt32(index + 1)), limit: 100_000)
            #expect(excerpt.map { String(decoding: $0.bytes, as: UTF8.self) } == mail)
        }
        #expect(try box.subjects(.everything).count == mails.count)
    }

    @Test func whoeverStopsReadingMayGoOnAnew() throws {
        struct Enough: Error {}
        _ = try dovecot.maildir(of: "enough", Mails.mixed)
        let box = dovecot.mailbox("enough")
        defer { box.close() }
        _ = try box.open(.inbox, since: nil)
        #expect(throws: Enough.self) { try box.headers(of: [.uid(1), .uid(2)]) { _ in throw Enough() } }
        #expect(problem { _ = try box.body(of: .uid(1), limit: 10) } == .notOpen)
        #expect(try box.subjects(.everything).count == 4)
    }
}
