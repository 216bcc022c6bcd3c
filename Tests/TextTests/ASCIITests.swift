import Testing
import Text

@Suite("ASCII: letters, digits, and numbers of a fixed width")
struct ASCIITests {
    @Test(
        "a byte is a letter, a digit or neither; no byte of another script is either",
        arguments: [
            ("a", true, false), ("Z", true, false), ("0", false, true), ("9", false, true),
            ("@", false, false),
            ("[", false, false), ("`", false, false), ("{", false, false), ("/", false, false),
            (":", false, false), ("é", false, false), ("٣", false, false),
        ])
    func kinds(text: String, isLetter: Bool, isDigit: Bool) {
        for byte in text.utf8 {
            #expect(byte.isLetter == isLetter && byte.isDigit == isDigit)
            #expect(byte.isLetterOrDigit == (isLetter || isDigit))
        }
    }

    @Test("a number gets zeros up to its width, and is never cut")
    func padding() {
        #expect([0, 7, 59, 100].map { $0.padded(to: 2) } == ["00", "07", "59", "100"])
        #expect(UInt32(0x202E).padded(to: 4, radix: 16, uppercase: true) == "202E")
        #expect(UInt16(0x7F).padded(to: 4, radix: 16) == "007f")
    }
}
