import Foundation
import Testing

@testable import Mail

@Suite("Copies in a mailbox are counted by Message-ID, whatever lies there")
struct CopyCountTests {
    private static let wanted: Set<String> = ["a@x", "b@x"]

    private func count(_ files: [String: [UInt8]], at name: String) throws -> CopyCount {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-copies-\(UUID().uuidString)", isDirectory: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (file, bytes) in files {
            let url = folder.appendingPathComponent(file)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        return try CopyCount(of: Self.wanted, in: folder.appendingPathComponent(name).path)
    }

    struct Mail: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        var counts: [String: Int] = ["a@x": 1]
        var mails = 1
    }

    static let long = String(repeating: "x", count: 300_000)

    static let mails = [
        Mail(testDescription: "plain", text: "Subject: s\nMessage-ID: <a@x>\n\nbody\n"),
        Mail(testDescription: "CRLF, another case", text: "mEsSaGe-iD:<a@x>\r\n\r\nbody\r\n"),
        Mail(testDescription: "folded", text: "Message-ID:\r\n <a@x>\r\n\r\n"),
        Mail(testDescription: "a comment", text: "Message-ID: (no) <a@x> (yes)\n\n"),
        Mail(testDescription: "no body, no end", text: "Message-ID: <a@x>"),
        Mail(testDescription: "an envelope line", text: "From ada Sat\nMessage-ID: <a@x>\n\nbody\n"),
        Mail(
            testDescription: "a long line before",
            text: "X: \(long.prefix(Excerpt.longestHeader - 100))\nMessage-ID: <a@x>\n\n"),
        Mail(
            testDescription: "behind more than is read of any header",
            text: "X: \(long)\nMessage-ID: <a@x>\n\n", counts: [:]),
        Mail(testDescription: "the first counts", text: "Message-ID: <a@x>\nMessage-ID: <b@x>\n\n"),
        Mail(testDescription: "in the body", text: "Subject: s\n\nMessage-ID: <a@x>\n", counts: [:]),
        Mail(
            testDescription: "of another header", text: "X-Message-ID: <a@x>\nReferences: <a@x>\n\n",
            counts: [:]),
        Mail(testDescription: "no brackets, as some write it", text: "Message-ID: a@x\n\n"),
        Mail(testDescription: "no end of brackets", text: "Message-ID: <a@x\n\n", counts: [:]),
        Mail(testDescription: "a name without end", text: "Message-ID: <\(long)>\n\n", counts: [:]),
        Mail(
            testDescription: "folded for ever",
            text: "Message-ID:\n" + String(repeating: " \(long)\n", count: 4) + "\n", counts: [:]),
        Mail(testDescription: "NUL", text: "X: \0\0\nMessage-ID: <a@x>\n\n"),
        Mail(testDescription: "nothing", text: "", counts: [:], mails: 0),
        Mail(
            testDescription: "several",
            text:
                "From a Sat Nov 21 15:00:00 2026\nMessage-ID: <a@x>\n\nOne\nFrom here on\n>From there\n\nFrom b Sat Nov 21 15:00:00 2026\nMessage-ID: <b@x>\n\n\n"
                + "From c Sat Nov 21 15:00:00 2026\r\nmessage-id: <a@x>\r\n\r\n",
            counts: ["a@x": 2, "b@x": 1], mails: 3),
    ]

    @Test(arguments: mails)
    func oneFile(_ mail: Mail) throws {
        let found = try count(["mail": Array(mail.text.utf8)], at: "mail")
        #expect(found.counts == mail.counts && found.mails == mail.mails)
    }

    /// A header that never ends, bytes that are no text.
    @Test func garbage() throws {
        var bytes = [UInt8](repeating: 0, count: 3 << 20)
        for index in bytes.indices { bytes[index] = UInt8(truncatingIfNeeded: index &* 2_654_435_761 >> 7) }
        #expect(try count(["mail": bytes], at: "mail").counts == [:])
        #expect(
            try count(["mail": Array("From x Sat Nov 21 15:00:00 2026\n".utf8) + bytes], at: "mail").counts
                == [:])
    }

    /// The end of a piece of 1 MiB falls on each byte around the header once.
    @Test func headerAcrossTheEndOfAPiece() throws {
        for shift in 0..<70 {
            let before =
                "From a Sat Nov 21 15:00:00 2026\n\n"
                + String(repeating: "y", count: (1 << 20) - 33 - 65 + shift) + "\n\n"
            let found = try count(
                [
                    "mbox": Array(
                        (before + "From b Sat Nov 21 15:00:00 2026\nMessage-ID: <a@x>\n\nbody\n").utf8)
                ], at: "mbox")
            #expect(found.counts == ["a@x": 1] && found.mails == 2, "shift \(shift)")
        }
    }

    @Test func foldersAreReadAsWhatTheyAre() throws {
        let mail = Array("Message-ID: <a@x>\n\n".utf8)
        let maildir = [
            "d/cur/1:2,S": mail, "d/new/2": mail, "d/tmp/3": mail, "d/cur/.4": mail, "d/5.eml": mail,
        ]
        #expect(try count(maildir, at: "d").counts == ["a@x": 2])
        let folder = ["d/1.eml": mail, "d/2.EML": mail, "d/3.txt": mail, "d/deeper/4.eml": mail]
        #expect(try count(folder, at: "d").counts == ["a@x": 2])
    }

    @Test(arguments: ["d/.Sent", "d/.Sent.2026", "d/Sent", "d/Sent/2026"])
    func theFoldersOfAMaildirBelongToIt(_ folder: String) throws {
        let mail = Array("Message-ID: <a@x>\n\nx".utf8)
        let other = Array("Message-ID: <b@x>\n\nx".utf8)
        var files = [
            "d/cur/1:2,S": other, "d/new/.keep": [], "\(folder)/cur/2:2,S": mail, "\(folder)/new/3": mail,
        ]
        // A folder in a folder lies in one.
        files["d/Sent/cur/.keep"] = []
        files["d/Sent/new/.keep"] = []
        #expect(try count(files, at: "d").counts == ["a@x": 2, "b@x": 1])
        // Without an inbox it is still a folder of them.
        files["d/cur/1:2,S"] = nil
        files["d/new/.keep"] = nil
        #expect(try count(files, at: "d").counts == ["a@x": 2])
        // What is no Maildir is not looked into.
        files["d/backup/9.eml"] = mail
        #expect(try count(files, at: "d").counts == ["a@x": 2])
    }

    @Test func linksAndPipesAreNotFollowed() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-copies-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path
        try Data("Message-ID: <a@x>\n\n".utf8).write(to: folder.appendingPathComponent("1.eml"))
        #expect(symlink(path + "/1.eml", path + "/2.eml") == 0)
        #expect(mkfifo(path + "/3.eml", 0o600) == 0)
        #expect(mkdir(path + "/4.eml", 0o700) == 0)
        #expect(try CopyCount(of: Self.wanted, in: path).counts == ["a@x": 1])
        #expect(
            throws: CopyCount.Unreadable(
                path: path + "/3.eml", problem: .file(path: path + "/3.eml", code: EINVAL))
        ) {
            try CopyCount(of: Self.wanted, in: path + "/3.eml")
        }
        // The one that is asked about may be a link.
        #expect(try CopyCount(of: Self.wanted, in: path + "/2.eml").counts == ["a@x": 1])
    }

    @Test func fileThatIsBeingWrittenProvesNothing() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-copies-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("mbox").path
        try Data("From ada Sat Nov 21 15:00:00 2026\nMessage-ID: <a@x>\n\n".utf8).write(
            to: URL(fileURLWithPath: path))
        try Data().write(to: URL(fileURLWithPath: path + ".lock"))
        #expect(throws: CopyCount.Unreadable(path: path, problem: .locked(path: path))) {
            try CopyCount(of: Self.wanted, in: path)
        }
    }

    /// Wherever it begins, each is looked at once.
    @Test func manyMailsOfManyLengths() throws {
        let mails = (0..<1_000).map { number in
            "From ada Sat Nov 21 15:00:00 2026\nMessage-ID: <\(number.isMultiple(of: 2) ? "a" : "b")@x>\n\n"
                + String(repeating: "y", count: number % 37) + "\n\n"
        }
        let found = try count(["mbox": Array(mails.joined().utf8)], at: "mbox")
        #expect(found.counts == ["a@x": 500, "b@x": 500] && found.mails == 1_000)
    }
}
