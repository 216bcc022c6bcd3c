import Etiquette

/// Why templates can't be used, as data; the command line makes the sentence. `file` is a path, lines count from 1.
package enum TemplateProblem: Error, Equatable, Sendable {
    /// The file or folder can't be read.
    case unreadable(file: String)
    case tooLarge(file: String, bytes: Int, limit: Int)
    case notUTF8(file: String)
    /// A control, direction-changing or zero-width character; in a subject it could forge a header.
    case forbiddenCharacter(file: String, line: Int, scalar: UInt32)
    /// The first line that is neither empty nor a comment does not begin with `Subject:`.
    case noSubject(file: String)
    case emptySubject(file: String, line: Int)
    /// A second header beside the subject; a template decides nothing but words.
    case unknownHeader(file: String, line: Int, name: String)
    /// The line after the subject is not empty.
    case noEmptyLine(file: String, line: Int)
    case emptyBody(file: String)
    case unknownField(file: String, line: Int, name: String)
    /// Something between braces that is no plain field, section or comment: a partial, a pipe or transform, a dotted
    /// name, other delimiters, triple braces; or a lone pair of braces.
    case unsupportedTag(file: String, line: Int, tag: String)
    /// A section that is closed without being open, or opened and not closed in the same part of the file.
    case unbalancedSection(file: String, line: Int, name: String)
    /// The file's name says of no variant what it is for.
    case unknownVariant(file: String)
    case noTemplates(Variant, language: String)
    /// No folder of templates has this name.
    case unknownLanguage(String, known: [String])
    /// The configuration names a voice that this language does not have.
    case unknownVoice(Voice, known: [Voice], language: String)
    /// What tells how a language writes days can't be read.
    case badLanguage(file: String, line: Int, Language.Fault)
    /// No language tag such as `en-GB`.
    case notALanguage(String)
}

extension TemplateProblem {
    /// The path of the file or folder at fault; empty where none is.
    var file: String {
        switch self {
        case .unreadable(let file), .tooLarge(let file, _, _), .notUTF8(let file),
            .forbiddenCharacter(let file, _, _), .noSubject(let file), .emptySubject(let file, _),
            .unknownHeader(let file, _, _), .noEmptyLine(let file, _), .emptyBody(let file),
            .unknownField(let file, _, _), .unsupportedTag(let file, _, _),
            .unbalancedSection(let file, _, _), .unknownVariant(let file), .badLanguage(let file, _, _):
            file
        case .noTemplates, .unknownLanguage, .unknownVoice, .notALanguage: ""
        }
    }

    /// The line at fault, where one is.
    var line: Int? {
        switch self {
        case .forbiddenCharacter(_, let line, _), .emptySubject(_, let line), .unknownHeader(_, let line, _),
            .noEmptyLine(_, let line), .unknownField(_, let line, _), .unsupportedTag(_, let line, _),
            .unbalancedSection(_, let line, _), .badLanguage(_, let line, _):
            line
        case .unreadable, .tooLarge, .notUTF8, .noSubject, .emptyBody, .unknownVariant, .noTemplates,
            .unknownLanguage, .unknownVoice, .notALanguage:
            nil
        }
    }
}
