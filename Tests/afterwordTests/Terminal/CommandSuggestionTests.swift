import Testing

@testable import afterword

/// A command or a value that was mistyped is answered with what may have been meant.
@Suite struct CommandSuggestionTests {
    @Test(
        "commands",
        arguments: [
            (["quue"], "Did you mean: afterword queue"),
            (["interveiw", "add"], "Did you mean: afterword interview"),
            (["interview", "lst"], "Did you mean: afterword interview list"),
            (["inter"], "Did you mean: afterword interview"),
            (["person", "edti", "1"], "Did you mean: afterword person edit"),
            (["advice"], "Did you mean: afterword advise"),
            (["xyzzy"], "“xyzzy” is not a command. See: afterword --help"),
            (["interview", "frobnicate"], "See: afterword interview --help"),
        ])
    func commands(arguments: [String], says: String) throws {
        let run = try Applicant().run(arguments)
        #expect(run.status == 64 && run.out.isEmpty, "\(run)")
        #expect(run.err.hasSuffix(says + "\n"), "\(run.err)")
    }

    @Test(
        "options and their values",
        arguments: [
            (["log", "--person", "1", "--channel", "emial", "--direction", "out"], "Did you mean: email"),
            (["audit", "--format", "jsn"], "Did you mean: json"),
            (["heard", "1", "--reject"], "Did you mean '--rejected'?"),
            (["queue", "--al"], "Did you mean '--all'?"),
        ])
    func options(arguments: [String], says: String) throws {
        let run = try Applicant().run(arguments)
        #expect(run.status == 64 && run.err.contains(says), "\(run)")
    }

    @Test func whatIsRightAndWhatIsFarFromEverythingSuggestNothing() {
        let root = Afterword.self
        #expect(CommandSuggestion(["heard", "soon"], of: root, message: "Error: whatever") == nil)
        #expect(CommandSuggestion(["--nonsense"], of: root, message: "Unknown option") == nil)
        #expect(CommandSuggestion([], of: root, message: "") == nil)
    }

    @Test func aMediumThatWasMistypedIsSuggested() throws {
        let run = try Applicant().run(Applicant.interview("--by", "vidio"))
        #expect(run.status == 65 && run.err.contains("Did you mean “video”?"), "\(run)")
    }
}
