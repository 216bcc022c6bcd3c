/// What is said around questions on a terminal.
extension Wording {
    package static let interrupted = "Interrupted. What you had not answered stays as it was."
    package static let nothingWritten = "Stopped. Nothing was written."
    package static let nothingRecorded = "Nothing was recorded."
    package static let nothingChanged = "Nothing was changed."
    package static let nothingRecordedAtOnce: StaticString = "\nNothing was recorded.\n"
    package static let firstQuestion = "This is the first question."
    package static let howToGoBack =
        "Press Enter to accept what is in brackets, type < to go back one question, or press Ctrl-C to stop: nothing is kept then."

    /// What `afterword` alone says before it is set up.
    package static let beforeAnything: [Sentence] = [
        "Afterword follows up your job interviews by email:",
        "a thank-you to each person, two quiet weeks, one question.",
        "It reads and sends nothing before you have set it up:",
        "  \(Remedy.setUp)",
    ]

    /// Asked on a terminal below it.
    package static let setUpNow = "Set it up now? [Y/n] "
    /// Asked once that is done.
    package static let recordNow = "Have you had one already? Record it now? [Y/n] "

    package static func moreAdvice(_ count: Int) -> Sentence { "… and \(count) more: \(Remedy.showAdvice)" }
}
