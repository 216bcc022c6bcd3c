import Testing

@testable import Setup

@Suite struct ServerURLTests {
    private static let schemes: KeyValuePairs = ["smtp": 587, "smtps": 465]

    @Test(arguments: [
        ("smtp://mail.example.org", "smtp", "mail.example.org", 587),
        ("smtps://mail.example.org", "smtps", "mail.example.org", 465),
        ("smtp://mail.example.org:1", "smtp", "mail.example.org", 1),
        ("smtp://h:65535/", "smtp", "h", 65_535),
        ("SMTP://A-b.C0:25", "smtp", "a-b.c0", 25), ("smtp://[2001:DB8::1]:26", "smtp", "2001:db8::1", 26),
        ("smtp://[::1]", "smtp", "::1", 587), ("smtp://192.0.2.1", "smtp", "192.0.2.1", 587),
        ("smtp://xn--mil-xna.example", "smtp", "xn--mil-xna.example", 587),
    ])
    func serverIsSchemeHostAndPort(text: String, scheme: String, host: String, port: Int) throws {
        let url = try ServerURL(text, schemes: Self.schemes)
        #expect((url.scheme, url.host, url.port) == (scheme, host, port))
    }

    @Test(
        arguments: [
            ("mail.example.org", .noScheme(allowed: ["smtp", "smtps"])),
            ("smtp:mail", .noScheme(allowed: ["smtp", "smtps"])),
            ("http://mail", .otherScheme("http", allowed: ["smtp", "smtps"])),
            ("://mail", .otherScheme("", allowed: ["smtp", "smtps"])), ("smtp://a@mail", .userInfo),
            ("smtp://a:b@mail:25", .userInfo), ("smtp://mail/x", .pathOrQuery),
            ("smtp://mail?x", .pathOrQuery),
            ("smtp://mail#x", .pathOrQuery), ("smtp://mail\\x", .pathOrQuery),
            ("smtp://mail//", .pathOrQuery),
            ("smtp://", .host), ("smtp:///", .host), ("smtp://:25", .host), ("smtp://mail..org", .host),
            ("smtp://mail.", .host),
            ("smtp://-mail", .host), ("smtp://ma il", .host), ("smtp://ma\r\nil", .host),
            ("smtp://mäil", .host),
            ("smtp://%6dail", .host), ("smtp://[::1", .host), ("smtp://[127.0.0.1]", .host),
            ("smtp://[::1]x", .host),
            ("smtp://[fe80::1%25eth0]", .host), ("smtp://mail:", .port), ("smtp://mail:0", .port),
            ("smtp://mail:65536", .port),
            ("smtp://mail:+25", .port), ("smtp://mail:2 5", .port), ("smtp://mail:25:25", .port),
            ("smtp://mail:٢٥", .port),
        ] as [(String, ServerURL.Fault)])
    func anythingElseIsRefused(text: String, fault: ServerURL.Fault) {
        #expect(throws: fault) { try ServerURL(text, schemes: Self.schemes) }
    }

    @Test(arguments: [
        ("localhost", true), ("127.0.0.1", true), ("127.255.255.254", true), ("[::1]", true),
        ("126.0.0.1", false),
        ("localhost.org", false), ("127.0.0.1.org", false), ("0.0.0.0", false), ("[::]", false),
        ("mail", false),
        ("2130706433", false), ("0x7f000001", false),
    ])
    func onlyThisMachineIsLoopback(host: String, isLoopback: Bool) throws {
        #expect(try ServerURL("smtp://" + host, schemes: Self.schemes).isLoopback == isLoopback)
    }

    @Test func wholeNameHas253Bytes() throws {
        let label = String(repeating: "a", count: 63)
        let longest = [label, label, label, String(repeating: "b", count: 61)].joined(separator: ".")
        #expect(try ServerURL("smtp://" + longest, schemes: Self.schemes).host == longest)
        #expect(throws: ServerURL.Fault.host) { try ServerURL("smtp://b" + longest, schemes: Self.schemes) }
        #expect(throws: ServerURL.Fault.host) { try ServerURL("smtp://\(label)a.org", schemes: Self.schemes) }
    }
}

@Suite struct HoursOfDayTests {
    @Test(arguments: [
        ("08:00-19:00", 480..<1140), ("00:00-24:00", 0..<1440), ("23:59-24:00", 1439..<1440),
        ("00:00-00:01", 0..<1),
    ])
    func twoTimesMakeTheHours(text: String, hours: Range<Int>) {
        #expect(HoursOfDay.range(text) == hours)
    }

    @Test(arguments: [
        "", "-", "08:00", "08:00-", "-19:00", "08:00-08:00", "19:00-08:00", "24:00-24:00", "08:00-24:01",
        "08:60-19:00",
        "25:00-26:00", "8:00-19:00", "08:00 - 19:00", "08.00-19.00", "08:00–19:00", "08:00-12:00-19:00",
        "08:00:00-19:00:00",
        "+8:00-19:00", "٠٨:٠٠-١٩:٠٠",
    ])
    func anythingElseIsNoHours(text: String) {
        #expect(HoursOfDay.range(text) == nil)
    }
}

@Suite struct LanguageTagTests {
    @Test(arguments: ["", "e", "english", "en_GB", "en-", "-GB", "en-GB-x", "en GB", "../en", "en-GBR", "ён"])
    func anythingElseIsNoLanguage(text: String) {
        #expect(LanguageTag.read(text) == nil)
    }

    @Test(arguments: [("en", "en"), ("EN-gb", "en-GB"), ("sr-LATN-rs", "sr-Latn-RS"), ("es-419", "es-419")])
    func tagIsWrittenAsUsual(text: String, tag: String) {
        #expect(LanguageTag.read(text) == tag)
    }
}

@Suite struct QuotableTests {
    @Test(arguments: [
        ("Ada", "Ada"), (String(repeating: "a", count: 60), String(repeating: "a", count: 60)),
        (String(repeating: "a", count: 61), String(repeating: "a", count: 59) + "…"),
        ("a\u{1B}[31mb", "a\\u{1B}[31mb"),
        ("a\nb", "a\\u{A}b"), ("a\u{202E}b", "a\\u{202E}b"), ("Siân – ñ", "Siân – ñ"),
    ])
    func valueIsShortAndHarmless(text: String, quoted: String) {
        #expect(text.quotable == quoted)
    }

    @Test func combiningMarksDoNotHideLength() {
        let text = "a" + String(repeating: "\u{301}", count: 100_000)
        #expect(text.quotable.unicodeScalars.count <= 241)
    }
}
