/// Why templates can't be used, as data; the command line makes the sentence. `file` is a path, lines count from 1.
public enum TemplateProblem: Error, Equatable, Sendable {
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
    /// No language tag such as `en-GB`.
    case notALanguage(String)
}
