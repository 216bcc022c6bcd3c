import Foundation
import Setup
import Testing

@testable import Wording

/// `Broken` holds files that are wrong in one way each, and beside each the exact sentence that a person reads.
@Suite struct BrokenConfigurationTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")

    static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    /// What is said of a file, without the folder in which the tests happen to lie.
    private static func sentence(of name: String) throws -> String {
        do throws(ConfigurationProblem) {
            _ = try Configuration.read(path: folder.path + "/" + name, homeFolder: "/home/ada")
        } catch {
            return ConfigurationWording(problem: error).sentence.read.replacing(folder.path + "/", with: "")
        }
        throw Unbroken(name: name)
    }

    private struct Unbroken: Error {
        let name: String
    }

    @Test func brokenFilesAreThere() {
        #expect(Self.cases.count >= 45)
    }

    @Test(arguments: cases)
    func brokenFileIsSaidInItsSentence(name: String) throws {
        let sentence = try Self.sentence(of: name)
        let file = Self.folder.appending(path: name.replacing(".yaml", with: ".expected"))
        #expect(try sentence + "\n" == String(contentsOf: file, encoding: .utf8))
    }

    @Test(arguments: cases)
    func passwordIsNeverShown(name: String) throws {
        #expect(try !Self.sentence(of: name).contains("hunter2"))
    }

    @Test(arguments: cases)
    func sentenceFitsALineOfTheTerminalLog(name: String) throws {
        let sentence = try Self.sentence(of: name)
        #expect(sentence.split(whereSeparator: \.isNewline).count == 1)
        #expect(sentence.count < 420)
    }
}
