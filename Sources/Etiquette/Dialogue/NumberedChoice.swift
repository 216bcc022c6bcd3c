import Text

/// One of several things that are listed with their numbers, from 1.
package enum NumberedChoice {
    /// The one of a number, or the only one whose words hold what was typed, case aside.
    ///
    /// - Parameter words: by which each may be named.
    /// - Throws: `AnswerProblem.notAChoice` where it is none, or any of several.
    package static func meant<Choice>(
        by text: String, among choices: [Choice], words: (Choice) -> String
    ) throws(AnswerProblem) -> Choice {
        if let number = Int(text) {
            guard choices.indices.contains(number - 1) else { throw .notNumbers(limit: choices.count) }
            return choices[number - 1]
        }
        let wanted = Sameness.form(of: text)
        let meant = choices.filter { !wanted.isEmpty && Sameness.form(of: words($0)).contains(wanted) }
        guard let only = meant.first, meant.count == 1 else { throw .notAChoice }
        return only
    }
}
