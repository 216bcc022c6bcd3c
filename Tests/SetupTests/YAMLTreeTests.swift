import Foundation
import TestFiles
import Testing

@testable import Setup

@Suite struct YAMLTreeTests {
    /// What YAML 1.1 takes for truth values, numbers or nothing is a name all the same, quoted or not.
    @Test(arguments: [
        "No", "Yes", "On", "Off", "Null", "True", "N", "Y", "12345", "0x1F", "1_000", "12:30:00", "1e3",
        ".inf", "007",
        "2026-12-25", "'null'", "\"~\"",
    ])
    func nameIsTextWhateverItLooksLike(name: String) throws {
        let configuration = try Sample.read(Sample.all.replacing("Ada Example", with: name))
        #expect(configuration.me.name == name.filter { $0 != "'" && $0 != "\"" })
    }

    @Test(arguments: ["", "~", "null", "''", "\"\"", "# Ada"])
    func nothingIsNoName(name: String) {
        let problem = Sample.problem(Sample.all.replacing("Ada Example", with: name))
        #expect(problem?.fault == .noValue(.name))
        #expect(problem?.key == "me.name")
    }

    @Test(arguments: ["off", "'off'", "\"off\""])
    func offIsAWord(word: String) throws {
        let text = Sample.me + "smtp:\n  url: smtp://[::1]\n  tls: \(word)\n  max_per_hour: \(word)\n"
        let smtp = try #require(try Sample.read(text).smtp)
        #expect(!smtp.server.requiresTLS)
        #expect(smtp.maxPerHour == nil)
    }

    @Test(arguments: [
        ("no", "no"), ("NO", "no"), ("de", "de"), ("en-gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"),
    ])
    func norwegianIsALanguage(written: String, language: String) throws {
        #expect(try Sample.read(Sample.all + "language: \(written)\n").language == language)
    }

    @Test(arguments: ["08:00-19:00", "'08:00-19:00'"])
    func hoursNeedNoQuotes(hours: String) throws {
        let configuration = try Sample.read(Sample.all + "etiquette:\n  hours: \(hours)\n")
        #expect(configuration.etiquette.hours == 480..<1140)
    }

    @Test(arguments: [
        Sample.all.replacing("\n", with: "\r\n"), "\u{FEFF}" + Sample.all, "%YAML 1.1\n---\n" + Sample.all,
        "---\n" + Sample.all + "...\n", Sample.all + "etiquette:\n", Sample.all + "etiquette: {}\n",
        Sample.all + "etiquette: ~\n",
        Sample.all + "# *one* *two* *three* *four* *five* *six* *seven* *eight* *nine*\n",
    ])
    func formDoesNotMatter(text: String) throws {
        #expect(try Sample.read(text) == Sample.read(Sample.all))
    }

    @Test(arguments: [
        ("pass show mail && echo 'a: b'", "\"pass show mail && echo 'a: b'\""), ("a\nb", "|-\n    a\n    b"),
        ("head -n1 *.txt", "head -n1 *.txt"), ("a \\\"b\\\"", "a \\\"b\\\""), ("a&b", "a&b"),
    ])
    func commandKeepsItsSigns(command: String, written: String) throws {
        let text = Sample.all.replacing("pass show mail", with: written)
        #expect(try Sample.read(text).smtp?.secret == .command(command))
    }

    @Test(arguments: [
        ("me: {name: &a x}", Place(line: 1, column: 12)), ("&a me: x", Place(line: 1, column: 1)),
        ("me: *a", Place(line: 1, column: 5)), ("me:\n  - &b x", Place(line: 2, column: 5)),
    ])
    func anchorsAndAliasesAreRefusedWhereTheyStand(text: String, place: Place) {
        let problem = Sample.problem(text)
        #expect(problem?.fault == .anchor)
        #expect(problem?.place == place)
    }

    @Test(arguments: ["me: !!str x", "!x me: y", "!!map\nme: x", "me: ! x"])
    func tagsAreRefused(text: String) {
        #expect(Sample.problem(text)?.fault == .tag)
    }

    @Test func columnsCountUnicodeScalars() {
        let text = Sample.me.replacing("Ada Example", with: "Æthér 👩") + "smtp: {url: 'smtp://ñ'}\n"
        #expect(Sample.problem(text)?.place == Place(line: 5, column: 13))
    }

    @Test func oneMegabyteOfNodesIsReadInTime() {
        let items = String(repeating: "x,", count: 400_000)
        #expect(Sample.problem("me: [\(items)]\n")?.fault == .notASection(.list))
    }
}
