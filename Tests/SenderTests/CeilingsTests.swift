import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Sender

@Suite("A ceiling keeps the account from sending more than its provider takes")
struct CeilingsTests {
    private static let now = at("2026-11-18T15:00:00Z")

    @Test(
        arguments: [
            (nil, nil, [Double](), nil), (2, nil, [], 2), (2, nil, [-600], 1), (2, nil, [-600, -60], 0),
            (2, nil, [-3600, -3599], 1), (nil, 3, [-86_000, -4000, -60], 0), (1, 10, [-4000], 1),
            (5, 2, [-4000], 1),
        ] as [(Int?, Int?, [Double], Int?)])
    func room(perHour: Int?, perDay: Int?, left: [Double], count: Int?) {
        let ceilings = Ceilings(perHour: perHour, perDay: perDay)
        #expect(ceilings.room(after: left.map { Self.now + $0 }, at: Self.now)?.count == count)
    }

    @Test func thereIsRoomAgainWhenTheOldestThatCountsIsOldEnough() {
        let room = Ceilings(perHour: 2).room(after: [-3000, -600, -60].map { Self.now + $0 }, at: Self.now)
        #expect(room?.next == Self.now + 3000)
    }

    @Test func whatIsAboveTheCeilingGoesLaterAndOnce() throws {
        let post = try Post()
        try post.interview([Post.jane, Post.sam])
        func run() throws -> SendReport {
            try post.sender({ $0.ceilings = Ceilings(perHour: 1) }) { ScriptedTransport() }.sendDue()
        }
        let first = try run()
        #expect(first.sent.count == 1 && first.deferred.count == 1)
        #expect(try run().sent.isEmpty)
        post.now += 3600
        #expect(try run().sent == first.deferred)
    }
}
