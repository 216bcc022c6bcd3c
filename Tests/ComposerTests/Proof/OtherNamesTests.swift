import Etiquette
import Testing
import Text

@testable import Composer

@Suite struct OtherNamesTests {
    private func names(in text: String, known: some KnownNames, own: [String] = []) throws -> [KnownName] {
        let words = Words(text)
        let candidates = try known.names(beginningWith: Words.keys(of: [words.texts]))
        return OtherNames(own: own).names(in: [words], among: candidates)
    }

    private func found(_ text: String, known: [String], own: [String] = []) throws -> [String] {
        let index = NameIndex(known.map { KnownName($0, bearer: .person) })
        return try names(in: text, known: index, own: own).map(\.text)
    }

    @Test(arguments: [
        ("I met Jane Okafor.", "Jane Okafor"), ("Jane Okafor's team", "Jane Okafor"),
        ("Jane Okafor’s team", "Jane Okafor"), ("(Jane Okafor)", "Jane Okafor"),
        ("“Jane Okafor”", "Jane Okafor"),
        ("with O’Brien Ltd today", "O'Brien Ltd"), ("with O'Brien Ltd today", "O’Brien Ltd"),
        ("Jose\u{301} Ruiz wrote", "José Ruiz"), ("José Ruiz wrote", "Jose\u{301} Ruiz"),
        ("Anne‑Marie Duval", "Anne-Marie Duval"), ("met Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ("у Ивана был Иван Петров", "Иван Петров"), ("פגשתי את שרה כהן", "שרה כהן"),
        ("مع محمد علي", "محمد علي"),
        ("अमित शर्मा जी", "अमित शर्मा"), ("李小龙先生您好", "李小龙"), ("안녕하세요 김민수님", "김민수"),
        ("山田さくらさん", "山田さくら"), ("with Prince.", "Prince"), ("at Yahoo! now", "Yahoo!"),
        ("at Yahoo now", "Yahoo!"), ("at Marks & Spencer", "Marks & Spencer"), ("at 3M.", "3M"),
        ("Jane\nOkafor", "Jane Okafor"), ("Ludwig van Beethoven", "Ludwig van Beethoven"),
        ("at J.P. Morgan", "J.P. Morgan"),
    ])
    func aFullNameIsFoundAsWholeWords(text: String, name: String) throws {
        #expect(try found(text, known: [name]) == [name])
    }

    @Test(arguments: [
        ("Jane Okaforson", "Jane Okafor"), ("jane okafor", "Jane Okafor"), ("Jane", "Jane Okafor"),
        ("Okafor, Jane", "Jane Okafor"), ("Jane and Okafor", "Jane Okafor"), ("Janet", "Jane"),
        ("acme", "Acme"),
        ("Acmeism", "Acme"), ("the next day", "Next"), ("M&S", "Marks & Spencer"), ("Jose Ruiz", "José Ruiz"),
        ("", "Jane"), ("anything", ""), ("anything", "!?"), ("Jane. Okafor", "Jane Okafor"),
    ])
    func whatIsNotTheFullNameIsNotFound(text: String, name: String) throws {
        #expect(try found(text, known: [name]).isEmpty)
    }

    @Test(arguments: [
        // An own name hides the other names within it …
        ("at Acme Data Labs", "Acme Data Labs", "Acme", false),
        ("at Acme Data Labs", "Acme Data Labs", "Data Labs", false),
        ("Jane Okafor-Smith", "Jane Okafor-Smith", "Jane Okafor", false),
        ("Dear Siân O’Brien", "Siân O'Brien", "Siân O’Brien", false),
        ("李小龙", "李小龙", "小龙", false),
        // … but none that reaches beyond it, or stands elsewhere.
        ("at Acme Data Labs", "Acme", "Acme Data Labs", true),
        ("at Acme Data Labs, not Acme", "Acme Data Labs", "Acme", true),
        ("Jane Okafor-Smith", "Jane Okafor", "Jane Okafor-Smith", true),
        ("Jane Okafor Smith", "Jane Okafor", "Okafor Smith", true),
    ])
    func namesWithinNames(text: String, own: String, other: String, isFound: Bool) throws {
        #expect(try found(text, known: [other], own: [own]) == (isFound ? [other] : []))
    }

    @Test func everyOtherNameIsNamedOnceInTheirOrder() throws {
        let text = "Globex and Ann Bee, then Globex and Initech again with Ann Bee."
        #expect(
            try found(text, known: ["Initech", "Ann Bee", "Globex", "Hooli"]) == [
                "Ann Bee", "Globex", "Initech",
            ])
    }

    @Test func aPersonAndAnOrganisationOfOneNameAreBothNamed() throws {
        let index = NameIndex([
            KnownName("John Lewis", bearer: .person), KnownName("John Lewis", bearer: .organisation),
        ])
        let names = try names(in: "at John Lewis", known: index)
        #expect(names.map(\.bearer) == [.organisation, .person])
    }

    @Test func oneOfAHundredThousandNamesIsFoundAmongThem() throws {
        let names = (0..<100_000).map { KnownName("Person\($0 % 700) Family\($0)", bearer: .person) }
        let found = try self.names(in: "with Person377 Family377 there", known: NameIndex(names))
        #expect(found.map(\.text) == ["Person377 Family377"])
    }

    @Test func aSourceThatKnowsOnlyFirstWordsServesToo() throws {
        struct ByFirstWord: KnownNames {
            func names(beginningWith words: Set<String>) -> [KnownName] {
                words.contains("The") ? [KnownName("The Guild", bearer: .organisation)] : []
            }
        }
        let found = try names(in: "at The Guild", known: ByFirstWord())
        #expect(found.map(\.text) == ["The Guild"])
    }
}
