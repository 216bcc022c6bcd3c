import Foundation
import Mail
import TestFiles
import Testing

@testable import Setup

/// A password that was typed goes to the keyring, else to `pass`, else to a file, and each time it can be read again. The
/// programs are scripts that write down how they were called.
@Suite struct SecretStoreTests {
    private let scratch: Scratch
    private let secret = Secret("hünter 2'\"$x")

    init() throws {
        scratch = try Scratch()
        try scratch.folder("bin")
        try scratch.folder("home")
    }

    private func program(_ name: String, _ script: String) throws {
        try scratch.file(
            "bin/" + name, "#!/bin/sh\necho \"$*\" >>'\(scratch.path)/called'\n" + script, mode: 0o700)
    }

    private func keyring() throws {
        try program(
            "secret-tool",
            "if [ \"$1\" = store ]; then cat >'\(scratch.path)/ring'; else cat '\(scratch.path)/ring'; fi\n")
    }

    private func pass() throws {
        try program(
            "pass",
            "if [ \"$1\" = insert ]; then cat >'\(scratch.path)/store'; else cat '\(scratch.path)/store'; fi\n"
        )
        try scratch.folder("home/.password-store")
        try scratch.file("home/.password-store/.gpg-id", "ada\n")
    }

    private func keep(bus: Bool = true, account: String = "ada@example.org") throws -> (
        place: SecretStore.Place, source: SecretSource
    ) {
        let environment = [
            "PATH": scratch.path + "/bin:/usr/bin:/bin", "HOME": scratch.path + "/home",
            "DBUS_SESSION_BUS_ADDRESS": bus ? "unix:path=/nowhere" : "",
        ]
        let store = SecretStore(
            environment: environment, user: geteuid(), folder: scratch.path + "/home/afterword")
        let kept = try store.keep(secret, for: account)
        #expect(try kept.source.read(environment: environment, user: geteuid()).text == secret.text)
        return kept
    }

    private var called: String {
        (try? String(contentsOfFile: scratch.path + "/called", encoding: .utf8)) ?? ""
    }

    @Test func theKeyringComesFirstAndNoArgumentHoldsThePassword() throws {
        try keyring()
        try pass()
        let kept = try keep()
        #expect(kept.place == .keyring)
        #expect(
            kept.source == .command("secret-tool lookup service afterword account ada@example.org"))
        #expect(
            called.hasPrefix(
                "store --label=Afterword (ada@example.org) service afterword account ada@example.org"))
        #expect(!called.contains("nter 2"))
    }

    @Test func withoutASessionBusPassIsNext() throws {
        try keyring()
        try pass()
        let kept = try keep(bus: false)
        #expect(kept.place == .pass(entry: "afterword/ada@example.org"))
        #expect(kept.source == .command("pass show afterword/ada@example.org"))
        #expect(!called.contains("nter 2"))
    }

    @Test func aKeyringThatRefusesIsPassedOver() throws {
        try program("secret-tool", "exit 1\n")
        guard case .file(let path) = try keep().place else {
            Issue.record("it is something else")
            return
        }
        #expect(try scratch.mode("home/afterword/password") == 0o600)
        #expect(path.hasSuffix("/home/afterword/password"))
    }

    /// What can't be read back is no place for it.
    @Test func aKeyringThatForgetsIsPassedOver() throws {
        try program("secret-tool", "[ \"$1\" = store ] && cat >/dev/null; exit 0\n")
        guard case .file = try keep().place else {
            Issue.record("it is something else")
            return
        }
    }

    @Test func passThatIsNotSetUpIsPassedOver() throws {
        try program("pass", "exit 0\n")
        guard case .file = try keep(bus: false).place else {
            Issue.record("it is something else")
            return
        }
        #expect(called.isEmpty)
    }

    @Test func aFileThatIsThereIsKept() throws {
        try scratch.folder("home/afterword")
        try scratch.file("home/afterword/password", "mine\n")
        guard case .file(let path) = try keep(bus: false).place else {
            Issue.record("it is something else")
            return
        }
        #expect(path.hasSuffix("/password-2"))
        #expect(
            try String(contentsOfFile: scratch.path + "/home/afterword/password", encoding: .utf8) == "mine\n"
        )
    }

    @Test(arguments: ["ada o'neil", "$(touch here)", "ada;true", "../../x"])
    func anAccountIsOneWordWhateverItHolds(account: String) throws {
        try keyring()
        #expect(try keep(account: account).place == .keyring)
        try FileManager.default.removeItem(atPath: scratch.path + "/bin/secret-tool")
        try pass()
        _ = try keep(account: account)
        #expect(!FileManager.default.fileExists(atPath: "here"))
    }
}
