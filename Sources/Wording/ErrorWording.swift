extension Wording {
    /// The sentence for any error, whoever shows it.
    package static func sentence(for error: any Error) -> Sentence {
        switch error {
        case let problem as any Worded: problem.sentence
        default: fault(error)
        }
    }
}
