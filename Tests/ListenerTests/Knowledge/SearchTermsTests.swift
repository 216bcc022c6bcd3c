import Mail
import Testing

@testable import Listener

@Suite("A server is asked for all that can matter")
struct SearchTermsTests {
    private let terms: SearchTerms

    init() throws {
        terms = Ledgers.known.searchTerms(phrases: try ShippedPhrases.get())
    }

    @Test(
        "domains of open recruitments, addresses where the domain is anybody's or the recruitment has ended")
    func senders() {
        #expect(terms.from == ["example.org", "olga@former.test", "ruth.agnew@gmail.com"])
        #expect(terms.replyTo == terms.from)
    }

    @Test("every Message-ID, also what a provider made of one")
    func messageIDs() {
        #expect(
            Set(terms.messageIDs) == [
                Ledgers.janesNote, "aa11@example.net", Ledgers.tomsNoteRewritten, "bb22@example.net",
            ])
    }

    @Test("mail systems by their names and by what only notices bear")
    func mailSystems() {
        #expect(terms.mailSystems.contains("mailer-daemon"))
        #expect(terms.mailSystems.contains("postmaster"))
        #expect(terms.returnPaths.contains("<>"))
    }

    @Test(
        "a notice is found by who wrote it or by its empty return path, whichever system it comes from",
        arguments: Notice.bounces)
    func notices(_ notice: Notice) {
        let headers = notice.mail.headers
        let from = headers.value("from")?.lowercased() ?? ""
        let isFound =
            terms.mailSystems.contains { from.contains($0) }
            || terms.returnPaths.contains { headers.value("return-path")?.lowercased().contains($0) == true }
            || (headers.inReplyTo + headers.references).contains { terms.messageIDs.contains($0) }
        #expect(isFound)
    }

    @Test("the names of open recruitments, and one plain word of each name of their people")
    func names() {
        #expect(terms.names == ["City Library", "Data Analyst", "Harbour Trust", "Archivist"])
        #expect(terms.people == ["Agnew", "Briain", "Okafor"])
    }

    @Test("with nothing known nothing of people is asked for")
    func empty() throws {
        let none = KnownSenders(sent: [], circles: [], own: []).searchTerms(
            phrases: try ShippedPhrases.get())
        #expect(none.from.isEmpty && none.messageIDs.isEmpty && none.names.isEmpty)
    }
}
