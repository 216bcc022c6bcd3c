import Composer
import Desk
import Etiquette

/// Findings as the editor of a message and the questions around it show them; all that this knows of a finding.
extension Wording {
    /// One line each, what blocks first, with the code by which it is set aside.
    package static func lines(on findings: [Finding], in message: Message) -> [Sentence] {
        findings.map { finding in
            let mark = finding.severity == .blocks ? "✗" : "!"
            return "\(mark) \(finding.code.rawValue): \(placed(finding, in: message).onOneLine)"
        }
    }

    /// The same as comments, with what they mean; none where nothing was found.
    package static func comments(on findings: [Finding], in message: Message) -> [Sentence] {
        guard !findings.isEmpty else { return [] }
        var comments: [Sentence] = [
            "# Leave the line above as it is; it is removed with everything below it.", "#",
        ]
        comments += lines(on: findings, in: message).map { "# \($0)" }
        comments += ["#", "# What is marked ✗ keeps the message from being queued."]
        if let example = findings.first(where: \.canBeIgnored)?.code {
            comments += [
                "# To ignore one for this message, write its code on a line below the subject:",
                "# Ignore: \(example.rawValue)",
            ]
        }
        return comments
    }

    /// Asks on a terminal how to go on.
    package static func prompt(_ question: EditingDialogue.Question) -> String {
        switch question {
        case .found: "Edit again, ignore the warnings, or leave it? [A/i/l] "
        case .refused: "Edit again, or leave the message as it was? [A/l] "
        }
    }

    /// Of what is left after everything that may be set aside without its name.
    package static func cannotAllBeIgnored(_ findings: [Finding]) -> String {
        guard let code = findings.first(where: \.canBeIgnored)?.code else {
            return "This can't be ignored; it has to be corrected."
        }
        return "This can't be ignored that way; correct it, or if you mean it, write below the subject: "
            + "Ignore: \(code.rawValue)"
    }
}
