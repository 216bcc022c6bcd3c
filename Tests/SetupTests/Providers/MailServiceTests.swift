import Fixtures
import Mail
import Setup
import Testing

/// Where the mail of an address is: by the table, by the mail exchangers, by SRV records (RFC 6186, RFC 8314).
@Suite struct MailServiceTests {
    private static let zone: [String: [MockNameServer.Record]] = [
        "leeds.example": [.exchanger(preference: 0, host: "leeds-example.mail.protection.outlook.com")],
        "startup.example": [
            .exchanger(preference: 1, host: "aspmx.l.google.com"),
            .exchanger(preference: 5, host: "alt1.aspmx.l.google.com"),
        ],
        "vanity.example": [.exchanger(preference: 10, host: "mx00.gmx.net")],
        "own.example": [.exchanger(preference: 10, host: "mail.own.example")],
        "_submission._tcp.own.example": [
            .service(priority: 0, weight: 1, port: 587, host: "smtp.own.example")
        ],
        "_imaps._tcp.own.example": [.service(priority: 0, weight: 1, port: 993, host: "imap.own.example")],
        "_submissions._tcp.tls.example": [
            .service(priority: 0, weight: 1, port: 465, host: "smtp.tls.example")
        ],
        "_submission._tcp.tls.example": [
            .service(priority: 0, weight: 1, port: 587, host: "smtp.tls.example")
        ],
        "_imaps._tcp.only.example": [.service(priority: 0, weight: 1, port: 993, host: "imap.only.example")],
    ]

    private func find(_ address: String, isSilent: Bool = false) throws -> MailService {
        let server = try MockNameServer(Self.zone, isSilent: isSilent)
        return MailService.find(
            address: address, records: DomainRecords(seconds: 20, server: ("127.0.0.1", server.port)))
    }

    @Test(arguments: [
        ("ada@leeds.example", "Microsoft 365"), ("ada@Startup.Example", "Gmail"),
        ("ada@vanity.example", "GMX"),
        ("ada@icloud.com", "iCloud"),
    ])
    func organisationsAreFoundByTheirMailExchangers(address: String, name: String) throws {
        guard case .provider(let provider) = try find(address) else {
            return #expect(Bool(false), "\(address)")
        }
        #expect(provider.name == name)
    }

    @Test func theDomainsOwnRecordsNameItsServersWithTLSFirst() throws {
        #expect(
            try find("ada@own.example")
                == .servers(smtp: "smtp://smtp.own.example:587", imap: "imaps://imap.own.example:993"))
        #expect(try find("ada@tls.example") == .servers(smtp: "smtps://smtp.tls.example:465", imap: nil))
    }

    @Test(arguments: ["ada@nowhere.example", "ada@only.example", "ada"])
    func withoutAServerToSendByNothingIsKnown(address: String) throws {
        #expect(try find(address) == .unknown)
    }

    @Test func aKnownDomainIsNotAskedFor() throws {
        let began = ContinuousClock.now
        guard case .provider = try find("ada@gmail.com", isSilent: true) else { return #expect(Bool(false)) }
        #expect(began.duration(to: .now) < .seconds(1))
    }
}
