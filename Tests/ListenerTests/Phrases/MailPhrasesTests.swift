import Foundation
import Testing
import Text

@testable import Listener

@Suite("Phrases are data: every file is read, and no line in them is lost")
struct MailPhrasesTests {
    @Test(
        "the shipped files have sections that are known, and phrases that are long enough to mean something")
    func shipped() throws {
        let folder = try #require(Self.data).appendingPathComponent("Phrases")
        let files = try PhraseFile.all(in: folder)
        #expect(files.count >= 20)
        for file in files {
            for line in file.lines {
                #expect(MailPhrases.Label(rawValue: line.section) != nil, "[\(line.section)]")
                guard line.section != "months", line.section != "answer" else { continue }
                #expect(NormalText(line.text).bytes.count >= 2, "\(line.text)")
            }
            #expect([0, 12].contains(file["months"].count))
        }
    }

    @Test("no answer of a person begins as a machine's")
    func answers() throws {
        let phrases = try ShippedPhrases.get()
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

    @Test(
        "hosts: below a domain counts, beside it does not",
        arguments: [
            ("gmail.com", true, false), ("mail.greenhouse.io", false, true),
            ("notgreenhouse.io", false, false), ("xgmail.com", false, false), ("", false, false),
        ])
    func hosts(domain: String, isPublic: Bool, isTracking: Bool) throws {
        let hosts = try ShippedPhrases.get().hosts
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
        #expect(try ShippedPhrases.get().hosts.registered(domain) == owner)
    }

    private static var data: URL? {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return sources.appending(path: "Sources/Listener/Data")
    }
}
