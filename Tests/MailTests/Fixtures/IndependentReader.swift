import Foundation
import Testing

/// What Python's `email` package (policy `default`) reads in a message: a reader that shares no code with ours.
struct ReadMessage: Decodable, Sendable {
    let headers: [String]
    let fromName: String
    let fromAddress: String
    let toName: String
    let toAddress: String
    let toCount: Int
    let subject: String
    let date: String?
    let messageID: String
    let inReplyTo: String?
    let references: String?
    let contentType: String
    let charset: String?
    let transferEncoding: String?
    let body: String
    let defects: [String]
}

enum IndependentReader {
    // Names are decoded by `email.header`: `display_name` of Python 3.11 keeps the white space between encoded words.
    private static let program = """
        import email, email.header, email.policy, email.utils, json, sys, base64
        def read(raw):
            m = email.message_from_bytes(raw, policy=email.policy.default)
            sender, to = m['from'].addresses[0], m['to'].addresses[0]
            parts = [m] + [m[name] for name in ('from', 'to', 'subject', 'date') if m[name] is not None]
            plain = email.message_from_bytes(raw)
            decode = lambda name: str(email.header.make_header(email.header.decode_header(
                email.utils.parseaddr(str(plain[name]))[0])))
            text = lambda name: None if m[name] is None else str(m[name])
            return dict(headers=m.keys(), fromName=decode('from'), fromAddress=sender.addr_spec,
                toName=decode('to'), toAddress=to.addr_spec, toCount=len(m['to'].addresses),
                subject=text('subject'), date=text('date'), messageID=text('message-id'),
                inReplyTo=text('in-reply-to'), references=text('references'),
                contentType=m.get_content_type(), charset=m.get_content_charset(),
                transferEncoding=text('content-transfer-encoding'), body=m.get_content().replace('\\r\\n', '\\n'),
                defects=[repr(d) for part in parts for d in part.defects])
        print(json.dumps([read(base64.b64decode(line)) for line in sys.stdin.read().split()]))
        """

    /// All at once: starting Python costs more than reading a hundred messages.
    static func read(_ messages: [[UInt8]]) throws -> [ReadMessage] {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", program]
        let input = Pipe()
        let output = Pipe()
        python.standardInput = input
        python.standardOutput = output
        try python.run()
        let lines = messages.map { Data($0).base64EncodedString() }.joined(separator: "\n")
        try input.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        try #require(python.terminationStatus == 0, "python3 could not read the messages")
        return try JSONDecoder().decode([ReadMessage].self, from: answer)
    }
}
