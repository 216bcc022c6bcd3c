import Fixtures
import Foundation
import Listener
import Mail
import Testing

@Suite("Whatever the bytes are: it ends, soon, and nothing in it decides against us")
struct HostileMailTests {
    @Test("mutated notices and answers, 600 of them")
    func mutated() throws {
        let classifier = try Ledgers.classifier()
        let seeds = (Notice.bounces + Notice.automatic + Notice.all("written")).map(\.bytes)
        var dice = SeededGenerator(seed: 7)
        let alphabet: [UInt8] = Array("\r\n\0\u{1B}:;<>@=?\"(),-./ \t>".utf8) + [0x80, 0xC0, 0xE2, 0xFF]
        for _ in 0..<600 {
            var bytes = dice.pick(seeds)
            for _ in 0..<Int.random(in: 1...12, using: &dice) {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: bytes[place] = dice.pick(alphabet)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: bytes[place...].prefix(200), at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
                }
                if bytes.isEmpty { bytes = [0] }
            }
            let mail = IncomingMail(parsing: bytes)
            _ = classifier.fact(of: mail)
            #expect(
                mail.text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) })
        }
    }

    @Test(
        "large and senseless mail is read in a moment",
        // What comes so many times: a text of megabytes is no name for a case.
        arguments: [
            ("jane.okafor@example.org ", 60_000), ("<", 500_000), ("a@", 300_000), ("From: x\n", 100_000),
            (">", 500_000), ("550 5.1.1 user unknown could not be delivered\n", 20_000),
            ("until 5 January ", 40_000), ("=?utf-8?b?", 50_000),
        ])
    func large(piece: String, count: Int) throws {
        let classifier = try Ledgers.classifier()
        let text = String(repeating: piece, count: count)
        let start = ContinuousClock.now
        for head in [
            "From: MAILER-DAEMON@x.test\nSubject: failure notice\n\n",
            "From: jane.okafor@example.org\nAuto-Submitted: auto-replied\nSubject: ",
        ] {
            _ = classifier.fact(of: IncomingMail(parsing: Array((head + text).utf8)))
        }
        // A debug build on a busy machine; quadratic time would take hours.
        #expect(ContinuousClock.now - start < .seconds(120))
    }
}
