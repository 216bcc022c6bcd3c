import Foundation
import TestFiles
import Testing

@testable import Application

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

    @Test(
        "the user's own command gets one line, as data",
        arguments: [
            "Message 3 needs you; `id` $(id) \"x\" 'y' \\\\ %s", "two\nlines", "",
        ])
    func ownCommand(text: String) throws {
        let scratch = try Scratch()
        let notifier = Notifier(environment: ["PATH": "/usr/bin:/bin"]) { "cat >'\(scratch.path)/line'" }
        notifier.show("Afterword", text)
        let line = try String(contentsOfFile: scratch.path + "/line", encoding: .utf8)
        #expect(line.hasSuffix("\n") && line.dropLast().allSatisfy { !$0.isNewline })
        #expect(line.hasPrefix("Afterword: " + text.prefix { $0 != "\n" }))
    }

    @Test(
        "a command that fails, reads nothing or says too much harms nobody",
        arguments: [
            "exit 3", "kill -9 $$", "true", "head -c 200000 /dev/zero", "/nowhere/at/all",
        ])
    func ownCommandFails(command: String) {
        Notifier(environment: ["PATH": "/usr/bin:/bin"]) { command }.show("Afterword", "text")
    }

    @Test func ownCommandIsBoundedInTime() {
        let start = ContinuousClock.now
        Notifier(environment: ["PATH": "/usr/bin:/bin"], patience: .milliseconds(100)) { "sleep 60" }.show(
            "Afterword", "text")
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func withoutTheProgramNothingHappens() {
        Notifier(environment: ["PATH": "/nowhere", "DBUS_SESSION_BUS_ADDRESS": "x"]).show("Afterword", "text")
    }
}
