/// The words by which providers refuse an account, and those by which they refuse a recipient.
///
/// Phrases are in small letters; the parts of `a & b` may stand anywhere. The first row that fits decides.
///
/// Sources: Google, "SMTP error reference" (Workspace Admin Help); Microsoft, "Email non-delivery reports in Exchange
/// Online" and the texts of STOREDRV in the trackers of MailKit (1101, 1176) and gophish (2900); Postfix 3.7, `smtpd_check.c`
/// as its manual postconf(5) words it (reject_sender_login_mismatch, reject_non_fqdn_helo_hostname,
/// reject_unauth_destination); mailbox.org and mailcow for the same; Exim's default configuration and cPanel's
/// enforce_mail_permissions; Zoho Mail's and ZeptoMail's error codes; IONOS, "mass mailing limits"; GMX and WEB.DE postmaster
/// pages; StartMail, "sending limit"; Amazon SES, "SMTP response codes"; SendGrid and Mailgun error tables; Yandex, QQ, 163
/// (Coremail), mail.ru help pages; cluebringer's and postfwd's own texts; RFC 3463 for the statuses.
enum RefusalTable {
    struct Row: Sendable {
        let trouble: AccountTrouble
        var statuses: Set<String> = []
        let phrases: [String]
        /// Words with which it is something else.
        var unless: [String] = []
        /// Said of mailboxes, too: not with their codes and statuses.
        var isWeak = false
    }

    static let ofAccounts: [Row] = [
        Row(
            // Google's daily limit; Microsoft's for message recipients, and of a tenant.
            trouble: .limit, statuses: ["5.4.5", "5.1.90", "5.7.705"],
            phrases: [
                "daily & limit", "daily & quota", "hourly & limit", "hourly & quota", "monthly & limit",
                "monthly & quota", "submission quota", "exceeded & threshold",
                // IONOS, GMX: "Mail send limit exceeded"
                "send limit", "sending limit", "sending quota", "sending rate", "send rate", "sender & quota",
                "sender & limit", "sender & rate", "sent & limit", "outgoing & limit", "outbound & limit",
                "outgoing & quota", "message quota", "messaging limit", "sender rate",
                // cPanel's "max emails per hour", "max defers and failures per hour"; postfwd; vmail
                "per hour", "per day", "per minute", "emails an hour", "in the last hour",
                "in the last 24 hours", "exceeded the max",
                // StartMail, Outmail: "your mail limit has been reached", "You have exceeded your … quota"
                "your & limit & reached", "your & limit & exceeded", "exceeded your & quota",
                "exceeded your & limit",
                "reached your & limit", "reached your & quota", "exceeded & allowed number",
                // rspamd, SES, SendGrid, QQ, 163
                "ratelimit", "rate limit", "rate-limit", "throttling failure", "maximum credits",
                "too many messages", "too many mails", "too many emails", "too many e-mails", "send too many",
                "sent too many", "too much mail", "policy rejection & quota",
            ], unless: ofConnections),
        // QQ: "Connection frequency limited", "Domain frequency limited".
        Row(trouble: .limit, phrases: ["frequency limited"]),
        Row(
            trouble: .mend(.helloRefused),
            phrases: [
                "helo command rejected", "ehlo command rejected", "helo & fully-qualified",
                "need fully-qualified hostname", "invalid helo", "invalid ehlo", "bad helo", "helo name",
                "ehlo name", "helo/ehlo", "ehlo/helo", "helo & invalid", "helo & rejected", "ehlo & rejected",
                "helo hostname",
            ]),
        Row(
            trouble: .mend(.loginWanted), statuses: ["5.7.57", "5.7.54", "5.7.64"],
            phrases: [
                "not logged in", "log in first", "login first", "authentication required",
                "authentication is required", "authentication needed", "requires authentication",
                "require authentication", "proper authentication", "not authenticated", "must authenticate",
                "must be authenticated", "need to authenticate", "please authenticate", "authenticate first",
                "smtp authentication", "smtp auth", "relay access denied", "relaying denied", "relay denied",
                "relaying not allowed", "relay not permitted", "relaying not permitted", "relaying is not",
                "unable to relay", "not permitted to relay", "do not relay", "does not relay", "open relay",
                "relaying prohibited", "relay & prohibited", "rcpthosts", "credentials for relay",
                // Postfix where it takes mail from who has logged in and from nobody else, as its port 587 is set up
                "client host rejected: access denied",
            ]),
        Row(
            // Microsoft's outbound protection: spam abuse detected, banned sending account, not yet trusted.
            trouble: .mend(.accountBlocked),
            statuses: ["5.7.501", "5.7.502", "5.7.503", "5.7.708", "5.7.750"],
            phrases: [
                "bad outbound sender", "outboundspam", "spam abuse",
                // Zoho
                "outgoing blocked", "outgoing & blocked", "sender address blocked",
                "unusual sending activity",
                "unusual activity", "suspicious activity", "unsolicited email originating from your",
                // cPanel, SES and others
                "outgoing & suspended", "sending & suspended", "sending & paused", "sending & disabled",
                "sending & blocked", "sender & suspended", "sender & disabled", "sender is blocked",
                "sender blocked", "your account & suspended", "your account & disabled",
                "your account & blocked", "your account & locked", "your mailbox & blocked",
                "account has been compromised",
                // The network from which this computer speaks
                "client host rejected", "client host & blocked", "blocked using", "your ip & blocked",
                "your ip & blacklist",
            ]),
        Row(
            // The statuses of a sender's address (RFC 3463 section 3.2); Exchange's and Outlook.com's own.
            trouble: .mend(.senderRefused),
            statuses: ["5.1.7", "5.1.8", "4.1.7", "4.1.8", "5.2.252", "5.7.60"],
            phrases: [
                // Postfix, and who is built on it: mailbox.org, Posteo, OVH, Yandex
                "sender address rejected", "not owned by",
                // Exchange and Outlook.com
                "sendasdenied", "send as this sender", "not allowed to send as", "send on behalf",
                // IONOS, GMX, WEB.DE, Yahoo, iCloud, Fastmail, MailKit 1101
                "sender address is not allowed", "sender address not allowed", "sender is not allowed",
                "sender not allowed", "sender not authorized", "sender unauthorized",
                "sender address unauthorized", "not allowed to send from", "not permitted to send",
                "not allowed to send", "not authorised to send", "not authorized to send",
                "not authorized to use", "address not verified", "address is not verified",
                "from address is not", "from address not", "from address must", "from address does not",
                "from-address must", "from header & must", "sender identity", "not a verified",
                // Zoho, QQ, 163, mail.ru, DirectAdmin, hosts of Exim
                "relaying disallowed", "not allowed to relay", "mail from must", "mail from address must",
                "must be same as", "must be the same as", "must equal", "not local sender",
                "sender id mismatch",
                "sender verify failed", "invalid sender", "bad sender", "sender rejected", "sender denied",
                "sender refused", "unknown sender", "sender domain", "envelope sender", "spoof",
            ]),
        Row(
            trouble: .limit,
            phrases: [
                "limit exceeded", "limit reached", "exceeded & limit", "reached & limit", "over limit",
                "over the limit",
            ], unless: ofConnections + ofSizes, isWeak: true),
        Row(
            trouble: .limit, phrases: ["quota exceeded", "exceeded & quota"],
            unless: ofConnections + ofSizes + ["@", "user", "recipient", "their ", "his "], isWeak: true),
        Row(
            trouble: .mend(.accountBlocked),
            phrases: [
                "account suspended", "account is suspended", "account has been suspended", "account disabled",
                "account is disabled", "account has been disabled", "account blocked", "account is blocked",
                "account has been blocked", "account locked", "account is locked", "account has been locked",
            ], unless: ["@", "recipient", "mailbox"], isWeak: true),
    ]

    /// Where a server has enough of a connection, and not of the account.
    private static let ofConnections = ["connection", "session", "thread", "concurrent"]

    /// Limits of mails, and of the room for them.
    private static let ofSizes = [
        "mailbox", "inbox", "storage", "disk", "space", "size", "too large", "attachment", "header", "line ",
        "hop", "recipient's", "receiv",
    ]

    /// Of a person, however the rest reads: Google's "tried to reach", Exchange's groups that take mail from some alone.
    static let ofRecipients = [
        "you tried to reach", "trying to reach", "trying to contact", "you are contacting", "receiving mail",
        "receiving & limit", "may receive", "resolver.rst", "to this recipient", "to this group",
        "only accepts", "only accept", "accepts mail from", "accepts messages from", "recipient's mailbox",
        "recipient mailbox", "mailbox full", "mailbox is full", "mailbox for", "rejected by recipient",
        "recipient has blocked", "blocked by recipient", "blocked by the recipient", "recipient & storage",
    ]

    /// Where nothing of the account was found.
    static let perhapsOfRecipients = [
        "user unknown", "unknown user", "no such user", "no such recipient", "no such mailbox",
        "no such address", "no such person", "no such account", "no mailbox here", "user not found",
        "recipient not found", "mailbox not found", "address not found", "not exist", "doesn't exist",
        "unknown recipient", "recipient unknown", "invalid recipient", "invalid mailbox", "bad recipient",
        "recipient address rejected", "recipient rejected", "recipient refused", "unrouteable", "unroutable",
        "unknown address", "not a valid", "not known here", "user is unknown", "no valid recipients",
        "over quota", "quota exceeded", "mailbox & quota", "mailbox & exceeded", "mailbox & disabled",
        "mailbox & inactive", "mailbox unavailable", "user disabled", "account disabled",
        "account is disabled", "account suspended", "account is suspended", "user suspended",
        "address rejected", "domain not found", "host unknown", "unknown host", "no mx",
        "insufficient & storage", "storage exceeded", "storage allocation", "intended recipient",
        "of the recipient", "for the recipient",
    ]

    /// Statuses of the recipient's address, and of their mailbox (RFC 3463 3.2, 3.3; Exchange's 5.1.10 and 5.1.20).
    static let statusesOfRecipients: Set<String> = [
        "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.5", "5.1.6", "5.1.10", "5.1.20", "5.2.1", "5.2.2", "5.2.3",
        "4.1.1", "4.1.2", "4.2.1", "4.2.2",
    ]
}
