import Desk
import Etiquette
import Foundation

/// The questions from which an interview is recorded step by step.
extension Wording {
    /// Said before the first of them.
    package static let newInterviewBegins = "Tell me about your interview, step by step. " + howToGoBack

    /// Asks on a terminal; lines before the last one stand above it.
    ///
    /// - Parameters:
    ///   - usual: what an empty line means, where it means something that can be shown.
    ///   - record: the interview as it is now.
    package static func prompt(
        _ question: NewInterviewDialogue.Question, usual: NewInterviewDialogue.Answer?,
        record: InterviewRecord?
    ) -> String {
        let enter = usual.flatMap(\.words).map { " [Enter = \(shown($0, limit: 60))]" } ?? ""
        return switch question {
        case .organisation: "Which organisation was it? "
        case .role: "For which role, as it was advertised?\(enter) "
        case .ended: "When did it end? 15:00, yesterday 3pm, 20 Oct 15:00 …\(enter) "
        case .whichTime(let problem): (whichTime(problem) + [whichOfThese]).joined(separator: "\n")
        case .name(0): "Who interviewed you? One name at a time, as they write it: "
        case .name: "Who else? [Enter = that was everybody] "
        case .address(_, let name):
            "  The email address of \(shown(name))\(enter.isEmpty ? " [Enter = none, a card by post]" : enter): "
        case .greeting(_, let name): "  Dear ___ [Enter = \(shown(name))]: "
        case .topic(let index, let name):
            (index == 0 ? conversationsWanted + "\n" : "") + "  \(shown(name)): "
        case .ownSentence: whatToSay
        case .medium: howWasItHeld
        case .roleInSentence(let usual): howIsTheRoleSaid(usual)
        case .organisationInSentence(let usual): howIsTheOrganisationSaid(usual)
        case .record: (record.map { confirmation(of: .record($0)) } ?? "Record it?") + " [Y/n] "
        }
    }

    /// What was understood of an answer that may mean several things, said at once.
    package static func echo(
        _ answer: NewInterviewDialogue.Answer, to question: NewInterviewDialogue.Question
    ) -> String? {
        if case .time(let time) = answer { echo(time) } else { nil }
    }

    package static func echo(_ time: ZonedTime) -> String {
        "  = \(TimeWording.text(time.instant, time.zone))"
    }

    /// Asks what becomes of a message.
    package static func whatBecomes(isBlocked: Bool) -> String {
        isBlocked
            ? "What is marked ✗ has to be settled first. e = edit, o = leave it out, Enter = later: "
            : "Queue it to be sent? y = yes, e = edit, o = leave it out, Enter = later: "
    }

    /// What stands where the review of an interview was broken off.
    package static func draftsStand(_ ids: [Message.ID]) -> Sentence {
        "The interview is recorded. Nothing was queued; the messages stay drafts: \(Remedy.approve(ids))"
    }
}

extension NewInterviewDialogue.Answer {
    /// As a prompt shows what an empty line means.
    fileprivate var words: String? {
        switch self {
        case .text(let text): text
        case .time(let time): "just now, \(TimeWording.plain(time.instant, time.zone))"
        case .address(let address): address.text
        default: nil
        }
    }
}
