import CCurl

/// One thing that the server says.
enum IMAPEvent: Equatable {
    /// It waits for a literal.
    case continuation
    case tagged(String, IMAPStatus)
    /// Untagged OK, NO, BAD, BYE.
    case status(IMAPStatus)
    /// The numbers of a plain SEARCH response, which may be many.
    case found([UInt8])
    /// Any other data, behind the asterisk.
    case data([IMAPValue])

    /// Nil where it is nothing that a server may say.
    init?(_ response: IMAPResponse, _ concealment: Concealment) {
        let line = response.opening
        if line.first == UInt8(ascii: "+") {
            self = .continuation
            return
        }
        guard let space = line.firstIndex(of: 0x20) else { return nil }
        let rest = line[(space + 1)...]
        guard line[..<space] == [UInt8(ascii: "*")] else {
            guard let status = IMAPStatus(rest, concealment) else { return nil }
            self = .tagged(String(decoding: line[..<space], as: UTF8.self), status)
            return
        }
        if let status = IMAPStatus(rest, concealment) {
            self = .status(status)
        } else if rest.begins(withWord: "SEARCH".utf8) {
            self = .found(Array(rest.dropFirst("SEARCH".utf8.count)))
        } else {
            var scanner = IMAPScanner(response)
            guard let values = scanner.values() else { return nil }
            self = .data(Array(values.dropFirst()))
        }
    }
}

/// Commands and their answers, one after the other, over one connection.
final class IMAPSession {
    /// More untagged responses than the largest folder has reasons for.
    private static let mostResponses = 4_000_000

    private let stream: IMAPStream
    private let seconds: Int
    private var reader = IMAPReader()
    private var waiting: [IMAPResponse] = []
    private var room = [UInt8](repeating: 0, count: 128 * 1024)
    private var count = 0
    private var knownCapabilities: Set<String>?
    /// It was said which program this is.
    private var isIntroduced = false
    /// The best way of searching that this server is not known to refuse.
    var searchWay = IMAPSearch.Way.extended
    /// A literal of the last command was said in full.
    private(set) var hasGivenLiteral = false

    init(_ settings: IMAPSettings, secret: Secret?) throws(MailboxProblem) {
        stream = try IMAPStream(settings, secret: secret)
        seconds = settings.commandTimeout
        knownCapabilities = stream.capabilities
    }

    /// Says a command that some servers refuse to a program that has not said which it is (RFC 2971): 163.com, 126.com and
    /// yeah.net open no folder to one. What they answer to that says nothing.
    func runIntroduced(
        _ command: IMAPCommand, _ take: (IMAPEvent) -> Bool
    ) throws(MailboxProblem) -> IMAPStatus {
        let status = try run(command, take)
        guard status.kind == .no, !isIntroduced else { return status }
        isIntroduced = true
        do throws(MailboxProblem) {
            try run(.introduction) { _ in true }
            return try run(command, take)
        } catch {
            return status
        }
    }

    var isBroken: Bool { stream.isBroken }

    /// What the server can do. It need not have said so after the login, and then is asked.
    func capabilities() throws(MailboxProblem) -> Set<String> {
        if let knownCapabilities { return knownCapabilities }
        var found: Set<String> = []
        try run(IMAPCommand("CAPABILITY")) { event in
            if case .data(let values) = event, values.first?.text?.uppercased() == "CAPABILITY" {
                found = Set(values.compactMap { $0.text?.uppercased() })
            }
            return true
        }
        knownCapabilities = found
        return found
    }

    /// Says a command and waits for its end.
    /// - Parameters:
    ///   - literalLimit: how much of the literals of each response is kept.
    ///   - take: gets what the server says in between; false breaks off, which ends the connection.
    @discardableResult
    func run(
        _ command: IMAPCommand, literalLimit: Int = 4096, _ take: (IMAPEvent) -> Bool
    ) throws(MailboxProblem) -> IMAPStatus {
        count += 1
        let tag = "w\(count)"
        reader.literalLimit = literalLimit
        hasGivenLiteral = false
        stream.begin(seconds: seconds)
        var line = Array((tag + " ").utf8)
        for piece in command.pieces {
            switch piece {
            case .text(let text): line += Array(text.utf8)
            case .literal(let bytes) where takesUnasked(bytes.count):
                line += Array("{\(bytes.count)+}\r\n".utf8) + bytes
                hasGivenLiteral = true
            case .literal(let bytes):
                try stream.write(line + Array("{\(bytes.count)}\r\n".utf8))
                if let early = try answer(to: tag, orContinuation: true, take) { return early }
                try stream.write(bytes)
                hasGivenLiteral = true
                line = []
            }
        }
        try stream.write(line + [0x0D, 0x0A])
        guard let status = try answer(to: tag, orContinuation: false, take) else { throw violated("") }
        return status
    }

    func leave() { stream.leave() }

    /// Small literals need no permission where the server says so, which saves a round trip each (RFC 7888).
    private func takesUnasked(_ count: Int) -> Bool {
        count <= 4096 && knownCapabilities?.isDisjoint(with: ["LITERAL+", "LITERAL-"]) == false
    }

    /// The tagged answer, or nil where the server asks for a literal first.
    private func answer(
        to tag: String, orContinuation: Bool, _ take: (IMAPEvent) -> Bool
    ) throws(MailboxProblem) -> IMAPStatus? {
        for _ in 0..<Self.mostResponses {
            let response = try next()
            guard let event = IMAPEvent(response, stream.concealment) else {
                throw violated(String(decoding: response.opening.prefix(200), as: UTF8.self))
            }
            switch event {
            case .tagged(tag, let status): return status
            case .tagged(let other, _): throw violated("an answer to \(other)")
            case .continuation: if orContinuation { return nil }
            case .status(let status) where status.kind == .bye: throw lost(status)
            default:
                guard take(event) else { throw violated("more than was asked for") }
            }
        }
        throw violated("responses without end")
    }

    private func next() throws(MailboxProblem) -> IMAPResponse {
        while waiting.isEmpty {
            var count = 0
            // `withUnsafeMutableBytes` rethrows untyped; the problem is carried out by hand.
            let problem: MailboxProblem? = room.withUnsafeMutableBytes { room in
                do throws(MailboxProblem) {
                    count = try stream.read(into: room)
                    return nil
                } catch { return error }
            }
            if let problem { throw problem }
            let isFine = room.withUnsafeBytes { bytes in
                reader.read(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { waiting.append($0) }
            }
            guard isFine else { throw violated("a response without end") }
            waiting.reverse()
        }
        return waiting.removeLast()
    }

    private func violated(_ detail: String) -> MailboxProblem {
        stream.abandon()
        return .protocolViolated(detail: ShownText.words(detail))
    }

    private func lost(_ status: IMAPStatus) -> MailboxProblem {
        stream.abandon()
        return MailboxProblem(goodbye: status)
    }
}
