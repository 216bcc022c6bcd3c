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

    /// Said before an editor opens that the user has not chosen.
    package static func howToLeave(_ editor: String) -> String? {
        switch editor {
        case "nano":
            "Opening nano: change the text, then press Ctrl-O and Enter to save, and Ctrl-X to close."
        case "vi":
            "Opening vi: press i to change the text. When you have done, press Esc, then type :wq and Enter to save; :q! and "
                + "Enter leaves it as it was."
        default: nil
        }
    }

    /// Asks on a terminal how to go on.
    package static func prompt(_ question: EditingDialogue.Question) -> String {
        switch question {
        case .found(mayIgnore: true):
            "e = edit again, i = ignore the warnings, l = leave it as it is [Enter = e] "
        case .found(mayIgnore: false): "e = edit again, l = leave it as it is [Enter = e] "
        case .refused: "e = edit again, l = leave the message as it was [Enter = e] "
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
