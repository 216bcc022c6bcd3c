import Etiquette
import Foundation
import Testing

@Suite struct RetryDelayTests {
    @Test(arguments: [0.9, 1, 1.1])
    func aTenthMoreOrLess(factor: Double) {
        let delay = RetryDelay { range in
            #expect(range == 0.9...1.1)
            return factor
        }
        #expect(delay.after(failures: 0) == 60 * factor)
        #expect(delay.after(failures: 20) == 4 * 3600 * factor)
    }

    @Test(arguments: [
        (0, 1), (1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 64), (7, 128), (8, 240), (9, 240), (1000, 240),
    ])
    func aMinuteDoublingToFourHours(deferrals: Int, minutes: Double) {
        #expect(RetryDelay { _ in 1 }.after(failures: deferrals) == minutes * 60)
    }
}
