import Etiquette
import Foundation
import Ledger

/// Who took part in the interviews around a moment, read once for a transaction, an hour at a time: a batch has
/// thousands of people in one hour, and asks after each of them.
final class NearbyPeople {
    private let books: Books
    private var hours: [Int: Hour] = [:]

    /// The attendances of an hour, and where those of a person, or of a word of a name, stand among them.
    private struct Hour {
        var all: [Attendance] = []
        var byPerson: [Person.ID: [Int]] = [:]
        var byWord: [String: [Int]] = [:]

        mutating func take(_ one: Attendance) {
            byPerson[one.person.id, default: []].append(all.count)
            for word in NamesRight.plainWords(of: one.person.name) {
                byWord[word, default: []].append(all.count)
            }
            all.append(one)
        }

        func places(of person: Person, words: Set<String>) -> [Int] {
            let found = words.reduce(into: Set(byPerson[person.id] ?? [])) { $0.formUnion(byWord[$1] ?? []) }
            return found.sorted()
        }
    }

    /// Made once the facts of the transaction stand.
    init(books: Books) {
        self.books = books
    }

    /// Where somebody, or somebody who may be the same, took part in an interview that may be one with another; that
    /// other itself included.
    ///
    /// - Parameter end: of the other interview.
    func attendances(of person: Person, near end: Date) throws -> [Attendance] {
        let words = NamesRight.plainWords(of: person.name)
        let hour = Self.hour(of: end)
        return try (hour - 1...hour + 1).flatMap { hour in
            let people = try self.people(in: hour)
            return people.places(of: person, words: words).map { people.all[$0] }.filter {
                SameMeeting.mayBeOne($0.ended, end) && SameMeeting.mayBeOne($0.person, person)
            }
        }
    }

    /// Adds an interview that was recorded since; an hour of which nothing was read yet will have it.
    func take(_ interview: Interview) {
        let hour = Self.hour(of: interview.ended.instant)
        guard hours[hour] != nil else { return }
        for person in Set(interview.people.map(\.id)).compactMap({ id in
            interview.people.first { $0.id == id }
        }) {
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
        for one in try books.attendances(from: start, before: start + SameMeeting.span) { read.take(one) }
        hours[hour] = read
        return read
    }
}
