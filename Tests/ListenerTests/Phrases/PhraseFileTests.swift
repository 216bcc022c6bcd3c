import Foundation
import Testing
import Text

@testable import Listener

@Suite("Phrases are data: every file is read, and no line in them is lost")
struct PhraseFileTests {
    @Test(
        "the shipped files have sections that are known, and phrases that are long enough to mean something")
    func shipped() throws {
        let folder = try #require(Self.data).appendingPathComponent("Phrases")
        let files = try PhraseFile.all(in: folder)
        #expect(files.count >= 20)
        for file in files {
            for (section, phrases) in file.sections {
                #expect(Phrases.Label(rawValue: section) != nil, "[\(section)]")
                for phrase in phrases where section != "months" && section != "answer" {
                    #expect(NormalText(phrase).bytes.count >= 2, "\(phrase)")
                }
            }
            if let months = file.sections["months"] { #expect(months.count == 12) }
        }
    }

    @Test("no answer of a person begins as a machine's")
    func answers() throws {
        let phrases = try Phrases.shipped()
        for subject in [
            "Re: x", "RE[2]: x", "AW: x", "SV: x", "Odp: x", "回复：x", "Réf : x", "Fwd: x", "TR: x",
        ] {
            #expect(phrases.isAnswer(subject), "\(subject)")
        }
        for subject in ["Rescheduling: x", "Automatic reply: x", "Undeliverable: x", "Reading: x", ": x", ""]
        {
            #expect(!phrases.isAnswer(subject), "\(subject)")
        }
    }

    @Test("words count whole, in any case, over line breaks and other apostrophes")
    func matching() {
        let index = PhraseIndex([("a", ["couldn't be delivered"]), ("b", ["is full"])])
        #expect(index.matches(in: NormalText("It COULDN\u{2019}T\n be  delivered"))["a"] != nil)
        #expect(index.matches(in: NormalText("This fuller account"))["b"] == nil)
        #expect(index.matches(in: NormalText("is fullness"))["b"] == nil)
        #expect(index.matches(in: NormalText("this full"))["b"] == nil)
        #expect(index.matches(in: NormalText("it is full."))["b"]?.offset == 3)
        #expect(index.matches(in: NormalText("is full"))["b"]?.offset == 0)
        // What begins with no letter may stand right behind one.
        #expect(PhraseIndex([("c", ["(full)"])]).matches(in: NormalText("box(full)"))["c"]?.offset == 3)
    }

    @Test(
        "hosts: below a domain counts, beside it does not",
        arguments: [
            ("gmail.com", true, false), ("mail.greenhouse.io", false, true),
            ("notgreenhouse.io", false, false), ("xgmail.com", false, false), ("", false, false),
        ])
    func hosts(domain: String, isPublic: Bool, isTracking: Bool) throws {
        let hosts = try Phrases.shipped().hosts
        #expect(hosts.isPublicMail(domain) == isPublic)
        #expect(hosts.isTrackingSystem(domain) == isTracking)
    }

    @Test(
        "what somebody registered",
        arguments: [
            ("mail.hr.example.org", "example.org"), ("hr.example.co.uk", "example.co.uk"),
            ("example.org", "example.org"),
            ("leeds.ac.uk", "leeds.ac.uk"), ("org", "org"),
        ])
    func registered(domain: String, owner: String) throws {
        #expect(try Phrases.shipped().hosts.registered(domain) == owner)
    }

    private static var data: URL? {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return sources.appending(path: "Sources/Listener/Data")
    }
}
