import Setup

extension Configuration {
    /// The account that sends, as a sentence names it: the login, and the address where that is another.
    package var accountName: String {
        let address = me.email.text
        guard let user = smtp?.server.user, user != address else { return address }
        return "\(user) (sending as \(address))"
    }
}
