import Testing
import Text

@Suite("words of a name mean what is called so") struct NameQueryTests {
    @Test(
        "in any order, by their beginnings, case and accents aside",
        arguments: [
            ("city library", ["City Library"], NameQuery.Fit.whole),
            ("Library CITY", ["City Library"], .whole),
            ("the city library", ["City Library Ltd"], .whole), ("city", ["City Library"], .words),
            ("lib", ["City Library"], .begins), ("oka", ["Jane Okafor"], .begins),
            ("JANE", ["Jane Okafor"], .words), ("oka jane", ["Jane Okafor"], .partly),
            ("o briain", ["Tom Ó Briain"], .words),
            ("okafor library", ["Jane Okafor", "City Library"], .words),
            ("jo jones", ["Jones, Jo"], .whole), ("jo", ["Joanna Jones"], .begins),
            ("muller", ["Anna Müller"], .words),
            ("mueller", ["Anna Müller"], .words), ("王", ["王小明"], .begins),
            ("петров", ["Иван Петров"], .words),
            ("3", ["3"], .whole), ("nguyen a", ["Nguyễn Văn A"], .words),
        ])
    func fits(text: String, names: [String], fit: NameQuery.Fit) throws {
        #expect(try #require(NameQuery(text)).fit(names) == fit)
    }

    @Test(
        "and nothing else",
        arguments: [
            ("library", ["Jane Okafor"]), ("jane jane", ["Jane Okafor"]), ("afor", ["Jane Okafor"]),
            ("okafor museum", ["Jane Okafor", "City Library"]),
        ])
    func fitsNot(text: String, names: [String]) throws {
        #expect(try #require(NameQuery(text)).fit(names) == nil)
    }

    @Test func whatIsNamedBestIsMeant() throws {
        let names = ["City Library", "City Library Trust", "Library of the City", "Museum"]
        let query = try #require(NameQuery("city library"))
        #expect(query.best(among: names, names: { [$0] })?.items == ["City Library", "Library of the City"])
        #expect(
            try #require(NameQuery("city")).best(among: names, names: { [$0] })?.items
                == Array(names.prefix(3)))
    }

    @Test func withoutLettersNothingIsMeant() {
        #expect(NameQuery("?!") == nil && NameQuery(" ") == nil)
    }

    /// Each letter stands among those with which a word may begin that is written as it is.
    @Test func everyLetterWithAccentsIsLookedFor() throws {
        let scalars = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap(UnicodeScalar.init).filter(
            \.properties.isAlphabetic)
        for letter in scalars.map({ String(Character($0)) }) where letter == letter.lowercased() {
            for name in [letter + "q", "q" + letter] {
                let ways = try (NameQuery(name)?.writings ?? []).flatMap(\.self).map {
                    try #require(NameQuery($0))
                }
                let spellings = try #require(NameQuery.spellings(of: [name]))
                for way in ways {
                    #expect(way.fit([name]) != nil)
                    #expect(way.writings[0].contains { spellings.contains(" " + $0) }, "\(name) \(spellings)")
                }
            }
        }
    }

    @Test(arguments: [
        (["Jane Okafor", "j.okafor"], nil), (["Sam O'Brien"], " sam o'brien obrien"),
        (["Zoë Lis"], " zoë zoe lis"), ([], nil),
    ])
    func aPlainNameNeedsNoOtherSpelling(names: [String], spellings: String?) {
        #expect(NameQuery.spellings(of: names) == spellings)
    }
}
