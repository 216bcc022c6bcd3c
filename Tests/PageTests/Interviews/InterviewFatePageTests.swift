import Desk
import Etiquette
import Fixtures
import Testing

@testable import Page

@Suite("Whether an interview took place is said on its page, and taken back there")
struct InterviewFatePageTests {
    private let desktop: Desktop
    private let form = "/interviews/1/fate"

    init() throws {
        desktop = try Desktop()
        desktop.record()
    }

    private func states() throws -> Set<MessageState> {
        Set(try desktop.application.desk.interviewOnRecord(.init(rawValue: 1)).messages.map(\.state))
    }

    @Test(
        "each word is said once, shown, and can be taken back",
        arguments: [
            ("cancel", "reinstate", "did not take place"), ("delete", "restore", "recorded by mistake"),
        ])
    func andBack(step: String, back: String, words: String) throws {
        expectSound(desktop.get(form))
        #expect(desktop.press(step, on: desktop.get("/interviews/1/edit"), form: form).status == 303)
        #expect(try states() == [.cancelled])
        let said = desktop.get(form, query: [("done", step)])
        expectSound(said, step)
        #expect(said.text.contains(words))
        // Pressed twice, it is done.
        #expect(desktop.post(form, [("step", step)]).status == 303)
        #expect(desktop.press(back, on: said, form: form).status == 303)
        #expect(try states() == [.draft])
    }

    @Test("what was recorded by mistake is found again, though it shows in no other list")
    func found() throws {
        expectSound(desktop.get("/interviews/deleted"))
        _ = desktop.post(form, [("step", "delete")])
        let list = desktop.get("/interviews/deleted")
        expectSound(list)
        #expect(Markup(list.text).all("a").contains { $0.attributes["href"] == form })
        #expect(
            Markup(desktop.get("/audit").text).all("a").contains {
                $0.attributes["href"] == "/interviews/deleted"
            })
    }

    @Test("what was thanked for stays on record, and why is said")
    func thanked() throws {
        let desktop = try Desktop.withHistory()
        let refused = desktop.post(form, [("step", "delete")])
        #expect(refused.status == 409)
        expectSound(refused)
        #expect(try !desktop.application.desk.isDeleted(.init(rawValue: 1)))
        #expect(desktop.post(form, [("step", "explode")]).status == 400)
    }
}
