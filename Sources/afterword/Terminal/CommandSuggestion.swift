import ArgumentParser
import Wording

/// What may have been meant by a command line that could not be read: a command, or the value of an option. Names of options
/// the argument parser suggests itself.
struct CommandSuggestion {
    let sentence: String
    /// It says what is wrong as well.
    let saysAll: Bool

    /// - Parameters:
    ///   - arguments: without the name of the program.
    ///   - message: what the argument parser says of them.
    /// - Returns: nil where nothing near is known.
    init?(_ arguments: [String], of root: any ParsableCommand.Type, message: String) {
        let command = Self.command(arguments, root)
        guard let sentence = command ?? Self.value(message) else { return nil }
        (self.sentence, saysAll) = (sentence, command != nil)
    }

    /// The first word that should name a command and does not.
    private static func command(_ arguments: [String], _ root: any ParsableCommand.Type) -> String? {
        var (command, path) = (root, [root.configuration.commandName ?? "afterword"])
        for word in arguments {
            let commands = command.configuration.subcommands
            guard !word.hasPrefix("-"), !commands.isEmpty else { return nil }
            if let next = commands.first(where: { name(of: $0) == word }) {
                (command, path) = (next, path + [word])
                continue
            }
            let known = commands.map(name)
            let meant = (path + [Wording.nearest(word, among: known) ?? ""]).joined(separator: " ")
            let hint = meant.hasSuffix(" ") ? "See: \(meant)--help" : "Did you mean: \(meant)"
            return "\(Wording.quoted(word)) is not a command. \(hint)"
        }
        return nil
    }

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? command._commandName
    }

    /// The argument parser names the value and all that are allowed, in single quotes.
    private static func value(_ message: String) -> String? {
        guard
            let match = message.firstMatch(
                of: /The value '([^']*)' is invalid for '[^']*'\. Please provide one of (.*)/)
        else { return nil }
        let known = match.2.matches(of: /'([^']*)'/).map { String($0.1) }
        return Wording.nearest(String(match.1), among: known).map { "Did you mean: \($0)" }
    }
}
