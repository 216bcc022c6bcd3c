import Etiquette
import Foundation
import Testing

@testable import Mail

/// Links that a mail program, or a mail service, opens as a message: read back they say what went in.
@Suite struct ComposeLinkTests {
    private func link(
        to: String = "jane@example.org", subject: String = "Thank you", body: String = "Dear Jane\n"
    ) throws -> ComposeLink {
        ComposeLink(to: try EmailAddress(to), subject: subject, body: body)
    }

    /// The value behind a name in a query, decoded by nothing but percent signs.
    private func value(_ name: String, in url: String) -> String? {
        let query = url.drop { $0 != "?" }.dropFirst()
        let field = query.split(separator: "&").first { $0.hasPrefix(name + "=") }
        return field.flatMap { String($0.dropFirst(name.count + 1)).removingPercentEncoding }
    }

    @Test func aLineEndsWithCRLFInAMailto() throws {
        #expect(
            try link().mailto
                == "mailto:jane@example.org?subject=Thank%20you&body=Dear%20Jane%0D%0A")
    }

    @Test(arguments: [
        "50% off & more?", "a+b=c#d", "Ó Briain – “Grüße” 李 🙂", "tab\tand quote \" ' ; , : / \\ [ ]",
        "100 %20",
        "first\nsecond\n\nthird",
    ])
    func textComesBackAsItWentIn(text: String) throws {
        let subject = text.replacing("\n", with: " ")
        let link = try link(subject: subject, body: text)
        for url in [link.gmail, link.outlook(isPersonal: true)] {
            #expect(value("body", in: url) == text)
        }
        #expect(value("body", in: link.mailto) == text.replacing("\n", with: "\r\n"))
        #expect(value("subject", in: link.mailto) == subject)
        #expect(value("su", in: link.gmail) == subject)
        // Nothing that ends or divides a URL stands in it by itself, and no space became a plus sign.
        let query = link.mailto.drop { $0 != "?" }.dropFirst()
        #expect(query.count { $0 == "&" } == 1 && query.count { $0 == "=" } == 2)
        #expect(query.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"#+\"'<>".utf8.contains($0) })
    }

    @Test(arguments: [
        ("o'neil+jobs@example.org", "mailto:o%27neil%2Bjobs@example.org?"),
        ("50%&half?@example.org", "mailto:50%25%26half%3F@example.org?"),
    ])
    func anAddressNamesNoFurtherField(address: String, start: String) throws {
        #expect(try link(to: address).mailto.hasPrefix(start))
    }

    @Test func outlookOfAPersonAndOfAnOrganisationAreTwoPlaces() throws {
        #expect(try link().outlook(isPersonal: true).hasPrefix("https://outlook.live.com/"))
        #expect(try link().outlook(isPersonal: false).hasPrefix("https://outlook.office.com/"))
    }
}
