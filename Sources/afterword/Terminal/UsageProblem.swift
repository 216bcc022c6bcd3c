import ArgumentParser
import Wording

/// A command line that can't be run: what is wrong with it, and where to read how it is typed. The argument parser would print
/// its own usage of the command, in which what is wrong is lost.
struct UsageProblem: ExitCoded {
    let sentence: Sentence
    var exit: Exit { .usage }

    /// Of what a command itself found.
    init(_ error: ValidationError, of command: any ParsableCommand.Type, in root: any ParsableCommand.Type) {
        let path = Self.path(to: command, from: root) ?? [Self.name(of: root)]
        sentence = Self.sentence(error.message, help: nil, path: path.joined(separator: " "))
    }

    /// Of what the argument parser could not read.
    ///
    /// - Parameters:
    ///   - message: what it says is wrong.
    ///   - full: the same with the help of the argument and the name of the command, as it prints them.
    ///   - suggestion: what may have been meant.
    init(message: String, full: String, suggestion: CommandSuggestion?) {
        if let suggestion, suggestion.saysAll {
            sentence = Sentence(suggestion.sentence)
            return
        }
        let help = full.firstMatch(of: /\nHelp: +(.*)/).map { String($0.1) }
        let path = full.firstMatch(of: /See '(.*) --help'/).map { String($0.1) } ?? "afterword"
        sentence = Self.sentence(
            [message, suggestion?.sentence].compactMap(\.self).joined(separator: " "), help: help, path: path)
    }

    private static func sentence(_ message: String, help: String?, path: String) -> Sentence {
        let missing = message.wholeMatch(of: /Missing expected argument '(<[^']*>).*'/).map { String($0.1) }
        let known = help.map { $0.replacing(/^<\S+> +/, with: "") }
        guard !message.contains("see: afterword") else {
            return Sentence(message)
        }
        let wrong = missing.map { $0 + " is missing." } ?? whole(message)
        return Sentence([wrong, known, "See: \(path) --help"].compactMap(\.self).joined(separator: " "))
    }

    /// On one line, begun as the other problems are, and ended as a sentence.
    private static func whole(_ message: String) -> String {
        var words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.dropFirst().first?.isLowercase ?? false {
            words = words.prefix(1).lowercased() + words.dropFirst()
        }
        return words.last.map { ".?!".contains($0) } ?? false ? words : words + "."
    }

    private static func path(
        to command: any ParsableCommand.Type, from root: any ParsableCommand.Type
    ) -> [String]? {
        if command == root { return [name(of: root)] }
        return root.configuration.subcommands.lazy.compactMap { path(to: command, from: $0) }.first
            .map { [name(of: root)] + $0 }
    }

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? command._commandName
    }
}
