import Listener

/// The phrases that come with the program, read once for all tests: reading them was most of what the tests did.
enum ShippedPhrases {
    private static let phrases = Result { try MailPhrases.shipped() }

    static func get() throws -> MailPhrases { try phrases.get() }
}
