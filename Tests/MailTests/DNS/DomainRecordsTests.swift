import Fixtures
import Testing

@testable import Mail

/// MX (RFC 5321 5.1) and SRV (RFC 2782, RFC 6186, RFC 8314) of a domain, from a name server on loopback.
@Suite struct DomainRecordsTests {
    private func asking(_ server: MockNameServer, seconds: Int = 20) -> DomainRecords {
        DomainRecords(seconds: seconds, server: ("127.0.0.1", server.port))
    }

    @Test func exchangersComeByTheirPreferenceInLowerCase() throws {
        let server = try MockNameServer([
            "leeds.example": [
                .exchanger(preference: 20, host: "backup.example"),
                .exchanger(preference: 5, host: "Leeds-example.mail.protection.OUTLOOK.com"),
            ]
        ])
        #expect(
            asking(server).exchangers(of: "leeds.example")
                == ["leeds-example.mail.protection.outlook.com", "backup.example"])
    }

    @Test func aDomainWithoutMailHasNoExchanger() throws {
        // A single MX to the root is "no mail" (RFC 7505).
        let server = try MockNameServer(["nomail.example": [.exchanger(preference: 0, host: "")]])
        #expect(asking(server).exchangers(of: "nomail.example").isEmpty)
        #expect(asking(server).exchangers(of: "unknown.example").isEmpty)
    }

    @Test func bestPriorityAndGreatestWeightWin() throws {
        let server = try MockNameServer([
            "_submissions._tcp.post.example": [
                .service(priority: 20, weight: 9, port: 465, host: "late.example"),
                .service(priority: 10, weight: 1, port: 465, host: "light.example"),
                .service(priority: 10, weight: 5, port: 1465, host: "heavy.example"),
            ]
        ])
        #expect(
            asking(server).place(of: .submissions, at: "post.example")
                == DomainRecords.Place(host: "heavy.example", port: 1465))
    }

    @Test func aServiceThatIsNotOfferedSaysSoByADot() throws {
        let server = try MockNameServer([
            "_imap._tcp.post.example": [.service(priority: 0, weight: 0, port: 0, host: "")]
        ])
        #expect(asking(server).place(of: .imap, at: "post.example") == nil)
    }

    @Test(arguments: ["", "no name", "a\u{0}b", "exämple.org", String(repeating: "a.", count: 200)])
    func whatIsNoDomainIsNotAskedFor(domain: String) throws {
        let server = try MockNameServer([:])
        #expect(asking(server).exchangers(of: domain).isEmpty)
    }

    @Test func aSilentServerEndsAfterItsTime() throws {
        let server = try MockNameServer([:], isSilent: true)
        let began = ContinuousClock.now
        #expect(asking(server, seconds: 1).exchangers(of: "post.example").isEmpty)
        #expect(began.duration(to: .now) < .seconds(10))
    }
}
