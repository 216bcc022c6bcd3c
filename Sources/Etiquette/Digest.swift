import CMD

/// What stands for a text without giving it away.
package enum Digest {
    /// SHA-256 (FIPS 180-4), in hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String { hash(bytes).hexadecimal }

    /// HMAC with SHA-256 (RFC 2104), in hexadecimal digits: without the key nobody can try which text it stands for.
    package static func keyed(_ key: [UInt8], _ text: String) -> String {
        let block = 64
        let short = key.count > block ? hash(key) : key
        let padded = short + [UInt8](repeating: 0, count: block - short.count)
        let inner = hash(padded.map { $0 ^ 0x36 } + Array(text.utf8))
        return hash(padded.map { $0 ^ 0x5C } + inner).hexadecimal
    }

    private static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        var context = SHA2_CTX()
        SHA256Init(&context)
        SHA256Update(&context, bytes, bytes.count)
        SHA256Final(&digest, &context)
        return digest
    }
}

extension Sequence<UInt8> {
    /// Two digits for each.
    package var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
