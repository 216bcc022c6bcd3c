import Etiquette
import Foundation
import Mustache

/// One way to word a message, checked and compiled once.
package struct Template: Sendable {
    /// The name of its voice and of its file, `warm/thank-you-1`, or of the file alone where it serves every voice; it
    /// is remembered with each message that it worded.
    package let name: String
    /// How it sounds; nil where it serves every voice.
    package let voice: Voice?
    /// What it is for.
    package let variant: Variant
    /// Whose it is.
    package let origin: Origin
    /// The path of its file.
    package let file: String
    /// What it is written in.
    package let language: Language

    private let subject: MustacheTemplate
    private let body: MustacheTemplate
    private let tags: [TemplateTags]

    /// Whose template it is.
    package enum Origin: String, Sendable {
        /// It came with the program.
        case shipped
        /// The user put it there.
        case own
    }

    /// Reads a file.
    init(_ entry: TemplateShelf.Entry, language: Language) throws(TemplateProblem) {
        try self.init(entry, language: language, text: TemplateFile.text(of: entry.url))
    }

    /// Takes `text`, the contents of a file.
    init(_ entry: TemplateShelf.Entry, language: Language, text: String) throws(TemplateProblem) {
        let (file, fields) = (entry.url.path, entry.variant.fields)
        let parts = try TemplateFile(text, file: file)
        (name, voice, variant) = (entry.name, entry.voice, entry.variant)
        (origin, self.file, self.language) = (entry.origin, file, language)
        tags = [
            try TemplateTags(of: parts.subject, from: parts.subjectLine, file: file, fields: fields),
            try TemplateTags(of: parts.body, from: parts.bodyLine, file: file, fields: fields),
        ]
        subject = try Self.compile(parts.subject, line: parts.subjectLine, file: file)
        body = try Self.compile(parts.body, line: parts.bodyLine, file: file)
    }

    /// The fields that stand somewhere in it.
    package var fields: Set<TemplateField> { Set(tags.flatMap(\.uses).map(\.field)) }

    /// Its file as it stands, with LF.
    package func source() throws(TemplateProblem) -> String {
        try TemplateFile.text(of: URL(fileURLWithPath: file))
    }

    /// Whether messages that remember these names have its words; those from the time of one voice remember the file.
    func isAmong(_ names: Set<String>) -> Bool {
        guard voice == .usual else { return names.contains(name) }
        return names.contains(name) || names.contains(String(name.dropFirst(Voice.usual.rawValue.count + 1)))
    }

    /// Words a message. A field without a value stays visible as `{{field}}` and is named in the draft.
    package func compose(_ facts: Facts) -> Draft {
        let values = FieldValues(facts: facts, language: language)
        let unresolved = tags.flatMap { $0.unresolved { values[$0] != nil } }
        return Draft(
            subject: Layout.line(subject.render(values.forSubject(facts))),
            body: Seams.mended(in: Layout.paragraphs(body.render(values)), articles: language.articles),
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
