import Foundation
import Testing

@testable import Application

@Suite struct MomentsTests {
    private static let begin = Moments(
        wall: Date(timeIntervalSince1970: 1_800_000_000), awake: 500, sinceStart: 900)

    struct Case: CustomTestStringConvertible {
        let why: String
        let wall: TimeInterval
        let awake: TimeInterval
        let sinceStart: TimeInterval
        let surprises: [Moments.Surprise]
        var testDescription: String { why }
    }

    @Test(arguments: [
        Case(why: "an hour passed", wall: 3600, awake: 3600, sinceStart: 3600, surprises: []),
        Case(why: "a bad clock drifted", wall: 3604, awake: 3600, sinceStart: 3600, surprises: []),
        Case(
            why: "the machine slept through the night", wall: 28_800, awake: 60, sinceStart: 28_800,
            surprises: [.slept(28_740)]),
        Case(
            why: "the clock was set forward", wall: 86_460, awake: 60, sinceStart: 60,
            surprises: [.clockMoved(86_400)]),
        Case(
            why: "the clock was set back", wall: -3540, awake: 60, sinceStart: 60,
            surprises: [.clockMoved(-3600)]
        ),
        Case(
            why: "it slept, and found its clock wrong", wall: 300, awake: 60, sinceStart: 160,
            surprises: [.slept(100), .clockMoved(140)]),
    ])
    func onlyWhatTimeDoesNotDoIsASurprise(_ one: Case) {
        let later = Moments(
            wall: Self.begin.wall + one.wall, awake: Self.begin.awake + one.awake,
            sinceStart: Self.begin.sinceStart + one.sinceStart)
        #expect(later.surprises(since: Self.begin) == one.surprises)
    }

    @Test func theMachinesOwnClocksAgree() {
        let platform = Platform(environment: [:], clock: { Date() }, random: { 0 })
        let first = platform.moments
        #expect(first.sinceStart >= first.awake)
        #expect(platform.moments.surprises(since: first) == [])
    }
}
