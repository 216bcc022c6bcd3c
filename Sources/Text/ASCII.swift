/// Letters and digits of ASCII among bytes.
extension UInt8 {
    @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
    @inlinable package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    @inlinable package var isLetterOrDigit: Bool { isLetter || isDigit }
}

extension BinaryInteger {
    /// At least so many digits, zeros before them; of a number that is not negative.
    package func padded(to width: Int, radix: Int = 10, uppercase: Bool = false) -> String {
        let digits = String(self, radix: radix, uppercase: uppercase)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
