import Etiquette
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
}
