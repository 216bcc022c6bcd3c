import Foundation
import Testing

@testable import Mail

/// A body leaves in 7 bits and in lines that no server cuts (RFC 2045 6.7, 6.8), and arrives as it was written.
@Suite struct BodyEncodingTests {
    static let bodies = [
        "Dear Jane,\n\nThank you.\n", "no line end", "Zoë\n", "a = b, c =3D d\n",
        "ends in a space \nends in a tab\t\n",
        "last space ",
        "Ünïcödé in every word, änd äll öf thät fär päst thë end of a line of seventy-six, ïndeed\n",
        String(repeating: "x", count: 500) + "\n", String(repeating: "é", count: 200) + "\n",
        String(repeating: "ab é ", count: 60), "\n\n\nJosé\n\n", ".\n..\nFrom é\n", "謝謝您的時間。\n再見\n",
        String(repeating: "= ", count: 75) + "é", "a\n=\né=\n",
    ]

    @Test(arguments: bodies)
    func whatIsEncodedIsReadBack(body: String) {
        let encoding = BodyEncoding(for: body)
        let wire = encoding.encoded(body)
        let read = TransferEncoding.decoded(wire[...], encoding.name, limit: 100_000)
        let ended = body.hasSuffix("\n") ? body : body + "\n"
        #expect(String(decoding: read, as: UTF8.self).replacing("\r\n", with: "\n") == ended)
    }

    @Test(arguments: bodies)
    func whatIsEncodedMayFollowDATA(body: String) {
        let wire = BodyEncoding(for: body).encoded(body)
        #expect(WireForm.fault(in: wire) == nil)
        let lines = String(decoding: wire, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= BodyEncoding.longestLine })
        #expect(
            !lines.contains { $0.hasSuffix(" ") || $0.hasSuffix("\t") }
                || BodyEncoding(for: body) == .sevenBit)
    }

    @Test(arguments: ["quoted-printable", "base64"])
    func anotherReaderUnderstandsIt(name: String) throws {
        let bodies = Self.bodies.filter { BodyEncoding(for: $0).name == name }
        #expect(!bodies.isEmpty)
        let messages = try bodies.map { try Letters.letter(body: $0).frozen() }
        for (body, read) in zip(bodies, try IndependentReader.read(messages)) {
            #expect(read.body == (body.hasSuffix("\n") ? body : body + "\n"))
            #expect(read.defects == [])
        }
    }
}
