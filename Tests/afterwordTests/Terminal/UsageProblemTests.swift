import ArgumentParser
import Testing

@testable import afterword

/// What is wrong with a command line is said in one sentence, with where to read how it is typed.
@Suite struct UsageProblemTests {
    private func told(_ message: String, help: String? = nil, of command: String) -> String {
        let full =
            "Error: \(message)\n" + (help.map { "Help:  \($0)\n" } ?? "") + "Usage: \(command) [--json]\n"
            + "  See '\(command) --help' for more information."
        return UsageProblem(message: message, full: full, suggestion: nil).sentence.spelled
    }

    @Test func whatTheParserCouldNotReadIsOneSentence() {
        #expect(
            told("Unknown option '--nmae'. Did you mean '--name'?", of: "afterword init")
                == "unknown option '--nmae'. Did you mean '--name'? See: afterword init --help")
        #expect(
            told(
                "Missing expected argument '<messages> ...'", help: "<messages>  The messages, by number.",
                of: "afterword hold")
                == "<messages> is missing. The messages, by number. See: afterword hold --help")
        #expect(
            told(
                "The value 'soon' is invalid for '--mail <mail>'", help: "--mail <mail>  Its number.",
                of: "afterword heard"
            ).hasPrefix("the value 'soon' is invalid for '--mail <mail>'. "))
    }

    @Test func whatACommandFoundNamesTheCommandInFull() {
        let problem = UsageProblem(
            ValidationError("--planned goes with --ended."), of: InterviewEdit.self, in: Afterword.self)
        #expect(
            problem.sentence.spelled
                == "--planned goes with --ended. See: afterword interview edit --help")
        #expect(problem.exit == .usage)
        let named = UsageProblem(
            ValidationError("--role is missing; see: afterword interview add --help"), of: InterviewAdd.self,
            in: Afterword.self)
        #expect(named.sentence.spelled == "--role is missing; see: afterword interview add --help")
    }

    @Test(arguments: [["help", "nosuch"], ["help", "interview", "nosuch"], ["nosuch"]])
    func theHelpOfACommandThatIsNoneIsAProblem(arguments: [String]) throws {
        let run = try Applicant().run(arguments)
        #expect(run.status == 64 && run.out.isEmpty, "\(run)")
        #expect(run.err.hasPrefix("afterword: “nosuch” is not a command. "), "\(run.err)")
        #expect(run.err.split(separator: "\n").count == 1)
    }
}
