import Desk
import Etiquette
import Foundation
import Intake
import Wording

/// What would become of the rows of a spreadsheet, worked out before the user is asked.
package struct SheetPlan {
    /// What becomes of one interview of the file.
    package enum State: Equatable {
        case new
        case known(Interview.ID)
        case deleted(Interview.ID)
        case refused
    }

    /// Something that keeps the whole file out.
    package struct Trouble {
        package let row: Int
        package let sentence: Sentence
        package var problem: SheetProblem?
    }

    /// One for each interview of the reading.
    package private(set) var states: [State] = []
    /// What is to be recorded, in the order of the file.
    package private(set) var entries: [BatchEntry] = []
    /// Where each interview of the reading is among the entries.
    package private(set) var places: [Int: Int] = [:]
    package private(set) var troubles: [Trouble]
    /// The file tells of ends of recruitments that are open on record.
    package private(set) var tellsOfEnds = false
    /// What the user should know, by the interview of the reading.
    package private(set) var notes: [Int: [Sentence]] = [:]
    /// Why what is new stays a draft; of what is known there is nothing to decide.
    private var doubts: [Int: [Sentence]] = [:]

    package init(_ reading: SheetReading, of sheet: Spreadsheet, at desk: Desk) throws {
        troubles = reading.problems.map {
            Trouble(row: $0.place?.row ?? 0, sentence: $0.sentence, problem: $0)
        }
        guard reading.questions.isEmpty else { return }
        var told: [(index: Int, entry: BatchEntry)] = []
        states = Array(repeating: .refused, count: reading.interviews.count)
        for (index, interview) in reading.interviews.enumerated() {
            guard let entry = try entry(interview, index, of: sheet, at: desk) else { continue }
            told.append((index, entry))
        }
        for (known, foreseen) in zip(told, try desk.foresee(told.map(\.entry.record))) {
            switch foreseen {
            case .new where try isMoved(reading.interviews[known.index], in: reading, of: sheet, at: desk):
                continue
            case .new:
                states[known.index] = .new
                if let own = doubts[known.index] { notes[known.index, default: []] += own }
                places[known.index] = entries.count
                entries.append(known.entry)
            case .known(let id):
                states[known.index] = .known(id)
                try compareStandings(of: id, known.entry.standing, known.index, at: desk)
            case .deleted(let id): states[known.index] = .deleted(id)
            case .refused(let problem):
                add(problem, at: reading.interviews[known.index].place, of: sheet)
            }
        }
        troubles.sort { $0.row < $1.row }
    }

    /// What has ended in the file alone is for the user to say: messages of it may still go.
    private mutating func compareStandings(
        of id: Interview.ID, _ told: Recruitment.Standing, _ index: Int, at desk: Desk
    ) throws {
        guard told != .open else { return }
        let recruitment = try desk.interviewOnRecord(id).recruitment
        guard recruitment.standing == .open else { return }
        tellsOfEnds = true
        notes[index, default: []].append(Wording.endedInSheet(recruitment, told))
    }

    /// Whether a row that was exported here tells another end of its interview, and no row tells the one on record; it says so
    /// then. A row that was copied for a further interview stands beside the first.
    private mutating func isMoved(
        _ told: SheetInterview, in reading: SheetReading, of sheet: Spreadsheet, at desk: Desk
    ) throws -> Bool {
        guard let id = told.exported, let known = try desk.interviewIfOnRecord(id),
            known.recruitment.isSame(organisation: told.organisation, role: told.role),
            !reading.interviews.contains(where: { other in
                other.ended.instant == known.interview.ended.instant
                    && known.recruitment.isSame(organisation: other.organisation, role: other.role)
            })
        else { return false }
        troubles.append(
            Trouble(
                row: told.place.row,
                sentence: "\(Wording.text(told.place, in: sheet.file)): "
                    + Wording.movedInSheet(known.interview, to: told.ended)))
        return true
    }

    /// The file tells of an interview that was deleted as a mistake.
    package var leavesDeleted: Bool {
        states.contains { if case .deleted = $0 { true } else { false } }
    }

    /// Notes what would be said twice, with the row that would say it once more.
    package mutating func rehearse(at desk: Desk, now: Date) throws {
        guard troubles.isEmpty, !entries.isEmpty else { return }
        let doubles = try desk.possibleDoubles(of: entries, at: now)
        for (index, place) in places where !doubles[place].isEmpty {
            notes[index, default: []] += doubles[place].map { Sentence(Wording.text($0)) }
        }
    }

    private mutating func add(_ problem: any Error, at place: SheetPlace, of sheet: Spreadsheet) {
        troubles.append(
            Trouble(
                row: place.row,
                sentence: "\(Wording.text(place, in: sheet.file)): \(Wording.sentence(for: problem))"))
    }

    /// Nil where it can't be recorded; why is among the troubles then.
    private mutating func entry(
        _ interview: SheetInterview, _ index: Int, of sheet: Spreadsheet, at desk: Desk
    ) throws -> BatchEntry? {
        var members: [InterviewRecord.Member] = []
        for person in interview.people {
            guard let who = try settle(person, at: desk) else {
                troubles.append(.nameless(person, of: sheet))
                return nil
            }
            members.append(try InterviewRecord.Member(who: who, remark: Remark(person)))
        }
        let contact = try interview.contact.flatMap { try settle($0, at: desk) }
        if contact == nil, let address = interview.contact?.address {
            notes[index, default: []].append(Wording.namelessContact(address))
        }
        say(interview, index, sheet)
        let isClear = try isClear(interview, index, at: desk)
        let isGuess = sheet.encoding == .windows1252 && interview.hasForeignLetters
        do {
            let record = try InterviewRecord(
                organisation: interview.organisation, role: interview.role, ended: interview.ended,
                panel: members, contact: contact, decisionBy: interview.decisionBy,
                viaAgency: interview.viaAgency, voice: interview.voice,
                contactRemark: contact.map { _ in interview.contact.map(Remark.init) ?? Remark() }
                    ?? Remark(),
                saying: .init(role: interview.roleShort, organisation: interview.organisationAs),
                medium: interview.medium)
            return BatchEntry(
                record: record, standing: interview.standing,
                isSure: !isGuess && isClear && interview.people.allSatisfy(\.doubts.isEmpty))
        } catch {
            add(error, at: interview.place, of: sheet)
            return nil
        }
    }

    /// The name that the ledger has, where the row has none.
    private func settle(_ person: SheetPerson, at desk: Desk) throws -> NameAndAddress? {
        if let name = person.name { return NameAndAddress(checkedName: name, address: person.address) }
        guard let address = person.address, let known = try desk.known(at: address) else {
            return nil
        }
        return NameAndAddress(checkedName: known.name, address: known.address)
    }

    /// Whether names fit their addresses, the status was understood, and nothing was written before; says so where not.
    private mutating func isClear(
        _ interview: SheetInterview, _ index: Int, at desk: Desk
    ) throws -> Bool {
        var doubts: [Sentence] = []
        for person in interview.people + [interview.contact].compactMap(\.self) {
            guard let name = person.name, let address = person.address,
                NamesRight.agreement(name: name, address: address) == .unlike,
                try desk.known(at: address)?.name != name
            else { continue }
            doubts.append(Sentence(Wording.unlike(name, address)))
        }
        if !interview.isOver {
            doubts += interview.unknownStatuses.map { Sentence(Wording.unknownStatus($0)) }
            if interview.hasOwnMessages { doubts.append(Sentence(Wording.hasOwnMessages)) }
        }
        if !doubts.isEmpty { self.doubts[index] = doubts }
        return doubts.isEmpty
    }

    private mutating func say(_ interview: SheetInterview, _ index: Int, _ sheet: Spreadsheet) {
        var own = interview.people.compactMap { person -> Sentence? in
            let doubts = Wording.doubts(person.doubts)
            return doubts.isEmpty ? nil : Sentence(Wording.doubtful(person.name ?? "", doubts))
        }
        if interview.wasTwice {
            let ended = interview.ended
            own.append(Sentence(Wording.twice(TimeWording.short(ended.instant, ended.zone), ended.zone)))
        }
        if !own.isEmpty { notes[index, default: []] += own }
    }
}

extension SheetPlan.Trouble {
    fileprivate static func nameless(_ person: SheetPerson, of sheet: Spreadsheet) -> SheetPlan.Trouble {
        let address = person.address?.text ?? ""
        return SheetPlan.Trouble(
            row: person.place.row,
            sentence:
                "\(Wording.text(person.place, in: sheet.file)): nobody is named for \(Wording.quoted(address)); "
                + "write the name beside it, such as “Jane Okafor <\(Wording.shown(address, limit: 60))>”.")
    }
}

extension Remark {
    /// What a row tells of the conversation with somebody.
    fileprivate init(_ person: SheetPerson) {
        self.init(
            talkingPoint: person.told[.talkingPoint], ownSentence: person.told[.say],
            greeting: person.told[.greeting])
    }
}

extension SheetInterview {
    /// Letters that a wrong guess at the character set would change.
    fileprivate var hasForeignLetters: Bool {
        let people = people + [contact].compactMap(\.self)
        let said = [roleShort, organisationAs].compactMap(\.self)
        let told = people.flatMap { [$0.name].compactMap(\.self) + $0.told.values }
        return ([organisation, role] + said + told)
            .contains { !$0.allSatisfy(\.isASCII) }
    }
}
