import CHunspell
import Foundation

/// A dictionary in memory, which belongs to one thread at a time; Hunspell itself is loaded with the first.
final class HunspellDictionary {
    private let handle: OpaquePointer

    /// A `static let` is thread-safe: loaded once, and false where this machine has none.
    static let isLoaded = afterword_hunspell_load() != 0

    /// Nil where the library or the dictionary can't be read.
    init?(_ files: DictionaryFiles) {
        guard Self.isLoaded, let handle = afterword_dictionary_new(files.affixes, files.words) else {
            return nil
        }
        self.handle = handle
    }

    deinit {
        afterword_dictionary_free(handle)
    }

    /// Whether a word is right as it stands, capitals included.
    func knows(_ word: String) -> Bool { afterword_dictionary_knows(handle, word) != 0 }

    /// What was probably meant.
    func suggestion(for word: String) -> String? {
        guard let text = afterword_dictionary_suggestion(handle, word) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }
}
