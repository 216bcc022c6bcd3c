import Testing

@testable import Etiquette

@Suite("An address is one addr-spec, its domain in A-labels")
struct EmailAddressTests {
    @Test(
        "keeps the local part as written and lower-cases the domain",
        arguments: [
            ("jane.okafor@example.org", "jane.okafor@example.org"),
            ("Jane.Okafor@EXAMPLE.Org", "Jane.Okafor@example.org"),
            ("ada@localhost", "ada@localhost"),
            ("o'brien+jobs@mail.example.org", "o'brien+jobs@mail.example.org"),
            ("!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~@example.org"),
            ("100%@example.org", "100%@example.org"),
            ("1@2.example", "1@2.example"),
            ("ada@3com.example", "ada@3com.example"),
            ("ada@a-b.c--d.example", "ada@a-b.c--d.example"),
        ])
    func canonical(written: String, canonical: String) throws {
        #expect(try EmailAddress(written).text == canonical)
    }

    @Test(
        "turns U-labels into A-labels by IDNA2008 without transitional mappings",
        arguments: [
            ("a@bücher.example", "a@xn--bcher-kva.example"),
            ("a@BÜCHER.example", "a@xn--bcher-kva.example"),
            ("a@bu\u{308}cher.example", "a@xn--bcher-kva.example"),
            ("a@faß.example", "a@xn--fa-hia.example"),
            ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
            ("a@XN--BCHER-KVA.example", "a@xn--bcher-kva.example"),
            ("a@日本語テスト.example", "a@xn--zckzah9945czlbtz6h.example"),
            ("a@例え。example", "a@xn--r8jz45g.example"),
            ("a@почта.example", "a@xn--80a1acny.example"),
            ("a@ελλάδα.example", "a@xn--hxakic4aa.example"),
        ])
    func international(written: String, canonical: String) throws {
        #expect(try EmailAddress(written).text == canonical)
    }

    @Test(
        "refuses what is no dot-atom before the at sign",
        arguments: [
            ("", .noAt), ("jane", .noAt), ("@example.org", .emptyLocalPart),
            (".jane@example.org", .localPart(".")), ("jane.@example.org", .localPart(".")),
            ("ja..ne@example.org", .localPart(".")), (".@example.org", .localPart(".")),
            ("ja ne@example.org", .localPart(" ")), (" jane@example.org", .localPart(" ")),
            ("jane\r\n@example.org", .localPart("\r\n")), ("jane\r@example.org", .localPart("\r")),
            ("jane\n@example.org", .localPart("\n")), ("jane\0@example.org", .localPart("\0")),
            ("\"jane\"@example.org", .localPart("\"")), ("jane(work)@example.org", .localPart("(")),
            ("<jane@example.org", .localPart("<")), ("jane\\@example.org", .localPart("\\")),
            ("jane,bob@example.org", .localPart(",")), ("jane;bob@example.org", .localPart(";")),
            ("jane:bob@example.org", .localPart(":")), ("jane[1]@example.org", .localPart("[")),
            ("jane@bob@example.org", .localPart("@")), ("jané@example.org", .localPart("é")),
            ("jаne@example.org", .localPart("а")), ("jane\u{301}@example.org", .localPart("e\u{301}")),
            ("jane\t@example.org", .localPart("\t")), ("jane\u{7F}@example.org", .localPart("\u{7F}")),
        ] as [(String, InputProblem.AddressFault)])
    func badLocalPart(written: String, fault: InputProblem.AddressFault) {
        #expect(throws: InputProblem.notAnAddress(written, fault)) { try EmailAddress(written) }
    }

    @Test(
        "refuses what is no domain",
        arguments: [
            "", ".", "example.", ".example", "a..b", "-a.example", "a-.example", "a_b.example",
            "exa mple.org",
            "example.org ", "example.org>", "example.org\r\n", "example.org\nRCPT TO:<x>", "example.org\0",
            "[127.0.0.1]", "127.0.0.1", "[IPv6:::1]", "1", "example.org(home)", "a/b", "a%b", "a,b", "a:25",
            "xn--zzzzzz.example", "xn--.example", "xn--a.example", "ab--ü.example", "👍.example", "-ü.example",
            "ü..example", "exam\u{AD}ple.org", "exam\u{200B}ple.org", "\u{202E}gro.example", "ａ_.example",
            "ᚠᚢ.example",
        ])
    func badDomain(domain: String) {
        let parts = domain.split(separator: "@")
        let fault: InputProblem.AddressFault = parts.count > 1 ? .localPart("@") : .domain(domain)
        #expect(throws: InputProblem.notAnAddress("ada@\(domain)", fault)) {
            try EmailAddress("ada@\(domain)")
        }
    }

    @Test(
        "refuses labels that mix scripts, and A-labels that stand for such",
        arguments: [
            ("pаypal.example", "pаypal"),  // the first a is Cyrillic
            ("раураl.example", "раураl"),  // the l is Latin
            ("xn--l-7sba6dbr.example", "раураl"),
            ("exαmple.org", "exαmple"),
            ("日本abc.example", "日本abc"),
            ("日本한국.かな.example", nil),
            ("mail.gооgle.example", "gооgle"),
            ("한국かな.example", "한국かな"),
        ] as [(String, String?)])
    func mixedScripts(domain: String, label: String?) throws {
        let written = "ada@\(domain)"
        guard let label else {
            #expect(try EmailAddress(written).text.hasSuffix(".example"))
            return
        }
        #expect(throws: InputProblem.notAnAddress(written, .mixedScripts(label: label))) {
            try EmailAddress(written)
        }
    }

    @Test(
        "takes labels of one writing system",
        arguments: [
            "東京タワーの店", "ひらがな", "韓國은행", "注音ㄅㄆ", "почта", "ελλάδα", "שלום", "مثال", "हिन्दी", "ไทย",
            "straße", "smørrebrød", "日本-2", "почта24", "łódź", "việtnam", "თბილისი", "հայ", "தமிழ்", "বাংলা",
            "x\u{327}y",
        ])
    func oneWritingSystem(label: String) throws {
        #expect(try EmailAddress("ada@\(label).example").domain.hasPrefix("xn--"))
    }

    @Test("counts octets: 64 before the at sign, 63 in a label, 254 in all")
    func limits() throws {
        let local = String(repeating: "a", count: 64)
        let label = String(repeating: "b", count: 63)
        #expect(try EmailAddress("\(local)@example.org").localPart == local)
        #expect(throws: InputProblem.notAnAddress("a\(local)@example.org", .localPartTooLong)) {
            try EmailAddress("a\(local)@example.org")
        }
        #expect(try EmailAddress("a@\(label).example").domain == "\(label).example")
        #expect(throws: InputProblem.notAnAddress("a@b\(label).x", .domain("b\(label).x"))) {
            try EmailAddress("a@b\(label).x")
        }
        let domain = "\(label).\(label).\(String(repeating: "c", count: 61))"
        #expect(try EmailAddress("\(local)@\(domain)").text.utf8.count == 254)
        #expect(throws: InputProblem.notAnAddress("\(local)@\(domain)c", .tooLong)) {
            try EmailAddress("\(local)@\(domain)c")
        }
        let endless = "a@" + String(repeating: "x", count: 100_000)
        #expect(throws: InputProblem.notAnAddress(endless, .tooLong)) { try EmailAddress(endless) }
    }

    @Test("is compared without case by its key, and parted at its only at sign")
    func parts() throws {
        let address = try EmailAddress("Jane.Okafor@Example.org")
        #expect(address.localPart == "Jane.Okafor")
        #expect(address.domain == "example.org")
        #expect(address.description == "Jane.Okafor@example.org")
        #expect(try address.key == EmailAddress("jane.OKAFOR@example.ORG").key)
        #expect(try address.key != EmailAddress("jane.okofor@example.org").key)
    }

    @Test("what the ledger recorded comes back as it was")
    func recorded() throws {
        let address = try EmailAddress("Jane@bücher.example")
        #expect(EmailAddress(recorded: address.text) == address)
        #expect(try EmailAddress(address.text) == address)
    }

    @Test(
        "nobody reads what goes to a no-reply address",
        arguments: [
            ("no-reply", true), ("noreply", true), ("No.Reply", true), ("no_reply", true),
            ("do-not-reply", true),
            ("donotreply", true), ("DoNotReply-HR", true), ("noreply+abc123", true), ("jobs-noreply", true),
            ("mailer-daemon", true), ("MAILER-DAEMON", true), ("ne-pas-repondre", true), ("bounces", true),
            ("bounce+7", true), ("jane", false), ("reply", false), ("hr", false), ("norma.reply", false),
            ("donna.treply", false),
        ])
    func noReply(local: String, isNoReply: Bool) throws {
        #expect(try EmailAddress("\(local)@example.org").isNoReply == isNoReply)
    }

    @Test(arguments: [
        ("ada@example.org", "ADA+jobs@Example.org", true), ("ada+a@example.org", "ada+b+c@example.org", true),
        ("a.da@gmail.com", "ada+jobs@googlemail.com", true), ("a.da@example.org", "ada@example.org", false),
        ("ada@example.org", "ada@example.net", false), ("ada@example.org", "jobs+ada@example.org", false),
    ])
    func spellingsOfOneMailboxAreTold(one: String, other: String, isSame: Bool) throws {
        #expect(try (EmailAddress(one).mailbox == EmailAddress(other).mailbox) == isSame)
    }
}
