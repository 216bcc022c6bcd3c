import Etiquette

/// Where something stands in a text file: both numbers from 1, columns counted in Unicode scalars.
package struct Place: Equatable, Sendable {
    package let line: Int
    package let column: Int
}

/// What in the configuration cannot be right, as data; ConfigurationWording makes the sentences.
package struct ConfigurationProblem: Error, Equatable, Sendable {
    /// The path of the file at fault: `config.yaml`, or a file that it names.
    package let file: String
    /// Absent where the whole file is meant.
    package let place: Place?
    /// Such as `smtp.tls`; empty where the whole file is meant.
    package let key: String
    package let fault: Fault
    /// What else cannot be right, in the order of the file: whoever mends the first need not come back for the second.
    package var further: [ConfigurationProblem] = []

    /// What kind of thing stands where another was wanted.
    package enum Shape: Equatable, Sendable {
        case list, section, value
    }

    /// What may stand under a key.
    package enum Allowed: Equatable, Sendable {
        case name, address, postalAddress, zone, hours, day, path, text, command, language, folders
        /// A command of the user's own that is told what needs them.
        case notifyCommand
        /// A region of `PublicHolidays`, `none`, or a file.
        case holidays
        case regions([String])
        case words([String])
        case server(schemes: [String], files: Bool)
        /// Any span but none: `90m`, `24h`, `14d`.
        case span(orNone: Bool)
        /// A span of at most an hour or so, in seconds.
        case seconds(ClosedRange<Int>)
        case count(ClosedRange<Int>, orOff: Bool)
    }

    /// Where a key that is not known belongs.
    package enum Suggestion: Equatable, Sendable {
        case spelling(String)
        case section(String)
    }

    package enum Fault: Equatable, Sendable {
        /// `found` is the path, where a key names the file.
        case unreadable(FileTrouble, found: String?)
        case notUTF8
        case empty
        /// The words of the YAML parser.
        case notYAML(String)
        case tab
        case severalDocuments
        case anchor
        case tag
        /// The line in which the key stands again, where it could be told.
        case duplicateKey(again: Int?)
        case keyNotText
        case unknownKey(Suggestion?, known: [String])
        case notASection(Shape)
        case notAValue(Shape, Allowed)
        case noValue(Allowed)
        case missing(Allowed)
        /// `found` is shortened, and nil where it may be a password.
        case bad(found: String?, Allowed)
        case badName(found: String, InputProblem)
        case badServer(found: String, ServerURL.Fault)
        case passwordInFile
        case twoSecrets
        case secretWithoutUser
        case userWithoutSecret
        case tlsOffElsewhere(host: String)
        case tlsOffAgainstScheme(String)
        case notForFiles
    }
}

extension String {
    /// Fit to be quoted in a sentence on a terminal: at most 60 characters, nothing that moves the cursor.
    var quotable: String {
        // A character can hide thousands of combining marks, so scalars are cut first.
        let scalars = unicodeScalars.prefix(240).map { scalar in
            scalar.isForbiddenInField
                ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }
        let text = scalars.joined()
        let isWhole = unicodeScalars.count <= 240 && text.count <= 60
        return isWhole ? text : text.prefix(59) + "…"
    }
}
