import Ledger
import Testing

@testable import Wording

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
        (
            .markCopied,
            "was copied to where it is now, together with the mark that should prove that no other copy was used since; the "
                + "one that it was copied from may still send"
        ),
    ]

    @Test(arguments: words)
    func everyDoubtHasItsSentenceAndTheRemedy(doubt: Doubt, words: String) {
        let problem = LedgerProblem.inDoubt(path: "/home/ada/a.sqlite", doubt)
        #expect(
            problem.sentence
                == "nothing is sent, because the database /home/ada/a.sqlite \(words). If no other copy sends any more, make this one the copy that sends: "
                + "\(.adopt) (everything that waits is then held until your Sent folder shows that it was "
                + "not sent, or until you release it)")
    }

    @Test func aComputerWithoutANameIsToldHowToGetOne() {
        let problem = LedgerProblem.inDoubt(path: "/home/ada/a.sqlite", .machineUnknown)
        #expect(
            problem.sentence.read.contains(
                "this computer has no name of its own (/etc/machine-id is missing or empty)"))
        #expect(problem.sentence.read.hasSuffix("sudo systemd-machine-id-setup. Then: [adopt]"))
        #expect(problem.sentence.remedies == [.adopt])
        #expect(Set(Self.words.map(\.0)).union([.machineUnknown]) == Set(Doubt.allCases))
    }

    @Test func aLockedDatabaseIsTriedAgainLater() {
        let problem = LedgerProblem.busy(path: "/a")
        #expect(
            problem.sentence.read.contains(
                "has kept /a locked for half a minute; try again when it has finished.")
        )
    }
}
