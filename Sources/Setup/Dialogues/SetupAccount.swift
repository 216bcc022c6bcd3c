extension SetupDialogue {
    /// What this computer knows of the user, which is offered: nothing typed takes it.
    package struct Account: Sendable {
        /// As they sign it.
        package let name: String?
        /// With or without a name before it.
        package let address: String?

        package init(name: String? = nil, address: String? = nil) {
            (self.name, self.address) = (name, address)
        }
    }
}
