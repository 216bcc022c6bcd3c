import Fixtures
import Foundation
import Testing

@testable import PageServer

@Suite("Sessions: ten browsers, half a day")
struct SessionsTests {
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    @Test("the eleventh ends the first")
    func most() {
        var sessions = Sessions()
        var chance = SeededGenerator(seed: 1)
        let all = (0..<11).map { number in
            sessions.begin(at: now + Double(number)) {
                withUnsafeBytes(of: (chance.next(), chance.next())) { Array($0) }
            }
        }
        #expect(Set(all.map(\.id.text) + all.map(\.formToken.text)).count == 22)
        #expect(
            all.map { sessions.session($0.id.text, at: now + 20) != nil } == [false]
                + Array(repeating: true, count: 10))
    }

    @Test("one that has ended makes room")
    func room() {
        var sessions = Sessions()
        var count = UInt8(0)
        func begin(at moment: Date) -> Session {
            sessions.begin(at: moment) {
                count += 1
                return [UInt8](repeating: count, count: 16)
            }
        }
        let old = begin(at: now)
        let later = now + Sessions.duration
        let fresh = (0..<10).map { _ in begin(at: later) }
        #expect(sessions.session(old.id.text, at: later) == nil)
        #expect(fresh.allSatisfy { sessions.session($0.id.text, at: later) != nil })
    }

    @Test(
        "a secret matches itself alone",
        arguments: [("", false), ("0", false), ("%", true), ("%0", false), ("x%", false)]
    )
    func secret(text: String, matches: Bool) {
        let secret = SessionSecret { [UInt8](0..<16) }
        #expect(secret.text == String(repeating: "000102030405060708090a0b0c0d0e0f", count: 2))
        #expect(secret.matches(text.replacing("%", with: secret.text)) == matches)
        #expect(!secret.matches(secret.text.uppercased()))
    }
}
