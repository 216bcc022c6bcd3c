import Etiquette
import Testing

@testable import Composer

@Suite struct ProofreadingTests {
    @Test func aGoodNotePasses() throws {
        #expect(try Sample.proofreading().findings(known: noNames).isEmpty)
    }

    private func codes(_ proofreading: Proofreading, known: [KnownName] = []) throws -> [Finding.Code] {
        try proofreading.findings(known: NameIndex(known)).map(\.code)
    }

    @Test func theOwnNamesMayStandInIt() throws {
        var proofreading = try Sample.proofreading()
        proofreading.body += "Also to Hana Lee, on Friday 20 November 2026.\n"
        proofreading.ownPeople = ["Hana Lee"]
        let known = [
            "Jane Okafor", "Hana Lee", "Ada Example", "Acme Data Labs", "Acme", "Data Engineer", "November",
        ].map { KnownName($0, bearer: .person) }
        #expect(try codes(proofreading, known: known).isEmpty)
    }

    @Test(arguments: ["subject", "body"])
    func anotherNameBlocksWhereverItStands(part: String) throws {
        var proofreading = try Sample.proofreading()
        if part == "subject" { proofreading.subject += " at Globex" } else { proofreading.body += "Globex\n" }
        let globex = KnownName("Globex", bearer: .organisation)
        #expect(try proofreading.findings(known: NameIndex([globex])).map(\.what) == [.otherName(globex)])
    }

    @Test func noNameReachesFromTheSubjectIntoTheBody() throws {
        var proofreading = try Sample.proofreading()
        proofreading.subject += " Jane"
        proofreading.body = "Dear" + proofreading.body.dropFirst(4)
        #expect(try codes(proofreading, known: [KnownName("Jane Dear", bearer: .person)]).isEmpty)
    }

    @Test func theTalkingPointIsNoOwnName() throws {
        let facts = Sample.facts(talkingPoint: "your years at Globex")
        let proofreading = try Sample.proofreading(facts: facts)
        #expect(try codes(proofreading, known: [KnownName("Globex", bearer: .organisation)]) == [.otherName])
    }

    @Test func anUnresolvedDraftBlocks() throws {
        let facts = Sample.facts(role: "")
        let draft = try Shipped.set()["thank-you-1"].required().compose(facts)
        let proofreading = Proofreading(
            kind: .thankYou, subject: draft.subject, body: draft.body, facts: facts)
        #expect(draft.unresolved == ["role"])
        #expect(try proofreading.findings(known: noNames).map(\.what) == [.unresolvedField("role")])
    }

    @Test func theSameWordsForTwoMembersBlockAndNameTheOther() throws {
        let hana = Sample.facts(name: "Hana Lee", talkingPoint: "how the team runs on-call")
        var proofreading = try Sample.proofreading()
        proofreading.panelNotes = [PanelNote(body: try Sample.goodBody(hana), facts: hana)]
        let found = try proofreading.findings(known: noNames)
        #expect(found.map(\.what) == [.sameWords(as: "Hana Lee", shared: 5, of: 5)])
        proofreading.kind = .decisionStatus
        #expect(try !codes(proofreading).contains(.sameWords))
    }

    @Test func aNameUnlikeItsAddressWarns() throws {
        var proofreading = try Sample.proofreading()
        proofreading.nameFitsAddress = false
        #expect(try codes(proofreading) == [.nameUnlikeAddress])
    }

    @Test func whatBlocksComesFirst() throws {
        let body = "Dear Hana,\n\nHave you decided, [name]? Globex.\n"
        let proofreading = try Sample.proofreading(subject: "", body: body)
        let found = try codes(proofreading, known: [KnownName("Globex", bearer: .organisation)])
        #expect(
            found == [
                .emptySubject, .unresolvedField, .otherName, .noTalkingPoint, .length, .asksAboutResult,
                .greetingMismatch, .notSigned, .noRole, .noOrganisation,
            ])
    }

    @Test func aPlaceholderInSubjectAndBodyIsNamedOnce() throws {
        let body = try Sample.goodBody() + "{{role}}\n"
        let proofreading = try Sample.proofreading(subject: "{{role}}", body: body)
        #expect(try proofreading.findings(known: noNames).map(\.what) == [.unresolvedField("role")])
    }

    @Test func anEmptyBodyIsOneFinding() throws {
        #expect(try codes(Sample.proofreading(body: "")) == [.emptyBody])
    }

    @Test func whatIsFarTooLongIsReadNoFurther() throws {
        let names = RecordingNames([])
        let body = String(repeating: "XXX {{role}} ", count: 5_000)
        let found = try Sample.proofreading(body: body).findings(known: names)
        #expect(found.map(\.what) == [.tooLong(.body, characters: 65_000, limit: 10_000)])
        #expect(names.asked.isEmpty)
    }

    @Test func theLedgerIsAskedOnceAndForTheWordsOfTheMessageAlone() throws {
        let names = RecordingNames([])
        _ = try Sample.proofreading(subject: "Thank you", body: "Dear Ann Bee").findings(known: names)
        #expect(
            names.asked == [["Thank", "you", "Thank you", "Dear", "Ann", "Bee", "Dear Ann", "Ann Bee"]])
    }

    @Test func whatTheSourceThrowsIsPassedOn() throws {
        struct Broken: KnownNames {
            func names(beginningWith words: Set<String>) throws -> [KnownName] { throw Missing() }
        }
        let proofreading = try Sample.proofreading()
        #expect(throws: Missing.self) { try proofreading.findings(known: Broken()) }
    }
}
