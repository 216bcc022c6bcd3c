import Foundation
import Testing
import Wording

@testable import Application
@testable import afterword

/// The whole loop with a ledger, a configuration and a server that are real, and a clock that is not.
@Suite struct DeliveryLoopTests {
    /// Where the user sends by hand it says once that a message is ready, and holds what is too late.
    @Test func whatIsSentByHandIsToldOnce() throws {
        let stage = try Stage()
        try stage.ada.configure(
            "smtp: by-hand\n", etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
        try stage.ada.add()
        let late = ScriptedClock.moment("2026-11-23 15:00:01")
        try stage.run(.until(ScriptedClock.moment(Applicant.nextDay)), .until(late))
        #expect(
            stage.notices.first?.hasPrefix("2 messages are ready for you to send.") == true,
            "\(stage.notices)")
        #expect(stage.notices.count == 2 && stage.notices[1].contains("need you"), "\(stage.notices)")
        stage.settle()
        #expect(try stage.ada.states() == ["1 held", "2 held", "3 queued"])
    }

    @Test func itWakesForEachDueTimeAndForNothingElse() throws {
        let server = try MailServer()
        let stage = try Stage(server: server)
        try stage.ada.add()
        let nextDay = ScriptedClock.moment(Applicant.nextDay)
        let twoWeeksLater = ScriptedClock.moment(Applicant.twoWeeksLater)
        try stage.run(.until(nextDay), .until(twoWeeksLater))
        #expect(
            server.mails.map(\.to) == ["jane.okafor@example.org", "tom@example.org", "hana.lee@example.org"])
        #expect(stage.notices == [])
        #expect(
            stage.lines == [
                "started", "waiting until=2026-11-21T15:00:00Z",
                "sent kind=thank-you message=1 reply=250 queued as 4711",
                "sent kind=thank-you message=2 reply=250 queued as 4711",
                "waiting until=2026-12-04T15:00:00Z",
                "sent kind=decision-status message=3 reply=250 queued as 4711",
                "waiting for=a message to be queued", "stopped",
            ])
        // An hour at a time, and the last wait to the very moment.
        #expect(stage.waits.contains(nextDay) && stage.waits.contains(twoWeeksLater))
    }

    @Test func theNotesToOnePanelGoOneAfterTheOther() throws {
        let server = try MailServer()
        let stage = try Stage(server: server, smtp: "  spread: 90s\n")
        try stage.ada.add()
        try stage.run(.until(ScriptedClock.moment(Applicant.nextDay) + 90))
        #expect(
            stage.lines == [
                "started", "waiting until=2026-11-21T15:00:00Z",
                "sent kind=thank-you message=1 reply=250 queued as 4711",
                "waiting until=2026-11-21T15:01:30Z",
                "sent kind=thank-you message=2 reply=250 queued as 4711",
                "waiting until=2026-12-04T15:00:00Z",
                "stopped",
            ])
    }

    @Test func afterASleepToo() throws {
        let server = try MailServer()
        let stage = try Stage(server: server, smtp: "  spread: 90s\n")
        try stage.ada.add()
        try stage.run(.sleep(86_400 + 3600))
        #expect(server.mails.count == 1, "no burst")
        #expect(stage.waits.last == ScriptedClock.moment("2026-11-21 17:01:30"))
    }

    @Test func whatAnotherCommandChangesCounts() throws {
        let server = try MailServer()
        let stage = try Stage(server: server, at: Applicant.nextDay)
        let ada = stage.ada
        try stage.run(
            .change(.ledger) { try ada.run(Applicant.interview("--yes")) },
            .change(.ledger) { try ada.run("cancel", "3") })
        #expect(server.mails.map(\.to) == ["jane.okafor@example.org", "tom@example.org"])
        #expect(
            stage.lines == [
                "started", "waiting for=a message to be queued", "ledger changed",
                "sent kind=thank-you message=1 reply=250 queued as 4711",
                "sent kind=thank-you message=2 reply=250 queued as 4711",
                "waiting until=2026-12-04T15:00:00Z", "ledger changed",
                "waiting for=a message to be queued", "stopped",
            ])
    }

    @Test func whatIsCancelledMeanwhileDoesNotGo() throws {
        let server = try MailServer()
        let stage = try Stage(server: server)
        let ada = stage.ada
        try ada.add()
        try stage.run(
            .change(.ledger) { try ada.run("cancel", "1") },
            .until(ScriptedClock.moment(Applicant.nextDay)))
        #expect(server.mails.map(\.to) == ["tom@example.org"])
    }

    @Test func whatTheMachineSleptThroughIsHeldAndToldOnce() throws {
        let server = try MailServer()
        let stage = try Stage(server: server)
        try stage.ada.add()
        let day: TimeInterval = 86_400
        try stage.run(.sleep(4 * day), .time, .time)
        #expect(server.mails.isEmpty)
        #expect(
            stage.lines == [
                "started", "waiting until=2026-11-21T15:00:00Z", "the machine slept seconds=345600",
                "held kind=thank-you message=1 why=late", "held kind=thank-you message=2 why=late",
                "waiting until=2026-12-04T15:00:00Z", "stopped",
            ])
        #expect(stage.notices == ["2 messages need you. See: afterword advise"])
        stage.settle()
        #expect(try stage.ada.run("advise").out.contains("Too late"))
    }

    @Test func whatItSleptThroughWithinItsTimeGoes() throws {
        let server = try MailServer()
        let stage = try Stage(server: server)
        try stage.ada.add()
        try stage.run(.sleep(86_400 + 3600))
        #expect(server.mails.count == 2)
        #expect(stage.lines.contains("the machine slept seconds=90000"))
    }

    @Test func aRefusedLoginIsTriedFourTimesInTwoDaysAndToldOnce() throws {
        let server = try MailServer(MailServer.Manners(login: "535 5.7.8 bad credentials", offersLogin: true))
        let stage = try Stage(
            server: server, at: Applicant.evening, smtp: "  user: ada\n  password_command: echo hunter2\n")
        try stage.ada.add()
        let nextDay = ScriptedClock.moment(Applicant.nextDay)
        var standing: String?
        let home = stage.ada.home
        try stage.run(
            .until(nextDay), .change([]) { standing = FaultNote.standing(in: home) },
            .until(nextDay + 43 * 3600))
        // At the due time, then after 6, 18 and 42 hours.
        #expect(server.lines.filter { $0.hasPrefix("AUTH") }.count == 4)
        #expect(stage.lines.filter { $0.hasPrefix("paused") }.count == 4)
        #expect(stage.notices == ["Your mail account does not let Afterword in. See: afterword doctor"])
        #expect(standing?.contains("refused the login: “535") == true)
        #expect(!stage.lines.joined().contains("hunter2"))
        #expect(FaultNote.standing(in: home) == nil, "it goes with the run")
    }

    @Test func aMendedConfigurationIsTriedAtOnce() throws {
        let server = try MailServer(MailServer.Manners(login: "535 5.7.8 bad credentials", offersLogin: true))
        let stage = try Stage(
            server: server, at: Applicant.nextDay, smtp: "  user: ada\n  password_command: echo hunter2\n")
        let ada = stage.ada
        try ada.add()
        try stage.run(
            .change(.configuration) {
                server.behave { $0.login = "235 welcome" }
                try ada.configure(
                    "smtp:\n  url: smtp://127.0.0.1:\(server.port)\n  tls: 'off'\n  user: ada\n  password_command: echo new\n  spread: 0s\n",
                    etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
            })
        #expect(server.mails.count == 2)
        #expect(stage.lines.contains("configuration read again"))
        let login = Data("\0ada\0new".utf8).base64EncodedString()
        #expect(server.lines.contains(login))
    }

    @Test func aConfigurationThatIsBrokenLaterLeavesTheOldOneInForce() throws {
        let server = try MailServer()
        let stage = try Stage(server: server)
        let ada = stage.ada
        try ada.add()
        try stage.run(
            .change(.configuration) { try ada.scratch.file("home/config.yaml", "me: nonsense\n") },
            .until(ScriptedClock.moment(Applicant.nextDay)))
        #expect(server.mails.count == 2)
        let complaints = stage.lines.filter { $0.hasPrefix("configuration refused") }
        #expect(complaints.count == 1, "once for each change: \(stage.lines)")
        #expect(complaints.first?.contains("config.yaml:1") == true)
        #expect(stage.notices == [Wording.text(RunNotice.configurationRefused)?.spelled])
    }

    @Test func aPasswordThatCanNotBeFetchedIsAskedForAgainLater() throws {
        let server = try MailServer(MailServer.Manners(offersLogin: true))
        let stage = try Stage(
            server: server, at: Applicant.nextDay,
            smtp: "  user: ada\n  password_file: secret\n  spread: 0s\n")
        let ada = stage.ada
        try ada.add()
        let nextDay = ScriptedClock.moment(Applicant.nextDay)
        try stage.run(
            .until(nextDay + 300), .change([]) { try ada.scratch.file("home/secret", "hunter2\n") })
        #expect(stage.lines.filter { $0.hasPrefix("paused") }.count == 2)
        #expect(stage.notices == ["Your mail password can't be fetched. See: afterword doctor"])
        #expect(server.mails.count == 2, "the file that was mended is seen at once")
    }

    @Test func aServerThatIsDownIsAskedAsTheSenderSays() throws {
        let stage = try Stage(at: Applicant.nextDay)
        try stage.ada.add()
        try stage.run(.until(ScriptedClock.moment(Applicant.nextDay) + 600))
        #expect(stage.notices == [], "it comes back by itself")
        #expect(
            stage.lines.contains { $0.hasPrefix("server takes nothing why=127.0.0.1:1 can't be reached") })
        #expect(stage.lines.contains { $0.hasPrefix("deferred kind=thank-you message=1") })
        let tries = stage.lines.filter { $0.hasPrefix("server takes nothing") }.count
        #expect((2...10).contains(tries), "\(stage.lines)")
    }

    @Test func aLedgerThatIsTakenAwayIsNotMadeAnew() throws {
        let server = try MailServer()
        let stage = try Stage(server: server)
        let ada = stage.ada
        try ada.add()
        let aside = ada.home + "/aside"
        try stage.run(
            .change(.ledger) { try FileManager.default.moveItem(atPath: ada.database, toPath: aside) },
            .time,
            .change(.configuration) {
                let text = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
                try ada.scratch.file("home/config.yaml", text + "language: en-GB\n")
            },
            .time,
            .change(.ledger) {
                #expect(!FileManager.default.fileExists(atPath: ada.database))
                try FileManager.default.moveItem(atPath: aside, toPath: ada.database)
            },
            .until(ScriptedClock.moment(Applicant.nextDay)))
        #expect(stage.lines.contains { $0.hasPrefix("paused") && $0.contains("is gone") })
        #expect(stage.notices == ["Nothing can be sent just now. See: afterword doctor"])
        #expect(server.mails.count == 2)
    }

    @Test func whatNeedsTheUserIsTold() throws {
        let server = try MailServer(
            MailServer.Manners(recipients: ["jane": "550 5.1.1 no such user"], falters: "tom"))
        let stage = try Stage(server: server, at: Applicant.nextDay)
        try stage.ada.add()
        try stage.run(.time, .time)
        #expect(stage.notices == ["2 messages need you. See: afterword advise"])
        #expect(stage.lines.contains("refused kind=thank-you message=1 reply=550 5.1.1 no such user"))
        #expect(stage.lines.contains { $0.hasPrefix("unconfirmed kind=thank-you message=2") })
        stage.settle()
        let advice = try stage.ada.run("advise").out
        #expect(advice.contains("The server refused the thank-you to Jane Okafor"))
        #expect(advice.contains("Find out whether the thank-you to Tom Ó Briain"))
    }

    @Test func whatTheUserHeldIsNoNews() throws {
        let stage = try Stage(server: try MailServer(), at: Applicant.nextDay)
        try stage.ada.add()
        try stage.ada.run("hold", "1")
        try stage.run(.time)
        #expect(stage.notices == [])
        #expect(!stage.lines.contains { $0.hasPrefix("held") })
    }

    @Test func oneProcessHasTheRightToSend() throws {
        let stage = try Stage(server: try MailServer(), at: Applicant.nextDay)
        let ada = stage.ada
        try stage.run(
            .change(.configuration) {
                // A new configuration makes a new sender; the right to send is not let go meanwhile.
                try ada.configure(
                    "smtp:\n  url: smtp://127.0.0.1:1\n  tls: 'off'\n  spread: 30s\n", etiquette: "")
            },
            .change([]) {
                let other = try ada.run("send")
                #expect(other.status == 75)
                #expect(other.err.contains("another Afterword is sending"))
                #expect(try ada.run("queue").status == 0)
            })
        #expect(stage.lines.contains("configuration read again"))
    }
}
