import Foundation
import Testing

@Suite("import asks for what is open on a terminal; elsewhere an option answers it") struct ImportAskingTests
{
    let ada: Applicant

    init() throws { ada = try Applicant(at: Applicant.weekBefore) }

    private func terminal(_ sample: InvitationSample, typed: String) throws -> Run {
        try ada.runAtTerminal(["import", try ada.scratch.file("invite.ics", sample.text)], typed: typed)
    }

    private func interviews() throws -> [Value] { try ada.document("interview", "list").items }

    @Test(
        "nothing is recorded before it is confirmed",
        arguments: [("y\n", 1), ("n\n", 0), ("\n", 0), ("\u{4}", 0)])
    func confirmed(answer: String, count: Int) throws {
        let run = try terminal(InvitationSample(), typed: "\n" + answer)
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("Record “Data Analyst” at “City Library”"))
        #expect(try interviews().count == count)
    }

    @Test("without a terminal and without --yes nothing is recorded", arguments: [[String](), ["--json"]])
    func unconfirmed(more: [String]) throws {
        let file = try ada.scratch.file("invite.ics", InvitationSample().text)
        let run = try ada.run(["import", file] + more, input: "y\ny\n")
        #expect(run.status == 65)
        #expect(run.err.contains("add --yes"))
        if !more.isEmpty { #expect(try run.json()["understood"]["role"]["value"] == "Data Analyst") }
        #expect(try interviews().isEmpty)
    }

    @Test("what the options answer is shown before it is confirmed")
    func answersAreShown() throws {
        let sample = InvitationSample(zone: ";TZID=Nowhere")
        let file = try ada.scratch.file("invite.ics", sample.text)
        let run = try ada.run(["import", file, "--time-zone", "America/New_York"])
        #expect(run.status == 65)
        #expect(run.out.contains("you say       it ends Fri 20 Nov 2026, 15:00 (America/New_York)"), "\(run)")
        let plain = try ada.run([
            "import", try ada.scratch.file("plain.ics", InvitationSample().text),
        ])
        #expect(!plain.out.contains("you say"), "\(plain)")
    }

    static let unanswered: [(sample: InvitationSample, options: [String], answer: [String])] = [
        (
            InvitationSample(summary: "Interview"), ["--organisation", "--role"],
            ["--organisation", "City Library", "--role", "Data Analyst"]
        ),
        (InvitationSample(end: ""), ["--ended"], ["--ended", "2026-11-20 15:00"]),
        (InvitationSample(end: ""), ["--ended"], ["--length", "1h"]),
        (InvitationSample(zone: ""), ["--time-zone"], ["--time-zone", "Europe/London"]),
        (
            InvitationSample(zone: ";TZID=Customized Time Zone"), ["--time-zone"],
            ["--time-zone", "Europe/London"]
        ),
        (InvitationSample(zone: ";TZID=Nowhere"), ["--time-zone"], ["--ended", "2026-11-20 15:00"]),
        (
            InvitationSample(end: "", zone: ";TZID=Nowhere"), ["--time-zone", "--ended"],
            ["--time-zone", "Europe/London", "--length", "60m"]
        ),
        (
            InvitationSample(start: "20261120", end: "20261121", zone: ";VALUE=DATE"), ["--ended"],
            ["--ended", "2026-11-20 15:00"]
        ),
        (
            InvitationSample(start: "20261120T140000Z", end: "20261120T150000Z", zone: ";TZID=Europe/Vienna"),
            ["--ended or --time-zone"], ["--time-zone", "UTC"]
        ),
        (
            InvitationSample(start: "20261120T150000Z", end: "20261120T160000Z", zone: ";TZID=Europe/Vienna"),
            ["--ended or --time-zone"], ["--time-zone", "Europe/Vienna"]
        ),
        (
            InvitationSample(people: ["ATTENDEE:mailto:tom@example.org"]), ["--panel"],
            ["--panel", "Tom Ó Briain <tom@example.org>"]
        ),
        (
            InvitationSample(people: ["ATTENDEE;CN=Ada Example:mailto:ada@example.org"]), ["--panel"],
            ["--panel", "Tom Ó Briain <tom@example.org>"]
        ),
    ]

    @Test(
        "what stays open names the option that answers it, and is recorded with it",
        arguments: unanswered.indices)
    func answeredByOption(index: Int) throws {
        let (sample, options, answer) = Self.unanswered[index]
        let file = try ada.scratch.file("invite.ics", sample.text)
        let run = try ada.run("import", file, "--yes")
        #expect(run.status == 65, "\(run)")
        for option in options { #expect(run.err.contains("Say it with \(option)."), "\(run.err)") }
        #expect(!run.err.contains("interview add"), "the way out is no other command: \(run.err)")
        let document = try ada.run("import", file, "--yes", "--json").json()
        #expect(document["change"] == .null)
        #expect(document["questions"].items.map { $0["option"].string } == options)
        #expect(try interviews().isEmpty)
        let answered = try ada.run(["import", file, "--yes"] + answer)
        #expect(answered.status == 0, "\(answered)")
        #expect(try interviews().map { $0["ended"].string } == ["2026-11-20T15:00:00Z"])
    }

    @Test("a terminal is asked for all that is open, again where an answer can't be right")
    func asked() throws {
        let sample = InvitationSample(
            end: "", zone: "", summary: "Interview",
            people: [
                "ATTENDEE:mailto:tom@example.org", "ATTENDEE;CN=JANE OKAFOR:mailto:jane.okafor@example.org",
            ])
        let run = try terminal(
            sample,
            typed: "City Library\n\nData Analyst\nNowhere\nEurope/London\nlater\n2026-11-20 15:00\n"
                + "Tom Ó Briain\nJane Okafor\n\ny\n")
        #expect(run.status == 0, "\(run)")
        let interview = try #require(try interviews().first, "\(run.out)")
        #expect(interview["organisation"] == "City Library")
        #expect(interview["role"] == "Data Analyst")
        #expect(interview["ended"] == "2026-11-20T15:00:00Z")
        #expect(interview["timeZone"] == "Europe/London")
        #expect(interview["panel"].items.map { $0["name"].string } == ["Tom Ó Briain", "Jane Okafor"])
    }

    @Test("a whole day and an unknown zone are asked about on a terminal")
    func askedForTimes() throws {
        let day = try terminal(
            InvitationSample(start: "20261120", end: "20261121", zone: ";VALUE=DATE"),
            typed: "later\n2026-11-20 15:00\n\ny\n")
        #expect(day.status == 0, "\(day)")
        #expect(!day.out.contains("00:00"), "\(day.out)")
        let zone = try terminal(
            InvitationSample(
                sequence: 1, start: "20261120T150000", end: "20261120T160000", zone: ";TZID=Nowhere"),
            typed: "Europe/Berlin\ny\n")
        #expect(zone.status == 0, "\(zone)")
        #expect(try interviews().map { $0["ended"].string } == ["2026-11-20T15:00:00Z"])
        #expect(try interviews().map { $0["timeZone"].string } == ["Europe/Berlin"])
    }

    @Test("an address with a letter that no mail of ours can go to is told as such")
    func unusableAddress() throws {
        let sample = InvitationSample(people: ["ATTENDEE;CN=André Weil:mailto:andré@example.org"])
        let run = try ada.run("import", try ada.scratch.file("invite.ics", sample.text), "--yes")
        #expect(run.status == 65)
        #expect(run.err.contains("“andré@example.org”: “é” is not allowed before the @."), "\(run.err)")
        #expect(run.err.contains("by post") && !run.err.contains("has no address"), "\(run.err)")
    }

    @Test("programs are named among those who are left out, with the reason")
    func notetaker() throws {
        let run = try ada.take(
            InvitationSample(
                people: InvitationSample().people + ["ATTENDEE;CN=Fred:mailto:fred@fireflies.ai"]),
            "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("left out      Fred <fred@fireflies.ai>: a program"), "\(run.out)")
        #expect(try interviews()[0]["panel"].items.count == 2)
    }

    @Test("somebody who only arranges the interview is taken off the panel")
    func arranges() throws {
        let run = try terminal(InvitationSample(), typed: "1\ny\n")
        #expect(run.status == 0, "\(run)")
        #expect(try interviews()[0]["panel"].items.map { $0["name"].string } == ["Tom Ó Briain"])
        // A newer invitation does not put them back.
        try ada.take(InvitationSample(sequence: 1, end: "20261120T153000"), "--yes")
        #expect(try interviews()[0]["panel"].items.map { $0["name"].string } == ["Tom Ó Briain"])
        #expect(try interviews()[0]["ended"] == "2026-11-20T15:30:00Z")
    }

    @Test(
        "what is no invitation is refused with a sentence, and nothing is recorded",
        arguments: [
            ("search.csv", "Company,Role\n", "No column is recognised as the date of the interview."),
            ("invite.ics", "", "neither a calendar nor a mail"),
            ("invite.ics", InvitationSample(method: "REPLY").text, "a calendar of the kind “REPLY”"),
        ])
    func refused(name: String, text: String, sentence: String) throws {
        let run = try ada.run("import", try ada.scratch.file(name, text), "--yes")
        #expect(run.status == 65)
        #expect(run.err.contains(sentence), "\(run.err)")
        #expect(run.err.hasPrefix("afterword: "))
    }

    @Test("an endless input is read no further than a spreadsheet is large")
    func tooLarge() throws {
        let run = try ada.run("import", "/dev/zero", "--yes")
        #expect(run.status == 65)
        #expect(run.err.contains("is larger than 16 MB"))
    }

    @Test("options for one meeting don't fit a file with several")
    func several() throws {
        let two = InvitationSample().text + InvitationSample().text.replacing("one@", with: "two@")
        let file = try ada.scratch.file("invite.ics", two)
        let run = try ada.run("import", file, "--yes", "--ended", "2026-11-20 15:00")
        #expect(run.status == 65)
        #expect(run.err.contains("holds several meetings"))
    }
}
