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
        "", mails[0], "X" + mails.joined().dropFirst(), mails.joined().dropLast(3) + "xy\n" + mails[0],
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
        let text = Array("From a\n\nx\n\nFrom b\r\n\r\nFrom c\nFrom d\n\n>From e\n\n From f\n\n\nFrom g".utf8)
        var scan = FromLines()
        var starts: [Int] = []
        for start in stride(from: 0, to: text.count, by: size) {
            scan.read(Array(text[start..<min(start + size, text.count)]), at: start) { starts.append($0) }
        }
        #expect(
            starts.map { String(decoding: text[$0...].prefix(6), as: UTF8.self) } == [
                "From a", "From b", "From c", "From g",
            ])
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
            let state = try box.open(.inbox, since: nil)
            let keys = try box.search(.everything)
            #expect(keys.count == state.exists)
            for key in keys { #expect((try box.body(of: key, limit: 5000)?.bytes.count ?? 0) <= bytes.count) }
            #expect(try box.open(.inbox, since: state.position).news == .nothing)
        }
    }
}
