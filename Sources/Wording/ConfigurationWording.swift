import Application
import Etiquette
import Setup
import Text

extension ConfigurationProblem: Worded {
    package var sentence: Sentence { ConfigurationWording(problem: self).lines }
}

/// Makes one sentence of what is wrong with the configuration: where, what was found, what is allowed, what to do; of
/// several things a sentence each.
package struct ConfigurationWording {
    package let problem: ConfigurationProblem

    /// Such as `config.yaml:8:8: smtp.tls: found 'of'; allowed: required, off.`
    package var sentence: Sentence {
        let place = problem.place.map { ":\($0.line):\($0.column)" } ?? ""
        let key = problem.key.isEmpty ? "" : ": \(problem.key)"
        return "\(problem.file)\(place)\(key): \(words)."
    }

    /// A line for each thing that is wrong; past those that a screen holds it says how many more there are.
    package var lines: Sentence {
        let shown = problem.further.prefix(Self.most).map { Self(problem: $0).sentence }
        let rest = problem.further.count - shown.count
        let further: [Sentence] = rest > 0 ? ["and \(rest) more."] : []
        return ([sentence] + shown + further).joined(separator: "\n")
    }

    private static let most = 39

    /// The same of answers that are not in a file yet.
    package var sentenceOfAnswers: Sentence {
        let all: [Sentence] = ([problem] + problem.further).map { "\($0.key): \(Self(problem: $0).words)." }
        return all.joined(separator: " ")
    }

    /// The same beside the field of a form in which it was typed.
    package var sentenceOfField: Sentence { "\(words)." }

    private var words: Sentence {
        wordsOfFile ?? Sentence(wordsOfShape ?? wordsOfValue ?? wordsOfServer ?? "")
    }

    /// What is wrong with the file as a whole.
    private var wordsOfFile: Sentence? {
        switch problem.fault {
        case .unreadable(let trouble, let found?): "found '\(found)', but \(trouble.words)"
        case .unreadable(let trouble, nil): problem.key.isEmpty ? ofMissing(trouble) : Sentence(trouble.words)
        case .notUTF8: "the text is not UTF-8 from here on; save the file as UTF-8 in your editor"
        case .empty: "the file is empty; write a configuration with '\(.setUp)'"
        case .notYAML(let words):
            "this is not YAML: \(words); look at the line and at the one before it: a value with ': ' or '#' in it, "
                + "or with a mark at its beginning, wants quotes"
        case .tab:
            "found a tab at the beginning of the line; YAML allows spaces alone there: replace it with spaces"
        case .severalDocuments:
            "found a second document behind '---'; a configuration is one document: remove the rest"
        case .anchor:
            "found an anchor (&name) or an alias (*name); neither is allowed here: write the value out, "
                + "or put it in quotes"
        case .tag: "found a tag (such as !!str); none is allowed here: remove it, or put the value in quotes"
        default: nil
        }
    }

    private func ofMissing(_ trouble: FileTrouble) -> Sentence {
        trouble == .missing
            ? "there is no configuration yet; write one with '\(.setUp)'" : Sentence(trouble.words)
    }

    /// What is wrong with the keys and with how they are built.
    private var wordsOfShape: String? {
        switch problem.fault {
        case .duplicateKey(let again):
            "the key stands here and again \(again.map { "in line \($0)" } ?? "further down"); keep one of the two"
        case .keyNotText:
            "found a list or a section in the place of a key; a key is one word: correct the line"
        case .unknownKey(let suggestion, let known): unknownKey(suggestion, known: known)
        case .notASection(.list): "found a list; allowed: a section of its own, with 'key: value' lines"
        case .notASection where problem.key == "smtp":
            "found a single value; allowed: a section of its own, with 'key: value' lines, or the word by-hand"
        case .notASection: "found a single value; allowed: a section of its own, with 'key: value' lines"
        case .notAValue(let shape, let allowed):
            "found a \(shape == .list ? "list" : "section"); allowed: \(allowed.words); write it behind the colon"
        case .noValue(let allowed): "found no value; allowed: \(allowed.words); fill it in"
        case .missing(let allowed): "the key is missing; allowed: \(allowed.words); add it"
        default: nil
        }
    }

    private func unknownKey(_ suggestion: ConfigurationProblem.Suggestion?, known: [String]) -> String {
        switch suggestion {
        case .spelling(let key): "there is no such key; did you mean '\(key)'? (allowed: \(known.listed))"
        case .section(""):
            "there is no such key here; it stands at the left margin: remove the spaces before it"
        case .section(let section):
            "there is no such key here; it belongs in the section '\(section)': move it there"
        case nil: "there is no such key; allowed: \(known.listed); correct or remove it"
        }
    }

    /// What is wrong with a value.
    private var wordsOfValue: String? {
        switch problem.fault {
        case .bad(let found?, let allowed): "found '\(found)'; allowed: \(allowed.words); correct it"
        case .bad(nil, let allowed): "found something else (not shown); allowed: \(allowed.words); correct it"
        case .badName(let found, let input): "found '\(found)', \(Self.name(input))"
        case .passwordInFile:
            "a password must not stand in this file; remove it, and use password_command (a command that prints it) "
                + "or password_file (a file that only you can read)"
        case .twoSecrets:
            "found both password_command and password_file; allowed: one of them: remove the other"
        case .secretWithoutUser: "found a password but no user; add the key 'user', the name to log in with"
        case .userWithoutSecret:
            "found a user but no password; add password_command or password_file, or remove 'user' "
                + "if the server wants no login"
        default: nil
        }
    }

    private static func name(_ problem: InputProblem) -> String {
        switch problem {
        case .tooLong(_, _, let limit):
            "which is longer than \(limit) characters; allowed: your name, shorter"
        case .forbiddenCharacter(_, _, let scalar):
            "which holds a character that cannot be seen (U+\(scalar.hexadecimal)); allowed: your name without it; "
                + "type it again"
        default: "which is not a name; allowed: your name, as you sign it; correct it"
        }
    }

    /// What is wrong with a server.
    private var wordsOfServer: String? {
        switch problem.fault {
        case .badServer(let found, let fault): "found '\(found)', \(fault.words)"
        case .tlsOffElsewhere(let host):
            "found 'off', but \(host) is another machine, and the password would cross the network in the clear; "
                + "allowed: required; 'off' is for localhost, 127.0.0.1 and [::1] alone"
        case .tlsOffAgainstScheme(let scheme):
            "found 'off', but \(scheme):// begins with encryption; allowed: required; "
                + "or write \(scheme.dropLast()):// in the url"
        case .notForFiles: "files on this computer need no login; remove the key"
        default: nil
        }
    }
}

extension [String] {
    fileprivate var listed: String { joined(separator: ", ") }
}

extension UInt32 {
    /// At least four digits, as Unicode writes code points.
    package var hexadecimal: String { padded(to: 4, radix: 16, uppercase: true) }
}

/// Answers that make no configuration. There is no file yet whose line could be named.
extension RefusedSetUp: Worded {
    package var sentence: Sentence {
        ConfigurationWording(problem: problem).sentenceOfAnswers + " Nothing was written."
    }
}

/// What was typed into a form for a setting, and can't be one.
package struct RefusedSetting: Worded {
    private let problem: ConfigurationProblem

    package init(_ problem: ConfigurationProblem) { self.problem = problem }

    package var sentence: Sentence { ConfigurationWording(problem: problem).sentenceOfField }
}

extension WrittenOtherwise: Worded {
    package var sentence: Sentence {
        "the configuration is written in a way in which single values can't be changed from here (in brackets, or over several "
            + "lines), so nothing was changed. Change it in the file: \(path)"
    }
}

/// The configuration is another one than the form was filled in for.
package struct SettingsChangedMeanwhile: Worded {
    package init() {}

    package var sentence: Sentence {
        "The settings were changed since you opened this page, here or in the file. Nothing was saved yet: what you typed is still "
            + "in the form; if you save again, it takes the place of what is there now."
    }
}
