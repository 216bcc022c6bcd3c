import Foundation
import Testing

@testable import Sender

@Suite struct RetryDelayTests {
    @Test(arguments: [
        (0, 1), (1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 64), (7, 128), (8, 240), (9, 240), (1000, 240),
    ])
    func aMinuteDoublingToFourHours(deferrals: Int, minutes: Double) {
        #expect(RetryDelay.after(deferrals: deferrals) == minutes * 60)
    }
}
