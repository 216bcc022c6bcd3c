import Composer
import Foundation
import Testing

@Suite struct DoctorTests {
    @Test func everythingInOrderIsSaid() throws {
        let server = try MailServer(MailServer.Manners(offersLogin: true))
        let ada = try Applicant(server: server, smtp: "  user: ada\n  password_command: echo hunter2\n")
        let run = try ada.run("doctor", "--json")
        #expect(run.status == 0, "\(run)")
        let checks = try run.json()
        #expect(
            checks.items.map(\.["code"]) == [
                "configuration", "files", "database", "clock", "templates", "spelling", "server", "disk",
            ])
        for check in checks.items { #expect(check.keys == ["code", "ok", "text"] && check["ok"] == true) }
        #expect(checks[5]["text"] == "spelling is checked with the dictionary for en-GB")
        #expect(!server.lines.contains { $0.hasPrefix("MAIL") }, "it sends nothing")
        #expect(!run.out.contains("hunter2"))
    }

    @Test func refusedLoginIsAMatterOfConfiguration() throws {
        let server = try MailServer(MailServer.Manners(login: "535 5.7.8 no", offersLogin: true))
        let ada = try Applicant(server: server, smtp: "  user: ada\n  password_command: echo hunter2\n")
        let run = try ada.run("doctor")
        #expect(run.status == 78)
        #expect(run.out.contains("✗ server: 127.0.0.1:\(server.port) refused the login: “535"))
    }

    @Test func serverThatIsDownIsUnavailable() throws {
        let run = try Applicant().run("doctor")
        #expect(run.status == 69)
        #expect(run.out.contains("✗ server: 127.0.0.1:1 can't be reached"))
        #expect(run.out.contains("✓ database: "))
    }

    @Test func passwordCommandThatFailsIsSaid() throws {
        let ada = try Applicant(
            server: MailServer(), smtp: "  user: ada\n  password_command: echo hunter2; exit 3\n")
        let run = try ada.run("doctor")
        #expect(run.status == 78)
        #expect(run.out.contains("✗ server: password_command ended with status 3"))
        #expect(!run.out.contains("hunter2"))
    }

    @Test func missingConfigurationIsSaidAndTheRestIsLookedAt() throws {
        let ada = try Applicant()
        try FileManager.default.removeItem(atPath: ada.home + "/config.yaml")
        let run = try ada.run("doctor")
        #expect(run.status == 78)
        #expect(run.out.contains("✗ configuration: there is no configuration yet at \(ada.home)/config.yaml"))
        #expect(run.out.contains("✓ files: "))
    }

    /// The first message that is worded says the same; nothing is kept from being sent.
    @Test func aDictionaryThatIsMissingIsNamedWithItsPackage() throws {
        let ada = try Applicant(server: MailServer())
        try ada.scratch.folder("home/templates")
        try FileManager.default.copyItem(
            at: TemplateSet.shippedFolder.appending(path: "en-GB"),
            to: URL(filePath: ada.home + "/templates/en-NZ"))
        let configuration = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
        try ada.scratch.file("home/config.yaml", configuration + "language: en-NZ\n")
        let run = try ada.run("doctor")
        #expect(run.status == 0, "\(run)")
        let says = "spelling is not checked: install the package hunspell-en-nz."
        #expect(run.out.contains("✓ spelling: messages are proofread, but \(says)\n"), "\(run.out)")
        #expect(run.err.isEmpty, "it is said once")
    }

    @Test func aListOfWordsThatIsBrokenIsNamed() throws {
        let ada = try Applicant(server: MailServer())
        try ada.scratch.file("home/words.txt", bytes: [0xFF, 0x0A])
        let run = try ada.run("doctor")
        #expect(run.status == 78, "\(run)")
        #expect(run.out.contains("✗ spelling: ") && run.out.contains("words.txt"), "\(run.out)")
    }

    @Test func brokenTemplateOfTheUsersOwnIsNamed() throws {
        let ada = try Applicant(server: MailServer())
        try ada.scratch.folder("home/templates")
        try ada.scratch.folder("home/templates/en-GB")
        try ada.scratch.file("home/templates/en-GB/thank-you-1.txt", "Subject: Hello\n\nDear {{who}},\n")
        let run = try ada.run("doctor")
        #expect(run.status == 78, "\(run)")
        #expect(run.out.contains("thank-you-1.txt:3: there is no field {{who}}"), "\(run.out)")
    }
}
