import Etiquette
import Foundation
import Mail
import Testing

/// Letters that the tests write again and again.
enum Letters {
    /// Friday, 20 November 2026, 15:00 in London.
    static let date = Date(timeIntervalSince1970: 1_795_186_800)

    static func zone(_ name: String) throws -> TimeZone {
        try #require(TimeZone(identifier: name))
    }

    static func address(_ text: String) throws -> EmailAddress {
        try EmailAddress(text)
    }

    static func ada() throws -> Correspondent {
        Correspondent(name: "Ada Example", address: try address("ada@example.org"))
    }

    static let body = """
        Dear Jane Okafor,

        Thank you for your time yesterday. The open-data portal stayed with me.

        Ada Example

        """

    static func letter(
        to name: String = "Jane Okafor", subject: String = "Thank you \u{2013} Data Analyst interview",
        body: String = body
    ) throws -> Letter {
        Letter(
            from: try ada(), to: Correspondent(name: name, address: try address("jane.okafor@example.net")),
            subject: subject, body: body, messageID: "0123456789abcdef@example.org")
    }

    static func dispatched(_ letter: Letter, answering thread: LetterThread? = nil) throws -> [UInt8] {
        try FrozenLetter(try letter.frozen())
            .dispatch(date: date, zone: try zone("Europe/London"), answering: thread)
    }
}
