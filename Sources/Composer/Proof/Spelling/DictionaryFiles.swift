import Foundation

/// The two files of a Hunspell dictionary.
struct DictionaryFiles: Sendable {
    let affixes: String
    let words: String

    /// Nil where no folder has both.
    ///
    /// - Parameters:
    ///   - language: a tag such as `en-GB`; the files write it `en_GB`.
    ///   - folders: in the order in which they count.
    init?(language: String, in folders: [String]) {
        let name = language.replacing("-", with: "_")
        for folder in folders {
            let (affixes, words) = ("\(folder)/\(name).aff", "\(folder)/\(name).dic")
            if FileManager.default.isReadableFile(atPath: affixes),
                FileManager.default.isReadableFile(atPath: words)
            {
                (self.affixes, self.words) = (affixes, words)
                return
            }
        }
        return nil
    }

    /// Where the packages of Debian and others put dictionaries, and before them what `$DICPATH` names.
    ///
    /// - Parameter path: the value of `DICPATH`, folders with colons between them; nil where it is not set.
    static func folders(path: String?) -> [String] {
        (path ?? "").split(separator: ":").map(String.init)
            + [
                "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell",
                "/opt/homebrew/share/hunspell",
            ]
    }
}
