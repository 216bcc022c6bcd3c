import Foundation
import Testing

@testable import afterword

/// What the completion scripts are told when they ask the program.
@Suite struct CandidatesTests {
    private let ada: Applicant

    init() throws {
        ada = try Applicant(at: Applicant.evening)
    }

    /// As the scripts ask: `---completion`, the command's path, `--`, and the argument's place or name.
    private func offered(
        _ question: String..., shell: String? = "bash", words: [String] = ["0", "0", "afterword"]
    )
        throws -> [String]
    {
        let run = try ada.run(
            ["---completion"] + question + words,
            environment: shell.map { ["SAP_SHELL": $0] } ?? [:])
        #expect(run.status == 0 && run.err.isEmpty, "\(run)")
        return run.out.split(separator: "\n").map(String.init)
    }

    private func record() throws {
        _ = try ada.run(
            "interview", "add", "--organisation", "Saltmarsh: Libraries", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Zoë Brontë <zoe@saltmarsh.example>",
            "--panel", "Jane Okafor <jane@saltmarsh.example>", "--panel",
            "Jane Okafor <j.okafor@saltmarsh.example>",
            "--talking-point", "zoe@saltmarsh.example=the open-data portal", "--json")
    }

    @Test func messagesAreOfferedByNumberAndToldApartWhereTheShellShowsIt() throws {
        try record()
        #expect(try offered("show", "--", "positional@0") == ["1", "2", "3", "4"])
        let zsh = try offered("show", "--", "positional@0", shell: "zsh")
        #expect(zsh.first == "1:thank-you to Zoë Brontë, Data Analyst, Saltmarsh\\: Libraries")
        let fish = try offered("approve", "--", "positional@0", shell: "fish")
        #expect(fish.first == "1\tthank-you to Zoë Brontë, Data Analyst, Saltmarsh: Libraries")
    }

    @Test func whatIsOverCanBeShownAndNotApproved() throws {
        try record()
        try ada.run("cancel", "1")
        #expect(try offered("show", "--", "positional@0").contains("1"))
        #expect(try offered("approve", "--", "positional@0") == ["2", "3", "4"])
    }

    @Test func peopleAreOfferedByWhatNamesOneAlone() throws {
        try record()
        #expect(
            Set(try offered("person", "show", "--", "positional@0")) == [
                "Zoë Brontë", "jane@saltmarsh.example", "j.okafor@saltmarsh.example",
            ])
    }

    @Test func recruitmentsAndInterviewsBearTheirNames() throws {
        try record()
        #expect(
            try offered("heard", "--", "positional@0", shell: "fish") == [
                "1\tData Analyst, Saltmarsh: Libraries"
            ])
        let interview = try offered("interview", "show", "--", "positional@0", shell: "fish")
        #expect(interview.first?.hasPrefix("1\tData Analyst, Saltmarsh: Libraries, ") == true)
    }

    @Test func voicesLanguagesAndTemplatesAreThoseThatThereAre() throws {
        #expect(
            Set(try offered("interview", "add", "--", "--voice")).isSuperset(of: ["warm", "plain", "formal"]))
        #expect(Set(try offered("templates", "list", "--", "--language")).isSuperset(of: ["en-GB", "en-US"]))
        #expect(try offered("templates", "show", "--", "positional@0").count > 20)
        #expect(try offered("init", "--", "--time-zone").contains("Europe/London"))
        #expect(try offered("approve", "--", "--ignore").contains("other-name"))
    }

    /// Somebody who only presses a key before anything is set up.
    @Test(arguments: ["show", "approve", "heard"])
    func nothingIsOfferedAndNothingMadeWhereThereIsNothing(command: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: ada.home) {
            try FileManager.default.removeItem(atPath: ada.home + "/" + name)
        }
        #expect(try offered(command, "--", "positional@0") == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: ada.home) == [])
    }

    @Test func aDamagedLedgerIsNoComplaintOfTheShell() throws {
        try ada.scratch.file("home/afterword.sqlite", "no database")
        #expect(try offered("show", "--", "positional@0") == [])
    }
}
