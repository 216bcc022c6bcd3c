import ArgumentParser
import Foundation
import Testing

@testable import Setup
@testable import afterword

@Suite struct ManualTests {
    private let checkout: Checkout

    init() throws {
        checkout = try Checkout()
    }

    private func page(_ name: String) throws -> String {
        try String(contentsOfFile: checkout.scratch.path + "/" + name, encoding: .utf8)
    }

    private func makeCommands() throws {
        let said = try checkout.sh(
            "\"$program\" --experimental-dump-help | python3 Scripts/parts/manual.py commands \"$scratch\" 2026-11-30 1.0.0"
        )
        try #require(said.status == 0, "\(said.text)")
    }

    @Test func everyCommandHasItsPage() throws {
        try makeCommands()
        func check(_ command: any ParsableCommand.Type, _ above: String) throws {
            let name = above + (command.configuration.commandName ?? "")
            let text = try page(name + ".1")
            #expect(text.contains("\n.Dt \(name.uppercased()) 1\n") && text.contains("\n.Nm \(name)\n"))
            for sub in command.configuration.subcommands { try check(sub, name + "-") }
            for group in command.configuration.groupedSubcommands {
                for sub in group.subcommands { try check(sub, name + "-") }
            }
        }
        try check(Afterword.self, "")
    }

    @Test func letterAndExampleStayAsTheyAre() throws {
        try makeCommands()
        let text = try page("afterword-interview-add.1")
        #expect(text.contains("Tom Ó Briain"))
        let example = try #require(text.firstMatch(of: /(?s)\.Bd -literal\n(.*?)\.Ed/))
        #expect(example.1.contains("  afterword interview add \\e\n    --organisation"))
    }

    @Test func thePagesTellTheExitCodesThatThereAre() throws {
        try makeCommands()
        let all: [Exit] = [
            .done, .deferred, .needsUser, .serverUnavailable, .usage, .badInput, .fault, .cannotWrite,
            .permission,
            .configuration,
        ]
        let told = try page("afterword-send.1").matches(of: /\n\.It (\d+)\n/).compactMap { Int32($0.1) }
        #expect(Set(told) == Set(all.map(\.rawValue)))
    }

    @Test func everySettingStandsInThePageOfTheConfiguration() throws {
        let said = try checkout.sh(
            "python3 Scripts/parts/manual.py configuration Config/afterword.yaml \"$scratch/y.5\" 2026-11-30 1.0.0"
        )
        try #require(said.status == 0, "\(said.text)")
        let told = Set(try page("y.5").matches(of: /(?m)^\.It Ic ([a-z_.]+)/).map { String($0.1) })
        let sections = KnownKeys.sections.flatMap { section in section.keys.map { "\(section.name).\($0)" } }
        let top = Set(KnownKeys.top).subtracting(KnownKeys.sections.map(\.name))
        #expect(told == top.union(sections))
    }
}
