import Desk
import Etiquette
import Fixtures
import Testing

@testable import Page

@Suite("A recruitment: its line of time, what happened, and what waits")
struct RecruitmentPageTests {
    @Test("what was sent is told with the server's words, what waits with why")
    func listsWhatHappenedAndWhatWaits() throws {
        let page = try Desktop.withHistory().get("/recruitments/1")
        #expect(page.status == 200)
        expectSound(page)
        #expect(page.text.contains("Data Analyst at City Library"))
        #expect(page.text.contains("250 queued as &lt;b&gt;9A&lt;/b&gt;"))
        #expect(page.text.contains("href=\"/messages/2\""))
        #expect(page.text.contains("href=\"/people/1\""))
        #expect(page.text.contains("href=\"/heard/1\""))
        #expect(page.text.contains("href=\"/interviews/1/edit\""))
        #expect(page.text.contains("you talked about the open-data portal"))
    }

    @Test("the line of time is a picture with a title, a description, and a list beside it")
    func drawing() throws {
        let page = Markup(try Desktop.withHistory().get("/recruitments/1").text)
        let picture = try #require(page.all("svg").first)
        #expect(picture.attributes["role"] == "img")
        let names = (picture.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
        #expect(names.map { page.element(id: $0)?.name } == ["title", "desc"])
        let words = page.element(id: "course-text")?.text ?? ""
        #expect(words.contains("Thu 3 Dec 2026: interview.") && words.contains("the question, still to come"))
        #expect(words.contains("Today is Mon 7 Dec 2026."))
        let labels = page.all("text").map { $0.text.trimmed }
        #expect(labels.contains("interview") && labels.contains("quiet") && labels.contains("today"))
        #expect(page.all("circle").count == 3)
        #expect(page.all("circle").map { $0.attributes["class"] } == ["done", "ahead", "ahead"])
        #expect(page.all("summary").first?.text == "The picture in words")
    }

    @Test(
        "however it goes on, the page is sound",
        arguments: [
            (Desk.Word.rejected, "turned down", "a rejection"), (.offered, "offer", "an offer"),
            (.withdrew, "you withdrew", "you withdrew"), (.replied(courtesy: false), nil, "they wrote"),
            (.replied(courtesy: true), nil, "their thanks"),
        ] as [(Desk.Word, String?, String)])
    func standings(word: Desk.Word, standing: String?, label: String) throws {
        let desktop = try Desktop.withHistory()
        try desktop.hear(word, at: "2026-12-06T09:00:00Z")
        let page = desktop.get("/recruitments/1")
        expectSound(page, label)
        #expect(page.text.contains("This has ended") == (standing != nil))
        if let standing { #expect(page.text.contains("This has ended: \(standing).")) }
        #expect(Markup(page.text).all("text").contains { $0.text.trimmed == label })
    }

    @Test(
        "what is not there is said",
        arguments: ["/recruitments/9", "/recruitments/x", "/people/9", "/interviews/9/edit"])
    func missing(path: String) throws {
        let response = try Desktop().get(path)
        #expect(response.status == 404)
        expectSound(response, path)
    }
}
