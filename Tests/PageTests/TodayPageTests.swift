import Desk
import Etiquette
import Fixtures
import Testing

@testable import Page

@Suite("Today: as much as fits, and where the rest is")
struct TodayPageTests {
    /// So many interviews, which leave two drafts each.
    private func page(interviews count: Int) throws -> PageResponse {
        let desktop = try Desktop()
        let names = ["Ash", "Birch", "Cedar", "Dale", "Elm", "Fern"]
        let records = try (0..<count).map { number in
            let name = "\(names[number % 6]) \(names[number / 6])"
            return try InterviewRecord(
                organisation: "\(name) Trust", role: "Tester", ended: try london("2026-12-03 15:00"),
                panel: [
                    .init(who: try NameAndAddress("\(name) <a@x\(number).example>"), talkingPoint: "the sea")
                ],
                contact: nil, decisionBy: nil, viaAgency: false)
        }
        _ = try desktop.application.desk.record(records, approving: false, at: at("2026-12-03T16:00:00Z"))
        return desktop.get("/")
    }

    @Test("of 22 drafts the first 20 are shown, with the way to all of them")
    func many() throws {
        let page = try page(interviews: 11)
        #expect(page.text.contains("Needs you (the first 20)"))
        #expect(page.text.contains(#"<a href="/queue?show=open">All 22 messages that are open</a>"#))
        expectSound(page)
    }

    @Test("where all are shown, nothing is said of more")
    func few() throws {
        let page = try page(interviews: 2)
        #expect(page.text.contains("Needs you (4)"))
        #expect(!page.text.contains("more follow"))
    }

    @Test("what the button beside a sentence does is not said in it as well")
    func notTwice() throws {
        let desktop = try Desktop()
        desktop.record()
        _ = desktop.press("hold", on: desktop.get("/messages/1"), form: "/messages/1")
        let page = desktop.get("/")
        expectSound(page)
        let links = Markup(page.text).all("a").filter { $0.attributes["href"] == "/messages/1" }
        #expect(links.count == 1, "\(links.map(\.text))")
        #expect(!page.text.contains(", or"))
    }
}
