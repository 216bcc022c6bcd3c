import Foundation
import Mail
import TestFiles
import Testing

@testable import Setup

/// The file of the providers, and by what they are found.
@Suite struct MailProvidersTests {
    private static func text() throws -> String {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        return try String(
            contentsOf: here.appending(path: "../../../Sources/Setup/Data/providers.txt"), encoding: .utf8)
    }

    @Test func everyBlockIsReadAndNamesItsSource() throws {
        let blocks = try Self.text().split(separator: "\n\n").filter {
            $0.contains("\nprovider ") || $0.hasPrefix("provider ")
        }
        #expect(blocks.count == MailProviders.all.count && blocks.count > 40)
        for block in blocks {
            #expect(block.contains(/\nsource +https:\/\//), "\(block)")
            #expect(MailProviders.read(String(block)).count == 1, "\(block)")
            let keys = Set(
                block.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
                    String($0.prefix { $0 != " " })
                })
            #expect(
                keys.isSubset(of: [
                    "provider", "domains", "mx", "smtp", "imap", "user", "login", "switch-on", "source",
                ]), "\(block)")
        }
    }

    @Test func noDomainBelongsToTwo() {
        let domains = MailProviders.all.flatMap(\.domains)
        #expect(Set(domains).count == domains.count)
        #expect(domains.count > 100)
        let exchangers = MailProviders.all.flatMap(\.exchangers)
        #expect(Set(exchangers).count == exchangers.count)
    }

    @Test(arguments: MailProviders.all)
    func serversAreAcceptedByTheConfiguration(provider: MailProvider) throws {
        guard let smtp = provider.smtp, let imap = provider.imap else {
            #expect(provider.login == MailProvider.Login.none)
            return
        }
        // Proton's Bridge is on this computer, and says itself how it wants to be talked to.
        if case .bridge = provider.login { return }
        var text = Sample.me + "smtp:\n  url: \(smtp)\n  user: ada\n  password_command: x\n"
        text += "imap:\n  url: \(imap)\n  user: ada\n  password_command: x\n"
        let configuration = try Sample.read(text)
        let server = try #require(configuration.smtp?.server)
        #expect(server.requiresTLS)
        #expect([465, 587].contains(server.port))
    }

    @Test(arguments: [
        ("ada@GMail.com", "Gmail"), ("ada@outlook.com", "Outlook.com"), ("ada@outlook.ie", "Outlook.com"),
        ("ada@hotmail.co.uk", "Outlook.com"), ("ada@live.com.au", "Outlook.com"),
        ("ada@msn.com", "Outlook.com"),
        ("ada@yahoo.co.in", "Yahoo"), ("ada@yahoo.de", "Yahoo"), ("ada@gmx.de", "GMX"),
        ("ada@gmx.co.uk", "GMX"),
        ("ada@web.de", "WEB.DE"), ("ada@aol.com", "AOL"), ("ada@me.com", "iCloud"),
        ("ada@proton.me", "Proton Mail"),
        ("ada@zoho.eu", "Zoho (Europe)"), ("ada@zoho.com.au", "Zoho (Australia)"), ("ada@zoho.com", "Zoho"),
        ("ada@fastmail.com", "Fastmail"), ("ada@tuta.com", "Tuta"), ("ada@btinternet.com", "BT"),
        ("\"a@b\"@gmail.com", "Gmail"),
    ])
    func addressHasItsProvider(address: String, name: String) {
        #expect(MailProviders.of(address: address)?.name == name)
    }

    @Test(arguments: [
        "ada", "", "ada@example.org", "ada@gmail.com.example.org", "gmail.com", "ada@notgmail.com",
        "ada@outlook.", "ada@outlook.example.org", "ada@live.a", "ada@yahoo", "ada@outlook.co.uk.evil",
        "ada@hotmail..com", "ada@mail.outlook.com",
    ])
    func otherDomainIsUnknown(address: String) {
        #expect(MailProviders.of(address: address) == nil)
    }

    @Test(arguments: [
        ("smtp.gmail.com", "Gmail"), ("smtp-relay.gmail.com", "Gmail"),
        ("smtp-mail.outlook.com", "Outlook.com"),
        ("smtp.office365.com", "Microsoft 365"), ("SMTP.Mail.Yahoo.com", "Yahoo"), ("mail.gmx.net", "GMX"),
        ("posteo.de", "Posteo"),
    ])
    func serverHasItsProvider(host: String, name: String) {
        #expect(MailProviders.of(host: host)?.name == name)
    }

    @Test(arguments: [
        "127.0.0.1", "localhost", "mail.example.org", "example.de", "com", "smtp.gmail.com.example.org",
    ])
    func otherServerIsUnknown(host: String) {
        #expect(MailProviders.of(host: host) == nil)
    }

    @Test func onlyTheLocalPartIsTheNameWhereAProviderWantsThat() {
        #expect(MailProviders.of(address: "ada@web.de")?.user(of: "ada@web.de") == "ada")
        #expect(MailProviders.of(address: "ada@gmx.de")?.user(of: "ada@gmx.de") == "ada@gmx.de")
    }
}
