import Composer

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

/// One template in full.
struct TemplateSourceReport: Encodable {
    struct Field: Encodable {
        let name: String
        let meaning: String
        let used: Bool
    }

    let name: String
    let language: String
    @OrNull var voice: String?
    let kind: String
    let variant: String
    let origin: String
    let file: String
    let text: String
    let fields: [Field]

    init(_ template: Template, text: String) {
        let short = TemplateReport(template)
        (name, language, kind, variant) = (short.name, short.language, short.kind, short.variant)
        (origin, file, self.text) = (short.origin, short.file, text)
        fields = TemplateText.fields(of: template).map {
            Field(name: $0.rawValue, meaning: $0.meaning, used: template.fields.contains($0))
        }
        voice = short.voice
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
