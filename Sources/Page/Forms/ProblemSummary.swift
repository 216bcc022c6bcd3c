import Wording

/// What is wrong with a form, on top of it: each with a link to its field.
struct ProblemSummary {
    struct Item {
        let text: Said
        let plain: String
        /// The id of the field; empty where it is about the whole form.
        let field: String
        let hasField: Bool

        init(_ text: Said, field: String?) {
            (self.text, plain) = (text, text.plain)
            (self.field, hasField) = (field ?? "", field != nil)
        }
    }

    let items: [Item]

    /// Nil where nothing is wrong.
    init?(_ items: [Item]) {
        guard !items.isEmpty else { return nil }
        self.items = items
    }

    /// Of one problem.
    ///
    /// - Parameter field: the id of the field that it is about; nil for the whole form.
    init(_ error: any Error, field: String? = nil) {
        items = [Item(Said(Wording.sentence(for: error)), field: field)]
    }
}
