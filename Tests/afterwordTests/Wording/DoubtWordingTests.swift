import Ledger
import Testing

@testable import afterword

@Suite struct DoubtWordingTests {
    static let words: [(Doubt, String)] = [
        (.olderCopy, "is an older copy, and another copy of it has been used for sending since"),
        (.otherMachine, "was made on another computer, which may still send from its own"),
        (
            .markMissing,
            "has been used for sending, but the mark that proves that no newer copy was used since is gone"
        ),
        (
            .markUnreadable,
            "can't be compared with its mark, which should prove that no newer copy was used since: the mark can't be read"
        ),
        (.markOlder, "has been used for sending elsewhere, or its mark comes from a backup"),
    ]

    @Test(arguments: words)
    func everyDoubtHasItsSentenceAndTheRemedy(doubt: Doubt, words: String) {
        let problem = LedgerProblem.inDoubt(path: "/home/ada/a.sqlite", doubt)
        #expect(
            problem.sentence
                == "nothing is sent, because the database /home/ada/a.sqlite \(words). If no other copy sends any more: "
                + "afterword doctor --adopt (everything that waits is then held until you release it, since it may have "
                + "gone out already)")
        #expect(problem.exit == .configuration)
        #expect(Self.words.count == Doubt.allCases.count)
    }

    @Test func aLockedDatabaseIsTriedAgainLater() {
        let problem = LedgerProblem.busy(path: "/a")
        #expect(problem.exit == .deferred)
        #expect(
            problem.sentence.contains("has kept /a locked for half a minute; try again when it has finished.")
        )
    }
}
