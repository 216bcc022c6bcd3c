import Foundation
import TestFiles
import Testing

@testable import afterword

@Suite struct EditorTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// An editor that writes its own name.
    private func editor(_ name: String, mode: mode_t = 0o700) throws -> String {
        try scratch.file(name, "#!/bin/sh\necho \(name) > \"$1\"\n", mode: mode)
    }

    private func text(_ environment: [String: String], fallbacks: [String]) throws -> String {
        try Editor(environment: environment, fallbacks: fallbacks).edit("before") { $0 }
    }

    @Test func theFirstEditorThatIsThereServesWhereNoneIsSet() throws {
        let missing = scratch.path + "/missing"
        let plain = try editor("plain", mode: 0o600)
        // A shell reads it: a test that starts a process meanwhile may hold the file open.
        #expect(throws: Editor.Problem.noEditor) { try text([:], fallbacks: [missing, plain]) }
        #expect(try text([:], fallbacks: [missing, "/bin/true", "/bin/false"]) == "before")
        #expect(throws: Editor.Problem.failed("/bin/false")) { try text([:], fallbacks: ["/bin/false"]) }
    }

    @Test(arguments: ["VISUAL", "EDITOR"])
    func theUsersOwnComesFirst(variable: String) throws {
        let own = "/bin/sh " + (try editor("own", mode: 0o600))
        #expect(try text([variable: own], fallbacks: ["/bin/false"]) == "own\n")
        #expect(try text([variable: ""], fallbacks: ["/bin/true"]) == "before")
    }

    @Test func withoutAnyThereIsNone() {
        #expect(throws: Editor.Problem.noEditor) { try text([:], fallbacks: []) }
    }
}
