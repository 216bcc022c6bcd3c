import Foundation
import Testing

/// What is said of who sends is so.
@Suite struct WhoSendsTests {
    private let ada: Applicant

    init() throws {
        ada = try Applicant()
        try ada.add()
    }

    private func said() throws -> String { try ada.run("queue").out }

    @Test func nobodyIsSaidWithWhatToDo() throws {
        #expect(try said().contains("Nothing will be sent by itself."))
        #expect(try said().contains("afterword service install"))
        #expect(try !ada.run("advise").out.contains("by themselves"))
    }

    @Test func aRunThatIsUpSends() throws {
        let folder = open(ada.home, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
        #expect(
            try said().contains("Afterword is running and sends each message when it is due, for as long as"))
        #expect(try ada.run("advise").out.contains("go by themselves"))
        ada.clock = Applicant.nextDay
        #expect(try said().contains("Afterword is running and will send it in a moment."))
    }

    /// What cron or a script runs leaves a trace, what is typed at a terminal none.
    @Test func aTimerIsToldByItsLastRuns() throws {
        try ada.runAtTerminal(["send"])
        #expect(try said().contains("Nothing will be sent by itself."))
        // One run, or a few as they come, are of somebody who sends through a pipe.
        for clock in ["13:00:00", "13:02:00", "15:00:00"] {
            ada.clock = "2026-11-20 \(clock)"
            try ada.run("send")
            #expect(try said().contains("Nothing will be sent by itself."))
        }
        for clock in ["15:15:00", "15:30:01", "15:45:00", "16:00:00"] {
            ada.clock = "2026-11-20 \(clock)"
            try ada.run("send")
        }
        #expect(
            try said().contains(
                "A timer or script of yours seems to send what is due; it last did so Fri 20 Nov 2026, 16:00")
        )
        ada.clock = "2026-11-22 16:00:00"
        #expect(try said().contains("Nothing will be sent by itself."), "two days ago says nothing any more")
    }

    @Test func aServiceThatIsNotAtWorkIsNamed() throws {
        try ada.run("service", "install")
        #expect(try said().contains("the service is installed but not running"))
    }

    @Test func whatIsApprovedSaysWhoSendsIt() throws {
        try ada.run("edit", "1", "--subject", "Thank you for Friday")
        #expect(try ada.run("approve", "1").out.contains("Nothing will be sent by itself."))
        let json = try ada.run("approve", "1", "--json")
        #expect(try json.json().items.count == 1 && json.err.isEmpty)
    }

    @Test func theMailboxSaysWhenItWasLastRead() throws {
        let box = try Letterbox(ada.home + "/Maildir")
        try ada.configure(
            "smtp:\n  url: smtp://127.0.0.1:1\n  tls: 'off'\nimap:\n  url: maildir:Maildir\n", etiquette: "")
        #expect(try said().contains("It has not been read yet."))
        try ada.run("listen")
        #expect(try said().contains("It was last read Fri 20 Nov 2026, 16:00"))
        _ = box
    }
}
