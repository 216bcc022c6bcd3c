/// What may follow DATA: libcurl neither converts a bare LF nor stuffs a dot behind one, and a server that
/// takes it for a line end would see another message in it.
package enum WireForm {
    /// Where the bytes are not what SMTP may carry (RFC 5321 2.3.8, 4.5.3.1.6).
    package enum Fault: Error, Equatable, Sendable {
        case empty
        /// A CR without LF, or a LF without CR.
        case bareLineBreak(offset: Int)
        /// A byte above 127, or NUL.
        case notSevenBit(offset: Int)
        /// More than 998 bytes before the CRLF that ends at `offset`.
        case lineTooLong(offset: Int)
        /// The last line is not ended.
        case noFinalLineBreak
    }

    /// The most bytes of a line, its CRLF not counted.
    package static let longestLine = 998

    /// The first fault, or nil.
    package static func fault(in bytes: [UInt8]) -> Fault? { bytes.withUnsafeBufferPointer(fault) }

    private static func fault(in bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
        guard !bytes.isEmpty else { return .empty }
        var lineStart = 0
        var previous: UInt8 = 0
        var offset = 0
        while offset < bytes.count {
            // Nearly all of them, and none is a CR.
            if previous != 0x0D, offset + 8 <= bytes.count, arePlain(bytes, at: offset) {
                offset += 8
                previous = 0
                continue
            }
            let byte = bytes[offset]
            guard byte < 0x80 && byte != 0 else { return .notSevenBit(offset: offset) }
            if (previous == 0x0D) != (byte == 0x0A) { return .bareLineBreak(offset: offset) }
            if byte == 0x0A {
                guard offset - 1 - lineStart <= longestLine else { return .lineTooLong(offset: offset) }
                lineStart = offset + 1
            }
            previous = byte
            offset += 1
        }
        return lineStart == bytes.count ? nil : .noFinalLineBreak
    }

    /// Whether eight bytes are all between 0x0E and 0x7F: one above has its highest bit set, and the lowest of those
    /// below gets it by the subtraction.
    private static func arePlain(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return (eight | (eight &- 0x0E0E_0E0E_0E0E_0E0E)) & 0x8080_8080_8080_8080 == 0
    }
}
