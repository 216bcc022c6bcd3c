import Setup

extension MailProvider {
    /// What the provider wants before a program may log in there; nil where the password of the mailbox is all.
    package var wants: String? {
        switch login {
        case .ordinary:
            switchOn.map {
                "\(name): switch on access for mail programs first (\($0)); then your usual password works."
            }
        case .app(let kind, let page):
            "\(name) takes \(Self.article(kind)) \(kind), a password that you make for one program, in place of your own: "
                + "make one at \(page). If that page does not offer it, turn on 2-Step Verification first."
                + (switchOn.map { " To let Afterword notice answers, switch on IMAP, too (\($0))." } ?? "")
        case .token:
            "Microsoft takes no passwords from mail programs for personal accounts, and no app passwords: it wants an OAuth "
                + "token, printed by a tool such as oama, with auth: xoauth2. Such a tool needs a client id, which a private "
                + "person can hardly get any more; and in a new mailbox SMTP may be switched off altogether. "
                + Self.byHand
        case .organisation:
            "At a Microsoft 365 account of an employer or a university the administrator decides what is taken: a password "
                + "(by default only until the end of December 2026), with auth: password, or an OAuth token, printed by a tool "
                + "such as oama, with auth: xoauth2. If you can get neither: "
                + Self.byHand.prefix(1).lowercased()
                + Self.byHand.dropFirst()
        case .bridge(let page):
            "\(name) is reached through its Bridge (\(page)), a program on this computer that has to run: use the server, "
                + "the name and the password that it shows."
        case .none: "\(name) lets no mail program in, so nothing can be sent from there. \(Self.byHand)"
        }
    }

    /// What is left to whoever has no password.
    private static let byHand =
        "You can send each message yourself instead (smtp: by-hand); Afterword opens it in your own mail program."

    private static func article(_ noun: String) -> String {
        noun.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
    }
}
