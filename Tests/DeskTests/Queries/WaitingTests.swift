import Testing

@testable import Desk

@Suite struct WaitingTests {
    private static func answered(_ days: Int...) -> [Waiting.Wait] {
        days.map { Waiting.Wait(days: $0, end: .answered) }
    }
    private static func open(_ days: Int...) -> [Waiting.Wait] {
        days.map { Waiting.Wait(days: $0, end: .open) }
    }
    private static func withdrew(_ days: Int...) -> [Waiting.Wait] {
        days.map { Waiting.Wait(days: $0, end: .withdrew) }
    }

    struct Case: CustomTestStringConvertible {
        let waits: [Waiting.Wait]
        /// Answered, unanswered, open and withdrew within a week.
        let week: [Int]
        let testDescription: String

        init(_ testDescription: String, _ waits: [Waiting.Wait], _ week: [Int]) {
            (self.testDescription, self.waits, self.week) = (testDescription, waits, week)
        }
    }

    static let cases = [
        Case("nobody waited", [], [0, 0, 0, 0]),
        Case("the seventh day counts", answered(0, 7, 8), [2, 1, 0, 0]),
        Case("a span that is not over is open, and on its last day too", open(6, 7, 8), [0, 1, 2, 0]),
        Case(
            "the example of the design", answered(1, 3, 6, 20) + open(2, 5) + open(9, 11, 30), [3, 4, 2, 0]),
        Case("taken back within it, and after it", withdrew(3, 12), [0, 1, 0, 1]),
    ]

    @Test("within a span everybody is counted once", arguments: cases)
    func within(one: Case) {
        let waiting = Waiting(one.waits.reversed())
        let week = waiting.within(7)
        #expect([week.answered, week.unanswered, week.open, week.withdrew] == one.week)
        for days in Waiting.spans {
            let span = waiting.within(days)
            #expect(span.answered + span.unanswered + span.open + span.withdrew == waiting.count)
        }
    }

    static let medians: [(waits: [Waiting.Wait], days: Int?, why: String)] = [
        ([], nil, "nobody waited"),
        (answered(4), 4, "one answer"),
        (answered(2, 4, 6), 4, "all answered: the plain median"),
        (answered(2, 4, 6, 8), 4, "half of an even number"),
        (open(3, 30, 300), nil, "nobody answered"),
        (answered(1, 2) + open(30, 30, 30), nil, "two of five, and the others stay silent"),
        (answered(1, 2, 3) + open(30, 30), 3, "three of five"),
        // After day 1 three of four are silent, after day 9 one of two of those: 3/4 × 1/2.
        (answered(1, 9) + open(2, 20), 9, "who began two days ago is no refusal"),
        // 3/4 × 2/3 is a half, though not in binary.
        (answered(1, 2) + open(5, 5), 2, "exactly a half"),
        (answered(5) + withdrew(1, 1, 1), 5, "who withdrew before says nothing of the others"),
    ]

    @Test("the median takes what is open for what it is", arguments: medians)
    func median(waits: [Waiting.Wait], days: Int?, why: String) {
        #expect(Waiting(waits).medianDays == days, "\(why)")
    }
}
