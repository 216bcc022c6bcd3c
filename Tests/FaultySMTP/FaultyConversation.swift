import Foundation

/// One connection to a `FaultyServer`. Used by its own thread alone, which it is handed to once.
final class FaultyConversation: @unchecked Sendable {
    private let server: FaultyServer
    private let line: ServerLine
    /// What goes wrong in the transaction under way, which begins with the connection or behind the last one.
    private var fault: Fault?
    private var transaction: Transaction?

    init(server: FaultyServer, line: ServerLine) {
        self.server = server
        self.line = line
    }

    func run() {
        fault = server.draw(from: .greeting)
        if answer(.greeting, "220 mx.example.org") { converse() }
        endTransaction()
        line.close()
    }

    private func converse() {
        while let said = line.read() {
            let goesOn: Bool
            switch said.prefix(4).uppercased() {
            case "EHLO", "HELO": goesOn = answer(.ehlo, greeting)
            case "AUTH": goesOn = logIn(said)
            case "MAIL": goesOn = begin()
            case "RCPT":
                transaction?.recipient = Self.address(said)
                goesOn = answer(.rcpt, "250 2.1.5 Ok")
            case "DATA": goesOn = takeMessage()
            case "QUIT":
                line.write("221 2.0.0 bye\r\n")
                return
            default: goesOn = line.write("250 2.0.0 Ok\r\n")
            }
            guard goesOn else { return }
        }
    }

    private var greeting: String {
        "250-mx.example.org\r\n" + (server.manners.offersLogin ? "250-AUTH PLAIN\r\n" : "") + "250 8BITMIME"
    }

    /// The secret comes with the command, or is asked for.
    private func logIn(_ said: String) -> Bool {
        let hasSecret = said.split(separator: " ").count > 2
        guard hasSecret || line.write("334 \r\n") && line.read() != nil else { return false }
        return answer(.auth, "235 2.7.0 Ok")
    }

    /// The first transaction of a connection has its fault from there.
    private func begin() -> Bool {
        if transaction != nil {
            endTransaction()
            fault = server.draw(from: .mail)
        }
        transaction = server.newTransaction(fault)
        return answer(.mail, "250 2.1.0 Ok")
    }

    private func endTransaction() {
        guard let transaction, !transaction.isComplete else { return }
        remember(transaction)
    }

    private func takeMessage() -> Bool {
        guard answer(.data, "354 go ahead") else { return false }
        if let fault, fault.step == .data, !fault.trouble.endsWell { return true }
        transaction?.step = .text
        server.tell(.text, isAnswered: false)
        if let fault, fault.step == .text { return play(fault.trouble, instead: "") }
        guard let text = readText() else { return false }
        return take(text)
    }

    /// On record before it is answered: whoever is killed while the answer is on its way finds it here.
    private func take(_ text: [String]) -> Bool {
        guard var taken = transaction else { return false }
        let here = fault?.step == .dot ? fault : nil
        taken.step = .dot
        taken.messageID = Self.messageID(in: text)
        taken.isComplete = true
        taken.isKept = here?.keeps ?? true
        taken.isAnswered = here?.trouble.isClear ?? true
        transaction = taken
        remember(taken)
        return answer(.dot, "250 2.0.0 Ok: queued as \(text.count)")
    }

    private func remember(_ transaction: Transaction) {
        do {
            try server.record(transaction)
        } catch {
            // Without its record the server is of no use to anybody.
            fatalError("the file of what was kept can't be written: \(error)")
        }
    }

    private func readText() -> [String]? {
        var text: [String] = []
        while let said = line.read() {
            if said == "." { return text }
            text.append(said)
        }
        return nil
    }

    private static func address(_ said: String) -> String {
        String(said.split(separator: "<", maxSplits: 1).last?.split(separator: ">").first ?? "")
    }

    private static func messageID(in text: [String]) -> String {
        let head = text.prefix { !$0.isEmpty }
        let line = head.first { $0.lowercased().hasPrefix("message-id:") }
        return line?.dropFirst(11).trimmingCharacters(in: CharacterSet(charactersIn: " <>")) ?? ""
    }
}

// MARK: - What goes wrong

extension FaultyConversation {
    /// Answers a step, or has it go wrong; false ends the conversation.
    private func answer(_ step: Step, _ reply: String) -> Bool {
        if let reached = transaction?.step, reached < step { transaction?.step = step }
        server.tell(step, isAnswered: false)
        defer { server.tell(step, isAnswered: true) }
        if server.manners.delay > 0 { usleep(UInt32(server.manners.delay) * 1000) }
        guard let fault, fault.step == step else { return line.write(reply + "\r\n") }
        return play(fault.trouble, instead: reply)
    }

    private func play(_ trouble: Trouble, instead reply: String) -> Bool {
        let code = reply.prefix(3)
        switch trouble {
        case .says(let words): return line.write(words + "\r\n")
        case .drops: return false
        case .resets:
            line.resetOnClose()
            return false
        case .stalls: return waitForTheEnd()
        case .halves:
            line.write("\(code)-2.0.0 and further\r\n")
            return false
        case .mumbles:
            line.write([0xFF, 0xFE, 0x00, 0x0D, 0x0A] + Array("hello?\r\n25O Ok\r\n".utf8))
            return waitForTheEnd()
        case .slurs: return line.write(Array("\(code) ".utf8) + (128...255) + [0x0D, 0x0A])
        case .floods(let bytes): return flood(code, bytes) && line.write("\(code) at last\r\n")
        case .runsOn(let bytes): return line.write("\(code) ") && runOn(bytes) && waitForTheEnd()
        case .trickles(let milliseconds): return trickle(reply + "\r\n", milliseconds)
        }
    }

    private func waitForTheEnd() -> Bool {
        while line.read() != nil {}
        return false
    }

    private func flood(_ code: Substring, _ bytes: Int) -> Bool {
        let piece = Array((code + "-" + String(repeating: "x", count: 994) + "\r\n").utf8)
        return (0..<bytes / piece.count).allSatisfy { _ in line.write(piece) }
    }

    private func runOn(_ bytes: Int) -> Bool {
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1000)
        return (0..<bytes / piece.count).allSatisfy { _ in line.write(piece) }
    }

    private func trickle(_ text: String, _ milliseconds: Int) -> Bool {
        text.utf8.allSatisfy { byte in
            usleep(UInt32(milliseconds) * 1000)
            return line.write([byte])
        }
    }
}

extension Trouble {
    /// The reply that was hoped for comes in the end.
    var endsWell: Bool {
        switch self {
        case .slurs, .floods, .trickles: true
        default: false
        }
    }

    /// A complete reply of 2xx, 4xx or 5xx, which a client must believe.
    var isClear: Bool {
        switch self {
        case .says(let words): ["2", "4", "5"].contains(words.prefix(1))
        case .slurs, .trickles: true
        default: false
        }
    }
}
