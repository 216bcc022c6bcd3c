import Etiquette
import Foundation
import Mail

/// Everything that `config.yaml` says, read and found possible; design.md, Configuration, lists the keys.
struct Configuration: Equatable, Sendable {
    /// Who writes.
    struct Me: Equatable, Sendable {
        /// As it signs.
        let name: String
        /// From and envelope sender, always.
        let email: EmailAddress
        /// The zone of the interview where the user names none.
        let timeZone: TimeZone
    }

    /// The way out.
    struct Outgoing: Equatable, Sendable {
        let server: SMTPSettings
        /// Absent exactly where the server wants no login.
        let secret: SecretSource?
        /// How many connections may send at the same time.
        let connections: Int
        /// Seconds between the notes of one panel, in `run` only.
        let spread: Int
        /// Messages in any hour; nil is no limit.
        let maxPerHour: Int?
        /// Messages in any 24 hours; nil is no limit.
        let maxPerDay: Int?
    }

    /// The way in: the mailbox where answers arrive, and the folder that keeps copies of what was sent.
    struct Incoming: Equatable, Sendable {
        /// A server, or files of this machine.
        enum Location: Equatable, Sendable {
            case server(IMAPSettings)
            /// An absolute path.
            case maildir(path: String)
            /// An absolute path, of a file or of a folder with files.
            case mbox(path: String)
        }

        /// Whether a copy is put into the Sent folder; `auto` looks first whether the server did so by itself.
        enum SaveSent: String, Sendable, CaseIterable {
            case auto, always, never
        }

        let location: Location
        /// Absent for files.
        let secret: SecretSource?
        /// The folders to read, as people write them; empty for those that the program picks by their use.
        let folders: [String]
        /// Seconds between two readings, in `run` only.
        let interval: Int
        /// Nil where it is to be found by its special use (RFC 6154).
        let sentFolder: String?
        let saveSent: SaveSent
    }

    let me: Me
    let smtp: Outgoing
    /// Absent where the user has not told of a mailbox.
    let imap: Incoming?
    let etiquette: EtiquetteSettings
    /// A language tag (BCP 47) such as `en-GB`, which picks the templates.
    let language: String
    /// In which voice messages are worded where none is chosen for a recruitment; nil for the usual one.
    let voice: Voice?
}

extension Configuration {
    /// Under which mail comes to the user: the address that writes, and the names to log in with that are addresses.
    var ownAddresses: [EmailAddress] {
        var users = [smtp.server.user]
        if case .server(let settings)? = imap?.location { users.append(settings.user) }
        return [me.email] + users.compactMap { user in user.flatMap { try? EmailAddress($0) } }
    }
}
