import Etiquette
import Mustache

/// One way to word a message, checked and compiled once.
public struct Template: Sendable {
    /// The name of its file without folder and ending; it is remembered with each message that it worded.
    public let name: String
    /// What it is for.
    public let variant: Variant
    /// A language tag such as `en-GB`.
    public let language: String

    private let subject: MustacheTemplate
    private let body: MustacheTemplate
    private let tags: [TemplateTags]

    /// Reads `text`, the contents of `file`.
    init(
        name: String, variant: Variant, language: String, text: String, file: String
    ) throws(TemplateProblem) {
        let parts = try TemplateFile(text, file: file)
        self.name = name
        self.variant = variant
        self.language = language
        tags = [
            try TemplateTags(of: parts.subject, from: parts.subjectLine, file: file, fields: variant.fields),
            try TemplateTags(of: parts.body, from: parts.bodyLine, file: file, fields: variant.fields),
        ]
        subject = try Self.compile(parts.subject, line: parts.subjectLine, file: file)
        body = try Self.compile(parts.body, line: parts.bodyLine, file: file)
    }

    /// Words a message. A field without a value stays visible as `{{field}}` and is named in the draft.
    public func compose(_ facts: Facts) -> Draft {
        let values = FieldValues(facts: facts, language: language)
        let unresolved = tags.flatMap { $0.unresolved { values[$0] != nil } }
        return Draft(
            subject: Layout.line(subject.render(values)),
            body: Layout.paragraphs(body.render(values)),
            template: name,
            unresolved: TemplateField.allCases.filter(unresolved.contains).map(\.rawValue))
    }

    private static func compile(
        _ part: Substring, line: Int, file: String
    ) throws(TemplateProblem) -> MustacheTemplate {
        do {
            // Without this line Mustache would write an apostrophe as HTML does.
            return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + part)
        } catch {
            // The tags were read before; what Mustache still refuses is beyond the plain form that is documented.
            throw .unsupportedTag(file: file, line: line, tag: String(part.prefix(60)))
        }
    }
}
