import Composer
import Foundation
import Setup
import Synchronization
import TestFiles
import Testing

@testable import Application

@Suite("Nothing is frozen for a process that stays")
struct StayingTests {
    private let scratch: Scratch
    private let application: Application
    private let clock: SteppedClock
    private let remarks: Remarks

    /// Another minute with every look.
    private final class SteppedClock: Sendable {
        private let minutes = Mutex(0.0)
        @Sendable func now() -> Date {
            minutes.withLock {
                $0 += 1
                return Date(timeIntervalSince1970: 1_795_273_200 + $0 * 60)
            }
        }
    }

    private final class Remarks: Sendable {
        let all = Mutex<[ApplicationNote]>([])
    }

    init() throws {
        scratch = try Scratch()
        try scratch.folder("home")
        try scratch.file("home/config.yaml", Sample.all)
        let (clock, remarks) = (SteppedClock(), Remarks())
        (self.clock, self.remarks) = (clock, remarks)
        let platform = Platform(
            environment: [
                "AFTERWORD_HOME": scratch.path + "/home", "HOME": scratch.path, "DICPATH": "/nowhere",
            ],
            clock: clock.now, random: { 7 })
        application = try Application(
            platform: platform,
            face: Face(
                sentence: { "\($0)" }, needsUser: { _ in true },
                remark: { remark in remarks.all.withLock { $0.append(remark) } }))
    }

    @Test func theClockIsReadWhereSomethingHappens() {
        let first = application.now
        #expect(application.now == first + 60)
        #expect(application.now == first + 120)
    }

    /// The templates of the user's own, as the desk words by them.
    private func own(_ reading: FreshReading<TemplateSet>) throws -> [String] {
        try reading.get().templates().filter { $0.origin == .own }.map(\.name)
    }

    @Test func aTemplateOfOnesOwnServesFromWhenItIsWritten() throws {
        let reading = application.templates(of: try application.configuration)
        #expect(try own(reading) == [])
        let shipped = TemplateSet.shippedFolder.appendingPathComponent("en-GB")
        let name = try #require(
            FileManager.default.subpathsOfDirectory(atPath: shipped.path)
                .first { $0.hasPrefix("warm/thank-you-") })
        let text = try String(contentsOf: shipped.appendingPathComponent(name), encoding: .utf8)
        try scratch.folder("home/templates/en-GB/warm")
        try scratch.file("home/templates/en-GB/" + name, text)
        #expect(try own(reading).count == 1)
        try FileManager.default.removeItem(atPath: scratch.path + "/home/templates/en-GB/" + name)
        #expect(try own(reading) == [])
    }

    @Test func aTemplateThatIsBrokenLaterIsToldOfAndMendedAtOnce() throws {
        let reading = application.templates(of: try application.configuration)
        _ = try reading.get()
        try scratch.folder("home/templates")
        try scratch.file("home/templates/thank-you-1.txt", "{{")
        #expect(throws: TemplateProblem.self) { try reading.get() }
        try FileManager.default.removeItem(atPath: scratch.path + "/home/templates/thank-you-1.txt")
        _ = try reading.get()
    }

    @Test func ownListsOfWordsServeFromWhenTheyAreWritten() throws {
        let reading = application.proofLanguage(of: try application.configuration)
        _ = try reading.get()
        try scratch.folder("home/templates/words")
        try scratch.file("home/templates/words/no-such-list.txt", "a phrase\n")
        #expect(throws: WordListProblem.self) { try reading.get() }
    }

    @Test func whatThisMachineLacksIsToldOnce() throws {
        // A kind of English for which no machine of the tests has a dictionary.
        let english = TemplateSet.shippedFolder.appendingPathComponent("en-GB/language.txt")
        try scratch.folder("home/templates/en-ZW")
        try scratch.file("home/templates/en-ZW/language.txt", String(contentsOf: english, encoding: .utf8))
        try scratch.file("home/config.yaml", Sample.all + "language: en-ZW\n")
        let reading = application.proofLanguage(of: try application.configuration)
        for number in 1...3 {
            try scratch.file("home/words.txt", String(repeating: "florp\n", count: number))
            _ = try reading.get()
        }
        let told = remarks.all.withLock { $0 }.filter { if case .spelling = $0 { true } else { false } }
        #expect(told.count == 1)
    }
}
