import Foundation
import Testing

/// What the commands say of spelling and tone, with the dictionary of this machine.
@Suite struct ProofreadingTests {
    private func letter(_ sentence: String) -> String {
        """
        Dear Jane Okafor,

        Thank you for taking the time to meet me about the Data Analyst role.

        I have gone back more than once to our conversation about the open-data portal, and I am glad that it came up.

        \(sentence)

        I came away certain that I would like to do it, and to do it at City Library in particular. If there is anything further that would help you, I would be glad to send it.

        Yours sincerely,

        Ada Example

        """
    }

    @Test func aFindingHasItsPlaceReasonAndFixInTheDocument() throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview("--json"))
        let run = try ada.run(
            "edit", "1", "--body-file", "-", "--json", input: letter("That was definately so."))
        let finding = try run.json()["findings"][0]
        #expect(
            finding.keys == [
                "canBeIgnored", "code", "column", "fix", "line", "part", "passage", "severity", "what", "why",
            ])
        #expect(
            finding["code"] == "spelling" && finding["severity"] == "warning"
                && finding["canBeIgnored"] == true)
        #expect(finding["part"] == "body" && finding["line"] == 7 && finding["column"] == 10)
        #expect(finding["passage"] == "definately" && finding["fix"] == "definitely")
        #expect(try ada.document("show", "1")["findings"] == run.json()["findings"])
        #expect(try ada.run("show", "1").out.contains("perhaps “definitely”."))
        let approved = try ada.run("approve", "1", "--ignore", "spelling", "--json")
        #expect(approved.status == 0)
        #expect(try approved.json()[0]["findings"] == [])
    }

    @Test func wordsOfTheUsersOwnAreRight() throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview("--json"))
        let text = letter("The zlorp, too, was good to see.")
        #expect(
            try ada.run("edit", "1", "--body-file", "-", "--json", input: text).json()["findings"].items.count
                == 1)
        try ada.scratch.file("home/words.txt", "zlorp\n")
        #expect(try ada.document("show", "1")["findings"] == [])
    }

    @Test func whatIsWrongForCertainBlocksAndCanBeIgnored() throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview("--json"))
        try ada.run("edit", "1", "--body-file", "-", input: letter("We met on Thursday 20 November 2026."))
        let blocked = try ada.run("approve", "1")
        #expect(blocked.status == 1)
        #expect(
            blocked.out.contains("✗ “Thursday 20 November 2026”") && blocked.out.contains("line 7, column 11")
        )
        #expect(try ada.run("approve", "1", "--ignore", "wrong-weekday").status == 0)
    }

    @Test func aBrokenListIsNamedWithItsLine() throws {
        let ada = try Applicant()
        try ada.scratch.folder("home/templates/words")
        try ada.scratch.file("home/templates/words/slang.txt", "hey\n!!\n")
        let run = try ada.run(Applicant.interview("--json"))
        #expect(run.status == 78)
        #expect(run.err.contains("words/slang.txt:2: this is not a phrase"))
    }
}
