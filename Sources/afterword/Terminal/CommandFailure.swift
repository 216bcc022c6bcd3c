import ArgumentParser
import Setup
import Wording

/// A problem that ends a run, and knows how.
protocol ExitCoded: Worded {
    var exit: Exit { get }
}

/// What a run says that an error ends, and its exit code.
struct CommandFailure {
    let sentence: String
    let exit: Exit

    /// - Returns: nil for what the argument parser words itself.
    init?(_ error: any Error) {
        switch error {
        case let problem as any ExitCoded: exit = problem.exit
        case let problem as ConfigurationProblem: exit = Self.exit(problem.exitCode)
        case let problem as HomeProblem: exit = Self.exit(problem.exitCode)
        case let problem as SecretProblem: exit = Self.exit(problem.exitCode)
        case is ValidationError, is ExitCode, is CleanExit: return nil
        default:
            guard !String(describing: type(of: error)).contains("CommandError") else { return nil }
            exit = .fault
        }
        sentence = Wording.sentence(for: error).spelled
    }

    private static func exit(_ code: Int32) -> Exit { Exit(rawValue: code) ?? .fault }
}
