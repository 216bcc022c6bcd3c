import Foundation
import Synchronization
import Testing
import Wording

@testable import afterword

/// The built program, run as a service runs it, by the machine's own clock.
@Suite struct RunTests {
    /// An interview so that its thank-yous are due at a moment.
    private func add(_ ada: Applicant, due: Date, by more: String...) throws {
        let ended = TimeWording.utc(due - 86_400)
        let run = try ada.run(
            [
                "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
                ended,
                "--panel", "Jane Okafor <jane.okafor@example.org>",
                "--talking-point", "jane.okafor@example.org=the open-data portal", "--yes",
            ] + more)
        #expect(run.status == 0, "\(run)")
    }

    private var now: Date { Date() }

    @Test func whatIsDueGoesAndWhatComesToBeDueGoesThen() throws {
        let server = try MailServer()
        let ada = try Applicant(at: nil, server: server)
        try add(ada, due: now - 60)
        let run = try RunningProgram(ada)
        try run.waitUntil(says: " sent kind=thank-you message=1 reply=")
        try run.waitUntil(says: " info waiting until=")
        // Another process adds an interview whose thank-you is due in a moment: the alarm is set anew.
        let due = Date(timeIntervalSince1970: (now.timeIntervalSince1970 + 3).rounded())
        try ada.run(
            "interview", "add", "--organisation", "Harbour Museum", "--role", "Archivist", "--ended",
            TimeWording.utc(due - 86_400), "--panel", "Bo Lind <bo@example.org>", "--talking-point",
            "bo@example.org=the tide-gauge archive", "--yes")
        try run.waitUntil(says: " sent kind=thank-you message=3 reply=")
        #expect(server.mails.map(\.to) == ["jane.okafor@example.org", "bo@example.org"])
        let left = try ada.run("show", "3", "--json").json()["attempts"][0]["started"].string
        #expect(left >= TimeWording.utc(due), "never early")
        #expect(left <= TimeWording.utc(due + 5), "and not late: it was woken")
        run.signal(SIGTERM)
        #expect(run.status() == 0, "\(run.said)")
        #expect(run.said.hasSuffix(" info stopped\n"))
    }

    @Test func whatIsCancelledWhileItWaitsDoesNotGo() throws {
        let server = try MailServer()
        let ada = try Applicant(at: nil, server: server)
        let run = try RunningProgram(ada)
        try run.waitUntil(says: " waiting for=")
        try add(ada, due: now + 4)
        try run.waitUntil(says: " waiting until=")
        try ada.run("cancel", "1")
        let question = try ada.document("queue")[0]["nextAttempt"].string
        try run.waitUntil(says: " waiting until=\(question)")
        run.signal(SIGINT)
        #expect(run.status() == 0)
        #expect(server.mails.isEmpty)
    }

    @Test func aSecondRunAndASendLeaveItToTheFirst() throws {
        let ada = try Applicant(at: nil, server: try MailServer())
        let run = try RunningProgram(ada)
        try run.waitUntil(says: " waiting ")
        for command in ["run", "send"] {
            let second = try ada.run(command)
            #expect(second.status == 75)
            #expect(
                second.err
                    == "afterword: another Afterword is sending just now, so this one did nothing.\n")
        }
        for command in ["queue", "doctor", "advise"] { #expect(try ada.run(command).status == 0) }
        run.signal(SIGHUP)
        #expect(run.status() == 0)
        #expect(try ada.run("send").status == 0)
    }

    @Test func withoutAConfigurationItSaysSoAndEnds() throws {
        let ada = try Applicant(at: nil)
        try FileManager.default.removeItem(atPath: ada.home + "/config.yaml")
        let run = try ada.run("run")
        #expect(run.status == 78)
        #expect(run.err.contains("there is no configuration yet"))
    }

    @Test func aMailThatIsOnItsWayAtTheEndIsFinished() throws {
        let (asked, answer) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let server = try MailServer(
            MailServer.Manners(ponder: {
                asked.signal()
                answer.wait()
            }))
        let ada = try Applicant(at: nil, server: server)
        try add(ada, due: now - 60)
        // Hours before, or Jane would be asked about: it could be the same meeting.
        try add(ada, due: now - 7200, by: "--panel", "Bo Lind <bo@example.org>", "--role", "Archivist")
        let run = try RunningProgram(ada)
        #expect(asked.wait(timeout: .now() + 30) == .success)
        run.signal(SIGTERM)
        try run.waitUntil(says: " info stopping")
        // A second signal changes nothing.
        run.signal(SIGTERM)
        answer.signal()
        answer.signal()
        #expect(run.status() == 0, "\(run.said)")
        #expect(server.mails.count >= 1)
        let states = try ada.run("queue", "--all", "--json").json().items.map(\.["state"].string)
        #expect(!states.contains("handedOver") && !states.contains("unconfirmed"), "\(states)")
        #expect(states.filter { $0 == "sent" }.count == server.mails.count)
        #expect(try ada.run("audit", "--check").status == 0)
    }

    @Test func itTellsTheDesktop() throws {
        let server = try MailServer(MailServer.Manners(recipients: ["jane": "550 5.1.1 no such user"]))
        let ada = try Applicant(at: nil, server: server)
        try add(ada, due: now - 60)
        try ada.scratch.folder("bin")
        let told = ada.home + "/told"
        try ada.scratch.file("bin/notify-send", "#!/bin/sh\nprintf '%s|' \"$@\" >>'\(told)'\n", mode: 0o700)
        let run = try RunningProgram(
            ada,
            environment: [
                "PATH": ada.scratch.path + "/bin:/usr/bin:/bin",
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
            ])
        try run.waitUntil(says: " waiting ")
        #expect(
            try String(contentsOfFile: told, encoding: .utf8)
                == "--app-name=Afterword|--icon=mail-send|--|Afterword|Message 1 needs you. See: afterword advise|"
        )
        run.signal(SIGTERM)
        #expect(run.status() == 0)
        #expect(!run.said.contains("Dear"))
    }

    @Test func whatKeepsItFromSendingStandsInQueueAndAdvise() throws {
        let server = try MailServer(MailServer.Manners(login: "535 5.7.8 bad credentials", offersLogin: true))
        let ada = try Applicant(
            at: nil, server: server, smtp: "  user: ada\n  password_command: echo hunter2\n")
        try add(ada, due: now - 60)
        let run = try RunningProgram(ada)
        try run.waitUntil(says: " paused ")
        let queue = try ada.run("queue").out
        #expect(
            queue.contains("\nNothing is sent just now: 127.0.0.1:\(server.port) refused the login: “535"))
        let advice = try ada.document("advise")
        #expect(advice[0]["code"] == "not-sending")
        #expect(advice[0]["text"].string.contains("refused the login"))
        run.signal(SIGTERM)
        #expect(run.status() == 0)
        #expect(!(run.said + queue).contains("hunter2"))
        #expect(try !ada.run("queue").out.contains("Nothing is sent just now"))
        #expect(server.lines.filter { $0.hasPrefix("AUTH") }.count == 1, "accounts get locked")
    }
}
