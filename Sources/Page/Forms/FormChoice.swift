/// A choice of one among several, as the template `choice` shows it: buttons with a legend.
struct FormChoice {
    /// Its name in the form, and its id on the page.
    let name: String
    let legend: String
    let hint: String?
    let error: String?
    let options: [Option]
    /// The ids of hint and error, for `aria-describedby`; nil where there are none.
    let describedBy: String?

    struct Option {
        let value: String
        let label: String
        let id: String
        let isChosen: Bool
    }

    /// - Parameters:
    ///   - options: what is sent, and what people read.
    ///   - chosen: what is sent of the one that is chosen; nil where none is.
    init(
        _ name: String, _ legend: String, options: [(value: String, label: String)], chosen: String?,
        hint: String? = nil, error: String? = nil
    ) {
        (self.name, self.legend, self.hint, self.error) = (name, legend, hint, error)
        self.options = options.enumerated().map { number, option in
            // The first bears the id of the whole, so that a link to what is wrong leads to it.
            Option(
                value: option.value, label: option.label, id: number == 0 ? name : "\(name)-\(number)",
                isChosen: option.value == chosen)
        }
        let parts = [hint.map { _ in name + "-hint" }, error.map { _ in name + "-error" }].compactMap(\.self)
        describedBy = parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
