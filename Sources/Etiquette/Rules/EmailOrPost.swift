/// Rule `email-or-post`: by email or by card; a word in person counts as well.
public enum EmailOrPost {
    /// Whether the contact does for a thank-you to that person, so that none is due any more.
    public static func fulfils(_ contact: Contact) -> Bool {
        guard contact.direction == .out, contact.outcome == .sent || contact.outcome == .logged else {
            return false
        }
        return contact.channel.map(thanks(over:)) ?? false
    }

    /// Whether a word over this channel thanks somebody.
    public static func thanks(over channel: Channel) -> Bool {
        switch channel {
        case .email, .post, .inPerson: true
        case .phone, .social: false
        }
    }
}
