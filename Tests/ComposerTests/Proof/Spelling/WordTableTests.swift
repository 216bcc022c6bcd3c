import Testing

@testable import Composer

@Suite struct WordTableTests {
    @Test func everyWordKeepsItsValueAsTheTableGrows() {
        var table = WordTable()
        let words = (0..<20_000).map { Array("word\($0)".utf8) }
        for (index, word) in words.enumerated() { table.set(index % 3 == 0, for: word[...]) }
        #expect(table.count == 20_000)
        for (index, word) in words.enumerated() { #expect(table.value(of: word[...]) == (index % 3 == 0)) }
        #expect(table.value(of: Array("word20000".utf8)[...]) == nil)
        #expect(table.value(of: [][...]) == nil)
    }

    @Test func aValueCanChange() {
        var table = WordTable()
        let word = Array("word".utf8)[...]
        table.set(true, for: word)
        table.set(false, for: word)
        #expect(table.value(of: word) == false && table.count == 1)
    }

    @Test func itNeverGrowsBeyondItsLimit() {
        var table = WordTable()
        for number in 0...WordTable.limit { table.set(true, for: Array("\(number)".utf8)[...]) }
        #expect(table.count == 1)
    }
}
