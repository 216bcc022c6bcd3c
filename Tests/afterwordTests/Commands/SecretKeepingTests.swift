import FaultySMTP
import Fixtures
import Foundation
import Setup
import Synchronization
import Testing

@testable import afterword

/// The password comes from a command or a file, goes to the server, and is nowhere else.
@Suite struct SecretKeepingTests {
    private static let secret = "correct-horse-battery-staple"
    /// As SASL PLAIN says it.
    private static let said = Data("\0ada\0\(secret)".utf8).base64EncodedString()

    /// Ada, with her password in a file that does not lie in her folder.
    private func applicant(_ server: FaultyServer, command: String? = nil) throws -> Applicant {
        let ada = try Applicant()
        let file = try ada.scratch.file("secret", Self.secret + "\n")
        try ada.configure(
            "smtp:\n  url: smtp://127.0.0.1:\(server.port)\n  tls: 'off'\n  user: ada\n  reply_timeout: 1s\n"
                + (command.map { "  password_command: \"\($0)\"\n" } ?? "  password_file: \(file)\n"),
            etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
        try ada.add()
        ada.clock = Applicant.nextDay
        return ada
    }

    @Test(arguments: [
        ("exit 3", "password_command ended with status 3"),
        ("no-such-command-at-all", "did not find the command"),
        ("true", "the first line of the password is empty"),
        ("head -c 10000000 /dev/zero", "more than 64 KB"),
        ("printf 'a\\\\rb'", "not text"), ("printf 'a\\\\000b'", "not text"),
        ("kill -9 $$", "was ended by signal 9"),
    ])
    func aCommandThatFailsIsSaidAndNothingIsSent(command: String, says: String) throws {
        let server = try FaultyServer(FaultChooser(percent: 0), .init(offersLogin: true))
        let ada = try applicant(server, command: command)
        let run = try ada.run("send")
        #expect(run.status == 78)
        let sentence = run.err.split(separator: "\n").last ?? ""
        #expect(sentence.hasPrefix("afterword: ") && sentence.contains(says), "\(run.err)")
        #expect(server.connections == 0)
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }

    /// Servers say all sorts of things; one that says the login back must not bring it into the ledger.
    @Test(arguments: [
        Fault(.auth, .says("535 5.7.8 \(secret) is wrong")), Fault(.auth, .says("535 5.7.8 no: \(said)")),
        Fault(.auth, .says("454 4.7.0 \(said) later")), Fault(.auth, .drops), Fault(.auth, .mumbles),
        Fault(.auth, .says("999 \(said)")), Fault(.rcpt, .says("550 no")), Fault(.dot, .drops, keeps: true),
        Fault(.dot, .halves), Fault(.dot, .says("451 later")),
        // In any later answer.
        Fault(.mail, .says("550 5.7.1 \(said)")), Fault(.mail, .says("451 \(secret)")),
        Fault(.rcpt, .says("550 5.1.1 no such user, \(secret)")), Fault(.rcpt, .says("450 4.2.0 \(said)")),
        Fault(.data, .says("554 \(secret)")), Fault(.dot, .says("554 5.7.1 \(said) \(secret)")),
        Fault(.dot, .says("250 2.0.0 queued \(secret)"), keeps: true),
        Fault(.dot, .says("250 \(said)"), keeps: true),
        Fault(.dot, .says("354 \(said)"), keeps: true),
    ])
    func whateverTheServerSaysItStandsNowhere(fault: Fault) throws {
        let server = try FaultyServer(FaultChooser(percent: 100, of: [fault]), .init(offersLogin: true))
        let ada = try applicant(server)
        let runs = try [
            ["send"], ["doctor"], ["queue", "--all", "--json"], ["show", "1", "--json"],
            ["audit", "--format", "json"],
        ].map { try ada.run($0) }
        let printed = runs.map { $0.out + $0.err }.joined()
        #expect(!printed.isEmpty && server.connections > 0)
        #expect(!printed.contains(Self.secret) && !printed.contains(Self.said))
        for file in try FileManager.default.subpathsOfDirectory(atPath: ada.home) {
            let bytes = FileManager.default.contents(atPath: ada.home + "/" + file) ?? Data()
            for form in [Self.secret, Self.said] {
                #expect(bytes.range(of: Data(form.utf8)) == nil, "\(file)")
            }
        }
    }

    /// It would see everything, the password included.
    @Test func noProxyOfTheEnvironmentIsTalkedTo() throws {
        let server = try FaultyServer(FaultChooser(percent: 0), .init(offersLogin: true))
        let ada = try applicant(server)
        let names = ["smtp_proxy", "http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"]
        let proxies = Dictionary(uniqueKeysWithValues: names.map { ($0, "http://127.0.0.1:1") })
        let run = try ada.run("send", environment: proxies.merging(["NO_PROXY": "example.com"]) { $1 })
        #expect(run.status == 0, "\(run)")
    }

    /// While the mail is on its way, every process of this machine is looked at.
    @Test func noProcessHasItInItsArgumentsOrItsEnvironment() throws {
        let server = try FaultyServer(FaultChooser(percent: 0), .init(offersLogin: true))
        let ada = try applicant(server)
        let seen = Mutex<(looks: Int, own: Int, leaks: [String])>((0, 0, []))
        server.watch { [home = ada.home] step, isAnswered in
            guard step == .mail, !isAnswered else { return }
            let found = Self.look(home: home)
            seen.withLock { $0 = ($0.looks + 1, $0.own + found.own, $0.leaks + found.leaks) }
        }
        #expect(try ada.run("send").status == 0)
        let (looks, own, leaks) = seen.withLock { $0 }
        #expect(looks == 2 && own >= 2, "the program itself was looked at")
        #expect(leaks == [])
    }

    private static func look(home: String) -> (own: Int, leaks: [String]) {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        var (own, leaks) = (0, [String]())
        for process in processes where Int32(process) != nil {
            for file in ["cmdline", "environ"] {
                let bytes = FileManager.default.contents(atPath: "/proc/\(process)/\(file)") ?? Data()
                if file == "environ", bytes.range(of: Data(home.utf8)) != nil { own += 1 }
                if bytes.range(of: Data(secret.utf8)) != nil { leaks.append("\(process) \(file)") }
            }
        }
        return (own, leaks)
    }

    /// A program that crashes with the password in its memory leaves no memory behind, whatever limit it was
    /// started under.
    @Test func aCrashLeavesNoCore() throws {
        let server = try FaultyServer(
            FaultChooser(percent: 100, of: [Fault(.mail, .stalls)]), .init(offersLogin: true))
        let ada = try applicant(server)
        let limits = Mutex("")
        let folder = try ada.scratch.folder("cores")
        server.watch { step, isAnswered in
            guard step == .mail, !isAnswered else { return }
            // The program wrote its own number before it became itself.
            guard let text = try? String(contentsOfFile: folder + "/number", encoding: .utf8),
                let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
            else { return }
            limits.withLock {
                $0 = (try? String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)) ?? ""
            }
            kill(process, SIGSEGV)
        }
        let silence = open("/dev/null", O_RDWR | O_CLOEXEC)
        let words = try ada.scratch.file("words", "")
        let log = open(words, O_WRONLY | O_APPEND | O_CLOEXEC)
        defer { [silence, log].forEach { close($0) } }
        let script =
            "cd '\(folder)' && ulimit -c unlimited && echo $$ > number && exec '\(Program.path)' send"
        let shell = try ChildProcess.spawn(
            Program.atClock("@2026-11-21 15:00:00") + ["/bin/sh", "-c", script],
            environment: Program.environment(home: ada.home), descriptors: [silence, log, log])
        let status = ChildProcess.status(of: shell)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        let said = try String(contentsOfFile: words, encoding: .utf8)
        let seen = "status \(status), \(left), \(said)"
        #expect(status != 0, "\(seen)")
        let limit = limits.withLock { $0 }.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
        #expect(
            limit?.split(whereSeparator: \.isWhitespace).dropFirst(4).prefix(2) == ["0", "0"],
            "\(limit ?? "no limit"), \(seen)")
        #expect(left == ["number"], "\(seen)")
    }
}
