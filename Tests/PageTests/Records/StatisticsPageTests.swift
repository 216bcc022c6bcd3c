import Etiquette
import Fixtures
import Testing

@testable import Desk
@testable import Page
@testable import Wording

@Suite("Statistics and the card")
struct StatisticsPageTests {
    @Test("every number of a picture stands in the table beside it")
    func pictures() throws {
        let desktop = try Desktop.withHistory()
        let page = desktop.get("/statistics")
        expectSound(page)
        let markup = Markup(page.text)
        let pictures = markup.all("svg")
        #expect(pictures.count == 1 && pictures.allSatisfy { $0.attributes["role"] == "img" })
        let cells = markup.all("td").map(\.text)
        let words = markup.all("desc").map(\.text).joined()
        #expect(
            cells.contains("0 of 1, 1 still open") && words.contains("Within 7 days: 0 of 1, 1 still open."))
        #expect(cells.contains("1 of 2"))
    }

    @Test("a bar is as long as all who waited, and each piece as its share")
    func bars() throws {
        let waits =
            Array(repeating: Waiting.Wait(days: 3, end: .answered), count: 3)
            + [
                Waiting.Wait(days: 2, end: .open), .init(days: 40, end: .answered),
                .init(days: 1, end: .withdrew),
            ]
        let waiting = Waiting(waits)
        let section = StatisticsText.Section(
            heading: "H", rows: Waiting.spans.map { .init(label: "within \($0) days", text: "") },
            remark: nil,
            waiting: waiting)
        let drawing = WaitingDrawing(section, waiting, id: "p")
        for bar in drawing.bars {
            #expect(bar.pieces.map(\.width).reduce(0, +) == 250)
            #expect(bar.pieces.allSatisfy { $0.width > 0 })
        }
        #expect(drawing.bars[0].pieces.map(\.look) == ["done", "ahead", "rest"])
        #expect(drawing.bars[0].pieces.map(\.width) == [125, 41, 84])
    }

    @Test(
        "the period is kept, and a day that is none is said", arguments: [("2026-12-04", 200), ("<x>", 422)])
    func period(since: String, status: Int) throws {
        let page = try Desktop.withHistory().get("/statistics", query: [("since", since)])
        #expect(page.status == status)
        expectSound(page)
        #expect(Markup(page.text).element(id: "since")?.attributes["value"] == since)
        if status == 200 { #expect(page.text.contains(StatisticsText.nothing)) }
    }

    @Test("a card is printed as the command prints it, and said to be posted with the text that was seen")
    func card() throws {
        let desktop = try Desktop.withHistory()
        let form = "/messages/2"
        let page = desktop.get(form + "/card")
        expectSound(page)
        let sheet = desktop.get(form + "/card/print")
        guard case .ready(let card, _) = try desktop.application.card(of: .init(rawValue: 2)) else {
            Issue.record("the card is not ready")
            return
        }
        #expect(sheet.text == card.html(style: .linked("/messages/2/card/print.css")))
        #expect(Markup(sheet.text).faults == [] && Markup(sheet.text).all("style") == [])
        #expect(card.html.contains(desktop.get(form + "/card/print.css").text))
        let done = desktop.press("posted", on: page, form: form)
        #expect(done.location == form)
        let posted = desktop.get(form + "/card")
        expectSound(posted)
        #expect(posted.text.contains("on record as posted") && !posted.text.contains("I have posted it"))
    }

    @Test(
        "what is no thank-you has no card",
        arguments: ["/messages/3/card", "/messages/3/card/print", "/messages/99/card"])
    func noCard(path: String) throws {
        let response = try Desktop.withHistory().get(path)
        #expect(response.status == 404)
        expectSound(response, path)
    }
}
