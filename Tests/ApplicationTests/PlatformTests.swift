import Foundation
import Synchronization
import Testing

@testable import Application

@Suite("Clock and chance come from outside")
struct PlatformTests {
    private static func platform(_ numbers: UInt64...) -> Platform {
        let left = Mutex(numbers)
        return Platform(
            environment: [:], clock: { Date(timeIntervalSince1970: 0) },
            random: { left.withLock { $0.isEmpty ? 0 : $0.removeFirst() } })
    }

    @Test(arguments: [(UInt64.min, 2.0), (UInt64(1) << 63, 3.0), (UInt64.max, 4.0)])
    func aChanceLiesInItsRange(number: UInt64, expected: Double) {
        let chance = Self.platform(number).chance(in: 2...4)
        #expect((2...4).contains(chance) && abs(chance - expected) < 1e-9)
    }

    @Test func aFreshIDHasAllTheBitsOfChance() {
        let id = Self.platform(0x0807_0605_0403_0201, 0x100F_0E0D_0C0B_0A09).freshID()
        #expect(id == Array(1...16))
    }

    @Test func thePresentIsTheClocksOwn() {
        #expect(Self.platform().now == Date(timeIntervalSince1970: 0))
        #expect(Self.platform().moments.wall == Date(timeIntervalSince1970: 0))
    }
}
