import Mustache

/// The facts as Mustache looks them up.
struct FieldValues: MustacheParent {
    private let values: [TemplateField: String]

    init(facts: Facts, language: Language) {
        var values: [TemplateField: String] = [:]
        for field in TemplateField.allCases { values[field] = facts.value(of: field, language: language) }
        self.values = values
    }

    /// The same for a subject, where the role stands alone, as it was advertised.
    func forSubject(_ facts: Facts) -> FieldValues {
        var values = values
        if values[.role] != nil { values[.role] = facts.role }
        return FieldValues(values)
    }

    private init(_ values: [TemplateField: String]) {
        self.values = values
    }

    subscript(field: TemplateField) -> String? { values[field] }

    func child(named name: String) -> Any? {
        TemplateField(rawValue: name).map { FieldValue(field: $0, text: values[$0]) }
    }
}

/// One field: a section around it sees whether it has a value, and without one its name is shown, not a blank.
private struct FieldValue: MustacheCustomRenderable, MustacheParent {
    let field: TemplateField
    let text: String?

    var renderText: String { text ?? "{{\(field.rawValue)}}" }
    var isNull: Bool { text == nil }

    /// A section pushes its field on the stack; names inside it are still those of the facts.
    func child(named: String) -> Any? { nil }
}
