import Etiquette
import Foundation

/// One way to word a message, checked and compiled once.
package struct Template: Sendable {
    /// Where it lies, and what that tells of it.
    let entry: TemplateShelf.Entry
    package let language: Language

    private let subject: TemplatePart
    /// In their order; where the section on the topic stands by itself, it is the second of three.
    private var body: [TemplatePart]

    /// Whose template it is.
    package enum Origin: String, Sendable {
        /// It came with the program.
        case shipped
        /// The user put it there.
        case own
    }

    init(_ entry: TemplateShelf.Entry, language: Language) throws(TemplateProblem) {
        try self.init(entry, language: language, text: TemplateFile.text(of: entry.url))
    }

    /// Takes `text`, the contents of a file.
    init(_ entry: TemplateShelf.Entry, language: Language, text: String) throws(TemplateProblem) {
        let (file, fields) = (entry.url.path, entry.variant.fields)
        let parts = try TemplateFile(text, file: file)
        (self.entry, self.language) = (entry, language)
        subject = try TemplatePart(parts.subject, line: parts.subjectLine, file: file, fields: fields)
        body = try TemplatePart.cut(parts.body, line: parts.bodyLine, file: file, fields: fields)
    }

    /// The name of its voice and of its file, `warm/thank-you-1`, or of the file alone where it serves every voice; it
    /// is remembered with each message that it worded.
    package var name: String { entry.name }

    /// How it sounds; nil where it serves every voice.
    package var voice: Voice? { entry.voice }

    package var variant: Variant { entry.variant }

    package var origin: Origin { entry.origin }

    package var file: String { entry.url.path }

    /// The fields that stand somewhere in it.
    package var fields: Set<TemplateField> { subject.fields.union(body.flatMap(\.fields)) }

    /// What the words before and behind the section on the topic name, where it stands by itself: templates that agree
    /// in it can be joined to others. Nil for any other form.
    var frame: [Set<TemplateField>]? {
        let names: Set<TemplateField> = [.role, .organisation, .employer, .met, .interviewDate]
        return body.count == 3 ? [body[0], body[2]].map { $0.fields.intersection(names) } : nil
    }

    /// The same with what another says of the topic, and with the end of a third; all of one frame.
    func joined(topic: Template, end: Template) -> Template {
        guard frame != nil, topic.frame == frame, end.frame == frame else { return self }
        var joined = self
        joined.body = [body[0], topic.body[1], end.body[2]]
        return joined
    }

    /// Its file as it stands, with LF.
    package func source() throws(TemplateProblem) -> String {
        try TemplateFile.text(of: URL(fileURLWithPath: file))
    }

    /// Words a message. A field without a value stays visible as `{{field}}` and is named in the draft.
    package func compose(_ facts: Facts) -> Draft {
        var values = FieldValues(facts: facts, language: language)
        let own = fields.contains(.ownSentence) ? nil : facts.ownSentence
        // What the sender says of it is said once.
        if facts.saysTopic, body.allSatisfy(\.canLeaveOutTopic) { values = values.withoutTopic }
        let unresolved = ([subject] + body).flatMap { $0.unresolved { values[$0] != nil } }
        var text = body.enumerated().map { index, part in
            index == 1 ? topic(part.render(values), before: own) : part.render(values)
        }.joined()
        text = Layout.paragraphs(text)
        if body.count == 1, let own { text = Layout.inserting(own, behindParagraph: 2, of: text) }
        return Draft(
            subject: mended(Layout.line(subject.render(values))),
            body: mended(text),
            template: name,
            unresolved: TemplateField.allCases.filter(unresolved.contains).map(\.rawValue))
    }

    /// What a template says of the topic, and the sender's own sentence in a paragraph of its own. Of a shipped template the
    /// sentence that names the topic is enough beside it; what the user wrote is left as it is.
    private func topic(_ text: String, before own: String?) -> String {
        guard let own else { return text }
        let said = origin == .shipped ? Seams.firstSentence(of: text) : text
        return said + "\n\n\(own)\n\n"
    }

    private func mended(_ text: String) -> String {
        Seams.mended(
            in: text, articles: language.articles, noun: language.roles.noun, joined: language.joined)
    }
}
