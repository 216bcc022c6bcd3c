extension Screens {
    /// The screens on which one looks things up.
    static var looking: [any Screen.Type] { [] }
}
