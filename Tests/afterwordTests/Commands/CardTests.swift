import Testing

@Suite struct CardTests {
    @Test func cardIsAPageWithEverythingEscaped() throws {
        let ada = try Applicant()
        try ada.run(
            "interview", "add", "--organisation", "Smith & <Sons>", "--role", "Data \"Analyst\"", "--ended",
            "2026-11-20 15:00", "--panel", "Jane O'Okafor", "--talking-point",
            "Jane O'Okafor=<script>alert(1)</script>&tea")
        let card = try ada.run("card", "1")
        #expect(card.status == 0)
        #expect(card.out.hasPrefix("<!DOCTYPE html>"))
        #expect(card.out.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;tea"))
        #expect(card.out.contains("Smith &amp; &lt;Sons&gt;"))
        #expect(!card.out.contains("<script") && !card.out.contains("<Sons>"))
        #expect(!card.out.contains("http"), "nothing is fetched to print it")
    }

    @Test func emailThankYouMayBePrintedToo() throws {
        let ada = try Applicant()
        try ada.add()
        #expect(try ada.run("card", "1").out.contains("the open-data portal"))
    }

    @Test func questionIsNoCard() throws {
        let ada = try Applicant()
        try ada.add()
        let run = try ada.run("card", "3")
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err.contains("only a thank-you can go as a card"))
    }

    @Test func blockedTextIsNotPrinted() throws {
        let ada = try Applicant()
        try ada.add()
        try ada.run("edit", "1", "--body-file", "-", input: "Dear Jane Okafor,\n\nThank you, [NAME].\n")
        let run = try ada.run("card", "1")
        #expect(run.status == 1)
        #expect(run.out.isEmpty)
        #expect(run.err.hasPrefix("message 1: “[NAME]” looks like a placeholder"))
    }
}
