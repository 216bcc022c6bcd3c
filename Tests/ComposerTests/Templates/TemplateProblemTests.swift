import Foundation
import Testing

@testable import Composer

/// Each file of the folder BrokenTemplates is a broken template; beside it stands what is said about it.
@Suite struct TemplateProblemTests {
    static let folder = TestFiles.folder.appendingPathComponent("BrokenTemplates")

    static func broken() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }.sorted()
    }

    private func problem(of name: String, _ data: Data) throws -> TemplateProblem? {
        let own = try TemporaryFolder()
        try own.write(name, data)
        do throws(TemplateProblem) {
            _ = try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: own.url, language: "en-GB")
            return nil
        } catch {
            return error
        }
    }

    @Test func theFolderHasItsCases() throws {
        #expect(try Self.broken().count >= 25)
    }

    @Test(arguments: try broken())
    func aBrokenTemplateIsRefusedWithFileAndLine(name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        let expected = try String(
            contentsOf: file.deletingPathExtension().appendingPathExtension("expected"), encoding: .utf8)
        let problem = try problem(of: name, try Data(contentsOf: file))
        #expect(problem.map(described) == expected.trimmingCharacters(in: .newlines))
    }

    @Test func bytesThatAreNoUTF8AreRefused() throws {
        let problem = try problem(of: "thank-you-x.txt", Data("Subject: S\n\nCaf".utf8) + [0xE9, 0x0A])
        #expect(problem.map(described) == "notUTF8 thank-you-x.txt")
    }

    @Test(arguments: [(64 * 1024, String?.none), (64 * 1024 + 1, "tooLarge thank-you-x.txt 65537 of 65536")])
    func aTemplateHas64KiBAtMost(size: Int, expected: String?) throws {
        let text = "Subject: S\n\n" + String(repeating: "a", count: size - 12)
        #expect(try problem(of: "thank-you-x.txt", Data(text.utf8)).map(described) == expected)
    }

    @Test func aFolderInPlaceOfAFileIsRefused() throws {
        let problem = try problem(of: "thank-you-x.txt/inside.md", Data())
        #expect(problem.map(described) == "unreadable thank-you-x.txt")
    }

    @Test func aFileInPlaceOfTheFolderIsRefused() throws {
        let own = try TemporaryFolder()
        try own.write("templates", "")
        let url = own.url.appendingPathComponent("templates")
        #expect(throws: TemplateProblem.unreadable(file: url.path)) {
            try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: url, language: "en-GB")
        }
    }

    @Test(arguments: [
        "\u{FEFF}Subject: S\n\nA\n", "Subject: S\r\n\r\nA\r\n", "\n\nSubject: S\n\nA", "Subject:S\n \nA\n",
    ])
    func whatEditorsDoToFilesIsNoProblem(text: String) throws {
        #expect(try problem(of: "thank-you-x.txt", Data(text.utf8)) == nil)
    }

    /// One line about a problem, with the file's name for its path.
    private func described(_ problem: TemplateProblem) -> String {
        func name(_ file: String) -> String { URL(fileURLWithPath: file).lastPathComponent }
        return switch problem {
        case .unreadable(let file): "unreadable \(name(file))"
        case .tooLarge(let file, let bytes, let limit): "tooLarge \(name(file)) \(bytes) of \(limit)"
        case .notUTF8(let file): "notUTF8 \(name(file))"
        case .forbiddenCharacter(let file, let line, let scalar):
            "forbiddenCharacter \(name(file)):\(line) \(String(scalar, radix: 16))"
        case .noSubject(let file): "noSubject \(name(file))"
        case .emptySubject(let file, let line): "emptySubject \(name(file)):\(line)"
        case .unknownHeader(let file, let line, let header): "unknownHeader \(name(file)):\(line) \(header)"
        case .noEmptyLine(let file, let line): "noEmptyLine \(name(file)):\(line)"
        case .emptyBody(let file): "emptyBody \(name(file))"
        case .unknownField(let file, let line, let field): "unknownField \(name(file)):\(line) \(field)"
        case .unsupportedTag(let file, let line, let tag): "unsupportedTag \(name(file)):\(line) \(tag)"
        case .unbalancedSection(let file, let line, let field):
            "unbalancedSection \(name(file)):\(line) \(field)"
        case .unknownVariant(let file): "unknownVariant \(name(file))"
        case .noTemplates(let variant, let language): "noTemplates \(variant.rawValue) \(language)"
        case .notALanguage(let language): "notALanguage \(language)"
        case .unknownLanguage(let language, let known): "unknownLanguage \(language) of \(known)"
        case .unknownVoice(let voice, let known, let language):
            "unknownVoice \(voice.rawValue) of \(known.map(\.rawValue)) in \(language)"
        case .badLanguage(let file, let line, let fault): "badLanguage \(name(file)):\(line) \(fault)"
        }
    }
}
