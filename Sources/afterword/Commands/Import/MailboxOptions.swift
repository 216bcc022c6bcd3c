import ArgumentParser

/// Interviews out of the user's own mail.
struct MailboxOptions: ParsableArguments {
    @Flag(name: .customLong("mailbox"), help: "Look through your mailbox instead of a file.")
    var isWanted = false

    @Option(
        help: ArgumentHelp(
            "How far back to look in the mailbox: 14d, 2w or a day such as 2026-11-16 (default: 14d).",
            valueName: "span"))
    var since: String?
}
