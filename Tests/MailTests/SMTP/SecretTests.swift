import Foundation
import Mail
import Testing

@Suite struct SecretTests {
    private struct Holder {
        let secret = Secret("correct-horse")
        let list = [Secret("correct-horse")]
    }

    @Test func aSecretNeverPrintsItself() {
        let secret = Secret("correct-horse")
        var dumped = ""
        dump(Holder(), to: &dumped)
        let texts = [
            "\(secret)", String(describing: secret), String(reflecting: secret), "\(Holder())",
            String(reflecting: Holder()), "\(Optional(secret) as Any)", dumped,
        ]
        for text in texts {
            #expect(!text.contains("correct"), "\(text)")
        }
        #expect("\(secret)" == "(secret)")
    }

    @Test func noOutcomeHoldsTheSecret() throws {
        let server = try ScriptedServer(
            .helloWithLogin + "S: 334 \nC: AGFkYQBjb3JyZWN0LWhvcnNl\nS: 535 5.7.8 no")
        let transport = SMTPTransport(.scripted(server, user: "ada"), secret: Secret("correct-horse"))
        let delivery = transport.deliver(try .adaToJane()) { HandOver().give() }
        transport.close()
        var dumped = ""
        dump(delivery, to: &dumped)
        dump(transport, to: &dumped)
        #expect(!dumped.contains("correct-horse") && !dumped.contains("AGFkYQ"))
        #expect(server.finish().problems == [])
    }
}
