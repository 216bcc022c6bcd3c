import Foundation
import TestFiles
import Testing

/// What README.md and docs/ tell people to type is what the program takes, and what they point at is there.
@Suite struct DocumentationTests {
    /// README.md and every page of docs/.
    static let pages: [String] =
        ["README.md"]
        + ((try? FileManager.default.subpathsOfDirectory(atPath: root + "/docs")) ?? [])
        .filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }.sorted()

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardized.path

    /// Commands that would touch the machine of whoever tests, or stay: only that they are understood is tried.
    private static let onlyUnderstood = ["service", "run", "init", "open"]

    /// Where another exit than "done" or "something needs you" is right: nothing is set up that could be reached.
    private static let exits: [String: Set<Int32>] = [
        "doctor": [69], "listen": [78], "send": [69, 75],
        // What a file leaves open is asked on a terminal alone; nothing is in doubt that could be resolved.
        "import": [65], "resolve": [65],
        // Nothing is due in it.
        "hand": [65],
    ]

    @Test func thereArePagesToRead() {
        #expect(Self.pages.count > 5)
    }

    @Test(arguments: pages)
    func everyCommandIsTaken(page: String) throws {
        let commands = try Self.commands(String(contentsOfFile: Self.root + "/" + page, encoding: .utf8))
        guard !commands.isEmpty else { return }
        let ada = try Applicant()
        // The README records its own interview.
        if page != "README.md" { try ada.add() }
        let files = [
            "jobs.csv": try ada.scratch.file("jobs.csv", JobSheet().text),
            "invite.ics": try ada.scratch.file("invite.ics", InvitationSample().text),
        ]
        for command in commands {
            // What a command writes is not there yet.
            let new = ["export", "backup"].contains(command.first ?? "")
            let arguments = command.enumerated().map { index, word in
                if new, index == 1, !word.hasPrefix("-") {
                    return "\(ada.scratch.path)/new-\(command.hashValue)"
                }
                return files[word] ?? word
            }
            if let first = arguments.first, Self.onlyUnderstood.contains(first) {
                #expect(try ada.run(arguments + ["--help"]).status == 0, "\(page): \(command)")
                continue
            }
            let run = try ada.run(arguments, environment: ["EDITOR": "true", "VISUAL": "true"])
            let allowed = Set<Int32>([0, 1]).union(arguments.first.flatMap { Self.exits[$0] } ?? [])
            #expect(allowed.contains(run.status), "\(page): \(command): \(run)")
        }
    }

    @Test(arguments: pages)
    func everyLinkLeadsSomewhere(page: String) throws {
        let text = try String(contentsOfFile: Self.root + "/" + page, encoding: .utf8)
        let folder = ((Self.root + "/" + page) as NSString).deletingLastPathComponent
        for match in text.matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
            #expect(FileManager.default.fileExists(atPath: folder + "/" + match.1), "\(page): \(match.1)")
        }
    }

    /// The arguments of each command in the blocks of shell commands.
    private static func commands(_ text: String) -> [[String]] {
        text.matches(of: /```sh\n([\s\S]*?)```/).flatMap { block in
            block.1.replacing("\\\n", with: " ").split(separator: "\n").map { words($0) }
                .filter { $0.first == "afterword" }.map { Array($0.dropFirst()) }
        }
    }

    /// As a shell splits a line that has double quotes and comments, and nothing else.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            switch character {
            case "\"":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let done = word { words.append(done) }
                word = nil
            case "#" where !isQuoted && word == nil: return words
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
