import Foundation
import TestFiles
import Testing

@testable import afterword

@Suite struct NotifierTests {
    /// A `notify-send` that writes down how it was called.
    private func desktop(_ script: String) throws -> (scratch: Scratch, environment: [String: String]) {
        let scratch = try Scratch()
        try scratch.folder("bin")
        try scratch.file("bin/notify-send", "#!/bin/sh\n" + script, mode: 0o700)
        return (
            scratch,
            [
                "PATH": scratch.path + "/bin:/usr/bin:/bin", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
                "SECRET": "hunter2",
            ]
        )
    }

    @Test func aNoticeIsShownWithNothingButWhatTheDesktopNeeds() throws {
        let (scratch, environment) = try desktop(
            "cd \"${0%/bin/*}\"\nprintf '%s|' \"$@\" >arguments\nenv >environment\n")
        Notifier(environment: environment).show("Afterword", "Message 3 needs you; `id` $(id) \"x\"")
        let said = try String(contentsOfFile: scratch.path + "/arguments", encoding: .utf8)
        #expect(
            said
                == "--app-name=Afterword|--icon=mail-send|--|Afterword|Message 3 needs you; `id` $(id) \"x\"|"
        )
        let given = try String(contentsOfFile: scratch.path + "/environment", encoding: .utf8)
        #expect(given.contains("DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere"))
        #expect(!given.contains("hunter2"))
    }

    @Test(arguments: ["exit 1", "kill -9 $$", "echo noise; echo noise >&2"])
    func aDesktopThatFailsHarmsNobody(script: String) throws {
        let (_, environment) = try desktop(script)
        Notifier(environment: environment).show("Afterword", "text")
    }

    @Test func withoutADesktopNothingIsStarted() throws {
        let (scratch, all) = try desktop("touch \"${0%/bin/*}/called\"\n")
        var environment = all
        environment["DBUS_SESSION_BUS_ADDRESS"] = nil
        Notifier(environment: environment).show("Afterword", "text")
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/called"))
        // The usual place of the bus.
        environment["XDG_RUNTIME_DIR"] = scratch.path
        Notifier(environment: environment).show("Afterword", "text")
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/called"))
        try scratch.file("bus", "")
        Notifier(environment: environment).show("Afterword", "text")
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/called"))
    }

    @Test func withoutTheProgramNothingHappens() {
        Notifier(environment: ["PATH": "/nowhere", "DBUS_SESSION_BUS_ADDRESS": "x"]).show("Afterword", "text")
    }
}
