import Etiquette
import Foundation
import Mail
import Testing

/// Against the mail server that half the world runs, with TLS and a login.
@Suite(.serialized, .withPostfix) struct PostfixTests {
    private let postfix: Postfix

    init() throws {
        postfix = try #require(Postfix.current)
    }

    private func deliver(
        _ settings: SMTPSettings, password: String = "correct-horse",
        to recipient: String = "jane.okafor@example.net"
    ) throws -> String {
        let transport = SMTPTransport(settings, secret: Secret(password))
        defer { transport.close() }
        let envelope = Envelope(
            sender: try Letters.address("ada@example.org"), recipient: try Letters.address(recipient))
        return transport.deliver(envelope) { HandOver().give() }.summary
    }

    @Test(arguments: ["Jane Okafor", "Łukasz Świętosław Żółć", "محمد بن عبد الله الأنصاري"])
    func aMessageArrivesByteForByte(name: String) throws {
        let id = "\(name.utf8.count).0123456789abcdef@example.org"
        let letter = Letter(
            from: try Letters.ada(),
            to: Correspondent(name: name, address: try Letters.address("jane.okafor@example.net")),
            subject: "Thank you – Data Analyst interview", body: "Dear \(name),\n\n.\n..\nThank you.\n",
            messageID: id)
        let bytes = try Letters.dispatched(letter)
        let transport = SMTPTransport(postfix.settings(), secret: Secret("correct-horse"))
        let delivery = transport.deliver(try .adaToJane()) { bytes }
        transport.close()
        #expect(delivery.summary == "accepted 250 body")
        let reply = try #require(delivery.reply)
        #expect(reply.enhancedStatus == "2.0.0")
        #expect(reply.text.hasPrefix("Ok: queued as "))
        let arrived = try #require(try postfix.delivered(id, queuedAs: reply.text))
        // Postfix adds its trace in front, and a Maildir has LF.
        let sent = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        #expect(arrived.hasSuffix("\n" + sent))
        #expect(arrived.contains("\nX-Original-To: jane.okafor@example.net\n"))
        #expect(arrived.contains("from [127.0.0.1] (localhost [127.0.0.1])"))
    }

    @Test func manyMessagesShareOneConnection() throws {
        let transport = SMTPTransport(postfix.settings(), secret: Secret("correct-horse"))
        let replies = try (1...5).map { _ in
            transport.deliver(try .adaToJane()) { HandOver().give() }
        }
        transport.close()
        #expect(replies.map(\.summary) == Array(repeating: "accepted 250 body", count: 5))
        #expect(Set(replies.compactMap(\.reply?.text)).count == 5)
        #expect(postfix.logs("ehlo=2 starttls=1 auth=1 mail=5 rcpt=5 data=5 quit=1"))
    }

    @Test func implicitTLSWorks() throws {
        #expect(try deliver(postfix.settings(port: postfix.smtpsPort, scheme: .smtps)) == "accepted 250 body")
    }

    @Test func aWrongPasswordStops() throws {
        #expect(try deliver(postfix.settings(), password: "wrong") == "stopped loginRefused 535 auth")
    }

    @Test func anUnknownUserStops() throws {
        #expect(try deliver(postfix.settings(user: "eve")) == "stopped loginRefused 535 auth")
    }

    @Test func anUnknownRecipientIsRefused() throws {
        #expect(try deliver(postfix.settings(), to: "nobody@example.net") == "refused 550 rcpt")
    }

    /// It is the account that lacks something, and not the recipient.
    @Test func withoutALoginNothingIsTaken() throws {
        let delivery = try deliver(postfix.settings(user: nil))
        #expect(delivery == "stopped loginWanted 554 rcpt")
    }

    @Test func anUnknownAuthorityIsNotTrusted() throws {
        let settings = postfix.settings(authority: postfix.otherAuthority)
        #expect(try deliver(settings) == "stopped certificateNotTrusted")
        var system = postfix.settings()
        system.caFile = nil
        #expect(try deliver(system) == "stopped certificateNotTrusted")
    }

    @Test func theCertificateOfAnotherHostIsNotTrusted() throws {
        #expect(try deliver(postfix.settings(host: "127.0.0.1")) == "stopped certificateNotTrusted")
    }

    @Test func anExpiredCertificateIsNotTrusted() throws {
        #expect(try deliver(postfix.settings(port: postfix.expiredPort)) == "stopped certificateNotTrusted")
    }

    @Test func aCertificateThatOnlyItselfVouchesForIsNotTrusted() throws {
        #expect(
            try deliver(postfix.settings(port: postfix.selfSignedPort)) == "stopped certificateNotTrusted")
    }

    /// Whoever runs such a server names the certificate itself.
    @Test func aCertificateThatTheUserNamesIsTrusted() throws {
        let own = postfix.folder.appendingPathComponent("tls/self.pem").path
        let settings = postfix.settings(port: postfix.selfSignedPort, authority: own)
        #expect(try deliver(settings) == "accepted 250 body")
    }

    @Test(arguments: ["TLSv1.3", "TLSv1.2"])
    func presentTLSIsSpoken(version: String) throws {
        let port = version == "TLSv1.2" ? postfix.tls12Port : postfix.submissionPort
        #expect(try deliver(postfix.settings(port: port)) == "accepted 250 body")
        #expect(postfix.logs("TLS connection established from localhost[127.0.0.1]: \(version) with cipher"))
    }

    /// A client that is less particular is let in, and is asked here so that the refusal is known to be ours.
    @Test func pastTLSIsNotSpoken() throws {
        #expect(try deliver(postfix.settings(port: postfix.tls11Port)) == "deferred server tlsFailed")
        let client = Process()
        client.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        client.arguments = [
            "s_client", "-starttls", "smtp", "-connect", "localhost:\(postfix.tls11Port)", "-tls1_1",
            "-cipher",
            "DEFAULT:@SECLEVEL=0",
        ]
        client.standardInput = FileHandle.nullDevice
        client.standardOutput = FileHandle.nullDevice
        client.standardError = FileHandle.nullDevice
        try client.run()
        client.waitUntilExit()
        #expect(postfix.logs("TLS connection established from localhost[127.0.0.1]: TLSv1.1 with cipher"))
    }

    @Test func aMissingFileOfAuthoritiesStops() throws {
        let settings = postfix.settings(authority: postfix.folder.path + "/none.pem")
        #expect(try deliver(settings) == "stopped authoritiesUnreadable")
    }

    @Test func tlsFromTheFirstByteIsNotSpokenOnTheSubmissionPort() throws {
        let settings = postfix.settings(port: postfix.submissionPort, scheme: .smtps)
        #expect(try deliver(settings) == "deferred server tlsFailed")
    }

    @Test func aLoginIsCheckedWithoutAMessage() throws {
        let good = SMTPTransport(postfix.settings(), secret: Secret("correct-horse")).checkLogin()
        #expect(good.summary == "passed 250 noop")
        let bad = SMTPTransport(postfix.settings(), secret: Secret("wrong")).checkLogin()
        #expect(bad.summary == "stopped loginRefused 535 auth")
        let untrusted = postfix.settings(authority: postfix.otherAuthority)
        let stranger = SMTPTransport(untrusted, secret: Secret("correct-horse")).checkLogin()
        #expect(stranger.summary == "stopped certificateNotTrusted")
    }
}
