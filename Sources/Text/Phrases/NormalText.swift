/// A text as phrases are looked for in it: lower case, white space collapsed, apostrophes and dashes of one kind.
package struct NormalText {
    package let bytes: [UInt8]

    package init(_ text: some StringProtocol) {
        // Of one type from here on: generic code of another room is many times as slow.
        var text = String(text)
        let plain = text.withUTF8 { $0.allSatisfy { $0 < 0x80 } ? Self.normal($0) : nil }
        bytes = plain ?? Self.normal(text.lowercased().unicodeScalars)
    }

    /// Whether another text stands in this one, as whole words.
    package func holds(_ other: NormalText) -> Bool {
        let (space, mine) = ([UInt8(0x20)], [0x20] + bytes + [0x20])
        return mine.firstRange(of: space + other.bytes + space) != nil
    }

    private static func normal(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case 0x09, 0x0A, 0x0D, 0x20: if bytes.last != 0x20 { bytes.append(0x20) }
            case 0x60: bytes.append(UInt8(ascii: "'"))
            case 0x41...0x5A: bytes.append(byte | 0x20)
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    private static func normal(_ text: String.UnicodeScalarView) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000: if bytes.last != 0x20 { bytes.append(0x20) }
            case 0x2018, 0x2019, 0xB4, 0x60: bytes.append(UInt8(ascii: "'"))
            case 0x2010, 0x2011, 0x2013, 0x2014: bytes.append(UInt8(ascii: "-"))
            case 0xFF1A: bytes.append(UInt8(ascii: ":"))
            case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return bytes
    }
}
