import Testing

@testable import Mail

/// Whom a refusal is about, by the words that providers really use.
@Suite struct RefusalTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let reply: String
        let subject: Refusal.Subject
        var testDescription: String { reply }

        init(_ reply: String, _ subject: Refusal.Subject) {
            self.reply = reply
            self.subject = subject
        }

        var refusal: Refusal { Refusal(code: Int(reply.prefix(3)) ?? 0, words: String(reply.dropFirst(4))) }
    }

    private static let sender = Refusal.Subject.account(.mend(.senderRefused))
    private static let login = Refusal.Subject.account(.mend(.loginWanted))
    private static let blocked = Refusal.Subject.account(.mend(.accountBlocked))
    private static let helo = Refusal.Subject.account(.mend(.helloRefused))
    private static let limit = Refusal.Subject.account(.limit)

    static let ofTheAccount = [
        Row("553 5.7.1 <ada@example.org>: Sender address rejected: not owned by user ada", sender),
        Row("553 5.7.1 Sender address rejected: not owned by auth user.", sender),
        Row(
            "550 5.1.0 <ada@example.org>: Sender address rejected: User unknown in virtual mailbox table",
            sender),
        Row("450 4.1.8 <ada@example.invalid>: Sender address rejected: Domain not found", sender),
        Row("550 5.7.60 SMTP; Client does not have permissions to send as this sender", sender),
        Row(
            "554 5.2.252 SendAsDenied; ada@outlook.com not allowed to send as b@c.com; STOREDRV.Submission",
            sender),
        Row(
            "554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed",
            sender),
        Row("550 5.7.1 SendAsDenied", sender),
        Row("550 Requested action not taken: mailbox unavailable Sender address is not allowed.", sender),
        Row("554 5.1.0 Sender is not allowed to send from gmail.com (R2)", sender),
        Row("553 Relaying disallowed as ada@example.org", sender),
        Row("553 Mail from must equal authorized user", sender),
        Row("501 mail from address must be same as authorization user", sender),
        Row("550 not local sender over smtp", sender),
        Row("553 From: address not verified; see the help pages", sender),
        Row("550 5.7.0 From address is not one of your addresses", sender),
        Row("551 5.7.1 Not authorised to send from this header address", sender),
        Row("554 Message rejected: Email address is not verified. The following identities failed", sender),
        Row("550 The from address does not match a verified Sender Identity", sender),
        Row("550 Sender verify failed", sender),
        Row("553 5.7.1 <ada@example.org>: Sender address rejected: not logged in", login),
        Row("530 5.7.0 Authentication Required", login), Row("530 what", login),
        Row("530 5.7.57 Client not authenticated to send mail", login),
        Row("554 5.7.1 <jane@example.org>: Relay access denied", login),
        Row("554 5.7.1 <jane@example.org>: Recipient address rejected: Relay access denied", login),
        Row("454 4.7.1 <jane@example.org>: Relay access denied", login),
        Row("550 5.7.1 <jane@example.org>... Relaying denied. Proper authentication required.", login),
        Row("550 relay not permitted", login),
        Row("550-Please turn on SMTP Authentication in your mail client.", login),
        Row("550 5.7.1 Unable to relay", login),
        Row("553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", login),
        Row("504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname", helo),
        Row("450 4.7.1 <box>: Helo command rejected: Host not found", helo),
        Row("501 5.5.4 HELO/EHLO argument invalid", helo), Row("550 Access denied - Invalid HELO name", helo),
        Row("550 5.4.5 Daily user sending limit exceeded. a1sm2wrb.7 - gsmtp", limit),
        Row("550 5.4.5 Daily sending quota exceeded - gsmtp", limit),
        Row(
            "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
            limit),
        Row(
            "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; submission quota",
            limit),
        Row("450 Requested mail action not taken: mailbox unavailable Mail send limit exceeded.", limit),
        Row(
            "550 Domain example.org has exceeded the max emails per hour (125/100 (125%)) allowed. Message discarded.",
            limit),
        Row(
            "550 Domain example.org has exceeded the max defers and failures per hour (5/5 (100%)) allowed.",
            limit),
        Row(
            "554 5.7.1 <jane@example.org>: Recipient address rejected: You have exceeded your Outmail quota.",
            limit),
        Row("554 5.7.1 <jane@example.org>: Recipient address rejected: Email Sending Quota Exceeded", limit),
        Row("554 5.7.1 <DATA>: Data command rejected: only 10 messages per day", limit),
        Row("550 5.7.1 Your mail limit has been reached.", limit), Row("550 5.7.1 limit exceeded", limit),
        Row("450 4.7.1 Ratelimit \"user\" exceeded", limit),
        Row("454 Throttling failure: Daily message quota exceeded.", limit),
        Row("451 You have exceeded your messaging limits", limit),
        Row("550 RP:QRC Send too many mails", limit), Row("550 Connection frequency limited", limit),
        Row(
            "450 4.3.2 Please wait to send more emails, or contact support for a rate limit increase.", limit),
        Row("554 5.1.8 Email Outgoing Blocked", blocked),
        Row("550 5.4.6 Unusual sending activity detected.", blocked),
        Row("550 5.1.8 Access denied, bad outbound sender", blocked),
        Row("550 5.7.501 Access denied, spam abuse detected", blocked),
        Row("550 Outgoing mail from \"ada\" has been suspended.", blocked),
        Row("554 Message rejected: Sending suspended for this account.", blocked),
        Row("550 5.7.1 Your account has been suspended", blocked), Row("550 account suspended", blocked),
        Row("554 5.7.1 <box[192.0.2.1]>: Client host rejected: Access denied", login),
        Row("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org", blocked),
        Row(
            "550 5.7.1 [CSR] Our system has detected an unusual amount of unsolicited email originating from your address",
            blocked),
    ]

    static let ofTheRecipient = [
        "550 5.1.1 <jane@example.org>: Recipient address rejected: User unknown in local recipient table",
        "550 no such user here", "550 5.1.1 The email account that you tried to reach does not exist.",
        "552 5.2.2 The email account that you tried to reach is over quota",
        "550 5.2.1 The email account that you tried to reach is disabled.",
        "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages",
        "552 5.2.2 <jane@example.org>: Quota exceeded (mailbox for user is full)", "552 mailbox full",
        "550 <jane@example.org> Quota exceeded", "452 4.2.2 over quota", "550 5.2.2 mailbox limit exceeded",
        "550 5.7.1 <jane@example.org>: Recipient address rejected: Access denied",
        "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized", "550 5.1.10 RESOLVER.ADR.RecipientNotFound",
        "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
        "550 5.7.1 You do not have permission to send to this recipient",
        "550 <jane@example.org>: account is disabled",
        "550 5.2.1 account suspended", "550 Requested action not taken: user not found",
        "550 Unrouteable address",
        "550 5.1.2 Host unknown", "554 5.7.1 This group only accepts mail from its members",
        "553 5.1.3 <jane@>: bad recipient address syntax",
    ]

    static let unclear = [
        "554 5.7.1 it looks like spam", "550 5.7.1 Message rejected", "554 Transaction failed",
        "550 rejected", "554 5.5.0 no",
        "552 5.3.4 Message size exceeds fixed limit", "550 5.7.1 policy violation", "550 no",
        "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded",
        "421 4.7.0 Too many messages in this session",
        "451 4.7.1 Greylisted, please try again later", "450 4.2.0 greylisted",
    ]

    @Test(arguments: ofTheAccount)
    func itIsTheAccountThatIsRefused(row: Row) {
        #expect(row.refusal.subject == row.subject)
    }

    @Test(arguments: ofTheRecipient)
    func itIsTheRecipientWhoIsRefused(reply: String) {
        #expect(Row(reply, .recipient).refusal.subject == .recipient)
    }

    @Test(arguments: unclear)
    func itCanNotBeToldApart(reply: String) {
        #expect(Row(reply, .unclear).refusal.subject == .unclear)
    }

    @Test func whatAReplySaysIsReadFromItsParts() {
        let reply = ServerReply(
            code: 553, enhancedStatus: "5.7.1", text: "not owned by user ada", phase: .rcpt)
        #expect(Refusal(reply) == Refusal(code: 553, words: "5.7.1 not owned by user ada"))
    }

    @Test(arguments: [
        ("550 5.7.1 <jane@example.org>: no, id 4F2A", "550 5.7.1 <sam@example.net>: no, id 77BC", true),
        ("550 5.7.1 Policy of mx1.example.org forbids", "550 5.7.1 policy of mx2.example.net forbids", true),
        ("550 5.7.1 no", "550 5.7.1 yes", false), ("550 5.7.1 no", "554 5.7.1 no", false),
        ("550 5.7.1 no", "550 5.7.0 no", false),
    ])
    func wordsAreTheSameApartFromTheAddress(one: String, other: String, isSame: Bool) {
        #expect((Row(one, .unclear).refusal.sameness == Row(other, .unclear).refusal.sameness) == isSame)
    }

    /// To whichever command it is said: many servers wait for RCPT, some for the text.
    @Test(
        arguments: ["MAIL FROM:", "RCPT TO:", "DATA", "body"],
        [
            ("553 5.7.1 Sender address rejected: not owned by user ada", "stopped senderRefused 553"),
            ("550 5.4.5 Daily user sending limit exceeded", "deferred server 550"),
            ("450 4.7.1 Ratelimit exceeded", "deferred server 450"),
            ("554 5.7.1 Relay access denied", "stopped loginWanted 554"),
            ("454 4.7.1 Relay access denied", "deferred server 454"),
            ("504 5.5.2 Helo command rejected: need fully-qualified hostname", "stopped helloRefused 504"),
            ("550 5.7.1 Your account has been suspended", "stopped accountBlocked 550"),
        ])
    func theRunIsToStop(step: String, said: (reply: String, outcome: String)) throws {
        let steps = ["MAIL FROM:", "RCPT TO:", "DATA"]
        let before = steps.prefix { $0 != step }.map { "C: \($0)\nS: \($0 == "DATA" ? "354 go" : "250 ok")" }
        let last = step == "body" ? "body\nS: \(said.reply)" : "C: \(step)\nS: \(said.reply)"
        let server = try ScriptedServer(.hello + Dialogue((before + [last]).joined(separator: "\n")))
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let delivery = transport.deliver(try .adaToJane()) { HandOver().give() }
        transport.close()
        _ = server.finish()
        #expect(delivery.summary.hasPrefix(said.outcome), "\(delivery.summary)")
        if said.reply.lowercased().contains("limit") { #expect(delivery.summary.hasSuffix("limitReached")) }
    }
}
