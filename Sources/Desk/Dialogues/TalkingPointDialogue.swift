import Etiquette
import Foundation

/// What was talked about with each person of whom nothing is told yet (rule `personal`). The interview is on record by
/// then, so that an answer is never lost with a mistake elsewhere.
package struct TalkingPointDialogue: Dialogue {
    /// Which interview it was.
    package let interview: Interview.ID
    private let people: [Person]

    init(interview: Interview.ID, people: [Person]) {
        self.interview = interview
        self.people = people
    }

    package func nextQuestion(after answers: Answers<Person, String?>) -> Person? {
        people.first { person in !answers.all.contains { $0.question == person } }
    }

    /// Nothing typed leaves it out.
    ///
    /// - Throws: `InputProblem` where it may not stand.
    package func answer(
        to question: Person, typed text: String, after answers: Answers<Person, String?>
    ) throws -> String? {
        text.isEmpty ? nil : try Field.talkingPoint.admit(text)
    }
}

extension Desk {
    /// Who is asked about after an interview was recorded. Nobody is where it was known, is planned, or came through an
    /// agency.
    package func talkingPoints(of recorded: Recorded, at now: Date) throws -> TalkingPointDialogue {
        let interview = try interview(recorded.interview)
        let isAsked = !recorded.existing && !interview.viaAgency && interview.ended.instant <= now
        let silent = interview.panel.filter { $0.talkingPoint == nil }.map(\.person)
            .filter { !recorded.sharesThankYou(to: $0) }
        return TalkingPointDialogue(interview: interview.id, people: isAsked ? silent : [])
    }

    /// The same interview with what was answered; its drafts are worded with it.
    package func complete(
        _ recorded: Recorded, with answers: Answers<Person, String?>, at now: Date
    ) throws -> Recorded {
        var changes = InterviewChanges()
        changes.talkingPoints = answers.all.compactMap { person, point in
            point.map { (person.address?.text ?? person.name, $0) }
        }
        guard !changes.talkingPoints.isEmpty else { return recorded }
        var completed = recorded
        completed.notices += try edit(recorded.interview, changes, at: now).notices
        return completed
    }
}

extension Recorded {
    /// An earlier interview thanks this person already.
    fileprivate func sharesThankYou(to person: Person) -> Bool {
        notices.contains { if case .sharesThankYou(person, _) = $0 { true } else { false } }
    }
}
