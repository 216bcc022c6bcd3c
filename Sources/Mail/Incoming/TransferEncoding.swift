/// What a Content-Transfer-Encoding hides (RFC 2045 6). Damaged text gives what can be read of it.
enum TransferEncoding {
    static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String, limit: Int) -> [UInt8] {
        switch name.lowercased() {
        case "base64": base64(bytes, limit: limit)
        case "quoted-printable": quotedPrintable(bytes, limit: limit)
        default: Array(bytes.prefix(limit))
        }
    }

    /// Whatever is not of the alphabet is skipped (RFC 2045 6.8); padding in the middle begins anew, since some
    /// systems encode line by line.
    static func base64(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(min(bytes.count / 4 * 3 + 3, limit))
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            guard let value = sextet(byte) else {
                if byte == UInt8(ascii: "=") { (bits, count) = (0, 0) }
                continue
            }
            bits = bits << 6 | value
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            bits &= (1 << UInt32(count)) - 1
            if result.count >= limit { break }
        }
        return result
    }

    private static func sextet(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - 65)
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - 71)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte + 4)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// An equals sign that begins no escape stands for itself.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(min(bytes.count, limit))
        var index = bytes.startIndex
        while index < bytes.endIndex && result.count < limit {
            let plain = bytes[index...].prefix { $0 != UInt8(ascii: "=") }.prefix(limit - result.count)
            result += plain
            index = plain.endIndex
            guard index < bytes.endIndex && result.count < limit else { break }
            let byte = bytes[index]
            index += 1
            if let end = softBreak(in: bytes, at: index) {
                index = end
            } else if index + 1 < bytes.endIndex, let high = hexDigit(bytes[index]),
                let low = hexDigit(bytes[index + 1])
            {
                result.append(high << 4 | low)
                index += 2
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// Where the text goes on behind a line end that does not count.
    private static func softBreak(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
        var index = start
        while index < bytes.endIndex && index < start + 80, bytes[index] == 0x20 || bytes[index] == 0x09 {
            index += 1
        }
        guard index < bytes.endIndex else { return index }
        if bytes[index] == ByteLines.lineFeed { return index + 1 }
        guard bytes[index] == ByteLines.carriageReturn else { return nil }
        let next = index + 1
        return next < bytes.endIndex && bytes[next] == ByteLines.lineFeed ? next + 1 : next
    }

    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
        default: nil
        }
    }
}
