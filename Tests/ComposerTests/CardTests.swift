import Etiquette
import Foundation
import Testing

@testable import Composer

@Suite struct CardTests {
    @Test func everyParagraphOfTheBodyIsOneOfThePage() {
        let html = ThankYouCard(title: "T", body: "Dear Jane,\n\nOne.\nTwo.\n\nAda\n", language: "en-GB").html
        #expect(
            html.contains(
                "<p dir=\"auto\">Dear Jane,</p>\n<p dir=\"auto\">One.\nTwo.</p>\n<p class=\"sign\" dir=\"auto\">Ada</p>"
            ))
    }

    @Test func theLanguageIsNamed() {
        #expect(
            ThankYouCard(title: "T", body: "B\n", language: "en-GB").html.contains("<html lang=\"en-GB\""))
    }

    @Test func thePageIsA6() {
        #expect(
            ThankYouCard(title: "T", body: "B\n", language: "en-GB").html.contains(
                "@page { size: 105mm 148mm;"))
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Smith & Sons", "Smith &amp; Sons"), ("\"quoted\"", "&quot;quoted&quot;"),
        ("O'Brien", "O&#39;Brien"),
        ("Siân 李小龙 שרה", "Siân 李小龙 שרה"),
    ])
    func textIsEscapedAndNeverChangedOtherwise(text: String, escaped: String) {
        let html = ThankYouCard(title: text, body: text + "\n", language: "en-GB").html
        #expect(html.contains("<title>\(escaped)</title>"))
        #expect(html.contains("<p dir=\"auto\">\(escaped)</p>"))
    }

    @Test func aLanguageCannotLeaveItsAttribute() {
        let html = ThankYouCard(title: "T", body: "B\n", language: "\"><script>").html
        #expect(!html.contains("<script>"))
    }

    @Test(arguments: ["src=", "href=", "url(", "@import", "<link", "<script", "tel:", "http"])
    func nothingIsFetchedAndNothingCanBeCalled(forbidden: String) throws {
        let body = try Sample.goodBody(Sample.facts(talkingPoint: "the number +44 20 7946 0000"))
        #expect(!ThankYouCard(title: "Thank you", body: body, language: "en-GB").html.contains(forbidden))
    }

    @Test(arguments: [(100, "10.5pt"), (800, "10.5pt"), (1200, "9.0pt"), (5000, "4.5pt")])
    func aLongTextIsSetSmaller(length: Int, size: String) {
        let html = ThankYouCard(title: "T", body: String(repeating: "a", count: length), language: "en-GB")
            .html
        #expect(html.contains("font: \(size)/"))
    }

    @Test func aMessageMakesItsCard() throws {
        let person = Sample.person("Jane Okafor")
        let followUp = FollowUp(
            identity: .thankYou(.init(rawValue: 3), person.id), recruitment: .init(rawValue: 2),
            recipient: person.id)
        let message = Message(
            id: .init(rawValue: 1), followUp: followUp, recipient: person, channel: .post, state: .queued,
            due: Date(timeIntervalSince1970: 0), nextAttempt: nil, subject: "Thank you – Nurse interview",
            body: "Dear Jane Okafor,\n\nThanks.\n", template: "thank-you-card-1", revision: 1, messageID: nil,
            reason: nil)
        let card = ThankYouCard(
            for: message, language: try Shipped.set().language, address: ["12 Shore Road", "Leith"],
            day: Sample.day)
        #expect(
            card
                == ThankYouCard(
                    title: message.subject, body: message.body, language: "en-GB",
                    address: ["12 Shore Road", "Leith"], date: "Friday 20 November"))
    }

    @Test func addressAndDateStandAtTheTopAndTheNameHasRoomAboveIt() {
        let html = ThankYouCard(
            title: "T", body: "Dear Jane,\n\nThanks.\n\nAda\n", language: "en-GB",
            address: ["12 Shore Road", "Leith"], date: "Friday 20 November"
        ).html
        #expect(
            html.contains(
                """
                <body>
                <p class="head" dir="auto">12 Shore Road
                Leith
                Friday 20 November</p>
                <p dir="auto">Dear Jane,</p>
                <p dir="auto">Thanks.</p>
                <p class="sign" dir="auto">Ada</p>
                </body>
                """))
        #expect(html.contains(".sign { margin: 12.0mm 0 0; }"))
    }

    /// Whatever is in it: printed by a browser, and the pages counted.
    @Test(
        .enabled(
            if: Printer.isThere, "chromium and poppler-utils print and count pages: Scripts/packages test"),
        arguments: Shipped.all.filter {
            $0.file.contains("card") && $0.name.hasPrefix("warm") && $0.language == "en-GB"
        })
    func aCardIsOnePageOfA6(name: Shipped.Name) throws {
        // What fits with this fits with less.
        let topic = String(repeating: "the rota and the handovers of the night staff ", count: 10)
        let draft = try name.compose(ShippedThankYouTests.long(talkingPoint: topic))
        let card = ThankYouCard(
            title: draft.subject, body: draft.body, language: name.language,
            address: ["Flat 3, Harbour House", "12 Shore Road", "Leith", "Edinburgh", "EH6 6QW", "Scotland"],
            date: "Wednesday 30 September")
        // 105 mm by 148 mm in points; a browser rounds to pixels.
        let (count, size) = try Printer.pages(of: card.html)
        #expect(count == "1")
        #expect(size.count == 2 && abs(size[0] - 297.6) < 1 && abs(size[1] - 419.5) < 1, "\(size)")
    }
}

/// Prints as a person would, without a window.
private enum Printer {
    private static let tools = ["/usr/bin/chromium", "/usr/bin/pdfinfo"]

    static let isThere = tools.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    /// How many pages it has, and their width and height in points.
    static func pages(of html: String) throws -> (count: String, size: [Double]) {
        let folder = try TemporaryFolder()
        try folder.write("card.html", html)
        let pdf = folder.url.appendingPathComponent("card.pdf").path
        _ = try output(
            tools[0], "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--user-data-dir=\(folder.url.appendingPathComponent("profile").path)", "--print-to-pdf=\(pdf)",
            folder.url.appendingPathComponent("card.html").absoluteString)
        var values: [Substring: Substring] = [:]
        for line in try output(tools[1], pdf).split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { values[parts[0]] = parts[1] }
        }
        let count = (values["Pages"] ?? "").trimmingCharacters(in: .whitespaces)
        return (count, (values["Page size"] ?? "").split(separator: " ").compactMap { Double($0) })
    }

    private static func output(_ program: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
