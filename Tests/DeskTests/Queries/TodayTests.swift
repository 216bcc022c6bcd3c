import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// What is told first of very much, and that there is more.
@Suite struct TodayTests {
    private let running: RunningApplication
    private static let now = at("2026-11-18T12:00:00Z")
    private static let people = ["Alma Ash", "Bea Birch", "Cora Cedar", "Dora Dale", "Eva Elm"]

    init() throws { running = try RunningApplication() }

    /// So many interviews, one after the other, of nobody who was met before.
    @discardableResult
    private func add(_ count: Int, approving: Bool, on days: [Int] = [10, 11, 12, 13, 14]) throws
        -> [Recorded]
    {
        try Self.people.prefix(count).enumerated().map { number, name in
            let address = name.lowercased().replacing(" ", with: "@") + ".example"
            return try running.add(
                Told(
                    organisation: name + " Trust", ended: "2026-11-\(days[number]) 15:0\(number)",
                    panel: ["\(name) <\(address)>=the archive"]), approving: approving)
        }
    }

    private func today(limit: Int, at now: Date = Self.now) throws -> Today {
        try running.desk.today(at: now, limit: limit)
    }

    @Test(arguments: [true, false])
    func whatIsLittleIsToldWhole(isApproved: Bool) throws {
        try add(2, approving: isApproved)
        let today = try today(limit: 4)
        #expect(try today.advice == running.desk.advise(at: Self.now))
        #expect(!today.hasMoreToDo && !today.hasMoreLeaving && !today.hasMoreToLeaveAlone)
        #expect(today.openMessages == 4 && today.queuedMessages == (isApproved ? 4 : 0))
    }

    @Test func anEmptyLedgerAsksNothing() throws {
        let today = try today(limit: 1)
        #expect(today.advice.map(\.code) == [.nothing] && today.leaving.isEmpty && today.openMessages == 0)
    }

    @Test func ofManyDraftsThoseThatAreDueFirstAreTold() throws {
        let recorded = try add(5, approving: false)
        let today = try today(limit: 2)
        #expect(today.hasMoreToDo && !today.hasMoreLeaving)
        #expect(today.openMessages == 10 && today.queuedMessages == 0)
        let drafts = today.advice.filter { $0.code == .approve }.compactMap(\.message?.id)
        #expect(Array(drafts.prefix(2)) == recorded.prefix(2).map { $0.messages[0] })
    }

    @Test func ofManyThatLeaveTheSoonestAreTold() throws {
        let recorded = try add(5, approving: true, on: [17, 17, 17, 17, 17])
        let today = try today(limit: 2)
        #expect(today.hasMoreLeaving && today.hasMoreToLeaveAlone && !today.hasMoreToDo)
        #expect(today.leaving.prefix(2).map(\.message.id) == recorded.prefix(2).map { $0.messages[0] })
        #expect(today.queuedMessages == 10)
    }

    /// Whoever was asked last is the one to be left alone.
    @Test func ofManyWhoWereAskedTheNewestAreTold() throws {
        let recorded = try add(5, approving: true)
        for (number, recorded) in recorded.enumerated() {
            let day = at("2026-11-10T16:00:00Z") + Double(number) * 86_400
            try running.end(recorded.messages[0], as: .sent, at: day + 86_400)
            try running.end(recorded.messages[1], as: .sent, at: day + 14 * 86_400)
        }
        let now = at("2026-12-02T12:00:00Z")
        let today = try today(limit: 2, at: now)
        let asked = today.advice.filter { $0.code == .asked }.compactMap(\.message?.id)
        #expect(asked == recorded.suffix(3).map { $0.messages[1] } && today.hasMoreToLeaveAlone)
        #expect(try running.desk.advise(at: now).count { $0.code == .asked } == 5)
    }

    /// For a fortnight from the day of the year on which something was said last.
    @Test(arguments: [
        ("2026-11-17 15:00", "2029-11-17T12:00:00Z", 0), ("2026-11-17 15:00", "2029-11-18T12:00:00Z", 1),
        ("2026-11-17 15:00", "2029-12-01T12:00:00Z", 1), ("2026-11-17 15:00", "2029-12-02T12:00:00Z", 0),
        ("2026-11-17 15:00", "2027-11-20T12:00:00Z", 0), ("2026-11-17 15:00", "2046-11-30T12:00:00Z", 1),
        ("2028-02-28 15:00", "2031-02-28T12:00:00Z", 1), ("2028-02-28 15:00", "2031-03-13T12:00:00Z", 1),
        ("2028-02-28 15:00", "2031-03-14T12:00:00Z", 0), ("2028-12-30 15:00", "2032-01-10T12:00:00Z", 1),
        ("2028-12-30 15:00", "2032-01-11T12:00:00Z", 0),
    ])
    func whatWasOverLongAgoIsToldOfForAFortnight(ended: String, now: String, count: Int) throws {
        let recorded = try running.add(Told(ended: ended))
        let end = try london(ended).instant
        try running.end(recorded.messages[0], as: .sent, at: end + 86_400)
        _ = try running.desk.cancel([recorded.messages[1]], at: end + 90_000)
        let old = try running.desk.advise(at: at(now)).filter { $0.code == .old }
        #expect(old.count == count)
        if count > 0 {
            #expect(old[0].until == end + 86_400 && old[0].people.map(\.name) == ["Jane Okafor"])
        }
    }
}
