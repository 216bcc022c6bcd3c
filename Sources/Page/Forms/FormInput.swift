/// A field of a form, as the template `input` shows it: its label, what was typed, and what is wrong with that.
struct FormInput {
    /// What the browser is told about what is typed here.
    enum Kind: String {
        case text, email, date, time, search, file, password
        /// Several lines.
        case area
        /// As many as a letter has.
        case letter
    }

    /// Its name in the form, and its id on the page.
    let name: String
    let label: String
    let value: String
    let hint: String?
    let error: String?
    let type: String
    let isArea: Bool
    /// How many lines are seen at once, of several.
    let rows: Int
    let isRequired: Bool
    /// The ids of hint and error, for `aria-describedby`; nil where there are none.
    let describedBy: String?
    /// What a browser may fill in by itself (WCAG 1.3.5), for what is asked of the user themselves.
    let autocomplete: String?
    /// The user goes on here.
    let isFocused: Bool

    init(
        _ name: String, _ label: String, value: String = "", kind: Kind = .text, hint: String? = nil,
        error: String? = nil, isRequired: Bool = false, autocomplete: String? = nil,
        isFocused: Bool = false
    ) {
        (self.name, self.label, self.value, self.hint, self.error) = (name, label, value, hint, error)
        type = kind.rawValue
        isArea = kind == .area || kind == .letter
        rows = kind == .letter ? 18 : 3
        self.isRequired = isRequired
        (self.autocomplete, self.isFocused) = (autocomplete, isFocused)
        let parts = [hint.map { _ in name + "-hint" }, error.map { _ in name + "-error" }].compactMap(\.self)
        describedBy = parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
