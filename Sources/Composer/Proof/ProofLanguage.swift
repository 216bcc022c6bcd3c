import Etiquette
import Foundation
import Text

/// What proofreading knows of the language of a message: lists of words, and a dictionary where one is installed. Made
/// once; the dictionary is read with the first word that is looked up.
package struct ProofLanguage: Sendable {
    /// How it writes a day.
    package let language: Language
    let lists: WordLists
    let spelling: Spelling?
    /// The hashes of words that are right whatever the dictionary says: those of the lists and the user's own.
    let knownWords: Set<UInt64>
    /// What is missing on this machine to look up how words are spelt.
    package let lack: Lack?

    /// It has a package of its own.
    package enum Lack: Equatable, Sendable {
        /// The dictionary of a language, by its tag.
        case dictionary(String)
    }

    /// A language of which nothing is known: only what needs no words is found.
    package static let unknown = ProofLanguage(.unknown)

    /// One of which no more is known than how it writes a day.
    package init(_ language: Language) {
        self.init(language, lists: .none, spelling: nil, lack: nil)
    }

    private init(
        _ language: Language, lists: WordLists, spelling: Spelling?, knownWords: Set<UInt64> = [], lack: Lack?
    ) {
        self.language = language
        self.lists = lists
        self.spelling = spelling
        self.knownWords = knownWords
        self.lack = lack
    }

    /// Reads the lists of a language, and finds its dictionary.
    ///
    /// - Parameters:
    ///   - shipped: holds a folder for each language, as for `TemplateSet.load`.
    ///   - own: the user's folder of templates: files in its `words` folder, or in that of a language, win.
    ///   - language: a language tag such as `en-GB`.
    ///   - dictionaries: the folders in which `en_GB.aff` and `en_GB.dic` may lie, the first that has both counts.
    ///   - ownWords: the user's list of words that are right, one a line; it need not exist.
    ///   - isAhead: words are about to be looked up: the dictionary is read now, beside the lists.
    package static func load(
        shipped: URL, own: URL?, language: String, dictionaries: [String], ownWords: URL?,
        isAhead: Bool = false
    ) throws(WordListProblem) -> ProofLanguage {
        let spelling = DictionaryFiles(language: language, in: dictionaries).map(Spelling.init)
        // Where there is no thread, it is read with the first word.
        if isAhead, let spelling { try? Worker.start(heap: 8 << 20) { spelling.readDictionary() } }
        let lists = try WordLists.load(shipped: shipped, own: own, language: language)
        let written = try Self.written(language, in: [shipped, own])
        var known = lists.known
        if let ownWords, FileManager.default.fileExists(atPath: ownWords.path) {
            known.formUnion(try Self.words(of: ownWords))
        }
        return ProofLanguage(
            written, lists: lists, spelling: spelling, knownWords: known,
            lack: spelling == nil ? .dictionary(language) : nil)
    }

    /// The folders in which a dictionary may lie.
    ///
    /// - Parameter path: the value of `DICPATH`, folders with colons between them; nil where it is not set.
    package static func dictionaryFolders(path: String?) -> [String] { DictionaryFiles.folders(path: path) }

    private static func written(_ tag: String, in folders: [URL?]) throws(WordListProblem) -> Language {
        do {
            return try Language.read(
                tag, in: folders.compactMap(\.self).map { $0.appendingPathComponent(tag) })
        } catch {
            throw .unreadable(error)
        }
    }

    private static func words(of url: URL) throws(WordListProblem) -> Set<UInt64> {
        do {
            return Set(
                try TemplateFile.text(of: url).lines.filter { !$0.hasPrefix("#") }
                    .flatMap { TokenizedText(String($0)).words.map(\.hash) })
        } catch {
            throw .unreadable(error)
        }
    }
}
