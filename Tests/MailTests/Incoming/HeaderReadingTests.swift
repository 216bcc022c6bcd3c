import Foundation
import Testing

@testable import Mail

@Suite("Headers of incoming mail are read kindly and shown safely")
struct HeaderReadingTests {
    private func headers(_ text: String) -> IncomingHeaders { IncomingHeaders(parsing: Array(text.utf8)) }

    @Test(
        "encoded words, whole or broken",
        arguments: [
            ("=?utf-8?Q?J=C3=A4ne?=", "Jäne"), ("=?UTF-8?B?SsOkbmU=?= Okafor", "Jäne Okafor"),
            ("=?utf-8?b?SsOkbg==?= =?utf-8?b?ZQ==?= rest", "Jäne rest"),
            ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
            ("=?utf-8?q?J=C3?=\t=?utf-8?q?=A4ne?=", "Jäne"), ("=?iso-8859-1?q?J=E4ne?=", "Jäne"),
            ("=?iso-8859-1*de?q?J=E4ne?=", "Jäne"), ("=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=", "テスト"),
            ("=?koi8-r?B?8NLJ18XU?=", "Привет"), ("=?gb2312?B?z7XNs83L0MU=?=", "系统退信"),
            ("=?nonsense?q?abc?=", "abc"), ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
            ("=?utf-8?q?abc", "=?utf-8?q?abc"),
            ("=?utf-8?q?a b?=", "a b"), ("plain = text ?", "plain = text ?"), ("", ""),
        ])
    func encodedWords(value: String, shown: String) {
        #expect(headers("Subject: \(value)\n").subject == shown)
    }

    @Test("raw bytes in a header are taken for UTF-8, else for Windows-1252")
    func rawBytes() {
        #expect(
            IncomingHeaders(parsing: Array("Subject: J".utf8) + [0xC3, 0xA4] + Array("ne\n".utf8)).subject
                == "Jäne")
        #expect(
            IncomingHeaders(parsing: Array("Subject: J".utf8) + [0xE4] + Array("ne\n".utf8)).subject == "Jäne"
        )
    }

    @Test(
        "address lists, as people and programs write them",
        arguments: [
            ("jane@example.org", ["|jane@example.org"]),
            ("Jane <JANE@Example.org>", ["Jane|jane@example.org"]),
            ("\"Okafor, Jane\" <j@e.org>, Tom <t@e.org>", ["Okafor, Jane|j@e.org", "Tom|t@e.org"]),
            ("jane@e.org (Jane Okafor)", ["Jane Okafor|jane@e.org"]),
            ("Panel: j@e.org, t@e.org;", ["|j@e.org", "|t@e.org"]),
            ("=?utf-8?q?J=C3=A4ne?= <j@e.org>", ["Jäne|j@e.org"]),
            ("\"=?utf-8?q?J=C3=A4ne?=\" <j@e.org>", ["Jäne|j@e.org"]),
            ("Jane <j@e.org", ["Jane|j@e.org"]), ("<@relay.test:j@e.org>", ["|j@e.org"]),
            ("Jane <>", ["Jane|"]),
            ("\"a\\\"b\" <j@e.org>", ["a\"b|j@e.org"]), (",,;", []), ("undisclosed-recipients:;", []),
            ("no address", []),
            ("((nested) comment) <j@e.org>", ["|j@e.org"]),
        ])
    func addresses(value: String, read: [String]) {
        #expect(headers("From: \(value)\n").from.map { "\($0.name)|\($0.address)" } == read)
    }

    @Test(
        "dates, also of old programs",
        arguments: [
            ("Sat, 21 Nov 2026 15:00:00 +0000", 1_795_273_200.0), ("21 Nov 26 15:00 GMT", 1_795_273_200),
            ("Sat, 21 Nov 2026 16:00:00 +0100 (CET)", 1_795_273_200),
            ("Sat, 21 Nov 2026 10:00:00 EST", 1_795_273_200),
            ("Sat,21 Nov 2026 15:00:00 +0000", 1_795_273_200),
        ])
    func dates(value: String, seconds: Double) {
        #expect(headers("Date: \(value)\n").date == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "no date is read from nonsense",
        arguments: [
            "", "yesterday", "99 Nov 2026 15:00", "21 Nov 2026", "21 Nov 2026 25:00", "31 Feb 2026 10:00:00",
        ])
    func noDates(value: String) {
        #expect(headers("Date: \(value)\n").date == nil)
    }

    @Test("Message-IDs: folded, bare, several, none")
    func messageIDs() {
        let read = headers("Message-ID:\n <a@b>\nIn-Reply-To: c@d\nReferences: <e@f>\n\t<g@h> junk <i@j>\n")
        #expect(read.messageID == "a@b")
        #expect(read.inReplyTo == ["c@d"])
        #expect(read.references == ["e@f", "g@h", "i@j"])
        #expect(headers("Subject: x\n").messageID == nil)
    }

    @Test("the return path: none, null, an address")
    func returnPaths() {
        #expect(headers("Subject: x\n").returnPath == nil)
        #expect(headers("Return-Path: <>\n").returnPath == .null)
        for daemon in ["MAILER-DAEMON", "<mailer-daemon>", "<Mailer-Daemon@mx.example.net>"] {
            #expect(headers("Return-Path: \(daemon)\n").returnPath == .null)
        }
        #expect(headers("Return-Path: <A@b.org>\n").returnPath == .address("a@b.org"))
        #expect(headers("Return-Path:\n").returnPath == nil)
    }

    @Test(
        "nothing that is shown holds a control, a bidirectional override or a line break",
        arguments: [
            "a\u{1B}[31mb", "a\u{202E}b", "a\u{200B}b", "a\0b", "a\u{7F}b", "a\u{2066}b",
            "=?utf-8?q?a=1B=0D=0Ab?=", "=?utf-8?q?a=E2=80=AEb?=",
        ])
    func shown(value: String) {
        let read = headers("Subject: \(value)\nFrom: \"\(value)\" <x@y.org>\n")
        for text in [read.subject, read.from.first?.name ?? ""] {
            #expect(
                text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F },
                "\(text.debugDescription)")
        }
    }

    @Test("a second From does not hide, and the first counts")
    func twoFroms() {
        let read = headers("From: a@b.org\nFrom: c@d.org\n")
        #expect(read.from.map(\.address) == ["a@b.org"])
        #expect(read.isSenderDoubtful)
    }

    @Test("a header of 50 MB, and a hundred thousand headers, are cut")
    func bounds() {
        let long = Array("From: a@b.org\nSubject: ".utf8) + [UInt8](repeating: 0x61, count: 50_000_000)
        let read = IncomingHeaders(parsing: long)
        #expect(read.from.first?.address == "a@b.org")
        #expect(read.subject.utf8.count <= IncomingLimits.fieldBytes)
        let many = headers("From: a@b.org\n" + String(repeating: "X: y\n", count: 100_000))
        #expect(many.names.count <= IncomingLimits.fields)
    }
}
