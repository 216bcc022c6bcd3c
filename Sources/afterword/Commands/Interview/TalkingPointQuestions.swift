import Desk
import Etiquette
import Ledger
import Wording

/// Asks what was talked about with each person of whom nothing is told yet (rule `personal`). The interview is on record
/// by then, so that an answer is never lost with a mistake elsewhere.
struct TalkingPointQuestions {
    let application: Application

    /// The same with what was answered; its drafts are worded with it. Nobody asks about an interview that was known, is
    /// planned, or came through an agency.
    func complete(_ recorded: Recorded) throws -> Recorded {
        let interview = try application.ledger.read { try $0.interview(recorded.interview) }
        guard !recorded.existing, !interview.viaAgency, interview.ended.instant <= application.now else {
            return recorded
        }
        let silent = interview.panel.filter { $0.talkingPoint == nil }.map(\.person)
            .filter { !recorded.sharesThankYou(to: $0) }
        guard !silent.isEmpty else { return recorded }
        Output.line(Wording.talkingPointsWanted)
        var changes = InterviewChanges()
        changes.talkingPoints = try answers(about: silent)
        guard !changes.talkingPoints.isEmpty else { return recorded }
        var completed = recorded
        completed.notices += try application.desk.edit(interview.id, changes, at: application.now).notices
        return completed
    }

    /// Nothing typed leaves one out, the end of input all that follow.
    private func answers(about people: [Person]) throws -> [(member: String, text: String)] {
        var answers: [(member: String, text: String)] = []
        for person in people {
            do {
                let answer = try application.ask("  \(Wording.shown(person.name)): ") { typed in
                    typed.isEmpty ? nil : try Field.talkingPoint.admit(typed)
                }
                if let answer { answers.append((person.address?.text ?? person.name, answer)) }
            } catch is Unsettled {
                Output.line()
                return answers
            } catch let problem as InputProblem {
                Output.line(Wording.capitalised(problem.sentence))
            }
        }
        return answers
    }
}

extension Recorded {
    /// An earlier interview thanks this person already.
    fileprivate func sharesThankYou(to person: Person) -> Bool {
        notices.contains { if case .sharesThankYou(person, _) = $0 { true } else { false } }
    }
}

extension Wording {
    static let talkingPointsWanted =
        "What did you talk about? It is what makes a note personal. Put it as you would say it after “our\n"
        + "conversation about …”, such as: how the team shares its on-call week. Nothing typed leaves it out."
}
