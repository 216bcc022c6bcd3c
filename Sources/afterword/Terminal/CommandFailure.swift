import ArgumentParser
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
        case is ValidationError, is ExitCode, is CleanExit: return nil
        default:
            guard !String(describing: type(of: error)).contains("CommandError") else { return nil }
            exit = .fault
        }
        sentence = Wording.sentence(for: error).spelled
    }
}
