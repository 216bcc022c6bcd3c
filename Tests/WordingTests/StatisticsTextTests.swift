import Etiquette
import Ledger
import Testing

@testable import Desk
@testable import Wording

@Suite struct StatisticsTextTests {
    @Test(
        "a span says what it is a part of, and what is still open",
        arguments: [
            (3, 2, 0, "3 of 9, 2 still open"), (0, 0, 0, "0 of 9"), (9, 0, 0, "9 of 9"),
            (1, 0, 2, "1 of 9, 2 you withdrew from before"),
            (1, 3, 1, "1 of 9, 3 still open, 1 you withdrew from before"),
        ])
    func span(answered: Int, open: Int, withdrew: Int, text: String) {
        let ends: [(Waiting.Wait.End, Int)] = [(.answered, answered), (.open, open), (.withdrew, withdrew)]
        let ended = ends.flatMap { end, count in
            Array(repeating: Waiting.Wait(days: 2, end: end), count: count)
        }
        let late = Array(repeating: Waiting.Wait(days: 40, end: .answered), count: 9 - ended.count)
        let row = StatisticsText.row(Waiting(ended + late).within(7), of: 9)
        #expect(row == StatisticsText.Row(label: "within 7 days", text: text))
    }

    @Test("each place where a recruitment can stand has its own words")
    func standings() {
        let words = Recruitment.Standing.allCases.map { StatisticsText.text($0) }
        #expect(Set(words).count == words.count && !words.contains(""))
    }
}
