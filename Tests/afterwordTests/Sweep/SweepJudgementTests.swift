import FaultySMTP
import Testing

/// The sweep finds what it is there to find: each row is an account of a sweep with one thing wrong in it, or none.
@Suite struct SweepJudgementTests {
    struct Account: CustomTestStringConvertible {
        let why: String
        let state: String
        var messageID = "1@example.org"
        var reason = "because"
        let tries: [Transaction]
        /// What must be said; nothing if nil.
        let problem: String?
        var testDescription: String { why }
    }

    private static let jane = "jane@example.org"

    /// A try in a run; run 2 is the one that was killed.
    private static func attempt(
        _ step: Step, run: Int = 1, kept: Bool = false, answered: Bool = false, id: String = "1@example.org"
    ) -> Transaction {
        var attempt = Transaction(era: run, fault: nil)
        attempt.recipient = jane
        attempt.step = step
        attempt.isComplete = step == .dot
        attempt.messageID = step == .dot ? id : ""
        attempt.isKept = kept
        attempt.isAnswered = answered
        return attempt
    }

    static let accounts = [
        Account(
            why: "sent and kept", state: "sent", tries: [attempt(.dot, kept: true, answered: true)],
            problem: nil),
        Account(
            why: "sent at the second try", state: "sent",
            tries: [
                attempt(.rcpt), attempt(.dot, answered: true), attempt(.dot, kept: true, answered: true),
            ],
            problem: nil),
        Account(
            why: "sent twice", state: "sent",
            tries: [attempt(.dot, run: 2, kept: true), attempt(.dot, run: 3, kept: true, answered: true)],
            problem: "delivered 2 times"),
        Account(why: "never sent", state: "sent", tries: [], problem: "lost"),
        Account(why: "thrown away", state: "sent", tries: [attempt(.dot, answered: true)], problem: "lost"),
        Account(
            why: "another message", state: "sent",
            tries: [attempt(.dot, kept: true, answered: true, id: "2@example.org")],
            problem: "another Message-ID"),
        Account(
            why: "answer lost, kept", state: "unconfirmed", tries: [attempt(.dot, kept: true)], problem: nil),
        Account(why: "answer lost, not kept", state: "unconfirmed", tries: [attempt(.dot)], problem: nil),
        Account(why: "broken off behind 354", state: "unconfirmed", tries: [attempt(.text)], problem: nil),
        Account(
            why: "killed with the answer on its way", state: "unconfirmed",
            tries: [attempt(.dot, run: 2, kept: true, answered: true)], problem: nil),
        Account(
            why: "answered, and nobody was killed", state: "unconfirmed",
            tries: [attempt(.dot, kept: true, answered: true)], problem: "unconfirmed without a doubt"),
        Account(
            why: "never asked for", state: "unconfirmed", tries: [attempt(.rcpt, run: 2)],
            problem: "unconfirmed without a doubt"),
        Account(
            why: "refused and kept", state: "refused", tries: [attempt(.dot, kept: true)],
            problem: "refused, and yet delivered"),
        Account(why: "refused", state: "refused", tries: [attempt(.rcpt)], problem: nil),
        Account(
            why: "held without a word", state: "held", reason: "", tries: [], problem: "without a word why"),
        Account(why: "forgotten", state: "queued", tries: [], problem: "neither delivered nor explained"),
        Account(
            why: "forgotten on its way", state: "handedOver", tries: [attempt(.text, run: 2)],
            problem: "neither delivered nor explained"),
    ]

    @Test(arguments: accounts)
    func whatMustNotBeIsFound(account: Account) throws {
        let judgement = SweepJudgement(
            rows: [
                .init(
                    address: Self.jane, state: account.state, messageID: account.messageID,
                    reason: account.reason)
            ], transactions: account.tries, killed: [2], doubtsPerKill: 2)
        guard let problem = account.problem else {
            #expect(judgement.problems == [])
            return
        }
        #expect(judgement.problems.contains { $0.contains(problem) }, "\(judgement.problems)")
    }

    @Test func mailToAStrangerIsFound() {
        let judgement = SweepJudgement(
            rows: [], transactions: [Self.attempt(.rcpt)], killed: [], doubtsPerKill: 2)
        #expect(judgement.problems == ["jane@example.org: written to, and not in the ledger"])
    }

    @Test(arguments: [2, 3])
    func moreDoubtsThanOneKillCanLeaveAreFound(count: Int) {
        let addresses = (0..<count).map { "\($0)@example.org" }
        let tries = addresses.map { address in
            var attempt = Self.attempt(.dot, run: 2, kept: true, answered: true)
            attempt.recipient = address
            return attempt
        }
        let rows = addresses.map {
            SweepJudgement.Row(address: $0, state: "unconfirmed", messageID: "1@example.org")
        }
        let judgement = SweepJudgement(rows: rows, transactions: tries, killed: [2], doubtsPerKill: 2)
        #expect(judgement.problems.isEmpty == (count == 2), "\(judgement.problems)")
    }
}
