/// The keys under which names are kept, by their hashes: a message has hundreds, and most of them lead to nobody.
extension Words {
    /// Of a key as `key(of:)` gives it.
    package static func hash(ofKey key: String) -> UInt64 { WordHash.of(key) }

    /// Every key under which a name that occurs in the text could be kept, whether by one word or by two.
    ///
    /// - Parameter visit: is given the hash of a key, and makes the key itself where it is wanted.
    package func forEachKey(_ visit: (_ hash: UInt64, _ key: () -> String) -> Void) {
        for (index, range) in ranges.enumerated() {
            var hash = WordHash()
            for byte in bytes[range] { hash.take(byte) }
            visit(hash.value) { text(at: index) }
            guard index + 1 < ranges.count else { return }
            hash.take(UInt8(ascii: " "))
            for byte in bytes[ranges[index + 1]] { hash.take(byte) }
            visit(hash.value) { text(at: index) + " " + text(at: index + 1) }
        }
    }

    private func text(at index: Int) -> String { String(decoding: bytes[ranges[index]], as: UTF8.self) }
}
