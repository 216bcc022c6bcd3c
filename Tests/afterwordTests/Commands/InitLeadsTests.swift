import Fixtures
import Foundation
import Setup
import TestFiles
import Testing

/// `init` at a terminal: the password is not shown, goes to a safe place, and is tried at once.
@Suite struct InitLeadsTests {
    private func newcomer(_ server: MailServer? = nil) throws -> Applicant {
        let ada = try Applicant(server: server)
        try FileManager.default.removeItem(atPath: ada.home)
        return ada
    }

    private func steps(
        _ server: MailServer?, password: String, _ more: [(await: String, type: String)] = []
    ) -> [(await: String, type: String)] {
        [
            ("Your name", "Ada Example\n"), ("email address", "ada@example.org\n"), ("time zone", "\n"),
            ("mail server", "smtp://127.0.0.1:\(server?.port ?? 1)\n"), ("log in with", "ada\n"),
            ("password for ada", password + "\n"),
        ] + more
    }

    private func text(_ ada: Applicant) throws -> String {
        try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
    }

    @Test func thePasswordIsNeitherShownNorWrittenIntoTheConfiguration() throws {
        let server = try MailServer(MailServer.Manners(offersLogin: true))
        let ada = try newcomer(server)
        let run = try ada.runAtTerminal(["init", "--tls", "off"], steps: steps(server, password: "hunter2"))
        #expect(run.status == 0, "\(run)")
        #expect(!run.out.contains("hunter2"))
        #expect(run.out.contains("Logged in at 127.0.0.1:\(server.port)."))
        #expect(run.out.contains("only you can read"))
        #expect(try !text(ada).contains("hunter2"))
        #expect(try ada.scratch.mode("home/password") == 0o600)
        let login = Data("\0ada\0hunter2".utf8).base64EncodedString()
        #expect(server.lines.contains(login))
        #expect(try ada.run("doctor").out.contains("logged in as ada"))
    }

    @Test func itGoesToTheKeyringWhereThereIsOne() throws {
        let server = try MailServer(MailServer.Manners(offersLogin: true))
        let ada = try newcomer(server)
        try ada.scratch.folder("bin")
        let ring = ada.scratch.path + "/ring"
        try ada.scratch.file(
            "bin/secret-tool",
            "#!/bin/sh\nif [ \"$1\" = store ]; then cat >'\(ring)'; else cat '\(ring)'; fi\n", mode: 0o700)
        let environment = [
            "PATH": ada.scratch.path + "/bin:/usr/bin:/bin", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
        ]
        let run = try ada.runAtTerminal(
            ["init", "--tls", "off"], steps: steps(server, password: "hunter2"), environment: environment)
        #expect(run.status == 0 && run.out.contains("in your keyring"), "\(run)")
        #expect(try text(ada).contains("password_command: secret-tool lookup service afterword account ada"))
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/password"))
    }

    @Test func whatIsRefusedIsSaidAndAskedAgain() throws {
        let server = try MailServer(
            MailServer.Manners(login: "535 5.7.8 bad credentials", offersLogin: true))
        let ada = try newcomer(server)
        let again = (await: "password again?", type: "\n")
        let run = try ada.runAtTerminal(
            ["init", "--tls", "off"],
            steps: steps(
                server, password: "one",
                [again, ("password for ada", "two\n"), again, ("password for ada", "three\n")]))
        #expect(run.status == 0, "\(run)")
        #expect(run.out.components(separatedBy: "535 bad credentials").count == 4)
        #expect(run.out.contains("That was the third try"))
        #expect(server.lines.filter { $0.hasPrefix("AUTH") }.count == 3)
        #expect(try String(contentsOfFile: ada.home + "/password", encoding: .utf8) == "three\n")
    }

    @Test func itMayBeKeptWithoutALogin() throws {
        let ada = try newcomer()
        let run = try ada.runAtTerminal(
            ["init", "--tls", "off"], steps: steps(nil, password: "one", [("password again?", "n\n")]))
        #expect(run.status == 0 && run.out.contains("can't be reached"), "\(run)")
        #expect(FileManager.default.fileExists(atPath: ada.home + "/config.yaml"))
    }

    @Test(arguments: ["\u{3}", "\u{4}"])
    func whoEndsAtThePasswordLeavesNothingBehind(key: String) throws {
        let ada = try newcomer()
        var steps = steps(nil, password: "")
        steps[5].type = "hun" + (key == "\u{3}" ? "" : "\u{15}") + key
        let run = try ada.runAtTerminal(["init", "--tls", "off"], steps: steps)
        #expect(run.status != 0 && !run.out.contains("hun"), "\(run)")
        #expect(!FileManager.default.fileExists(atPath: ada.home))
    }

    /// Its servers are told by the domain, and the mailbox is a real Dovecot.
    @Test(arguments: ["correct-horse", "wrong"])
    func theMailboxIsOfferedTriedAndWritten(password: String) throws {
        let server = try MailServer(MailServer.Manners(offersLogin: true))
        let mailbox = try RealMailbox()
        let names = try MockNameServer([
            "_submission._tcp.startup.example": [
                .service(priority: 0, weight: 0, port: server.port, host: "localhost")
            ],
            "_imaps._tcp.startup.example": [
                .service(priority: 0, weight: 0, port: mailbox.port, host: "localhost")
            ],
        ])
        let ada = try newcomer(server)
        ada.clock = nil
        let run = try ada.runAtTerminal(
            ["init", "--tls", "off", "--user", "ada", "--ca-file", mailbox.authority],
            steps: [
                ("Your name", "Ada Example\n"), ("email address", "ada@startup.example\n"),
                ("time zone", "\n"),
                ("password for ada", password + "\n"), ("Look for answers", "\n"),
            ], environment: ["AFTERWORD_NAME_SERVER": "127.0.0.1:\(names.port)"])
        #expect(run.status == 0, "\(run)")
        let isRight = password == "correct-horse"
        #expect(run.out.contains(isRight ? "can be read." : "refused the login to your mailbox"))
        let configuration = try Configuration.read(path: ada.home + "/config.yaml", homeFolder: nil)
        #expect((configuration.imap != nil) == isRight)
        #expect(configuration.smtp?.secret == .file(ada.home + "/password"))
        if isRight { #expect(try ada.run("doctor").out.contains("✓ mailbox: ")) }
    }

    @Test func whoHasNoPasswordIsOfferedToSendByHand() throws {
        let ada = try newcomer()
        let run = try ada.runAtTerminal(
            ["init"],
            steps: [
                ("Your name", "Ada Example\n"), ("email address", "ada@outlook.com\n"), ("time zone", "\n"),
                ("yourself, from your own mail program?", "\n"),
            ])
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("Microsoft takes no passwords"))
        #expect(try text(ada).contains("\nsmtp: by-hand\n"))
        #expect(try ada.run("queue").status == 0)
    }

    @Test func anOptionSaysTheSame() throws {
        let ada = try newcomer()
        let run = try ada.run(
            "init", "--name", "Ada Example", "--email", "ada@outlook.com", "--time-zone", "Europe/London",
            "--by-hand")
        #expect(run.status == 0, "\(run)")
        #expect(try text(ada).contains("\nsmtp: by-hand\n"))
        #expect(try newcomer().run("init", "--by-hand", "--user", "ada").status == 64)
    }

    @Test(arguments: ["hunter2", "abcd efgh ijkl mnop"])
    func aPasswordInThePlaceOfACommandIsNotWritten(password: String) throws {
        let ada = try newcomer()
        let run = try ada.run(
            "init", "--name", "Ada Example", "--email", "ada@gmail.com", "--time-zone", "Europe/London",
            "--password-command", password)
        #expect(run.status == 65 && run.err.contains("looks like the password itself"), "\(run)")
        #expect(!(run.out + run.err).contains(password))
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/config.yaml"))
    }
}
