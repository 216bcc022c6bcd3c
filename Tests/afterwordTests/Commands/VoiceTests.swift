import Foundation
import Testing

/// The voice and the language of messages, from the options and the configuration to the words.
@Suite struct VoiceTests {
    /// The line above the name, of which each voice has one.
    private static func closing(_ messages: Value) -> String {
        messages[0]["body"].string.split(separator: "\n").dropLast().last.map(String.init) ?? ""
    }

    @Test(arguments: [
        ("warm", "Best wishes,"), ("plain", "Kind regards,"), ("formal", "Yours sincerely,"),
    ])
    func anInterviewIsRecordedInAVoiceThatIsRemembered(voice: String, words: String) throws {
        let ada = try Applicant()
        let added = try ada.run(Applicant.interview("--voice", voice, "--yes", "--json")).json()
        #expect(Self.closing(added["messages"]) == words)
        #expect(try ada.document("interview", "show", "1")["voice"].string == voice)
        #expect(try ada.run("interview", "show", "1").out.contains("voice: \(voice)\n"))
    }

    @Test func anotherVoiceIsChosenAfterwards() throws {
        let ada = try Applicant()
        try ada.add()
        #expect(try ada.document("interview", "show", "1")["voice"] == nil)
        let changed = try ada.document("interview", "edit", "1", "--voice", "formal")
        #expect(changed.items.map(\.["state"]) == ["draft", "draft", "draft"])
        #expect(Self.closing(changed) == "Yours sincerely,")
    }

    /// Of an interview a week before, of which nothing has gone.
    @Test func whatALaterVoiceRewordedIsNamed() throws {
        let ada = try Applicant(etiquette: "  thank_you_within: 30d\n  hours: 00:00-24:00\n")
        try ada.add()
        ada.clock = "2026-11-27 16:00:00"
        let later = Applicant.interview(ended: "2026-11-27 15:00", "--voice", "formal", "--yes", "--json")
        let added = try ada.run(later).json()
        let says =
            "unsent messages were rewritten in the voice “formal” (messages 1 and 2); "
            + "any that you had approved are drafts again."
        #expect(added["warnings"].items.contains { $0.string == says }, "\(added)")
        #expect(Array(try ada.states().prefix(2)) == ["1 draft", "2 draft"])
    }

    @Test(arguments: [
        ["interview", "edit", "1", "--voice", "wram"], Applicant.interview("--voice", "wram", "--yes"),
    ])
    func aVoiceThatDoesNotExistChangesNothing(_ arguments: [String]) throws {
        let ada = try Applicant()
        try ada.add()
        let before = ada.ledger
        let run = try ada.run(arguments)
        #expect(run.status == 65 && run.out.isEmpty)
        #expect(
            run.err
                == "afterword: there is no voice “wram”; allowed: formal, plain, warm.\n"
        )
        #expect(ada.ledger == before)
    }

    private func configure(_ ada: Applicant, _ more: String) throws {
        try ada.configure("smtp:\n  url: smtp://127.0.0.1:1\n  tls: 'off'\n\(more)\n", etiquette: "")
    }

    @Test func languageAndVoiceOfTheConfigurationWordWhatNothingIsSaidOf() throws {
        let ada = try Applicant()
        try configure(ada, "language: en-US\nvoice: formal")
        let messages = try ada.add()["messages"]
        #expect(messages[0]["body"].string.hasSuffix("\n\nSincerely,\n\nAda Example\n"))
        #expect(messages[2]["subject"] == "Data Analyst – interview on Friday, November 20")
        #expect(try ada.run("doctor").out.contains("57 templates for en-US, formal voice"))
    }

    @Test(arguments: [
        ("language: fr-FR", "there are no templates for the language “fr-FR”; allowed: de-DE, en-GB, en-US."),
        (
            "voice: loud",
            "the configuration asks for the voice “loud”, which en-GB does not have; allowed: formal, "
        ),
    ])
    func whatTheConfigurationAsksForAndIsNotThereIsSaidWithWhatThereIs(line: String, says: String) throws {
        let ada = try Applicant()
        try configure(ada, line)
        let run = try ada.run(Applicant.interview("--yes"))
        #expect(run.status == 78)
        #expect(run.err.contains(says), "\(run.err)")
    }

    /// A folder of templates as it was when there was one voice still has the last word.
    @Test func templatesOfTheFormerLayoutStillWin() throws {
        let ada = try Applicant()
        try ada.scratch.folder("home/templates")
        let mine =
            "Subject: Thank you – {{role}} interview\n\nDear {{salutation}},\n\nMine alone.\n\n{{sender}}\n"
        try ada.scratch.file("home/templates/thank-you-1.txt", mine)
        let messages = try ada.run(Applicant.interview("--voice", "plain", "--json")).json()["messages"]
        #expect(messages[0]["body"].string.contains("Mine alone."))
        #expect(messages[1]["body"].string.hasSuffix("\n\nKind regards,\n\nAda Example\n"))
    }
}
