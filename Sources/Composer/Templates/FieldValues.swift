import Mustache

/// The facts as Mustache looks them up.
struct FieldValues: MustacheParent {
    private var values: [TemplateField: String]
    /// No word for the job follows the role.
    private let isRoleComplete: Bool

    init(facts: Facts, language: Language) {
        var values: [TemplateField: String] = [:]
        for field in TemplateField.allCases { values[field] = facts.value(of: field, language: language) }
        self.values = values
        isRoleComplete = values[.role].map(language.roles.isComplete) ?? false
    }

    /// The same with nothing to say of the topic.
    var withoutTopic: FieldValues {
        var values = self
        values.values[.talkingPoint] = nil
        return values
    }

    subscript(field: TemplateField) -> String? { values[field] }

    func child(named name: String) -> Any? {
        TemplateField(rawValue: name).map { field in
            let text = values[field]
            return FieldValue(
                field: field,
                text: field.standsInSentence
                    ? text.map { Seams.marked($0, isComplete: field == .role && isRoleComplete) } : text)
        }
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
