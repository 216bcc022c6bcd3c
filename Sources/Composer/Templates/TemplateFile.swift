import Etiquette
import Foundation
import Text

/// A template as it lies on disk: a subject and a body, like an email.
struct TemplateFile: Equatable, Sendable {
    /// The most bytes a file may have.
    static let limit = 64 * 1024

    let subject: Substring
    let body: Substring
    /// The lines on which they begin.
    let subjectLine: Int
    let bodyLine: Int

    /// The text of a file: UTF-8, LF, without a byte-order mark.
    static func text(of url: URL) throws(TemplateProblem) -> String {
        let file = url.path
        // A folder or a device of this name has no size to trust, so the size is asked of a regular file.
        // Foundation would look up the names of owner and group in /etc for it, for each of a hundred files.
        var facts = stat()
        guard stat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(file: file)
        }
        let size = Int(facts.st_size)
        guard size <= limit else { throw .tooLarge(file: file, bytes: size, limit: limit) }
        guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: file) }
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(file: file) }
        // Swift takes CR LF for one character, so this leaves a lone CR for the next check to refuse.
        return text.utf8.contains(0x0D) ? String(text.map { $0 == "\r\n" ? "\n" : $0 }) : text
    }

    /// Takes the text of `file` apart.
    init(_ text: String, file: String) throws(TemplateProblem) {
        try Self.refuseForbiddenCharacters(in: text, file: file)
        let preamble = Self.afterComments(text[...])
        guard preamble.lowercasedPrefix("subject:") else { throw .noSubject(file: file) }
        subjectLine = 1 + Self.lineBreaks(text[..<preamble.startIndex])
        let line = preamble.prefix { $0 != "\n" }
        subject = line.dropFirst("subject:".count).trimmingSpaces()
        guard !subject.isEmpty else { throw .emptySubject(file: file, line: subjectLine) }
        let rest = preamble[line.endIndex...].dropFirst()
        let separator = rest.prefix { $0 != "\n" }
        try Self.refuseHeader(separator, file: file, line: subjectLine + 1)
        body = rest[separator.endIndex...].dropFirst()
        bodyLine = subjectLine + 2
        guard !Self.afterComments(body).isEmpty else { throw .emptyBody(file: file) }
    }

    private static func refuseForbiddenCharacters(in text: String, file: String) throws(TemplateProblem) {
        var line = 1
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                line += 1
            } else if scalar != "\t", scalar.isForbiddenInField {
                throw .forbiddenCharacter(file: file, line: line, scalar: scalar.value)
            }
        }
    }

    private static func refuseHeader(
        _ line: Substring, file: String, line number: Int
    ) throws(TemplateProblem) {
        guard !line.trimmingSpaces().isEmpty else { return }
        let name = line.prefix { $0 != ":" && $0 != " " }
        if name.endIndex < line.endIndex, line[name.endIndex] == ":" {
            throw .unknownHeader(file: file, line: number, name: String(name.prefix(60)))
        }
        throw .noEmptyLine(file: file, line: number)
    }

    /// What follows white space and `{{! comments }}`.
    private static func afterComments(_ text: Substring) -> Substring {
        var rest = text.drop(while: \.isWhitespace)
        while rest.hasPrefix("{{!"), let parts = rest.parted(at: "}}") {
            rest = parts.behind.drop(while: \.isWhitespace)
        }
        return rest
    }

    private static func lineBreaks(_ text: Substring) -> Int {
        text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
}

extension Substring {
    fileprivate func lowercasedPrefix(_ start: String) -> Bool {
        prefix(start.count).lowercased() == start
    }
}
