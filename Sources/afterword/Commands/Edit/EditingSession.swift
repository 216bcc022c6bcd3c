import Application
import Composer
import Desk
import Etiquette
import Foundation
import Wording

/// The way of a message through the editor, again and again until what is found in it is settled or set aside.
struct EditingSession {
    let application: Application
    let message: Message.ID
    /// Somebody is there to answer.
    let asks: Bool

    func run() throws -> Review {
        let desk = try application.desk
        _ = try desk.editable(message)
        var review = try desk.review(message)
        repeat {
            review = try edited(review)
        } while try asks && isAgain(&review)
        return review
    }

    /// What the editor left, taken or to be mended there.
    private enum Round {
        case taken(Review)
        case refused(text: String)
    }

    /// In the editor until the text can be taken; it is kept as a draft then, whatever is found in it.
    private func edited(_ review: Review) throws -> Review {
        let editor = Editor(
            environment: application.platform.environment,
            fallbacks: application.platform.isTerminal ? Editor.usual : [])
        let comments = Wording.comments(on: review.findings, in: review.message).map(\.spelled)
        var text = EditorText.text(of: review.message, review.findings)
        while true {
            switch try editor.edit(text, take: { try take($0, comments: comments) }) {
            case .taken(let review): return review
            case .refused(let written): text = written
            }
        }
    }

    /// - Throws: what is wrong with the text, where nobody is there to mend it or it is left; the editor keeps it then.
    private func take(_ text: String, comments: [String]) throws -> Round {
        do {
            let words = try EditorText(edited: text, comments: comments)
            let review = try application.desk.edit(message, subject: words.subject, body: words.body)
            guard !words.ignored.isEmpty else { return .taken(review) }
            return .taken(try application.desk.ignore(words.ignored, in: message, at: application.now))
        } catch {
            guard asks, let problem = CommandFailure(error)?.sentence else { throw error }
            Output.line(Wording.capitalised(problem))
            guard try answer(to: .refused) == .again else { throw error }
            return .refused(text: text)
        }
    }

    /// Shows what is left and asks; true for the editor again.
    private func isAgain(_ review: inout Review) throws -> Bool {
        while !review.findings.isEmpty {
            for line in Wording.lines(on: review.findings, in: review.message) { Output.line(line.spelled) }
            switch try answer(to: .found(mayIgnore: review.findings.contains(where: \.canBeIgnored))) {
            case .again: return true
            case .leave: return false
            case .ignore:
                let codes = review.findings.onlyWarned
                if !codes.isEmpty {
                    review = try application.desk.ignore(codes, in: message, at: application.now)
                }
                if !review.findings.isEmpty { Output.line(Wording.cannotAllBeIgnored(review.findings)) }
            case nil: continue
            }
        }
        return false
    }

    /// How the user goes on; nil where what they typed is no answer. The end of input leaves it.
    private func answer(to question: EditingDialogue.Question) throws -> EditingDialogue.Answer? {
        guard let typed = try application.platform.answer(to: Wording.prompt(question)) else { return .leave }
        return try? EditingDialogue(question).answer(
            to: question, typed: typed.trimmingCharacters(in: .whitespaces), after: Answers())
    }
}
