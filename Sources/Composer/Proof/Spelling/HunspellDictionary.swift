import CHunspell
import Foundation
import Synchronization
import Text

/// A dictionary in memory, which belongs to one thread at a time. Words are Unicode on this side, whatever the dictionary
/// is written in.
final class HunspellDictionary {
    private let handle: OpaquePointer
    private let charset: String

    /// Hunspell counts the users of its table of letters without a lock: made or freed by two threads at a time, it would
    /// lose the capitals of every dictionary in memory.
    private static let making = Mutex(())

    /// Nil where the dictionary can't be read, or is written in letters that nobody knows.
    init?(_ files: DictionaryFiles) {
        let made = Self.making.withLock { _ in
            Hunspell_create(files.affixes, files.words).map { UInt(bitPattern: $0) }
        }
        guard let handle = made.flatMap({ OpaquePointer(bitPattern: $0) }) else { return nil }
        self.handle = handle
        charset = Hunspell_get_dic_encoding(handle).map { String(cString: $0) } ?? "utf-8"
        guard Charset.bytes(of: "", charset: charset) != nil else { return nil }
    }

    deinit {
        let handle = UInt(bitPattern: handle)
        Self.making.withLock { _ in Hunspell_destroy(OpaquePointer(bitPattern: handle)) }
    }

    /// Whether a word is right as it stands, capitals included; one that the dictionary has no letters for is not.
    func knows(_ word: String) -> Bool { own(word).map { Hunspell_spell(handle, $0) != 0 } ?? false }

    /// What was probably meant; costs a thousand times the above.
    func suggestion(for word: String) -> String? {
        guard let word = own(word) else { return nil }
        var suggestions: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = Hunspell_suggest(handle, &suggestions, word)
        defer { if count > 0 { Hunspell_free_list(handle, &suggestions, count) } }
        guard count > 0, let first = suggestions?[0] else { return nil }
        let letters = UnsafeBufferPointer(start: first, count: strlen(first)).map { UInt8(bitPattern: $0) }
        return Charset.exactText(letters, charset: charset)
    }

    /// In the letters of the dictionary, with the NUL that C wants.
    private func own(_ word: String) -> [CChar]? {
        Charset.bytes(of: word, charset: charset).map { $0.map { CChar(bitPattern: $0) } + [0] }
    }
}
