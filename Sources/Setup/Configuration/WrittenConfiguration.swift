import Etiquette

/// A configuration as it stands in its file, whose values may be changed while every comment and all else stays.
package struct WrittenConfiguration {
    private let path: String
    private let text: String
    private let values: [String: Setting.Value]

    /// - Throws: `ConfigurationProblem` where there is none, or none that can be read.
    package init(path: String) throws(ConfigurationProblem) {
        let bytes = try Configuration.bytes(path: path)
        try self.init(path: path, text: UTF8Text.decode(bytes, file: path))
    }

    init(path: String, text: String) throws(ConfigurationProblem) {
        (self.path, self.text) = (path, text)
        values = try Self.values(of: text, file: path)
    }

    /// Tells what was shown from what stands there later.
    package var digest: String { Digest.sha256(Array(text.utf8)) }

    /// As it is written under a key such as `etiquette.hours`; nil where nothing is.
    package subscript(_ key: String) -> String? {
        if case .text(let text)? = values[key] { text } else { nil }
    }

    /// The keys of the server that sends.
    package static let serverKeys = KnownKeys.keys(of: "smtp").map { "smtp." + $0 }

    /// The keys of the mailbox.
    package static let mailboxKeys = KnownKeys.keys(of: "imap").map { "imap." + $0 }

    /// The same with other values.
    ///
    /// - Parameters:
    ///   - changes: by key; nil takes a value out of force, and `smtp` is the word in the place of that section.
    ///   - homeFolder: where `~/` leads; nil where it is not known.
    /// - Throws: `ConfigurationProblem` where the new values make no configuration, `WrittenOtherwise` where the file has no
    ///   line for one of them.
    package func changed(_ changes: [String: String?], homeFolder: String?) throws -> ChangedText {
        var lines = ConfigurationLines(text)
        var wanted = values
        func change(where isMeant: (String, String?) -> Bool) {
            for (key, value) in changes.sorted(by: { $0.key < $1.key }) where isMeant(key, value) {
                lines.set(key, value)
                wanted[key] = value.map { .text($0) }
            }
        }
        // A section goes after what was in it, and comes before what is to be in it.
        change { $0.contains(".") && $1 == nil }
        change { key, _ in !key.contains(".") }
        change { $0.contains(".") && $1 != nil }
        guard let found = try? Self.values(of: lines.text, file: path), found == wanted else {
            throw WrittenOtherwise(path: path)
        }
        let read = try Configuration.read(Array(lines.text.utf8), of: path, homeFolder: homeFolder)
        return ChangedText(path: path, text: lines.text, read: read)
    }

    /// Every value by its key; a section with nothing in it is none.
    private static func values(
        of text: String, file: String
    ) throws(ConfigurationProblem) -> [String: Setting.Value] {
        var values: [String: Setting.Value] = [:]
        for setting in try YAMLTree(file: file, text: text).settings() ?? [] {
            switch setting.value {
            case .section(let inner):
                for one in inner { values["\(setting.key).\(one.key)"] = one.value }
            case .nothing: break
            default: values[setting.key] = setting.value
            }
        }
        return values
    }
}

/// A configuration that was read, and is not written yet.
package struct ChangedText {
    private let path: String
    private let text: String
    /// Nothing is there yet.
    private let isNew: Bool
    /// What it says.
    package let read: Configuration

    init(path: String, text: String, read: Configuration) {
        (self.path, self.text, self.read, isNew) = (path, text, read, false)
    }

    /// The first one.
    ///
    /// - Parameter homeFolder: where `~/` leads; nil where it is not known.
    package init(making text: String, path: String, homeFolder: String?) throws(ConfigurationProblem) {
        (self.path, self.text, isNew) = (path, text, true)
        read = try Configuration.read(Array(text.utf8), of: path, homeFolder: homeFolder)
    }

    /// Makes the file, or puts it into the place of the one that is there.
    ///
    /// - Throws: `HomeProblem.exists` where the first one is there meanwhile.
    package func write() throws(HomeProblem) {
        if isNew { try Home.createFile(path, text: text) } else { try Home.replaceFile(path, text: text) }
    }
}

/// The file is written in a way in which single values can't be changed: in brackets, over several lines, by a script.
package struct WrittenOtherwise: Error, Equatable {
    package let path: String
}
