import Fixtures
import Foundation
import Glibc
import Testing

@testable import Mail

@Suite struct MboxTests {
    private static let line = "From jane@example.org Thu Nov 19 10:00:00 2026\n"
    /// The first is long, so that what a position knows of the beginning is not the end, too.
    private static let mails = Mails.mixed.enumerated().map { index, mail in
        let more = index == 0 ? String(repeating: "lorem ipsum\n", count: 300) : ""
        return line + mail.replacing("\r\n", with: "\n") + more + "\n"
    }

    private struct File {
        let url = URL(fileURLWithPath: "/tmp/afterword-mbox-\(UUID().uuidString)")

        init(_ text: String = MboxTests.mails.joined()) throws {
            try write(text)
        }

        func write(_ text: String) throws { try Data(text.utf8).write(to: url) }

        func append(_ text: String) throws {
            let handle = try FileHandle(forWritingTo: url)
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
        }

        func remove() { try? FileManager.default.removeItem(at: url) }

        var box: MboxMailbox { MboxMailbox(path: url.path) }
    }

    @Test func mailsAreFoundAndRead() throws {
        let file = try File()
        defer { file.remove() }
        let box = file.box
        #expect(try box.folders() == [.inbox])
        #expect(try box.open(.inbox, since: nil).exists == 4)
        #expect(try box.subjects(.from("Ó Briain")) == ["Termin"])
        let key = try #require(try box.search(.subject("sale")).first)
        let mail = try #require(try box.body(of: key, limit: 10_000))
        #expect(String(decoding: mail.bytes, as: UTF8.self) == Mails.mixed[3].replacing("\r\n", with: "\n"))
        #expect(mail.received == IMAPDate.date("19-Nov-2026 10:00:00 +0000"))
        #expect(try box.body(of: key, limit: 7)?.bytes.count == 7)
        #expect(try box.body(of: .offset(3), limit: 7) == nil)
    }

    @Test func linesThatWereQuotedAreMeantAgain() throws {
        let file = try File(
            Self.line + "Subject: a\n\n>From the start\n>>From more\n> From\nFrom here\n\n" + Self.line
                + "Subject: b\n\n")
        defer { file.remove() }
        let box = file.box
        #expect(try box.open(.inbox, since: nil).exists == 2)
        let body = try #require(try box.body(of: .offset(0), limit: 10_000))
        #expect(
            String(decoding: body.bytes, as: UTF8.self)
                == "Subject: a\n\nFrom the start\n>From more\n> From\nFrom here\n")
    }

    @Test func aSecondLookFindsOnlyWhatIsNew() throws {
        let file = try File()
        defer { file.remove() }
        let first = try file.box.open(.inbox, since: nil)
        #expect(try file.box.open(.inbox, since: first.position).news == .nothing)
        try file.append(Self.line + "Subject: Late\n\nx\n")
        #expect(try file.box.open(.inbox, since: first.position).news == .some)
        #expect(try file.box.subjects(.everything, since: first.position) == ["Late"])
    }

    @Test(arguments: [
        "", mails[0], "\n" + mails.joined(), mails.joined().dropLast(3) + "xy\n" + mails[0],
        mails.joined() + "more of the last\n",
    ])
    func aFileThatWasRewrittenStartsAgain(text: String) throws {
        let file = try File()
        defer { file.remove() }
        let position = try file.box.open(.inbox, since: nil).position
        try file.write(text)
        #expect(try file.box.open(.inbox, since: position).news == .everything)
    }

    @Test(arguments: ["imap 7 9", "mbox x y z", "mbox -1 a b", "mbox 9999999 a b", ""])
    func aPositionThatSaysNothingStartsAgain(text: String) throws {
        let file = try File()
        defer { file.remove() }
        #expect(try file.box.open(.inbox, since: Position(text: text)).news == .everything)
    }

    @Test func aFileThatChangesMeanwhileHasToBeOpenedAgain() throws {
        let file = try File()
        defer { file.remove() }
        let box = file.box
        _ = try box.open(.inbox, since: nil)
        try file.write(Self.mails[1])
        #expect(problem { _ = try box.search(.everything) } == .notOpen)
    }

    @Test func nobodyReadsWhileSomebodyWrites() throws {
        let file = try File()
        defer { file.remove() }
        let dot = URL(fileURLWithPath: file.url.path + ".lock")
        try Data().write(to: dot)
        #expect(problem { _ = try file.box.open(.inbox, since: nil) } == .locked(path: file.url.path))
        try FileManager.default.removeItem(at: dot)
        #expect(try file.box.open(.inbox, since: nil).exists == 4)
    }

    @Test func nothingIsWritten() throws {
        let file = try File()
        defer { file.remove() }
        #expect(
            problem { _ = try file.box.append([1], to: .inbox, seen: true, date: .distantPast) }
                == .keepsNoCopies)
        #expect(try String(contentsOf: file.url, encoding: .utf8) == Self.mails.joined())
    }

    @Test func aFolderOfFilesHasAFolderForEach() throws {
        let folder = URL(fileURLWithPath: "/tmp/afterword-mboxes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [
            ("Inbox", Self.mails.joined()), ("Sent", ""), ("notes.txt", "hello"), (".hidden", ""),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let box = MboxMailbox(path: folder.path)
        #expect(
            try box.folders().map { "\($0.name) \($0.use?.rawValue ?? "-")" } == ["Inbox inbox", "Sent sent"])
        #expect(try box.open(try #require(try box.folders().first), since: nil).exists == 4)
        #expect(problem { _ = try box.open(.inbox, since: nil) } == .noSuchFolder(name: "INBOX", words: ""))
    }

    @Test(arguments: [1, 3, 8, 1000])
    func beginningsAreFoundInPiecesOfAnySize(size: Int) {
        let date = "Thu Nov 19 10:00:00 2026"
        let text = Array(
            """
            From a \(date)\n\nx\n\nFrom b \(date)\r\n\r\nFrom c\nFrom d \(date)\n\n>From e \(date)
            \n From f \(date)\n\nFrom g at home \(date)\nx\nFrom h at home \(date)\nFrom i \(date) on\n\n\nFrom j \(date)\n
            """.utf8)
        var scan = FromLines()
        var starts: [Int] = []
        for start in stride(from: 0, to: text.count, by: size) {
            scan.read(Array(text[start..<min(start + size, text.count)]), at: start) { starts.append($0) }
        }
        #expect(
            starts.map { String(decoding: text[$0...].prefix(6), as: UTF8.self) } == [
                "From a", "From b", "From d", "From g", "From j",
            ])
    }

    /// Not every program leaves an empty line before the next mail.
    @Test func aSecondMailWithoutAnEmptyLineBeforeItIsFound() throws {
        let file = try File(Self.line + "Subject: a\n\nthe end\n" + Self.line + "Subject: b\n\nx\n")
        defer { file.remove() }
        #expect(try file.box.subjects(.everything) == ["a", "b"])
    }

    @Test(arguments: [
        "From here on we meet at 10:00:00", "From Thu Nov 19 10:00:00 2026",
        "From what I hear, Thu Nov 19 10:00:00 2026",
        "From jane@example.org", "From jane@example.org Thu Nov 19",
        "From: jane@example.org Thu Nov 19 10:00:00 2026",
        ">From jane@example.org Thu Nov 19 10:00:00 2026", "From jane@example.org Thu Nov 31 10:00:00 2026",
        "From Monday to Thu Nov 19 10:00:00 2026 we are closed",
    ])
    func proseAndQuotationsBeginNoMail(line: String) throws {
        for gap in ["", "\n"] {
            let file = try File(Self.line + "Subject: a\n\nBefore.\n" + gap + line + "\nSubject: b\n\n")
            defer { file.remove() }
            #expect(try file.box.subjects(.everything) == ["a"], "\(line)")
        }
    }

    @Test(arguments: [
        "jane@example.org Thu Nov 19 10:00:00 2026", "- Thu Nov 19 10:00:00 2026",
        "MAILER-DAEMON Thu Nov 19 10:00:00 2026",
        "???@??? Thu Nov 19 10:00:00 2026", "jane@example.org  Thu Nov 19 10:00 2026",
        "jane@example.org Thu Nov 19 10:00:00 GMT 2026",
        "1784@xxx Thu Nov 19 12:00:00 +0200 2026", "jane@example.org Thu Nov 19 12:00:00 2026 +0200",
        "jane@example.org Thu, 19 Nov 2026 10:00:00 +0000", "jane Thu Nov 19 10:00:00 2026 remote from desk",
    ])
    func everyWayOfWritingTheFirstLineIsRead(words: String) throws {
        let file = try File("From \(words)\nSubject: a\n\nx\nFrom \(words)\r\nSubject: b\n\n")
        defer { file.remove() }
        let box = file.box
        #expect(try box.subjects(.everything) == ["a", "b"])
        let keys = try box.search(.everything)
        for key in keys {
            #expect(try box.body(of: key, limit: 10)?.received == IMAPDate.date("19-Nov-2026 10:00:00 +0000"))
        }
    }

    /// Silence would be taken for peace.
    @Test(arguments: [
        "Dear diary,\n", "X" + mails.joined().dropFirst(), "From: jane@example.org\n\nx\n",
        "From me to you\n", "PK\u{3}\u{4}",
    ])
    func aFileThatIsNoMboxIsRefused(text: String) throws {
        let file = try File(text)
        defer { file.remove() }
        let refused = MailboxProblem.notMailbox(path: file.url.path, expected: .mbox, isOther: false)
        #expect(problem { _ = try file.box.folders() } == refused)
        #expect(problem { _ = try file.box.open(.inbox, since: nil) } == refused)
    }

    @Test func anEmptyFileIsAnMboxWithoutMailAndAnEmptyFolderIsNone() throws {
        let file = try File("")
        defer { file.remove() }
        #expect(try file.box.open(.inbox, since: nil).exists == 0)
        let maildir = try MaildirFixture()
        defer { maildir.remove() }
        let path = maildir.url.path
        #expect(
            problem { _ = try MboxMailbox(path: path).folders() }
                == .notMailbox(path: path, expected: .mbox, isOther: true))
        #expect(
            problem { _ = try MboxMailbox(path: path + "/cur").folders() }
                == .notMailbox(path: path + "/cur", expected: .mbox, isOther: false))
    }

    /// Nothing crashes, no mail is longer than the file, and the same is found in the same.
    @Test func spoiledFilesAreSurvived() throws {
        var dice = SeededGenerator(seed: 21)
        for _ in 0..<200 {
            let file = try File("")
            defer { file.remove() }
            let bytes = dice.spoiled(Array(Self.mails.joined().utf8))
            try Data(bytes).write(to: file.url)
            let box = file.box
            guard let state = try? box.open(.inbox, since: nil) else {
                // The first line is spoilt.
                #expect(problem { _ = try box.folders() } != nil)
                continue
            }
            let keys = try box.search(.everything)
            #expect(keys.count == state.exists)
            for key in keys { #expect((try box.body(of: key, limit: 5000)?.bytes.count ?? 0) <= bytes.count) }
            #expect(try box.open(.inbox, since: state.position).news == .nothing)
        }
    }
}
