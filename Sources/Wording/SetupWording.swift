import Foundation
import Mail
import Setup

/// What is asked and said while Afterword is set up.
extension Wording {
    /// - Parameter usual: what nothing typed means, where the question does not say so itself.
    package static func prompt(_ question: SetupDialogue.Question, usual: String? = nil) -> String {
        let enter = usual.map { " [Enter = \(shown($0, limit: 60))]" } ?? ""
        return switch question {
        case .name: "Your name, as you sign it\(enter): "
        case .address: "Your email address\(enter): "
        case .zone(let usual): "Your time zone [Enter = \(usual)]: "
        case .byHand: "Send each message yourself, from your own mail program? [Y/n] "
        case .server:
            "Your provider's mail server for sending (SMTP in its help pages), such as mail.example.org "
                + "[Enter = I send each message myself]: "
        case .user: "The name to log in with [Enter = the server wants no login]: "
        case .password(let account):
            "The password for \(shown(account)) (it is not shown as you type) [Enter = another way]: "
        case .otherWay:
            "Another way: c = a command that prints the password, f = a file that holds it, h = you send each message "
                + "yourself: "
        case .command: "A command that prints the password, such as secret-tool lookup service afterword: "
        case .file: "The file that holds the password, readable by you alone: "
        case .mailbox(let url):
            "Look for answers in your mailbox (\(url)), so that nobody who has answered is asked again? [Y/n] "
        }
    }

    /// What is said before a question; nil where nothing needs to be.
    ///
    /// - Parameters:
    ///   - question: nil once nothing is asked any more.
    ///   - service: where the mail of the user is.
    package static func explanation(
        before question: SetupDialogue.Question?, of service: MailService
    ) -> String? {
        guard case .provider(let provider) = service else { return nil }
        switch question {
        case .byHand, .password, .command, nil: return provider.wants
        default: return nil
        }
    }

    package static let loggingIn = "Logging in ..."
    package static func loggedIn(_ server: String) -> String { "Logged in at \(server)." }
    package static func mailboxRead(_ place: String) -> String { "The mailbox at \(place) can be read." }
    package static func mailboxLeft(_ why: Sentence) -> Sentence {
        "\(why.capitalised) Your mailbox is left out for now; see imap: in config.yaml."
    }

    /// After a login that came to nothing.
    package static let typeAgain = "Type the password again? [Y/n = keep it as it is, and go on] "
    /// After one that never came to the password.
    package static let tryAgain = "Try the server and the password again? [Y/n = keep them and go on] "
    package static let enoughTries: Sentence =
        "That was the third try, and accounts get locked after too many. The password is kept as you typed it; when you have "
        + "looked it up, see: \(.check)"

    /// Where a password went.
    package static func kept(_ place: SecretStore.Place) -> String {
        switch place {
        case .keyring: "Your password is in your keyring (as \"Afterword\"), not in the configuration."
        case .pass(let entry): "Your password is in pass, as \(shown(entry)), not in the configuration."
        case .file(let path):
            "Your password is in \(shown(path)), which only you can read; there is no keyring here."
        }
    }

    /// Where a password comes from, once the set-up is done.
    package static func whereFrom(_ source: SecretSource) -> String {
        switch source {
        case .command(let command):
            "asked for when it is needed, by the command \(shown(command, limit: 200))"
        case .file(let path): "in \(shown(path)), which only you can read"
        }
    }

    package static let offerService =
        "Have Afterword run in the background, starting now and whenever you log in, so that each message goes when it is "
        + "due? [Y/n] "
    package static let offerNotices =
        "Have Afterword run in the background, starting now and whenever you log in, so that it tells you when a message is "
        + "ready? [Y/n] "

    /// Why a login failed; nil where it did not.
    ///
    /// - Parameters:
    ///   - server: that was tried.
    ///   - address: of the user.
    ///   - isWritten: it stands in a configuration.
    package static func loginFault(
        _ check: LoginCheck, of server: SMTPSettings, address: String, isWritten: Bool = true
    ) -> Sentence? {
        switch check {
        case .passed: return nil
        case .deferred(let reply, let fault):
            return Sentence(text(fault, reply, server: server.place, isWritten: isWritten))
        case .stopped(let cause, let reply):
            let remedy = LoginRemedy(
                provider: MailProviders.of(host: server.host) ?? MailProviders.of(address: address),
                authentication: server.authentication, cause: cause, reply: reply)
            let words = text(
                cause, reply, server: server.place, authentication: server.authentication,
                isWritten: isWritten)
            return remedy.sentence.map { words + " \($0)" } ?? words
        }
    }
}

/// What a form of the set-up lacks, or what stands in the wrong field of it.
package enum SetUpFormProblem: Worded {
    case noServer, noPassword
    /// In the field for a command.
    case passwordAsCommand

    package var sentence: Sentence {
        switch self {
        case .noServer:
            "Which server sends your mail? Your provider’s help pages call it the outgoing server, or SMTP server."
        case .noPassword:
            "Enter the password, too; or leave the user name empty if your server wants no login."
        case .passwordAsCommand:
            "That looks like the password itself, for there is no program of that name. Put it into the field for the "
                + "password: there it is kept safely."
        }
    }
}

extension SetupProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .notAZone("", _):
            "the time zone is missing. Write the nearest city of it, such as Europe/London."
        case .notAZone(let text, let near):
            near.isEmpty
                ? "\(Wording.quoted(text)) is not a time zone name. Write the nearest city of your zone, such as Europe/London."
                : "\(Wording.quoted(text)) is not a time zone name. Try \(Wording.list(near, "or"))."
        case .notAServer(let text):
            "\(Wording.quoted(text)) is not the name of a server. Your provider's help pages have it under SMTP or "
                + "“outgoing server”; press Enter if you would rather send each message yourself."
        case .notAllowed(let allowed): "that can't be right; write \(allowed.words)."
        case .nothing: "nothing was typed."
        case .looksLikePassword:
            "that looks like the password itself, where a command that prints it is wanted (there is no program of that "
                + "name); it would stand in the configuration for others to read, so it is not written. In a terminal, "
                + "\(.setUp) asks for the password without showing it, and keeps it safely."
        }
    }
}
