import Application
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Sender
import Testing

@testable import Page

@Suite("What leaves at once is asked about first, and what a killed sender left is settled")
struct SendNowPageTests {
    private let clock = SetClock(at("2026-12-04T09:00:00Z"))
    private let desktop: Desktop
    private let form = "/messages/1"

    init() throws {
        desktop = try Desktop(now: clock.now)
        desktop.record()
    }

    private func message() throws -> Message {
        try desktop.application.desk.messages([.init(rawValue: 1)])[0]
    }

    @Test("where somebody sends by itself, approving what is due asks once more, and sends nothing before")
    func leavesAtOnce() throws {
        clock.set(at("2026-12-04T16:00:00Z"))
        let stop = try #require(StopSignal())
        let run = try RunningApplication(
            platform: desktop.application.platform,
            face: Face(sentence: { "\($0)" }, needsUser: { _ in true }, remark: { _ in }), stopSignal: stop)
        let page = desktop.get(form)
        expectSound(page)
        #expect(Markup(page.text).buttons(ofForm: form)["Approve and send now …"] == "approve")
        let asked = desktop.press("approve", on: page, form: form)
        #expect(asked.status == 200)
        expectSound(asked)
        #expect(asked.text.contains("Send it now?"))
        #expect(try message().state == .draft)
        // The same press again, as a slow double click does it, asks again.
        #expect(desktop.press("approve", on: page, form: form).status == 200)
        #expect(desktop.press("approve-now", on: asked, form: form).location == form)
        #expect(try message().state == .queued)
        withExtendedLifetime(run) {}
    }

    @Test("what waits, or is sent by nobody, is approved by one press")
    func waits() throws {
        #expect(Markup(desktop.get(form).text).buttons(ofForm: form)["Approve"] == "approve")
        clock.set(at("2026-12-04T16:00:00Z"))
        #expect(desktop.press("approve", on: desktop.get(form), form: form).location == form)
        #expect(try message().state == .queued)
    }

    @Test("text that was changed meanwhile is not sent by the second press either")
    func changedMeanwhile() throws {
        let page = desktop.get(form)
        _ = try desktop.application.desk.edit(.init(rawValue: 1), subject: "Another", body: nil)
        #expect(desktop.press("approve-now", on: page, form: form).status == 409)
        #expect(try message().state == .draft)
    }

    private func handOver() throws {
        _ = try desktop.application.desk.approve([.init(rawValue: 1)], ignoring: [], at: clock.now())
        try desktop.application.ledger.write {
            try $0.handOver(.init(rawValue: 1), dispatched: [0x42], subject: "Thank you", at: clock.now())
        }
    }

    @Test(
        "a message whose sender was killed is said to be in doubt, and the user says what became of it",
        arguments: [("delivered", MessageState.sent), ("not-delivered", .held)])
    func interrupted(step: String, state: MessageState) throws {
        try handOver()
        let page = desktop.get(form)
        expectSound(page)
        #expect(page.text.contains("Afterword was ended while this was being sent"))
        #expect(try message().state == .handedOver, "to look changes nothing")
        #expect(desktop.get("/").text.contains("Settle it"))
        #expect(desktop.press(step, on: page, form: form).location == form)
        #expect(try message().state == state)
    }

    @Test("while a sender is at work, nothing is asked of what it has handed over")
    func underWay() throws {
        try handOver()
        let lock = try SenderLock(folder: desktop.application.home.dataFolder)
        let page = desktop.get(form)
        #expect(!page.text.contains("It was sent") && !page.text.contains("was ended"))
        #expect(!desktop.get("/").text.contains("Settle it"))
        _ = consume lock
    }

    @Test("what stays cancelled for good is not offered as a draft again")
    func staysCancelled() throws {
        _ = try desktop.application.desk.cancelInterview(.init(rawValue: 1), at: clock.now())
        #expect(!desktop.get(form).text.contains("Make it a draft again"))
        _ = try desktop.application.desk.reinstateInterview(.init(rawValue: 1), at: clock.now())
        _ = desktop.press("cancel", on: desktop.get(form), form: form)
        #expect(desktop.get(form).text.contains("Make it a draft again"))
    }

    @Test("in the editor, what is found has a button that mends it in the text that was typed")
    func mendedInEditor() throws {
        let editor = form + "/edit"
        let body = try message().body.replacing("\n\nBest", with: "\n\nI enjoyed the the tour.\n\nBest")
        let checked = desktop.press("check", on: desktop.get(editor), form: editor, with: ["body": body])
        expectSound(checked)
        let fix = try #require(
            Markup(checked.text).all("button").compactMap { $0.attributes["value"] }.first {
                $0.hasPrefix("fix:")
            })
        let mended = desktop.press(fix, on: checked, form: editor)
        expectSound(mended)
        let typed = try #require(Markup(mended.text).element(id: "body")?.text)
        #expect(typed.contains("I enjoyed the tour.") && !typed.contains("the the"))
        #expect(try !message().body.contains("tour"), "nothing is saved")
    }

    @Test("a sentence that speaks of a step with this message names its button, and leads nowhere")
    func namesItsButton() throws {
        _ = desktop.press("hold", on: desktop.get(form), form: form)
        let page = Markup(desktop.get(form).text)
        let links = page.all("a").filter { $0.attributes["href"] == form }
        #expect(links.isEmpty)
        #expect(
            page.all("ul").contains {
                $0.text.contains("Held until you decide: “Release”, or: “Don’t thank”")
            })
    }
}
