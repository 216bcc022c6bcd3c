import Setup

extension Wording {
    /// The sentence for any error, whoever shows it.
    package static func sentence(for error: any Error) -> Sentence {
        switch error {
        case let problem as any Worded: problem.sentence
        case let problem as ConfigurationProblem: ConfigurationWording(problem: problem).lines
        case let problem as HomeProblem: Sentence(problem.sentence)
        case let problem as SecretProblem: Sentence(problem.sentence)
        default: fault(error)
        }
    }
}
