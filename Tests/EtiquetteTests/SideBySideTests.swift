import Etiquette
import Foundation
import Synchronization
import Testing

@Suite struct SideBySideTests {
    struct Odd: Error, Equatable { let number: Int }

    @Test(arguments: [0, 1, 2, 1_000])
    func theOrderIsKept(count: Int) throws {
        #expect(try Array(0..<count).mappedSideBySide { $0 * 2 } == (0..<count).map { $0 * 2 })
    }

    @Test func theFirstErrorInTheirOrderIsThrown() {
        #expect(throws: Odd(number: 3)) {
            try Array(0..<100).mappedSideBySide { number in
                if number % 4 == 3 { throw Odd(number: number) }
            }
        }
    }

    // MARK: Relay

    /// What was used, in its order.
    private final class Used: Sendable {
        private let all = Mutex<[Int]>([])
        func append(_ number: Int) { all.withLock { $0.append(number) } }
        var numbers: [Int] { all.withLock(\.self) }
    }

    @Test(arguments: [0, 1, 2, 1_000])
    func whatIsMadeIsUsedInItsOrder(count: Int) throws {
        let used = Used()
        try (0..<count).relay({ $0 * 2 }, used.append)
        #expect(used.numbers == (0..<count).map { $0 * 2 })
    }

    /// The second is made while the first is used, which ends only then; the third not before.
    @Test func oneIsUsedBesideTheMakingOfTheNext() throws {
        let isMade = DispatchSemaphore(value: 0)
        let used = Used()
        var made: [[Int]] = []
        try [0, 1, 2].relay {
            made.append(used.numbers)
            if $0 == 1 { isMade.signal() }
            return $0
        } _: { number in
            if number == 0 { #expect(isMade.wait(timeout: DispatchTime.now() + 60) == .success) }
            used.append(number)
        }
        #expect(Array(made.prefix(2)) == [[], []])
        #expect(made[2].first == 0)
        #expect(used.numbers == [0, 1, 2])
    }

    @Test func whatWasMadeBeforeAnErrorIsUsed() {
        let used = Used()
        #expect(throws: Odd(number: 3)) {
            try [1, 2, 3, 4].relay { number in
                if number == 3 { throw Odd(number: number) }
                return number
            } _: {
                used.append($0)
            }
        }
        #expect(used.numbers == [1, 2])
    }

    @Test func nothingIsUsedAfterAnErrorInUsing() {
        let used = Used()
        #expect(throws: Odd(number: 2)) {
            try (1...9).relay({ $0 }) { number in
                if number == 2 { throw Odd(number: number) }
                used.append(number)
            }
        }
        #expect(used.numbers == [1])
    }
}
