import Etiquette
import Foundation

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
        return try Template(name: name, variant: variant, language: language, text: text, file: "\(name).txt")
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
        Proofreading(kind: kind, subject: subject, body: try body ?? goodBody(facts), facts: facts)
    }
}

/// The templates that come with the program.
enum Shipped {
    static let names = [
        "decision-status", "feedback-request", "thank-you-1", "thank-you-2", "thank-you-3", "thank-you-4",
        "thank-you-5", "thank-you-6", "thank-you-7", "thank-you-8", "thank-you-agency", "thank-you-agency-2",
        "thank-you-card-1", "thank-you-card-2", "thank-you-card-3",
    ]
    static let thankYous = names.filter { $0.hasPrefix("thank-you") }

    static func set() throws -> TemplateSet {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: nil, language: "en-GB")
    }

    /// What proofreading knows of the language, with the dictionary of this machine; read once for all tests.
    static func language() throws -> ProofLanguage { try readLanguage.get() }

    private static let readLanguage = Result { try language("en-GB") }

    static func language(
        _ tag: String, own: URL? = nil, ownWords: URL? = nil,
        dictionaries: [String] = ProofLanguage.dictionaryFolders(path: nil)
    ) throws -> ProofLanguage {
        try ProofLanguage.load(
            shipped: TemplateSet.shippedFolder, own: own, language: tag, dictionaries: dictionaries,
            ownWords: ownWords)
    }

    static func source(_ name: String) throws -> String {
        let url = TemplateSet.shippedFolder.appendingPathComponent("en-GB/\(name).txt")
        return try String(contentsOf: url, encoding: .utf8)
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
