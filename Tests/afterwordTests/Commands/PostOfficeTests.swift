import Foundation
import Testing

/// The whole circle over a real Postfix and a real Dovecot: what leaves comes back as an answer, as a bounce by Postfix
/// itself, or as a vacation answer by Dovecot's Sieve. By the machine's own clock, which theirs is too.
@Suite struct PostOfficeTests {
    private static let vacation = """
        require ["vacation"];
        vacation :days 1 :addresses ["jane.okafor@example.org"] :subject "Out of office"
            "Thank you for your mail. I am away and will be back on 7 December 2041.";
        """

    @Test func whatLeavesComesBackAsAnAnswerABounceAndAVacationAnswer() throws {
        let running = try PostOffice(sieve: Self.vacation)
        let ada = try Applicant(at: nil)
        try ada.configure(running.sections, etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
        let ended = (Date() - 25 * 3600).formatted(.iso8601)
        // Nobody knows Tom.
        let added = try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended", ended,
            "--panel", "Jane Okafor <jane.okafor@example.org>", "--panel", "Tom O'Brien <tom@example.net>",
            "--talking-point", "jane.okafor@example.org=the open-data portal",
            "--talking-point", "tom@example.net=how the team shares its on-call week",
            "--contact", "Hana Lee <hana.lee@example.org>", "--yes", "--json")
        #expect(added.status == 0, "\(added)")
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [1, 2])

        #expect(running.delivers(2), "\(running.log)")
        let facts = try ada.run("listen", "--json").json().items
        #expect(facts.map(\.["meaning"].string).sorted() == ["automatic", "bounce"], "\(running.log)")
        #expect(facts.first { $0["meaning"] == "automatic" }?["returns"] == "2041-12-07")
        #expect(facts.first { $0["meaning"] == "bounce" }?["message"] == 2)
        #expect(try ada.states() == ["1 sent", "2 bounced", "3 queued"])

        let note = try ada.document("show", "1")["messageID"].string
        // Postfix dates it.
        let answer = Incoming.reply(
            "jane-answers@example.org", to: note.hasPrefix("<") ? note : "<\(note)>", date: "now"
        ).replacing("Date: now\n", with: "")
        guard case .accepted = try running.take(answer, from: "jane.okafor@example.org") else {
            Issue.record("Jane's answer was not taken")
            return
        }
        #expect(running.delivers(3), "\(running.log)")
        #expect(try ada.run("listen", "--json").json().items.map(\.["meaning"]) == ["reply"])
        #expect(try ada.state(3) == "held")
        #expect(try ada.document("listen") == [])
        #expect(try ada.run("audit", "--check").status == 0)
    }
}
