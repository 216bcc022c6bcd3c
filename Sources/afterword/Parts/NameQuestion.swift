import Desk
import Etiquette
import Foundation
import Ledger
import Wording

extension Application {
    /// Everybody on the panel of an interview, and the contact, each once.
    func people(of interview: Interview.ID) throws -> [Person] {
        let interview = try ledger.read { try $0.interview(interview) }
        let panel = interview.panel.map(\.person)
        return panel + [interview.contact].compactMap(\.self).filter { !panel.contains($0) }
    }
}

/// Settles on a terminal how people are written, side by side and once (rule `names-right`).
struct NameQuestion {
    let application: Application

    /// Asks about everybody of whose name something is open; what is not answered stays open.
    func settle(_ people: [Person]) throws {
        for person in people {
            let standing = try application.desk.nameStanding(of: String(person.id.rawValue))
            let lines = Wording.sideBySide(standing)
            guard !lines.isEmpty else { continue }
            lines.forEach { Output.line($0) }
            try ask(about: standing)
        }
    }

    /// Asks up to three times while the answer can't be a name.
    private func ask(about standing: NameStanding) throws {
        for _ in 1...3 {
            let typed = application.platform.answer(to: Wording.whichIsRight(standing))
            guard let answer = typed?.trimmingCharacters(in: .whitespaces), !answer.isEmpty else { return }
            do {
                return try take(answer, for: standing)
            } catch let problem as InputProblem {
                Output.line(Wording.capitalised(problem.sentence))
            }
        }
    }

    private func take(_ answer: String, for standing: NameStanding) throws {
        let person = String(standing.person.id.rawValue)
        let spellings = [standing.person.name] + standing.doubts.differences.map(\.other)
        let chosen =
            Int(answer).flatMap { spellings.indices.contains($0 - 1) ? spellings[$0 - 1] : nil } ?? answer
        if chosen == standing.person.name {
            _ = try application.desk.verify([person], at: application.now)
        } else {
            _ = try application.desk.edit(
                person, PersonChanges(name: chosen, address: nil, salutation: nil), at: application.now)
        }
    }
}
