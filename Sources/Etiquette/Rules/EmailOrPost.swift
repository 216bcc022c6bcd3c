/// Rule `email-or-post`: by email or by card; a word in person counts as well.
package enum EmailOrPost {
    /// Whether a word over this channel thanks somebody, so that no thank-you is due any more.
    package static func thanks(over channel: Channel) -> Bool {
        switch channel {
        case .email, .post, .inPerson: true
        case .phone, .social: false
        }
    }
}
