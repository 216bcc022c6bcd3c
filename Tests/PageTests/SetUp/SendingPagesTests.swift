import Application
import Fixtures
import Foundation
import TestFiles
import Testing

@testable import Page

@Suite("Whether anything leaves by itself is said on each page as it is")
struct SendingPagesTests {
    private let clock = SetClock(at("2026-12-04T08:30:00Z"))
    private let desktop: Desktop

    init() throws {
        desktop = try Desktop(now: clock.now)
        desktop.record()
        let form = "/messages/1"
        _ = desktop.press("approve", on: desktop.get(form), form: form)
    }

    @Test("nobody sends: nothing is said to leave by itself, and what is due is sent by a button")
    func nobody() throws {
        clock.set(at("2026-12-04T15:30:00Z"))
        let today = desktop.get("/")
        expectSound(today)
        #expect(today.text.contains("Sending is off"))
        #expect(!today.text.contains("Leaves by itself"))
        let sent = desktop.post("/send")
        #expect(sent.status == 200)
        expectSound(sent)
        // There is no password that the command would print.
        #expect(!sent.text.contains("1 message sent"))
        #expect(desktop.get("/send").location == "/")
    }

    @Test("somebody sends: since when is said, with the day where that is another")
    func running() throws {
        let stop = try #require(StopSignal())
        let run = try RunningApplication(
            platform: desktop.application.platform, face: desktop.application.face(), stopSignal: stop)
        withExtendedLifetime(run) {
            let today = desktop.get("/")
            expectSound(today)
            #expect(today.text.contains("Sending is on since 08:30."))
            #expect(today.text.contains("Leaves by itself (1)"))
            clock.set(at("2026-12-05T08:00:00Z"))
            #expect(desktop.get("/queue").text.contains("Sending is on since Fri 4 Dec 2026, 08:30."))
        }
    }

    @Test("a run that is over leaves no moment behind")
    func over() throws {
        do {
            // What rings at its end holds on to it as well.
            let stop = try #require(StopSignal())
            _ = try RunningApplication(
                platform: desktop.application.platform, face: desktop.application.face(), stopSignal: stop)
        }
        #expect(try desktop.application.sendingSince == nil)
        #expect(desktop.get("/").text.contains("Sending is off"))
    }
}

extension Application {
    /// A face that says nothing.
    fileprivate func face() -> Face {
        Face(sentence: { "\($0)" }, needsUser: { _ in true }, remark: { _ in })
    }
}
