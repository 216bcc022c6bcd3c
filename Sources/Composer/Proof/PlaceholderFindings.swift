import Text

extension Placeholders {
    /// The findings of a text, each once, in its order.
    static func findings(in text: String) -> [Finding.What] {
        found(in: text).map { found in
            guard let name = found.field, TemplateField(rawValue: name) != nil else {
                return .placeholder(found.text)
            }
            return .unresolvedField(name)
        }
    }
}
