import Etiquette
import Foundation
import Text

/// How people are written, each once (rule `names-right`): of those of whose name something is open.
package struct NameDialogue: Dialogue {
    private let standings: [NameStanding]

    /// How the names of some people stand.
    package init(_ standings: [NameStanding]) { self.standings = standings.filter(\.isOpen) }

    package func nextQuestion(after answers: Answers<NameStanding, NameAnswer>) -> NameStanding? {
        standings.first { answers[$0] == nil }
    }

    /// The number of a spelling, another spelling, or nothing, which decides later.
    ///
    /// - Throws: `InputProblem` where it can't be a name.
    package func answer(
        to question: NameStanding, typed text: String, after answers: Answers<NameStanding, NameAnswer>
    ) throws -> NameAnswer {
        guard !text.isEmpty else { return .later }
        // One key too many from the question before.
        guard !YesOrNo.isYes(text), !YesOrNo.isNo(text) else { throw AnswerProblem.notAChoice }
        let spellings = question.spellings
        if let number = Int(text), spellings.indices.contains(number - 1) {
            return .name(spellings[number - 1])
        }
        return text == question.person.name ? .name(text) : .name(try Field.name.admit(text))
    }
}

package enum NameAnswer: Hashable, Sendable {
    /// As the person writes it.
    case name(String)
    /// It stays open.
    case later
}

extension NameStanding {
    /// Something is to be settled: another spelling, or a name that nobody has confirmed and that looks wrong.
    package var isOpen: Bool {
        if !doubts.differences.isEmpty { return true }
        return doubts.form != nil || doubts.hasBareDomain || settled == nil && doubts.isUnlikeAddress
    }

    /// Every spelling, as kept first, and last the usual one where it is written otherwise.
    package var spellings: [String] {
        [person.name] + doubts.differences.map(\.other) + [usualWriting].compactMap(\.self)
    }

    /// As most people would write the name, where it is not written so.
    package var usualWriting: String? {
        let usual = doubts.form == nil ? nil : NameForm.usualWriting(of: person.name)
        return doubts.differences.contains { $0.other == usual } ? nil : usual
    }
}

extension Desk {
    /// How the names of everybody of an interview stand, the contact last.
    package func nameStandings(of interview: Interview.ID) throws -> [NameStanding] {
        let people = try people(of: interview)
        return try ledger.read { transaction in
            try people.map { try nameStanding(of: $0, in: transaction) }
        }
    }

    /// Settles a name as it was answered: as it is kept, or corrected.
    package func settle(_ standing: NameStanding, as answer: NameAnswer, at now: Date) throws {
        guard case .name(let name) = answer else { return }
        let person = String(standing.person.id.rawValue)
        if name == standing.person.name {
            _ = try verify([person], at: now)
        } else {
            _ = try edit(person, PersonChanges(name: name, address: nil, salutation: nil), at: now)
            // Typed in answer to how they write it, it is so.
            _ = try verify([person], at: now)
        }
    }
}
