/// What became of one copy of a template that the user wanted to change.
package struct TemplateCopy: Equatable, Sendable {
    package enum Outcome: String, Sendable {
        case copied
        /// The same text lay there already.
        case same
        /// Another text lay there, and stays.
        case kept
        /// Another text lay there; it is beside it now.
        case replaced
    }

    package let name: String
    package let path: String
    package let outcome: Outcome
    /// Where the other text lies that was replaced.
    package let former: String?

    package init(name: String, path: String, outcome: Outcome, former: String?) {
        (self.name, self.path, self.outcome, self.former) = (name, path, outcome, former)
    }
}
