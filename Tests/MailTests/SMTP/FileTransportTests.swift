import Etiquette
import Foundation
import Mail
import Testing

@Suite struct FileTransportTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "afterword-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func eachMessageIsAFile() throws {
        try withFolder { folder in
            let transport = FileTransport(folder: folder)
            for number in 1...2 {
                let delivery = transport.deliver(try .adaToJane()) {
                    Array("Subject: \(number)\r\n\r\nx\r\n".utf8)
                }
                #expect(delivery.summary == "accepted 250 body")
            }
            transport.close()
            let names = ["001-jane.okafor@example.net.eml", "002-jane.okafor@example.net.eml"]
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
            for (number, name) in zip(1...2, names) {
                let data = try Data(contentsOf: folder.appendingPathComponent(name))
                #expect(data == Data("Subject: \(number)\r\n\r\nx\r\n".utf8))
            }
        }
    }

    @Test func aLaterDryRunReplacesAnEarlierOne() throws {
        try withFolder { folder in
            for text in ["first\r\n", "second\r\n"] {
                let delivery = FileTransport(folder: folder).deliver(try .adaToJane()) {
                    HandOver(text).give()
                }
                #expect(delivery.summary == "accepted 250 body")
            }
            let data = try Data(contentsOf: folder.appendingPathComponent("001-jane.okafor@example.net.eml"))
            #expect(data == Data(HandOver("second\r\n").give()))
        }
    }

    @Test func aFolderThatIsNotThereIsReported() throws {
        let transport = FileTransport(folder: URL(fileURLWithPath: "/nonexistent/\(UUID().uuidString)"))
        guard case .notHandedOver = transport.deliver(try .adaToJane(), handOver: { HandOver().give() })
        else {
            Issue.record("accepted")
            return
        }
    }

    @Test func whatMayNotGoOnTheWireIsNotWritten() throws {
        try withFolder { folder in
            let delivery = FileTransport(folder: folder).deliver(try .adaToJane()) { Array("bare\n".utf8) }
            #expect(delivery.summary == "notHandedOver bareLineBreak(offset: 4)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        }
    }

    @Test(arguments: [
        (1, "jane@example.org", "001-jane@example.org.eml"),
        (1234, "a+b@example.org", "1234-a+b@example.org.eml"),
        (1, "../../etc/passwd@example.org", "001-.._.._etc_passwd@example.org.eml"),
        (1, "a/b|c*?'$`@example.org", "001-a_b_c_____@example.org.eml"), (1, "", "001-.eml"),
    ])
    func aFileNameLeadsNowhereElse(number: Int, address: String, name: String) {
        #expect(EMLName.make(number: number, recipient: EmailAddress(recorded: address)) == name)
    }

    @Test func aFileNameIsShortEnough() {
        let address = EmailAddress(recorded: String(repeating: "x", count: 1000))
        #expect(EMLName.make(number: 1, recipient: address).utf8.count <= 255)
    }
}
