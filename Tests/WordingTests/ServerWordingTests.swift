import Setup
import Testing

@testable import Mail
@testable import Wording

/// What `doctor` and `send` say of a server that refuses: the fault, the server's words, and the remedy.
@Suite struct ServerWordingTests {
    struct Row: CustomTestStringConvertible {
        let host: String
        let authentication: SMTPSettings.Authentication
        let cause: StopCause
        let reply: (code: Int, status: String?, text: String)?
        /// Parts of the remedy; none at all where there are none.
        let says: [String]
        var testDescription: String { "\(host) \(reply?.text ?? cause.rawValue)" }

        init(
            _ host: String, _ reply: (Int, String?, String)?, _ says: String...,
            authentication: SMTPSettings.Authentication = .password, cause: StopCause = .loginRefused
        ) {
            (self.host, self.authentication, self.cause, self.says) = (host, authentication, cause, says)
            self.reply = reply.map { (code: $0.0, status: $0.1, text: $0.2) }
        }

        var remedy: String? {
            LoginRemedy(
                provider: MailProviders.of(host: host), authentication: authentication, cause: cause,
                reply: reply.map {
                    ServerReply(code: $0.code, enhancedStatus: $0.status, text: $0.text, phase: .auth)
                }
            ).sentence
        }
    }

    static let rows = [
        Row(
            "smtp.gmail.com", (534, "5.7.9", "Application-specific password required."), "app password",
            "https://myaccount.google.com/apppasswords"),
        Row(
            "smtp.gmail.com", (535, "5.7.8", "Username and Password not accepted."), "app password", "2-Step"),
        Row(
            "smtp.gmail.com", (534, "5.7.14", "Please log in via your web browser and try again."), "browser"),
        Row(
            "smtp.gmail.com", (535, "5.7.8", "Username and Password not accepted."),
            "https://mail.google.com/",
            authentication: .xoauth2),
        Row(
            "mail.example.org", (534, "5.7.9", "Application-specific password required."), "app password"),
        Row(
            "smtp-mail.outlook.com",
            (535, "5.7.139", "Authentication unsuccessful, basic authentication is disabled."),
            "OAuth token", "auth: xoauth2"),
        Row("smtp.office365.com", (535, "5.7.3", "Authentication unsuccessful"), "OAuth token"),
        Row(
            "smtp.office365.com", (535, "5.7.3", "Authentication unsuccessful"), "SMTP.Send",
            "the mailbox that you log in to",
            authentication: .xoauth2),
        Row(
            "smtp.office365.com",
            (
                535, "5.7.139",
                "Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox."
            ),
            "Authenticated SMTP", "aka.ms", authentication: .xoauth2),
        Row("smtp.office365.com", nil, "OAuth token", cause: .authNotOffered),
        Row(
            "smtp.office365.com", (550, "5.7.60", "SendAsDenied; not allowed to send as this sender"),
            "the one that you log in with",
            cause: .senderRefused),
        Row(
            "smtp.mail.me.com", (535, "5.7.8", "Error: authentication failed"), "app-specific password",
            "apple"),
        Row(
            "smtp.mail.yahoo.com", (535, "5.7.0", "(#MBR1240) Please verify your account"), "Yahoo",
            "app password"),
        Row("smtp.mail.yahoo.com", (535, "5.7.0", "(#AUTH005) Too many bad auth attempts."), "wait an hour"),
        Row(
            "smtp.fastmail.com", (535, "5.7.0", "Incorrect username or password"), "Fastmail", "app password"),
        Row(
            "smtp.zoho.eu", (535, nil, "Authentication Failed"), "app-specific password",
            "https://accounts.zoho.eu"),
        Row("mail.example.org", (535, "5.7.8", "no")),
        Row("mail.example.org", (535, "5.7.8", "no"), authentication: .oauthbearer),
        Row("notgmail.com", (535, "5.7.8", "no")),
        Row("smtp.gmail.com", nil, cause: .certificateNotTrusted),
        Row("smtp.gmail.com", nil, cause: .authNotOffered),
        Row("smtp.gmail.com", (552, "5.2.2", "over quota"), cause: .senderRefused),
    ]

    @Test(arguments: rows)
    func theRemedyFitsTheProviderAndItsWords(row: Row) throws {
        guard !row.says.isEmpty else {
            #expect(row.remedy == nil)
            return
        }
        let remedy = try #require(row.remedy)
        for words in row.says { #expect(remedy.contains(words), "\(remedy)") }
        #expect(remedy.last == "." || remedy.hasSuffix(")."))
    }

    @Test(arguments: StopCause.allCases, SMTPSettings.Authentication.allCases)
    func everyCauseSaysWhatToDo(cause: StopCause, authentication: SMTPSettings.Authentication) {
        let reply = ServerReply(code: 535, enhancedStatus: "5.7.8", text: "who\u{1B} are you", phase: .auth)
        let text = Wording.text(cause, reply, server: "mail.example.org:587", authentication: authentication)
            .read
        #expect(text.hasSuffix(".") && !text.contains("\u{1B}"))
        #expect(["check", "correct", "renew", "install"].contains { text.contains($0) }, "\(text)")
    }

    @Test func aTokenIsToBeRenewedAndAPasswordChecked() {
        let reply = ServerReply(code: 535, enhancedStatus: nil, text: "no", phase: .auth)
        let token = Wording.text(.loginRefused, reply, server: "m:1", authentication: .xoauth2).read
        #expect(token.hasPrefix("m:1 refused the token: “535 no”; most likely it has expired: renew it"))
        let password = Wording.text(.loginRefused, reply, server: "m:1").read
        #expect(
            password.hasPrefix(
                "m:1 refused the login: “535 no”; check the user name (smtp.user in config.yaml) and the password"
            ))
    }

    @Test(arguments: TransportFault.Kind.allCases)
    func everyFaultNamesTheServer(kind: TransportFault.Kind) {
        let text = Wording.text(TransportFault(kind: kind, code: 1, detail: "why"), nil, server: "m:1")
        #expect(text.contains("m:1") && text.hasSuffix(" (why)."))
    }
}
