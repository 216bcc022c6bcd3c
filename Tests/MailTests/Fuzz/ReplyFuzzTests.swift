import CCurl
import Etiquette
import Testing

@testable import Mail

/// Whatever a server says: no crash, bounded words, and never an outcome that the table forbids.
@Suite struct ReplyFuzzTests {
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func aReplyIsBoundedAndClean(seed: UInt64) {
        var noise = Noise(seed: seed)
        var reader = ReplyReader()
        var known: [UInt8]?
        for _ in 0..<5000 {
            let line = noise.serverLine()
            let answer = reader.read(line)
            if Self.isOfReply(line), let code = known, code != Array(line.prefix(3)) {
                guard answer == nil, reader.isNoReply else {
                    Issue.record("seed \(seed): \(line) behind \(code) gave \(String(describing: answer))")
                    return
                }
                (reader, known) = (ReplyReader(), nil)
                continue
            }
            let isEnd = Self.endsReply(line)
            if Self.isOfReply(line) { known = isEnd ? nil : Array(line.prefix(3)) }
            guard (answer != nil) == isEnd else {
                Issue.record("seed \(seed): \(line) \(isEnd ? "is an end" : "is none")")
                return
            }
            guard let answer else { continue }
            guard (0...999).contains(answer.code),
                answer.text.unicodeScalars.count <= ServerReply.longestText,
                !answer.text.unicodeScalars.contains(where: \.isForbiddenInField), !reader.isNoReply
            else {
                Issue.record("seed \(seed): \(line) gave \(answer)")
                return
            }
        }
    }

    /// RFC 5321 4.2.1, by hand: three digits, and behind them a hyphen, a space or nothing.
    private static func isOfReply(_ line: [UInt8]) -> Bool {
        line.count >= 3 && line.prefix(3).allSatisfy { (48...57).contains($0) }
            && (line.count == 3 || [45, 32, 13, 10].contains(line[3]))
    }

    private static func endsReply(_ line: [UInt8]) -> Bool {
        isOfReply(line) && (line.count == 3 || line[3] != 45)
    }

    /// The conversation in any order, with any result of libcurl.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func noConversationHasAnOutcomeThatTheTableForbids(seed: UInt64) {
        var noise = Noise(seed: seed + 100)
        for _ in 0..<1500 {
            var play = Play(needsLogin: noise.chance(50))
            for _ in 0..<noise.number(1...14) { play.step(&noise) }
            let code = CURLcode(rawValue: UInt32(noise.number(0...94)))
            let delivery = play.conversation.evidence(code: code, detail: noise.text(0...3)).delivery
            guard play.allows(delivery) else {
                Issue.record("seed \(seed): \(play.said) gave \(delivery.summary)")
                return
            }
        }
    }

    /// A conversation played by hand, with what an honest observer makes of it.
    private struct Play {
        let conversation: Conversation
        let needsLogin: Bool
        var said: [String] = []
        private var isBodyGiven = false
        private var mayHaveLoggedIn = false
        private var isOver = false
        /// Of the last complete reply behind the body.
        private var answer: Int?

        init(needsLogin: Bool) {
            self.needsLogin = needsLogin
            conversation = Conversation(needsLogin: needsLogin, needsSTARTTLS: false)
            conversation.begin(BodySource { Array("Subject: x\r\n\r\nx\r\n".utf8) })
        }

        mutating func step(_ noise: inout Noise) {
            switch noise.number(1...10) {
            case 1...4:
                let command = noise.one(of: Phase.commands.filter { $0.value != .quit }).key
                said.append(command)
                Array((command + "x\r\n").utf8).withUnsafeBytes { conversation.didSend($0) }
                // libcurl says nothing behind the message but QUIT; then what was answered counts for nothing more.
                if isBodyGiven { isOver = true }
            case 5...8: hear(noise.serverLine())
            default: fill()
            }
        }

        private mutating func hear(_ line: [UInt8]) {
            said.append(String(decoding: line.prefix(60), as: UTF8.self))
            let goesOn = line.withUnsafeBytes { conversation.didReceive($0) }
            if line.starts(with: "235".utf8) { mayHaveLoggedIn = true }
            if isBodyGiven, goesOn, ReplyFuzzTests.endsReply(line) {
                answer = line.prefix(3).reduce(0) { $0 * 10 + Int($1 - 48) }
            }
        }

        private mutating func fill() {
            said.append("(body)")
            var room = [UInt8](repeating: 0, count: 64)
            let count = room.withUnsafeMutableBytes { conversation.fill($0) }
            if let count, count > 0 { isBodyGiven = true }
        }

        func allows(_ delivery: Delivery) -> Bool {
            if needsLogin, !mayHaveLoggedIn, isBodyGiven { return false }
            switch delivery {
            case .accepted: return isBodyGiven && (200...299).contains(answer ?? 0)
            case .unconfirmed: return isBodyGiven
            case .refused where isBodyGiven: return (500...599).contains(answer ?? 0)
            case .deferred where isBodyGiven: return (400...499).contains(answer ?? 0)
            case .stopped, .notHandedOver: return !isBodyGiven
            case .refused, .deferred: return true
            }
        }
    }
}
