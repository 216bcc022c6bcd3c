import Mustache

/// A part of a template: its subject, its body, or a piece of that.
struct TemplatePart: Sendable {
    private let template: MustacheTemplate
    private let tags: TemplateTags

    /// - Parameter line: the one of `file` with which `text` begins.
    init(
        _ text: Substring, line: Int, file: String, fields: Set<TemplateField>
    ) throws(TemplateProblem) {
        tags = try TemplateTags(of: text, from: line, file: file, fields: fields)
        do {
            // Without this line Mustache would write an apostrophe as HTML does.
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
        } catch {
            // The tags were read before; what Mustache still refuses is beyond the plain form that is documented.
            throw .unsupportedTag(file: file, line: line, tag: String(text.prefix(60)))
        }
    }

    /// The fields that stand somewhere in it.
    var fields: Set<TemplateField> { Set(tags.uses.map(\.field)) }

    /// The topic stands in sections alone that are left out without it.
    var canLeaveOutTopic: Bool {
        tags.uses.allSatisfy { use in
            use.field != .talkingPoint
                || use.sections.contains { $0.field == .talkingPoint && !$0.isInverted }
        }
    }

    func render(_ values: FieldValues) -> String { template.render(values) }

    /// The fields that would be shown without a value.
    func unresolved(isKnown: (TemplateField) -> Bool) -> [TemplateField] {
        tags.unresolved(isKnown: isKnown)
    }

    /// What stands before, in and behind the section on the topic, where that has lines of its own and stands in no
    /// other one; the whole where it does not.
    static func cut(
        _ text: Substring, line: Int, file: String, fields: Set<TemplateField>
    ) throws(TemplateProblem) -> [TemplatePart] {
        // The tags of the whole first: what is wrong with them is told with its own lines.
        _ = try TemplateTags(of: text, from: line, file: file, fields: fields)
        let pieces = pieces(of: text)
        let parts = pieces.compactMap { try? TemplatePart($0, line: line, file: file, fields: fields) }
        if parts.count == pieces.count, !parts.isEmpty { return parts }
        return [try TemplatePart(text, line: line, file: file, fields: fields)]
    }

    /// None where the section on the topic has no lines of its own.
    private static func pieces(of text: Substring) -> [Substring] {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        func isTag(_ mark: String) -> (Substring.UTF8View) -> Bool {
            let tag = "{{\(mark)\(TemplateField.talkingPoint.rawValue)}}"
            return { $0.lazy.filter { $0 != UInt8(ascii: " ") }.elementsEqual(tag.utf8) }
        }
        guard let first = lines.firstIndex(where: isTag("#")),
            let last = lines[first...].firstIndex(where: isTag("/"))
        else { return [] }
        // The line of the end of the section ends with it, as it does where the whole is rendered.
        let rest = text[lines[last].endIndex...].dropFirst()
        return [text[..<lines[first].startIndex], text[lines[first].startIndex..<rest.startIndex], rest]
    }
}
