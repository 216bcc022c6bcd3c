import Text

/// The tags of one part of a template, read strictly: what Mustache would silently render as nothing (an unknown
/// name, a partial, a transform, a dotted name) is an error with file and line.
struct TemplateTags: Equatable, Sendable {
    /// A section around a field: `{{#name}}`, or `{{^name}}` where inverted.
    struct Section: Equatable, Sendable {
        let field: TemplateField
        let isInverted: Bool
    }

    /// A place where the value of a field is shown, inside these sections.
    struct Use: Equatable, Sendable {
        let field: TemplateField
        let sections: [Section]
    }

    let uses: [Use]

    /// Reads `part`, whose first line is line `line` of `file`.
    init(of part: Substring, from line: Int, file: String, fields: Set<TemplateField>) throws(TemplateProblem)
    {
        var reader = TagReader(rest: part, line: line, file: file, fields: fields)
        while try reader.readTag() {}
        if let open = reader.open.last {
            throw .unbalancedSection(file: file, line: open.line, name: open.section.field.rawValue)
        }
        uses = reader.uses
    }

    /// The fields that would be shown without a value, each once, in the order of the text.
    func unresolved(isKnown: (TemplateField) -> Bool) -> [TemplateField] {
        var found: [TemplateField] = []
        for use in uses where !isKnown(use.field) && !found.contains(use.field) {
            if use.sections.allSatisfy({ isKnown($0.field) != $0.isInverted }) { found.append(use.field) }
        }
        return found
    }
}

/// Walks over a part of a template from tag to tag.
private struct TagReader {
    var rest: Substring
    var line: Int
    let file: String
    let fields: Set<TemplateField>
    var open: [(section: TemplateTags.Section, line: Int)] = []
    var uses: [TemplateTags.Use] = []

    /// Reads up to and over the next tag; false at the end.
    mutating func readTag() throws(TemplateProblem) -> Bool {
        guard let brace = rest.firstIndex(ofPair: UInt8(ascii: "{"), or: UInt8(ascii: "}")) else {
            return false
        }
        advance(to: brace)
        guard rest.hasPrefix("{{"),
            let end = rest.dropFirst(2).firstIndex(
                ofPair: UInt8(ascii: "}"), or: UInt8(ascii: "}"))
        else {
            throw .unsupportedTag(file: file, line: line, tag: String(rest.prefix { $0 != "\n" }.prefix(60)))
        }
        let inner = rest.dropFirst(2)[..<end]
        let after = rest.index(end, offsetBy: 2)
        if !inner.hasPrefix("!") { try read(inner, tag: rest[..<after]) }
        advance(to: after)
        return true
    }

    private mutating func advance(to index: String.Index) {
        line += rest[..<index].utf8.count { $0 == UInt8(ascii: "\n") }
        rest = rest[index...]
    }

    private mutating func read(_ inner: Substring, tag: Substring) throws(TemplateProblem) {
        let mark = inner.first.flatMap { "#^/".contains($0) ? $0 : nil }
        let name = (mark == nil ? inner : inner.dropFirst()).trimmingSpaces()
        // A third brace in front or behind is Mustache's unescaped variable, of which plain text has no need.
        guard !name.isEmpty, name.utf8.allSatisfy(\.isLetterDigitOrUnderscore),
            rest[tag.endIndex...].first != "}"
        else { throw .unsupportedTag(file: file, line: line, tag: String(tag.prefix(60))) }
        guard let field = TemplateField(rawValue: String(name)), fields.contains(field) else {
            throw .unknownField(file: file, line: line, name: String(name.prefix(60)))
        }
        switch mark {
        case "#": open.append((.init(field: field, isInverted: false), line))
        case "^": open.append((.init(field: field, isInverted: true), line))
        case "/": try close(field)
        case _ where field.isCondition:
            throw .unsupportedTag(file: file, line: line, tag: String(tag.prefix(60)))
        default: uses.append(.init(field: field, sections: open.map(\.section)))
        }
    }

    private mutating func close(_ field: TemplateField) throws(TemplateProblem) {
        guard open.popLast()?.section.field == field else {
            throw .unbalancedSection(file: file, line: line, name: field.rawValue)
        }
    }
}

extension Substring {
    /// Where the first byte stands twice in a row, or the second does.
    fileprivate func firstIndex(ofPair first: UInt8, or second: UInt8) -> Index? {
        var previous: (byte: UInt8, index: Index)?
        for index in utf8.indices {
            let byte = utf8[index]
            if let previous, byte == previous.byte, byte == first || byte == second { return previous.index }
            previous = (byte, index)
        }
        return nil
    }
}

extension UInt8 {
    /// Letters of ASCII, digits and the underscore.
    fileprivate var isLetterDigitOrUnderscore: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
