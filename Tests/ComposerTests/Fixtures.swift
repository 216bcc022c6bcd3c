import Etiquette
import Foundation
import Testing

@testable import Composer

/// Facts as tests need them, each value replaceable.
enum Sample {
    static func person(_ name: String, salutation: String? = nil, id: Int64 = 1) -> Person {
        Person(id: .init(rawValue: id), name: name, address: nil, salutation: salutation)
    }

    /// Friday 20 November 2026.
    static let day = Day(number: 20_777)

    static func facts(
        name: String = "Jane Okafor", salutation: String? = nil, role: String = "Data Engineer",
        organisation: String = "Acme Data Labs", talkingPoint: String? = "the open-data portal",
        sender: String = "Ada Example", isAgencyContact: Bool = false
    ) -> Facts {
        Facts(
            recipient: person(name, salutation: salutation), role: role, organisation: organisation,
            interviewDay: day, talkingPoint: talkingPoint, senderName: sender,
            isAgencyContact: isAgencyContact)
    }

    static func template(
        _ text: String, name: String = "thank-you-test", language: String = "en-GB"
    ) throws -> Template {
        let variant = try Variant(templateName: name).required()
        let entry = TemplateShelf.Entry(
            file: name, voice: nil, variant: variant, url: URL(fileURLWithPath: "/\(name).txt"), origin: .own)
        return try Template(entry, language: Shipped.set(language).language, text: text)
    }

    /// A body of a thank-you for `facts()` that proofreading has nothing to say about.
    static func goodBody(_ facts: Facts = facts()) throws -> String {
        try Shipped.set()["thank-you-1"].required().compose(facts).body
    }

    /// A proofreading of `body`, or of the good one.
    static func proofreading(
        kind: FollowUp.Kind = .thankYou, subject: String = "Thank you – Data Engineer interview",
        body: String? = nil, facts: Facts = facts()
    ) throws -> Proofreading {
        var reading = Proofreading(
            kind: kind, subject: subject, body: try body ?? goodBody(facts), facts: facts)
        reading.language = ProofLanguage(try Shipped.set().language)
        return reading
    }
}

/// The templates that come with the program.
enum Shipped {
    /// Each language with how it writes the day of `Sample`.
    static let languages = ["en-GB": "Friday 20 November", "en-US": "Friday, November 20"]
    static let voices = ["formal", "plain", "warm"]

    /// A template as tests name it.
    struct Name: CustomTestStringConvertible {
        let language: String
        let voice: String
        let file: String

        var name: String { voice + "/" + file }
        var testDescription: String { language + "/" + name }
        var isToAgency: Bool { file.contains("agency") }

        func template() throws -> Template { try Shipped.set(language)[name].required() }

        func compose(_ facts: Facts) throws -> Draft {
            var facts = facts
            facts.isAgencyContact = isToAgency
            return try template().compose(facts)
        }

        func source() throws -> String {
            let url = TemplateSet.shippedFolder.appendingPathComponent("\(language)/\(name).txt")
            return try String(contentsOf: url, encoding: .utf8)
        }
    }

    /// The files of a voice, in the order of their names: enough for a panel of nine, or six cards.
    static let files =
        ["decision-status", "feedback-request"] + (1...9).map { "thank-you-\($0)" }
        + ["thank-you-agency", "thank-you-agency-2"] + (1...6).map { "thank-you-card-\($0)" }

    static let names = voices.flatMap { voice in files.map { voice + "/" + $0 } }

    static let all = languages.keys.sorted().flatMap { language in
        voices.flatMap { voice in
            files.map { Name(language: language, voice: voice, file: $0) }
        }
    }
    static let thankYous = all.filter { $0.file.hasPrefix("thank-you") }
    static let questions = all.filter { !$0.file.hasPrefix("thank-you") }

    /// Read once: some hundred cases ask for them. The tests of English letters ask for the `languages` alone.
    private static let sets = (languages.keys + ["de-DE"]).reduce(into: [:]) { sets, language in
        sets[language] = Result {
            try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: nil, language: language)
        }
    }

    static func set(_ language: String = "en-GB") throws -> TemplateSet {
        try sets[language].required().get()
    }

    /// With templates of the user's own beside them.
    static func set(own: TemporaryFolder) throws -> TemplateSet {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: own.url, language: "en-GB")
    }

    /// What proofreading knows of a language, with the dictionary of this machine; read once for all tests.
    static func language(_ tag: String = "en-GB") throws -> ProofLanguage {
        try proofLanguages[tag].required().get()
    }

    private static let proofLanguages = (languages.keys + ["de-DE"]).reduce(into: [:]) { read, tag in
        read[tag] = Result { try language(tag, own: nil) }
    }

    static func language(
        _ tag: String, own: URL? = nil, ownWords: URL? = nil,
        dictionaries: [String] = ProofLanguage.dictionaryFolders(path: nil)
    ) throws -> ProofLanguage {
        try ProofLanguage.load(
            shipped: TemplateSet.shippedFolder, own: own, language: tag, dictionaries: dictionaries,
            ownWords: ownWords)
    }
}

/// Files of the tests, beside their sources.
enum TestFiles {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
}

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("composer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func write(_ name: String, _ text: String) throws {
        try write(name, Data(text.utf8))
    }

    func write(_ name: String, _ data: Data) throws {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}

struct Missing: Error {}

extension Optional {
    /// The value, or a failed test.
    func required() throws -> Wrapped {
        guard let self else { throw Missing() }
        return self
    }
}

/// Known names that count what they were asked.
final class RecordingNames: KnownNames {
    private(set) var asked: [Set<String>] = []
    private let index: NameIndex

    init(_ names: [KnownName]) {
        index = NameIndex(names)
    }

    func names(beginningWith words: Set<String>) -> [KnownName] {
        asked.append(words)
        return index.names(beginningWith: words)
    }
}

let noNames = NameIndex([])
