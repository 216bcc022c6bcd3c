import Text

/// Words as they stand in texts, each with what the dictionary said of it: an open-addressed table over one run of
/// bytes, since every word of every message is looked up here.
struct WordTable {
    /// The most words that are remembered; beyond it the table begins anew.
    static let limit = 200_000

    private struct Entry {
        var hash: UInt64 = 0
        var start: UInt32 = 0
        var length: UInt16 = 0
        /// 0 where nothing is kept here.
        var value: UInt8 = 0
    }

    private var entries = [Entry](repeating: Entry(), count: 4096)
    private var bytes: [UInt8] = []
    private(set) var count = 0

    /// What was said of a word; nil where it is new.
    func value(of word: ArraySlice<UInt8>) -> Bool? {
        let slot = slot(of: word, hash: WordHash.of(word))
        return entries[slot].value == 0 ? nil : entries[slot].value == 1
    }

    mutating func set(_ isRight: Bool, for word: ArraySlice<UInt8>) {
        guard word.count < UInt16.max else { return }
        if count >= Self.limit { self = WordTable() }
        if (count + 1) * 2 > entries.count { grow() }
        let hash = WordHash.of(word)
        let slot = slot(of: word, hash: hash)
        if entries[slot].value == 0 {
            count += 1
            entries[slot] = Entry(
                hash: hash, start: UInt32(bytes.count), length: UInt16(word.count), value: 0)
            bytes += word
        }
        entries[slot].value = isRight ? 1 : 2
    }

    private func slot(of word: ArraySlice<UInt8>, hash: UInt64) -> Int {
        let mask = entries.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while entries[slot].value != 0, !holds(entries[slot], word, hash) { slot = (slot + 1) & mask }
        return slot
    }

    private func holds(_ entry: Entry, _ word: ArraySlice<UInt8>, _ hash: UInt64) -> Bool {
        let start = Int(entry.start)
        return entry.hash == hash && bytes[start..<(start + Int(entry.length))] == word
    }

    private mutating func grow() {
        let old = entries
        entries = [Entry](repeating: Entry(), count: old.count * 2)
        let mask = entries.count - 1
        for entry in old where entry.value != 0 {
            var slot = Int(truncatingIfNeeded: entry.hash ^ entry.hash >> 32) & mask
            while entries[slot].value != 0 { slot = (slot + 1) & mask }
            entries[slot] = entry
        }
    }
}
