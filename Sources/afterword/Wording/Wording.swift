import ArgumentParser
import Composer
import Desk
import Etiquette
import Foundation
import Ledger
import Mail
import Sender
import Setup

/// A problem that knows its sentence (what is wrong, with the value, where, and what to do) and its exit code.
protocol Worded: Error {
    var sentence: String { get }
    var exit: Exit { get }
}

/// Sentences for people are made here and nowhere else.
enum Wording {
    /// The sentence for an error and how the run ends; nil for those that the argument parser words itself.
    static func problem(_ error: any Error) -> (sentence: String, code: Exit)? {
        switch error {
        case let worded as any Worded: (worded.sentence, worded.exit)
        case let problem as ConfigurationProblem:
            (ConfigurationWording(problem: problem).lines, exit(problem.exitCode))
        case let problem as HomeProblem: (problem.sentence, exit(problem.exitCode))
        case let problem as SecretProblem: (problem.sentence, exit(problem.exitCode))
        case is ValidationError, is ExitCode, is CleanExit: nil
        default: String(describing: type(of: error)).contains("CommandError") ? nil : (fault(error), .fault)
        }
    }

    private static func exit(_ code: Int32) -> Exit { Exit(rawValue: code) ?? .fault }

    private static func fault(_ error: any Error) -> String {
        "this is our own fault and should not happen; see how things stand with: afterword queue --all. Please report: \(shown("\(error)", limit: 300))"
    }

    /// A value as a sentence quotes it: shortened to 60 characters, what can't be seen made visible.
    static func quoted(_ value: String) -> String { "“\(shown(value, limit: 60))”" }

    /// Text from outside, safe for a terminal.
    static func shown(_ value: String, limit: Int = .max) -> String {
        var text = ""
        for character in value.prefix(limit == .max ? value.count : limit) {
            for scalar in character.unicodeScalars {
                if scalar.isForbiddenInField {
                    text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return value.dropFirst(limit == .max ? value.count : limit).isEmpty ? text : text + "…"
    }

    /// `1, 2 and 3`.
    static func list(_ items: [String], _ conjunction: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    /// A sentence that stands by itself.
    static func capitalised(_ sentence: String) -> String {
        sentence.prefix(1).uppercased() + sentence.dropFirst()
    }

    /// `1 message`, `2 messages`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    static func list(_ ids: [Message.ID]) -> String { ids.map { String($0.rawValue) }.joined(separator: " ") }
}

extension Application.Missing: Worded {
    var sentence: String {
        switch self {
        case .configuration(let path):
            "there is no configuration yet at \(path); write one with: afterword init"
        }
    }

    var exit: Exit { .configuration }
}
