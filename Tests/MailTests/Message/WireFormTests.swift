import Mail
import Testing

@Suite struct WireFormTests {
    static let longest = String(repeating: "x", count: 998)

    @Test(arguments: ["\r\n", "a\r\n", "a\r\n.\r\n\r\nb\r\n", longest + "\r\n", "\t \u{1}\r\n"])
    func whatSMTPMayCarryPasses(text: String) {
        #expect(WireForm.fault(in: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("", WireForm.Fault.empty), ("\n", .bareLineBreak(offset: 0)),
        ("a\n.\nb\r\n", .bareLineBreak(offset: 1)),
        ("a\rb\r\n", .bareLineBreak(offset: 2)), ("a\r\r\n", .bareLineBreak(offset: 2)),
        ("a", .noFinalLineBreak),
        ("a\r\nb", .noFinalLineBreak), ("a\r", .noFinalLineBreak), ("é\r\n", .notSevenBit(offset: 0)),
        ("a\0\r\n", .notSevenBit(offset: 1)), ("a\r\n" + longest + "x\r\n", .lineTooLong(offset: 1003)),
    ])
    func theFirstFaultIsNamed(text: String, fault: WireForm.Fault) {
        #expect(WireForm.fault(in: Array(text.utf8)) == fault)
    }

    /// Several bytes are looked at together: none hides among the others.
    @Test(arguments: 0..<40)
    func aFaultIsFoundWhereverItIs(offset: Int) {
        func fault(_ byte: UInt8) -> WireForm.Fault? {
            var bytes = Array((String(repeating: "x", count: 40) + "\r\n").utf8)
            bytes[offset] = byte
            return WireForm.fault(in: bytes)
        }
        for byte in UInt8.min...UInt8.max {
            switch byte {
            case 0, 0x80...: #expect(fault(byte) == .notSevenBit(offset: offset))
            case UInt8(ascii: "\n"): #expect(fault(byte) == .bareLineBreak(offset: offset))
            // It is bare as soon as something else follows.
            case UInt8(ascii: "\r"): #expect(fault(byte) == .bareLineBreak(offset: offset + 1))
            default: #expect(fault(byte) == nil)
            }
        }
    }
}
