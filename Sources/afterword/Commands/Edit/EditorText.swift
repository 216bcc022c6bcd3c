import Composer
import Desk
import Etiquette
import Foundation
import Wording

/// A message as it stands in the editor: subject and body in the form of a template, then what was found, below a line
/// that is cut off with all that follows, as git has it. So a line of the body may begin with anything.
struct EditorText: Equatable {
    let subject: String
    let body: String
    /// The codes of findings that are to be set aside.
    let ignored: [Finding.Code]

    /// The last line of this kind counts: one that stands in a body stays there.
    static let scissors = "# ------------------------ >8 ------------------------"

    /// What the editor opens.
    ///
    /// - Parameter findings: those that are not settled; without any there is nothing to cut off.
    static func text(of message: Message, _ findings: [Finding]) -> String {
        let words = "Subject: \(message.subject)\n\n\(message.body)"
        let comments = Wording.comments(on: findings, in: message).map(\.spelled)
        guard !comments.isEmpty else { return words }
        return words + "\n" + ([scissors] + comments).joined(separator: "\n") + "\n"
    }

    /// Reads what the editor left.
    ///
    /// - Parameter comments: the lines that were written below the cut; without any, nothing is cut off. Where the cut
    ///   itself is gone, those of them that still stand at the end are taken away all the same: they are no words of a
    ///   letter.
    /// - Throws: `Problem`.
    init(edited text: String, comments: [String]) throws {
        var lines = Self.cut(
            text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false),
            comments: Set(comments.map { $0[...] }))
        guard let first = lines.popFirst(), first.hasPrefix("Subject:") else { throw Problem.noSubject }
        subject = first.dropFirst("Subject:".count).trimmingCharacters(in: .whitespaces)
        var ignored: [Finding.Code] = []
        while let line = lines.first, line.hasPrefix("Ignore:") {
            ignored += try Self.codes(in: line.dropFirst("Ignore:".count))
            lines.removeFirst()
        }
        self.ignored = ignored
        body = lines.drop(while: \.isEmpty).joined(separator: "\n")
    }

    private static func cut(_ lines: [Substring], comments: Set<Substring>) -> ArraySlice<Substring> {
        guard !comments.isEmpty else { return lines[...] }
        if let cut = lines.lastIndex(where: { $0.trimmingCharacters(in: .whitespaces) == scissors }) {
            return lines[..<cut]
        }
        var rest = lines[...]
        while let last = rest.last, comments.contains(last) || last.isEmpty { rest.removeLast() }
        return rest.count == lines.count ? lines[...] : rest + [""]
    }

    private static func codes(in text: Substring) throws -> [Finding.Code] {
        try text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { word in
            guard let code = Finding.Code(rawValue: String(word)), code.canBeIgnored else {
                throw Problem.cannotBeIgnored(String(word))
            }
            return code
        }
    }

    /// Why the text can't be taken.
    enum Problem: ExitCoded, Equatable {
        case noSubject
        case cannotBeIgnored(String)

        var sentence: Sentence {
            switch self {
            case .noSubject: "the first line must begin with “Subject:”; the message was not changed."
            case .cannotBeIgnored(let code): DeskProblem.cannotBeIgnored(code: code).sentence
            }
        }
    }
}
