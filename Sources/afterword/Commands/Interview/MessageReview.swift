import Application
import Desk
import Etiquette
import Wording

/// Goes through drafts on a terminal, one by one: each is shown in full with what was found in it, and what the user says
/// of them is done once all have been seen.
struct MessageReview {
    let application: Application

    /// - Returns: the messages that are not drafts any more, and those that are.
    func run(_ ids: [Message.ID]) throws -> (settled: [Message.ID], drafts: [Message.ID]) {
        var shown: [Message.ID: Seen] = [:]
        let answers: Answers<Message.ID, ReviewDialogue.Answer>
        do {
            answers = try ask(ids, showing: &shown)
        } catch is Interrupted {
            throw Interrupted(sentence: Wording.draftsStand(ids).spelled)
        }
        let desk = try application.desk
        func all(_ answer: ReviewDialogue.Answer) -> [Message.ID] { ids.filter { answers[$0] == answer } }
        let left = all(.leaveOut)
        if !left.isEmpty { _ = try desk.cancel(left, seen: shown, at: application.now) }
        let reviews = try desk.approve(all(.approve), ignoring: [], seen: shown, at: application.now)
        let blocked = reviews.filter { $0.message.state == .draft }.map(\.message.id)
        let settled = left + reviews.map(\.message.id).filter { !blocked.contains($0) }
        return (settled, ids.filter { !settled.contains($0) })
    }

    private func ask(_ ids: [Message.ID], showing shown: inout [Message.ID: Seen]) throws -> Answers<
        Message.ID, ReviewDialogue.Answer
    > {
        var answers = Answers<Message.ID, ReviewDialogue.Answer>()
        var dialogue = try dialogue(ids)
        do {
            while let id = dialogue.nextQuestion(after: answers) {
                let (isBlocked, seen) = try show(id)
                shown[id] = seen
                switch try application.answer(
                    to: id, of: dialogue, after: answers, attempts: .max,
                    Wording.whatBecomes(isBlocked: isBlocked))
                {
                case .back: application.goBack(&answers)
                case .answer(.edit):
                    try edit(id)
                    dialogue = try self.dialogue(ids)
                case .answer(let answer): answers.give(answer, to: id)
                }
            }
        } catch is Unsettled {
            // The end of input leaves the rest for later.
            Output.line()
        }
        return answers
    }

    private func dialogue(_ ids: [Message.ID]) throws -> ReviewDialogue {
        let blocked = try application.desk.review(ids).filter { !$0.blocking.isEmpty }.map(\.message.id)
        return ReviewDialogue(ids, blocked: Set(blocked))
    }

    /// - Returns: whether something keeps it from being queued, and what was shown.
    private func show(_ id: Message.ID) throws -> (isBlocked: Bool, seen: Seen) {
        let review = try application.desk.review(id)
        let text = MessageText(application)
        for status in try application.desk.messageStatus(for: [id], at: application.now) {
            Output.line("\n" + text.full(status, review.findings) + "\n")
        }
        return (!review.blocking.isEmpty, Seen(review.message))
    }

    /// What is wrong with the editor, or with what it left, is said; the message is asked about again.
    private func edit(_ id: Message.ID) throws {
        do {
            _ = try EditingSession(application: application, message: id, asks: true).run()
        } catch {
            guard let failure = CommandFailure(error) else { throw error }
            Output.line(Wording.capitalised(failure.sentence))
        }
    }
}
