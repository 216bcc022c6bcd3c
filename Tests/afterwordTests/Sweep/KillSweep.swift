import FaultySMTP
import Fixtures
import Foundation
import Testing

/// Many messages, many runs that are killed, a server that fails one transaction in four; time moves on meanwhile.
/// Then the server is left in peace, and so are the runs, until nothing is to be done any more.
struct KillSweep {
    let messages: Int
    let kills: Int
    let seed: UInt64
    /// `send`, or `run`, which is killed in any case: it does not end by itself.
    var command = "send"

    /// What came of it.
    struct Result {
        let judgement: SweepJudgement
        let kills: Int
        let runs: Int
        /// What the server was to do wrong, before MAIL too.
        let failures: Int
        /// Runs that ended in a way in which none should, with their words.
        let badEnds: [String]
        /// Files and outputs in which the password stands, as it is or as the server is told it.
        let leaks: [String]
        /// What `audit --check` says in the end.
        let audit: Run

        /// One line for whoever looks on.
        var summary: String {
            let states = Dictionary(grouping: judgement.rows, by: \.state).map {
                "\($0.value.count) \($0.key)"
            }
            return
                "\(kills) kills in \(runs) runs, \(judgement.transactions.count) transactions, \(failures) faults: "
                + states.sorted().joined(separator: ", ")
        }
    }

    /// The whole of it happens between the first due time and the end of the first message's 48 hours.
    private static let firstDue = "2026-11-21 15:00"
    private static let span = 20 * 60
    private static let connections = 2
    private static let secret = "correct-horse-battery-staple"

    func perform() throws -> Result {
        let server = try FaultyServer(FaultChooser(percent: 25, seed: seed), .init(offersLogin: true))
        let ada = try Applicant(at: "2026-11-21 12:00:00")
        try ada.configure(
            """
            smtp:
              url: smtp://127.0.0.1:\(server.port)
              tls: 'off'
              user: ada
              password_command: cat '\(try ada.scratch.file("secret", Self.secret + "\n"))'
              reply_timeout: 1s
              connections: \(Self.connections)

            """, etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
        try SweepPeople.add(messages, to: ada, within: Self.span)
        var (killed, badEnds, outputs): (Set<Int>, [String], String) = ([], [], "")
        var random = SeededGenerator(seed: seed)
        var runs = 0
        var reach = Reach()
        // A run that is over before its moment is no kill; with messages left there will be more of them.
        while killed.count < kills, runs < 3 * kills {
            let era = server.beginEra()
            let run = try KilledRun(
                ada, [command], clock: Self.clock(minute: runs * Self.span / (kills + kills / 4)),
                server: server,
                moment: reach.moment(using: &random),
                limit: command == "send" ? 60_000 : 1500)
            if run.hung && command == "send" { badEnds.append("a run did not end: \(run.output)") }
            if run.status == nil { killed.insert(era) } else { badEnds += Self.fault(of: run) }
            reach.learn(wasKilled: run.status == nil)
            outputs += run.output
            runs += 1
        }
        server.fail(FaultChooser(percent: 0))
        let end = runs * Self.span / (kills + kills / 4)
        for later in [0, 300, 600] {
            server.beginEra()
            let run = try KilledRun(
                ada, ["send"], clock: Self.clock(minute: end + later), server: server, moment: .never)
            badEnds += Self.fault(of: run)
            outputs += run.output
        }
        ada.clock = Self.clock(minute: end + 601)
        return Result(
            judgement: SweepJudgement(
                rows: try Self.rows(ada), transactions: server.transactions, killed: killed,
                doubtsPerKill: 2 * Self.connections),
            kills: killed.count, runs: runs, failures: server.failures, badEnds: badEnds,
            leaks: try Self.leaks(in: ada.home, outputs), audit: try ada.run("audit", "--check"))
    }

    /// A moment after the first due time, from which the clock goes on.
    private static func clock(minute: Int) -> String {
        let minutes = 15 * 60 + minute
        let (day, hour) = (21 + minutes / 1440, minutes / 60 % 24)
        return "@2026-11-\(day) \(SweepPeople.two(hour)):\(SweepPeople.two(minutes % 60)):00"
    }

    /// Done, needs the user, server unavailable, deferred, login refused.
    private static func fault(of run: KilledRun) -> [String] {
        guard let status = run.status, ![0, 1, 69, 75, 78].contains(status) else { return [] }
        return ["a run ended with \(status): \(run.output)"]
    }

    private static func leaks(in home: String, _ outputs: String) throws -> [String] {
        let forms = [
            secret, Data("\0ada\0\(secret)".utf8).base64EncodedString(),
            Data(secret.utf8).base64EncodedString(),
        ]
        let files = try FileManager.default.subpathsOfDirectory(atPath: home).filter { file in
            let bytes = FileManager.default.contents(atPath: home + "/" + file) ?? Data()
            return forms.contains { bytes.range(of: Data($0.utf8)) != nil }
        }
        return files + (forms.contains { outputs.contains($0) } ? ["what was printed"] : [])
    }

    private static func rows(_ ada: Applicant) throws -> [SweepJudgement.Row] {
        try ada.run("queue", "--all", "--json").json().items.filter { $0["kind"] == "thank-you" }.map {
            message in
            SweepJudgement.Row(
                address: message["to"]["address"].string, state: message["state"].string,
                messageID: message["messageID"].string, reason: message["reason"]["text"].string)
        }
    }
}

/// When to kill: half of the runs somewhere in their time, half of them close to a step of the conversation, where it
/// matters most. How long a run takes is the machine's affair, so it is learnt: a quick one is over before its moment.
private struct Reach {
    private var microseconds = 200_000
    private var hasMissed = false

    mutating func learn(wasKilled: Bool) {
        hasMissed = !wasKilled
        // Never so short that a run could not begin, nor longer than where it started.
        microseconds = wasKilled ? min(microseconds * 5 / 4, 200_000) : max(microseconds / 2, 10_000)
    }

    func moment(using generator: inout SeededGenerator) -> KilledRun.Moment {
        guard !hasMissed, Bool.random(using: &generator) else {
            return .after(Int.random(in: 0..<microseconds, using: &generator))
        }
        return .at(
            Step.allCases.randomElement(using: &generator) ?? .dot,
            isAnswered: Bool.random(using: &generator),
            count: Int.random(in: 1...3, using: &generator),
            microseconds: Int.random(in: 0..<3000, using: &generator))
    }
}
