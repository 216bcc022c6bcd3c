import Composer
import Wording

package struct TemplateReport: Encodable {
    package let name: String
    package let language: String
    @OrNull package var voice: String?
    package let kind: String
    package let variant: String
    package let origin: String
    package let file: String

    package init(_ template: Template) {
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
package struct TemplateSourceReport: Encodable {
    package struct Field: Encodable {
        package let name: String
        package let meaning: String
        package let used: Bool
    }

    package let template: TemplateReport
    package let text: String
    package let fields: [Field]

    package init(_ template: Template, text: String) {
        self.template = TemplateReport(template)
        self.text = text
        fields = TemplateText.fields(of: template).map {
            Field(name: $0.rawValue, meaning: $0.meaning, used: template.fields.contains($0))
        }
    }

    private enum CodingKeys: CodingKey { case text, fields }

    /// All of it beside each other, in one object.
    package func encode(to encoder: any Encoder) throws {
        try template.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(fields, forKey: .fields)
    }
}

package struct ComplaintReport: Encodable {
    package let file: String
    @OrNull package var line: Int?
    package let code: String
    package let broken: Bool
    package let text: Sentence

    package init(_ complaint: TemplateComplaint) {
        file = complaint.file
        code = complaint.flaw.code
        broken = complaint.isBroken
        text = Wording.text(complaint)
        line = complaint.line
    }
}

package struct CopyReport: Encodable {
    package let name: String
    package let file: String
    package let outcome: String

    package init(_ copy: TemplateCopy) {
        name = copy.name
        file = copy.path
        outcome = copy.outcome.rawValue
    }
}
