import Etiquette
import Fixtures
import Foundation
import Glibc
import Testing

@testable import Mail

@Suite struct MaildirTests {
    private func mails(_ maildir: MaildirFixture, _ mails: [String] = Mails.mixed) throws {
        for (index, mail) in mails.enumerated() {
            try maildir.put(mail, as: "\(1_700_000_000 + index).M\(index).host")
        }
    }

    private func box(_ maildir: MaildirFixture) -> MaildirMailbox { MaildirMailbox(path: maildir.url.path) }

    @Test func foldersOfMaildirPlusPlus() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        for folder in [".Gesendet", ".Entw&APw-rfe", ".Work.Talks"] { try maildir.make(folder) }
        try FileManager.default.createDirectory(
            at: maildir.url.appending(path: ".notmail"), withIntermediateDirectories: false)
        let folders = try box(maildir).folders().map { "\($0.name) \($0.use?.rawValue ?? "-")" }
        #expect(folders == ["INBOX inbox", "Entwürfe drafts", "Gesendet sent", "Work.Talks -"])
    }

    @Test func foldersInATree() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        for folder in ["mail/INBOX", "mail/[Gmail]/Sent Mail"] { try maildir.make(folder) }
        let box = MaildirMailbox(path: maildir.url.appending(path: "mail").path)
        #expect(
            try box.folders().map { "\($0.name) \($0.use?.rawValue ?? "-")" } == [
                "INBOX inbox", "[Gmail]/Sent Mail sent",
            ])
        #expect(try box.open(.inbox, since: nil).exists == 0)
    }

    @Test(arguments: [
        (Criteria.everything, 4), (.from("JANE.OKAFOR@example.org"), 1), (.from("Ó Briain"), 1),
        (.subject("sale"), 1),
        (.header(.inReplyTo, "<ours.1@example.org>"), 1), (.header(.inReplyTo, ""), 1), (.any([]), 0),
        (.all([]), 4),
        (.not(.from("example.com")), 2), (.since(Day(number: 2_000_000)), 0), (.since(Day(number: 0)), 4),
        (.header(.references, "x"), 0),
    ])
    func whatFitsIsFound(criteria: Criteria, count: Int) throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        try mails(maildir)
        #expect(try box(maildir).subjects(criteria).count == count)
    }

    @Test func aSecondLookFindsOnlyWhatIsNew() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        try mails(maildir)
        let first = try box(maildir).open(.inbox, since: nil)
        #expect(first.exists == 4 && first.news == .everything)
        #expect(try box(maildir).open(.inbox, since: first.position).news == .nothing)
        // Read by the user meanwhile.
        let old = maildir.url.appending(path: "new/1700000001.M1.host")
        try FileManager.default.moveItem(
            at: old, to: maildir.url.appending(path: "cur/1700000001.M1.host:2,S"))
        #expect(try box(maildir).open(.inbox, since: first.position).news == .nothing)
        // Fetched late, with the date of long ago.
        let late = maildir.url.appending(path: "cur/5.late.host:2,")
        try Data(Mails.mail(subject: "Late").utf8).write(to: late)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 5)], ofItemAtPath: late.path)
        #expect(try box(maildir).subjects(.everything, since: first.position) == ["Late"])
    }

    @Test(arguments: ["imap 7 9", "maildir x y", "maildir 9223372036854775807 ", "maildir 5 !", ""])
    func aPositionThatSaysNothingStartsAgain(text: String) throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        try mails(maildir)
        let box = box(maildir)
        #expect(try box.open(.inbox, since: Position(text: text)).news == .everything)
        #expect(try box.search(.everything).count == 4)
    }

    @Test func aMailThatIsMovedMeanwhileIsFoundAndOneThatIsGoneIsLeftOut() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        try mails(maildir)
        let box = box(maildir)
        _ = try box.open(.inbox, since: nil)
        let keys = try box.search(.everything)
        let new = maildir.url.appending(path: "new")
        try FileManager.default.moveItem(
            at: new.appending(path: "1700000001.M1.host"),
            to: maildir.url.appending(path: "cur/1700000001.M1.host:2,RS"))
        try FileManager.default.removeItem(at: new.appending(path: "1700000003.M3.host"))
        var found: [MailKey] = []
        try box.headers(of: keys) { found.append($0.key) }
        #expect(Set(found) == Set((0...2).map { .file("170000000\($0).M\($0).host") }))
    }

    /// A pipe would wait for ever, a link lead anywhere.
    @Test func onlyFilesAreRead() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        #expect(mkfifo(maildir.url.path + "/new/1.pipe", 0o600) == 0)
        #expect(symlink("/etc/passwd", maildir.url.path + "/new/2.link") == 0)
        #expect(try box(maildir).open(.inbox, since: nil).exists == 0)
    }

    @Test func headersAreCutAndSoAreBodies() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        let long = Mails.mail(more: ["X-Long: " + String(repeating: "x", count: 200_000)])
        try mails(maildir, [Mails.mail(), long])
        let box = box(maildir)
        _ = try box.open(.inbox, since: nil)
        var sizes: [MailKey: Int] = [:]
        try box.headers(of: try box.search(.everything)) { sizes[$0.key] = $0.bytes.count }
        let header = Mails.mail().utf8.count - "Dear Ada,\r\n\r\nthank you.\r\n".utf8.count
        #expect(
            sizes == [
                .file("1700000000.M0.host"): header, .file("1700000001.M1.host"): Excerpt.longestHeader,
            ])
        #expect(try box.body(of: .file("1700000000.M0.host"), limit: 10)?.bytes.count == 10)
        #expect(try box.body(of: .file("none"), limit: 10) == nil)
    }

    @Test func aCopyIsFiledOnceReadAndDated() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        try maildir.make(".Sent")
        let box = box(maildir)
        let sent = try #require(try box.folders().first { $0.use == .sent })
        let date = Date(timeIntervalSince1970: 1_790_000_000)
        for _ in 0..<2 {
            #expect(try box.append(Array(Mails.mail().utf8), to: sent, seen: true, date: date) == .filed)
        }
        #expect(try maildir.names(in: ".Sent/cur").map { $0.hasSuffix(".afterword:2,S") } == [true, true])
        #expect(try maildir.names(in: ".Sent/tmp") == [])
        _ = try box.open(sent, since: nil)
        let key = try #require(try box.search(.everything).first)
        let copy = try #require(try box.body(of: key, limit: 10_000))
        #expect(String(decoding: copy.bytes, as: UTF8.self) == Mails.mail() && copy.received == date)
    }

    @Test(arguments: ["Nowhere", "../Maildir", ".."])
    func aFolderThatIsNotThereIsNamed(name: String) throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        let folder = Folder(wireName: name, name: name, separator: "/", use: nil)
        #expect(
            problem { _ = try box(maildir).open(folder, since: nil) } == .noSuchFolder(name: name, words: ""))
        #expect(
            problem { _ = try MaildirMailbox(path: "/nowhere").folders() }
                == .file(path: "/nowhere", code: ENOENT))
    }

    /// Silence would be taken for peace.
    @Test func whatHasNotTheShapeOfAMaildirIsRefused() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        let empty = maildir.url.appending(path: "cur").path
        #expect(
            problem { _ = try MaildirMailbox(path: empty).folders() }
                == .notMailbox(path: empty, expected: .maildir, isOther: false))
        let file = maildir.url.appending(path: "new/mbox")
        try Data("From jane@example.org Thu Nov 19 10:00:00 2026\n\n".utf8).write(to: file)
        #expect(
            problem { _ = try MaildirMailbox(path: file.path).folders() }
                == .notMailbox(path: file.path, expected: .maildir, isOther: true))
    }

    /// Headers of any bytes.
    @Test func spoiledMailsAreSurvived() throws {
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        var dice = SeededGenerator(seed: 11)
        for index in 0..<300 {
            let mail = dice.spoiled(Array(Mails.mixed[index % 4].utf8))
            try Data(mail).write(to: maildir.url.appending(path: "new/\(index).x"))
        }
        let box = box(maildir)
        #expect(try box.open(.inbox, since: nil).exists == 300)
        let some = Criteria.any([.from("Ó"), .subject("ale"), .not(.header(.messageID, "1"))])
        let found = try box.search(some)
        #expect(try found.count + box.search(.not(some)).count == 300)
    }
}
