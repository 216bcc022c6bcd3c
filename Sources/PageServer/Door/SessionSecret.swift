/// 256 bits that nobody can guess: a session, or what its forms bring back.
struct SessionSecret: Sendable {
    /// 64 hexadecimal digits.
    let text: String

    /// - Parameter random: 16 bytes of chance with each call.
    init(random: () -> [UInt8]) {
        text = (random() + random()).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Compares in a time that tells nothing about where they differ.
    func matches(_ other: String) -> Bool {
        let (own, other) = (Array(text.utf8), Array(other.utf8))
        guard own.count == other.count else { return false }
        return zip(own, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
