import Foundation
import Testing

/// A database that comes from a backup, or from another computer: nothing is sent, and everything says so.
@Suite struct TwoLedgersTests {
    private let server: MailServer
    private let ada: Applicant

    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server)
        try ada.add()
    }

    /// Sends two notes, and puts back what there was before.
    private func turnBackTime() throws {
        let before = ada.ledger
        ada.clock = Applicant.nextDay
        #expect(try ada.run("send").status == 0)
        try ada.put(before)
    }

    @Test func olderCopySendsNothingAndSaysSoEverywhere() throws {
        try turnBackTime()
        let before = ada.ledger
        let send = try ada.run("send", "--json")
        #expect(send.status == 78 && send.out.isEmpty)
        #expect(
            send.err
                == "afterword: nothing is sent, because the database \(ada.database) is an older copy, and another copy "
                + "of it has been used for sending since. If no other copy sends any more, make this one the copy that sends: afterword doctor --adopt "
                + "(everything that waits is then held until your Sent folder shows that it was not sent, or until you release it)\n"
        )
        let queue = try ada.run("queue", "--json")
        #expect(queue.status == 0 && queue.err.hasPrefix("Note: nothing is sent, because"))
        #expect(try queue.json().items.map(\.["state"]) == ["queued", "queued", "queued"])
        let advice = try ada.run("advise", "--json").json()[0]
        #expect(advice["code"] == "adopt" && advice["message"] == nil)
        #expect(advice["text"].string.contains("afterword doctor --adopt"))
        let doctor = try ada.run("doctor")
        #expect(doctor.status == 78 && doctor.out.contains("✗ database: nothing is sent, because"))
        #expect(server.mails.count == 2 && ada.ledger == before)
    }

    @Test func adoptedItHoldsWhatMayHaveGoneOutAndSendsWhatIsReleased() throws {
        try turnBackTime()
        let adopted = try ada.document("doctor", "--adopt")
        #expect(adopted == .object(["adopted": .bool(true), "doubt": "older-copy", "held": 3]))
        #expect(try ada.states() == ["1 held", "2 held", "3 held"])
        let held = try ada.document("queue")[0]["reason"]
        #expect(held["code"] == "other-ledger" && held["text"].string.contains("Look into your Sent folder"))
        #expect(try ada.run("send").status == 1)
        #expect(server.mails.count == 2)
        try ada.run("release", "2")
        #expect(try ada.run("send", "--json").json()["sent"][0]["id"] == 2)
        #expect(server.mails.count == 3)
        let again = try ada.run("doctor", "--adopt")
        #expect(again.status == 0)
        #expect(again.out == "There is nothing to adopt: this is the database that sent last.\n")
        #expect(try ada.states() == ["1 held", "2 sent", "3 held"])
    }

    @Test(arguments: [("y\n", "held", Int32(0)), ("n\n", "queued", 1), ("\n", "queued", 1)])
    func terminalIsAsked(typed: String, state: String, status: Int32) throws {
        try turnBackTime()
        let run = try ada.runAtTerminal(["doctor", "--adopt"], typed: typed)
        #expect(run.status == status, "\(run)")
        #expect(
            run.out.contains("is an older copy")
                && run.out.contains("Is no other copy used for sending any more?"))
        #expect(try ada.state(1) == state)
    }

    /// The whole folder, and not only the database.
    @Test func copyOfTheWholeFolderIsNoticed() throws {
        let copy = ada.scratch.path + "/copy"
        try FileManager.default.copyItem(atPath: ada.home, toPath: copy)
        ada.clock = Applicant.nextDay
        #expect(try ada.run("send").status == 0)
        let run = try ada.run("send", environment: ["AFTERWORD_HOME": copy])
        #expect(run.status == 78 && run.err.contains("is an older copy"), "\(run)")
        #expect(server.mails.count == 2)
    }

    @Test(
        "a copy on a second machine sends nothing, not even before the first machine has",
        .enabled(if: Applicant.mayMount))
    func secondMachine() throws {
        let id = try ada.scratch.file("machine-id", "0123456789abcdef0123456789abcdef\n")
        let elsewhere = Applicant.mounting("mount --bind \"$1\" /etc/machine-id", id)
        ada.clock = Applicant.nextDay
        let run = try ada.run(["send"], under: elsewhere)
        #expect(run.status == 78 && run.err.contains("was made on another computer"), "\(run)")
        #expect(server.mails.isEmpty)
        #expect(try ada.run(["doctor", "--adopt"], under: elsewhere).status == 0)
        #expect(try ada.run("send").err.contains("was made on another computer"))
        // What identifies the machine stays on it.
        #expect(!ada.ledger.contains(Data("0123456789abcdef0123456789abcdef".utf8)))
    }

    @Test func lostMarkIsADoubt() throws {
        ada.clock = Applicant.nextDay
        try ada.run("send")
        try FileManager.default.removeItem(atPath: ada.home + "/.local")
        ada.clock = Applicant.twoWeeksLater
        let run = try ada.run("send")
        #expect(run.status == 78 && run.err.contains("no newer copy was used since is gone"), "\(run)")
    }

    @Test func databaseThatIsGoneIsNotMadeAnew() throws {
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let marks = ada.home + "/.local/state/afterword"
        // Beside it lies its lock.
        let name = try FileManager.default.contentsOfDirectory(atPath: marks).first { !$0.hasSuffix(".lock") }
        let mark = marks + "/" + (try #require(name))
        for content in [Data(), nil] {
            if let content {
                try ada.put(content)
            } else {
                try FileManager.default.removeItem(atPath: ada.database)
            }
            for command in [["queue"], ["send"], ["advise"], Applicant.interview("--yes")] {
                let run = try ada.run(command)
                #expect(run.status == 78, "\(run)")
                #expect(
                    run.err
                        == "afterword: there was a database at \(ada.database) and it is gone, or empty; no new one was made "
                        + "in its place. Bring it back with: afterword restore FILE; to start again without it, delete "
                        + "\(mark)\n")
            }
            #expect(FileManager.default.contents(atPath: ada.database) == content)
        }
        try FileManager.default.removeItem(atPath: mark)
        #expect(try ada.run("queue").out == "Nothing is queued.\n")
    }
}
