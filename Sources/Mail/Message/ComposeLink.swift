import Etiquette
import Foundation

/// A message as a link that opens in a mail program, or at a mail service, ready to be sent by a person.
package struct ComposeLink: Equatable, Sendable {
    package let to: EmailAddress
    package let subject: String
    /// Text with LF.
    package let body: String

    package init(to: EmailAddress, subject: String, body: String) {
        (self.to, self.subject, self.body) = (to, subject, body)
    }

    /// What programs and desktops hand on whole: some cut a link at 2,083 bytes, some at 2,000, and some put a word of theirs
    /// before it.
    package static let longestMailto = 1_800
    /// What the services take in the line of an address.
    package static let longestWebLink = 7_500

    /// A `mailto:` link (RFC 6068); a line ends with CR LF there (section 5).
    package var mailto: String {
        "mailto:\(Self.encoded(to.text, besides: "@"))?subject=\(Self.encoded(subject))&body="
            + Self.encoded(body.replacing("\n", with: "\r\n"))
    }

    /// The compose window of Gmail in a browser.
    package var gmail: String {
        "https://mail.google.com/mail/?view=cm&fs=1&to=\(Self.encoded(to.text))&su=\(Self.encoded(subject))&body="
            + Self.encoded(body)
    }

    /// The compose window of Outlook in a browser.
    ///
    /// - Parameter isPersonal: at Outlook.com, and not in an organisation's Microsoft 365.
    package func outlook(isPersonal: Bool) -> String {
        let place = isPersonal ? "outlook.live.com" : "outlook.office.com"
        return
            "https://\(place)/mail/0/deeplink/compose?to=\(Self.encoded(to.text))&subject=\(Self.encoded(subject))"
            + "&body=" + Self.encoded(body)
    }

    /// Percent-encoded UTF-8 but for the unreserved characters (RFC 3986 2.3): no space becomes a plus sign, which a
    /// `mailto:` would show (RFC 6068 5).
    private static func encoded(_ text: String, besides kept: String = "") -> String {
        let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        let kept = CharacterSet(charactersIn: unreserved + kept)
        return text.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
    }
}
