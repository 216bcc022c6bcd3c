import Etiquette
import Foundation
import Ledger
import Text

/// Who took part in the interviews around a moment, read once for a transaction, an hour at a time: a batch has
/// thousands of people in one hour, and asks after each of them.
final class NearbyPeople {
    private let transaction: LedgerTransaction
    private var hours: [Int: Hour] = [:]

    /// Under what somebody is looked for: a word of the name beside the end of a domain, so that few share it.
    private struct Key: Hashable {
        enum Owner: Hashable {
            case anybody, nobody
            case domain(String)
        }

        let word: String
        let owner: Owner
    }

    /// The attendances of an hour, and where those of a person, or under a key, stand among them.
    private struct Hour {
        private(set) var all: [Attendance] = []
        private var byPerson: [Person.ID: [Int]] = [:]
        private var byKey: [Key: [Int]] = [:]

        mutating func take(_ one: Attendance) {
            byPerson[one.person.id, default: []].append(all.count)
            let owner = Self.owner(of: one.person)
            for word in PersonalName.plainWords(of: one.person.name) {
                byKey[Key(word: word, owner: .anybody), default: []].append(all.count)
                byKey[Key(word: word, owner: owner), default: []].append(all.count)
            }
            all.append(one)
        }

        /// Those of a person, and of everybody who shares a word of the name and may share an owner, in their order.
        func candidates(for person: Person, words: Set<String>) -> [Attendance] {
            let owner = Self.owner(of: person)
            let owners: [Key.Owner] = owner == .nobody ? [.anybody] : [owner, .nobody]
            let keys = words.flatMap { word in owners.map { Key(word: word, owner: $0) } }
            return keys.reduce(into: Set(byPerson[person.id] ?? [])) { $0.formUnion(byKey[$1] ?? []) }
                .sorted().map { all[$0] }
        }

        private static func owner(of person: Person) -> Key.Owner {
            person.address.map { .domain($0.endOfDomain) } ?? .nobody
        }
    }

    /// Made once the facts of the transaction stand.
    init(transaction: LedgerTransaction) { self.transaction = transaction }

    /// Where somebody, or somebody who may be the same, took part in an interview that may be one with another; that
    /// other itself included.
    ///
    /// - Parameter end: of the other interview.
    func attendances(of person: Person, near end: Date) throws -> [Attendance] {
        let words = PersonalName.plainWords(of: person.name)
        let hour = Self.hour(of: end)
        return try (hour - 1...hour + 1).flatMap { hour in
            try people(in: hour).candidates(for: person, words: words).filter {
                SameMeeting.mayBeOne($0.ended, end) && SameMeeting.mayBeOne($0.person, person)
            }
        }
    }

    /// Adds an interview that was recorded since; an hour of which nothing was read yet will have it.
    func take(_ interview: Interview) {
        let hour = Self.hour(of: interview.ended.instant)
        guard hours[hour] != nil else { return }
        let people = interview.people.reduce(into: [Person]()) { if !$0.contains($1) { $0.append($1) } }
        for person in people {
            hours[hour]?.take(
                Attendance(
                    interview: interview.id, recruitment: interview.recruitment,
                    ended: interview.ended.instant, person: person))
        }
    }

    /// Reads everything once more where it is asked for: an interview was mended.
    func forget() { hours = [:] }

    private static func hour(of moment: Date) -> Int {
        Int((moment.timeIntervalSince1970 / SameMeeting.span).rounded(.down))
    }

    private func people(in hour: Int) throws -> Hour {
        if let known = hours[hour] { return known }
        let start = Date(timeIntervalSince1970: Double(hour) * SameMeeting.span)
        var read = Hour()
        for one in try transaction.attendances(from: start, before: start + SameMeeting.span) {
            read.take(one)
        }
        hours[hour] = read
        return read
    }
}
