import Etiquette
import Foundation
import Mail

/// Everything that `config.yaml` says, read and found possible; design.md, Configuration, lists the keys.
package struct Configuration: Equatable, Sendable {
    package struct Me: Equatable, Sendable {
        /// As it signs.
        package let name: String
        /// From and envelope sender, always.
        package let email: EmailAddress
        /// The zone of the interview where the user names none.
        package let timeZone: TimeZone
        /// The lines of the postal address, as they stand at the top of a card; empty where none is written.
        package let postalAddress: [String]
    }

    package struct Outgoing: Equatable, Sendable {
        package let server: SMTPSettings
        /// Absent exactly where the server wants no login.
        package let secret: SecretSource?
        /// How many connections may send at the same time.
        package let connections: Int
        /// Seconds between the notes of one panel, in `run` only.
        package let spread: Int
        /// Messages in any hour; nil is no limit.
        package let maxPerHour: Int?
        /// Messages in any 24 hours; nil is no limit.
        package let maxPerDay: Int?
    }

    /// The way in: the mailbox where answers arrive, and the folder that keeps copies of what was sent.
    package struct Incoming: Equatable, Sendable {
        /// A server, or files of this machine.
        package enum Location: Equatable, Sendable {
            case server(IMAPSettings)
            /// An absolute path.
            case maildir(path: String)
            /// An absolute path, of a file or of a folder with files.
            case mbox(path: String)
        }

        /// Whether a copy is put into the Sent folder; `auto` looks first whether the server did so by itself.
        package enum SaveSent: String, Sendable, CaseIterable {
            case auto, always, never
        }

        package let location: Location
        /// Absent for files.
        package let secret: SecretSource?
        /// The folders to read, as people write them; empty for those that the program picks by their use.
        package let folders: [String]
        /// Seconds between two readings, in `run` only.
        package let interval: Int
        /// Nil where it is to be found by its special use (RFC 6154).
        package let sentFolder: String?
        package let saveSent: SaveSent
    }

    package let me: Me
    /// Absent where the user sends each message by hand (`smtp: by-hand`).
    package let smtp: Outgoing?
    /// Absent where the user has not told of a mailbox.
    package let imap: Incoming?
    package let etiquette: EtiquetteSettings
    /// A language tag (BCP 47) such as `en-GB`, which picks the templates.
    package let language: String
    /// In which voice messages are worded where none is chosen for a recruitment; nil for the usual one.
    package let voice: Voice?
    /// What gets a line on its standard input whenever something needs the user, in `run` only; nil for nothing.
    package let notifyCommand: String?
}

extension Configuration {
    /// What stands under `smtp` in the place of a server where the user sends each message with a program of their own.
    package static let byHand = "by-hand"

    /// Whether the program hands nothing to a server.
    package var isByHand: Bool { smtp == nil }

    /// Under which mail comes to the user: the address that writes, and the names to log in with that are addresses.
    package var ownAddresses: [EmailAddress] {
        var users = [smtp?.server.user]
        if case .server(let settings)? = imap?.location { users.append(settings.user) }
        return [me.email] + users.compactMap { user in user.flatMap { try? EmailAddress($0) } }
    }
}
