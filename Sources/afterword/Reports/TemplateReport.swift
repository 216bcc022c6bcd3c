import Composer
import Wording

/// A template as other programs read it.
struct TemplateReport: Encodable {
    let name: String
    let language: String
    @OrNull var voice: String?
    let kind: String
    let variant: String
    let origin: String
    let file: String

    init(_ template: Template) {
        name = template.name
        language = template.language.tag
        voice = template.voice?.rawValue
        kind = template.variant.kind.rawValue
        variant = template.variant.rawValue
        origin = template.origin.rawValue
        file = template.file
    }
}

/// One template in full: the same, and what stands in it.
struct TemplateSourceReport: Encodable {
    struct Field: Encodable {
        let name: String
        let meaning: String
        let used: Bool
    }

    let template: TemplateReport
    let text: String
    let fields: [Field]

    init(_ template: Template, text: String) {
        self.template = TemplateReport(template)
        self.text = text
        fields = TemplateText.fields(of: template).map {
            Field(name: $0.rawValue, meaning: $0.meaning, used: template.fields.contains($0))
        }
    }

    private enum CodingKeys: CodingKey { case text, fields }

    /// All of it beside each other, in one object.
    func encode(to encoder: any Encoder) throws {
        try template.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(fields, forKey: .fields)
    }
}

/// A complaint about a template as other programs read it.
struct ComplaintReport: Encodable {
    let file: String
    @OrNull var line: Int?
    let code: String
    let broken: Bool
    let text: String

    init(_ complaint: TemplateComplaint) {
        file = complaint.file
        code = complaint.flaw.code
        broken = complaint.isBroken
        text = Wording.text(complaint)
        line = complaint.line
    }
}

/// A copy as other programs read it.
struct CopyReport: Encodable {
    let name: String
    let file: String
    let outcome: String

    init(_ copy: TemplateCopy) {
        name = copy.name
        file = copy.path
        outcome = copy.outcome.rawValue
    }
}
