import Mail
import Setup

/// What a refused login most likely means at the large providers, by their own words, and what to do.
///
/// Codes and words as the providers document them: Google "SMTP error reference", Microsoft "Authentication
/// unsuccessful" (5.7.139, 5.7.3, 5.7.57); the others answer alike whatever is wrong.
package struct LoginRemedy {
    /// Nil for anybody else.
    package let provider: MailProvider?
    package let authentication: SMTPSettings.Authentication
    package let cause: StopCause
    package let reply: ServerReply?

    /// Nil where nothing better is known than what was said already.
    package var sentence: String? {
        switch cause {
        case .loginRefused: refused
        case .authNotOffered: provider?.authentication == .password ? nil : ofProvider
        case .senderRefused where says("5.7.57", "client not authenticated"), .loginWanted: ofProvider
        case .senderRefused where says("5.7.60", "sendasdenied"):
            "Microsoft lets this login send only as its own mailbox: your address has to be the one that you log in with."
        default: nil
        }
    }

    private var refused: String? {
        if says("too many", "#auth005", "4.7.1 ") {
            return "It has seen too many wrong logins: wait an hour before the next try."
        }
        if says("smtpclientauthentication is disabled", "smtp_auth_disabled") {
            return "Sending by SMTP is switched off for this mailbox: its administrator has to allow "
                + "\u{201C}Authenticated SMTP\u{201D} (https://aka.ms/smtp_auth_disabled)."
        }
        if says("5.7.14", "log in via your web browser", "webloginrequired") {
            return
                "Google wants to see you first: log in with a browser at https://accounts.google.com, then try again."
        }
        return authentication == .password ? ofProvider : ofToken
    }

    /// The remedy for a password, whatever exactly was wrong with it.
    private var ofProvider: String? {
        if provider == nil, says("application-specific password") {
            return MailProviders.named("Gmail")?.wants
        }
        if provider == nil, says("basic authentication is disabled") {
            return MailProviders.named("Outlook.com")?.wants
        }
        return provider?.wants
    }

    /// What a token must be good for.
    private var ofToken: String? {
        switch provider?.login {
        case .token, .organisation:
            "Microsoft takes a token with the permission SMTP.Send (scope https://outlook.office.com/SMTP.Send), made for "
                + "the mailbox that you log in to."
        case .app where provider?.name == "Gmail":
            "Google takes a token with the scope https://mail.google.com/, made for the account that you log in to."
        default: nil
        }
    }

    private func says(_ words: String...) -> Bool {
        guard let reply else { return false }
        let said = "\(reply.enhancedStatus ?? "") \(reply.text)".lowercased()
        return words.contains { said.contains($0) }
    }
}
