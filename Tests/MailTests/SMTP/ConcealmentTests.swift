import Foundation
import Testing

@testable import Mail

/// A server that repeats the login brings it nowhere.
@Suite struct ConcealmentTests {
    private static let secret = "correct-Horse-battery"
    private static let plain = Data("\0ada\0\(secret)".utf8).base64EncodedString()
    private static let login = Data(secret.utf8).base64EncodedString()
    private let concealment = Concealment(user: "ada", secret: Secret(Self.secret))

    @Test(arguments: [
        (secret, "…"), ("no: \(secret) is wrong", "no: … is wrong"), ("<\(plain)>", "<…>"), (login, "…"),
        ("\(secret) and \(login)", "… and …"), ("CORRECT-HORSE-BATTERY?", "…?"), (login.uppercased(), "…"),
        // Cut off, at either end.
        ("bad command: correct-Horse-b", "bad command: …"), ("got …rse-battery", "got ……"),
        // Over two lines, which are joined by a space.
        ("correct-Hor se-battery!", "…!"), ("c o r r e c t-Horse-battery", "…"),
        ("queued as 4F2A", "queued as 4F2A"), ("", ""), ("correct", "correct"),
        ("not owned by user ada", "not owned by user ada"),
    ])
    func whatASecretConsistsOfIsHidden(said: String, shown: String) {
        #expect(concealment.applied(to: said) == shown)
    }

    /// Whatever eight characters of it a text holds, in whatever form, none is left.
    @Test(arguments: [secret, plain, login])
    func noPieceOfItIsLeft(form: String) {
        let letters = Array(form)
        for start in 0...(letters.count - 8) {
            for end in (start + 8)...letters.count {
                let piece = String(letters[start..<end])
                #expect(!concealment.applied(to: "550 \(piece) 1").contains(piece))
            }
        }
    }

    @Test(arguments: [("pass", "bad word: …"), ("hunter2", "bad word: …"), ("abc", "bad word: abc")])
    func aShortOneIsHiddenAsAWhole(secret: String, shown: String) {
        #expect(Concealment(user: "ada", secret: Secret(secret)).applied(to: "bad word: \(secret)") == shown)
    }

    @Test func whatWasSaidInAnotherFormIsHiddenToo() {
        var concealment = Concealment(user: nil, secret: Secret("token-of-some-length"))
        let said = Data("user=ada\u{1}auth=Bearer token-of-some-length\u{1}\u{1}".utf8).base64EncodedString()
        concealment.add(said.utf8)
        #expect(concealment.applied(to: "what is \(said)?") == "what is …?")
    }

    @Test func otherScriptsAreNoMatter() {
        let concealment = Concealment(user: "ada", secret: Secret("pässwörter-ñandú"))
        #expect(concealment.applied(to: "falsch: pässwörter-ñandú, ñ") == "falsch: …, ñ")
    }

    @Test func withoutALoginNothingIsHidden() {
        #expect(Concealment(user: nil, secret: nil).applied(to: "any text at all") == "any text at all")
    }

    /// In every reply, and not in that to the login alone.
    @Test(
        arguments: [
            "C: MAIL FROM:\nS: 550 5.7.1 SAID is no sender", "C: MAIL FROM:\nS: 451 SAID later",
            "C: MAIL FROM:\nS: 250 ok\nC: RCPT TO:\nS: 550 5.1.1 no such user SAID",
            "C: MAIL FROM:\nS: 250 ok\nC: RCPT TO:\nS: 250 ok\nC: DATA\nS: 554 SAID",
            "C: MAIL FROM:\nS: 250 ok\nC: RCPT TO:\nS: 250 ok\nC: DATA\nS: 354 go\nbody\nS: 250 SAID",
            "C: MAIL FROM:\nS: 250 ok\nC: RCPT TO:\nS: 250 ok\nC: DATA\nS: 354 go\nbody\nS: 554-SAID\nS: 554 again SAID",
        ], [secret, plain, login])
    func noReplyBringsItAlong(script: String, form: String) throws {
        let server = try ScriptedServer(
            .helloWithLogin + "S: 334 \nC: \nS: 235 ok" + Dialogue(script.replacing("SAID", with: form)))
        let transport = SMTPTransport(.scripted(server, user: "ada"), secret: Secret(Self.secret))
        let delivery = transport.deliver(try .adaToJane()) { HandOver().give() }
        transport.close()
        _ = server.finish()
        let text = try #require(delivery.reply).text
        #expect(text.contains("…"))
        #expect(!"\(delivery)".contains(form))
    }
}
