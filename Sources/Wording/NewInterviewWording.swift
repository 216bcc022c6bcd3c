import Desk
import Etiquette
import Foundation

/// The questions from which an interview is recorded step by step.
extension Wording {
    /// Said before the first of them.
    package static let newInterviewBegins = "Tell me about your interview, step by step. " + howToGoBack

    /// Asks on a terminal; lines before the last one stand above it.
    ///
    /// - Parameter answers: those before it, by which it is worded.
    package static func prompt(
        _ question: NewInterviewDialogue.Question, of dialogue: NewInterviewDialogue,
        after answers: Answers<NewInterviewDialogue.Question, NewInterviewDialogue.Answer>
    ) -> String {
        let enter =
            dialogue.usual(question, after: answers).flatMap(\.words).map {
                " [Enter = \(shown($0, limit: 60))]"
            } ?? ""
        return switch question {
        case .organisation: "Which organisation was it? "
        case .role: "For which role, as it was advertised?\(enter) "
        case .ended: "When did it end? Such as 15:00, yesterday 3pm, 20 Oct 15:00\(enter) "
        case .whichTime(let problem), .whichDay(let problem):
            (whichTime(problem) + [whichOfThese]).joined(separator: "\n")
        case .spelling(_, let name, let form):
            "  The name \(quoted(name)) \(predicate(of: form)). How do they write it?"
                + (enter.isEmpty ? " [Enter = like that]" : enter) + " "
        case .name(let index): whoInterviewed(index, dialogue, answers)
        case .address(let index, let name):
            "  The email address of \(shown(name))"
                + (dialogue.domain(before: index, after: answers).map { ", or only what is before @\($0)" }
                    ?? "")
                + "\(enter.isEmpty ? noAddress : enter): "
        case .consultantAddress(let name):
            "  The email address of \(shown(name))\(enter.isEmpty ? noAddress : enter): "
        case .greeting(_, let name), .consultantGreeting(let name):
            "  Dear ___\(enter.isEmpty ? " [Enter = \(shown(dialogue.called(name)))]" : enter): "
        case .employer, .asBefore, .consultant, .isAgency: aboutAgency(question, dialogue, answers)
        case .topic(let index, let name):
            (index == 0 ? conversationsWanted + "\n" : "") + "  \(shown(name)): "
        case .ownSentence(_, let name): whatToSay(to: name)
        case .medium: howWasItHeld
        case .decisionBy:
            "Did they say when you would hear? Such as Friday, 4 Dec [Enter = no] "
        case .roleInSentence(let usual): howIsTheRoleSaid(usual)
        case .organisationInSentence(let usual): howIsTheOrganisationSaid(usual)
        case .record:
            ((try? dialogue.record(after: answers)).map { confirmation(of: .record($0)) } ?? "Record it?")
                + " [Y/n] "
        }
    }

    private static let noAddress = " [Enter = none, a card by post]"

    private static func whoInterviewed(
        _ index: Int, _ dialogue: NewInterviewDialogue,
        _ answers: Answers<NewInterviewDialogue.Question, NewInterviewDialogue.Answer>
    ) -> String {
        if dialogue.isAnybodyNamed(before: index, in: answers) {
            return "Who else? [Enter = that was everybody] "
        }
        return dialogue.isThroughAgency(after: answers)
            ? "Who interviewed you? One name at a time, as they write it: "
            : "Who interviewed you? One name at a time, as they write it. (If a recruitment agency put you forward, type: agency) "
    }

    /// What is asked of a recruitment agency.
    private static func aboutAgency(
        _ question: NewInterviewDialogue.Question, _ dialogue: NewInterviewDialogue,
        _ answers: Answers<NewInterviewDialogue.Question, NewInterviewDialogue.Answer>
    ) -> String {
        switch question {
        case .employer(_, let usual?): "Which employer was it with? [Enter = \(shown(usual, limit: 60))] "
        case .employer(let agency, nil):
            "\(shown(agency)) looks like a recruitment agency. If it put you forward to an employer, which one? "
                + "[Enter = no, it was with \(shown(agency)) itself] "
        case .asBefore(let person):
            "Did it come through \(shown(person.name)) at the agency, like the last one? Then only they are written to. [Y/n] "
        case .isAgency(_, let name):
            "  Does \(shown(name)) work for a recruitment agency that put you forward? Then only they are written to. [y/N] "
        default:
            "Only your contact at \(dialogue.agency(after: answers).map { shown($0) } ?? "the agency") is written to.\n"
                + "Who is that? The name, as they write it: "
        }
    }

    /// What was understood of an answer that may mean several things, said at once.
    package static func echo(
        _ answer: NewInterviewDialogue.Answer, to question: NewInterviewDialogue.Question
    ) -> String? {
        switch answer {
        case .time(let time): echo(time)
        case .address(let address):
            if case .address(1..., _) = question { "  = \(address.text)" } else { nil }
        case .day(let day): "  = \(TimeWording.text(day))"
        default: nil
        }
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
        case .time: "now"
        case .address(let address): address.text
        default: nil
        }
    }
}
