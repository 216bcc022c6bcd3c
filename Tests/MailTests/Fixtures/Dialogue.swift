/// What a scripted server does, one step a line:
///
///     S: 220 ready          says the line
///     S- 250-no line end    says it without a line break
///     C: MAIL FROM:         takes a line and checks how it begins
///     body                  takes the message up to the final dot
///     flood 100             says 100 continuation lines of 1000 bytes
///     drop                  closes the connection
///     reset                 ends it with a RST
///     close                 closes the connection, and goes on with the script
///     silence               says nothing until the client leaves
///     pause                 says nothing until the test lets it go on
///     ready                 tells the test that it has come here
///     again                 waits for another connection
///
/// At the end of the script the server listens until the client leaves.
struct Dialogue: Sendable, ExpressibleByStringLiteral {
    enum Step: Equatable, Sendable {
        case say(String)
        case expect(String)
        case body, drop, close, reset, silence, pause, ready, again
        case flood(Int)
        case unknown(String)
    }

    let steps: [Step]

    init(stringLiteral text: String) {
        self.init(text)
    }

    init(_ text: String) {
        steps = text.split(separator: "\n").map { Self.step(String($0)) }
    }

    static func + (left: Dialogue, right: Dialogue) -> Dialogue {
        Dialogue(steps: left.steps + right.steps)
    }

    private init(steps: [Step]) {
        self.steps = steps
    }

    private static func step(_ line: String) -> Step {
        let rest = String(line.dropFirst(3))
        switch line.prefix(2) {
        case "S:": return .say(rest + "\r\n")
        case "S-": return .say(rest)
        case "C:": return .expect(rest)
        default: break
        }
        switch line {
        case "body": return .body
        case "drop": return .drop
        case "reset": return .reset
        case "close": return .close
        case "silence": return .silence
        case "pause": return .pause
        case "ready": return .ready
        case "again": return .again
        default: break
        }
        if line.hasPrefix("flood "), let count = Int(line.dropFirst(6)) { return .flood(count) }
        return .unknown(line)
    }
}

extension Dialogue {
    /// Greeting and EHLO, without TLS and login.
    static let hello: Dialogue = """
        S: 220 mx.example.net ready
        C: EHLO [127.0.0.1]
        S: 250-mx.example.net
        S: 250 8BITMIME
        """

    /// Greeting and EHLO of a server that wants a login.
    static let helloWithLogin: Dialogue = """
        S: 220 mx.example.net ready
        C: EHLO [127.0.0.1]
        S: 250-mx.example.net
        S: 250 AUTH PLAIN LOGIN
        C: AUTH PLAIN
        """

    /// From MAIL to the reply to DATA.
    static let envelope: Dialogue = """
        C: MAIL FROM:<ada@example.org>
        S: 250 2.1.0 Ok
        C: RCPT TO:<jane.okafor@example.net>
        S: 250 2.1.5 Ok
        C: DATA
        S: 354 go ahead
        """

    static let accepted: Dialogue = """
        body
        S: 250 2.0.0 Ok: queued as 4F2A
        """
}
