import Etiquette
import Foundation

/// The course of a recruitment as a line of time: interview, thank-yous, quiet, the question, and what was heard.
package struct Course: Equatable, Sendable {
    package enum Kind: Hashable, Sendable {
        case interview
        case thankYous
        case question
        case heard(Contact.Outcome)
    }

    package struct Station: Equatable, Sendable {
        package let kind: Kind
        /// When it was, or will be as things stand.
        package let moment: Date
        /// How many of them stand at this place.
        package let count: Int
        /// How many of those are behind us.
        package let done: Int

        /// All of it is behind us.
        package var isDone: Bool { done == count }
    }

    /// In the order of their moments.
    package let stations: [Station]
    /// Between which two stations nothing is said; nil where nobody is to be asked.
    package let quiet: Range<Int>?
    package let now: Date
    /// In which its days are read.
    package let zone: TimeZone
}

extension Course {
    /// More stations than this would not be told apart on a telephone.
    private static let mostInterviews = 2

    package init(_ history: RecruitmentHistory, at now: Date) {
        let line = Self.line(of: history, at: now)
        self.init(stations: line, quiet: Self.quiet(line), now: now, zone: history.zone)
    }

    private static func line(of history: RecruitmentHistory, at now: Date) -> [Station] {
        let sent = history.sentTimes
        let thanks = history.messages.filter { $0.message.followUp.kind == .thankYou && $0.isOnTheLine }
        let question = history.messages.first {
            $0.message.followUp.kind == .decisionStatus && $0.isOnTheLine
        }
        func station(_ kind: Kind, _ messages: [MessageStatus]) -> Station? {
            let moments = messages.map { sent[$0.message.id] ?? $0.nextAttempt ?? $0.message.due }
            return moments.max().map {
                Station(
                    kind: kind, moment: $0, count: messages.count,
                    done: messages.count { $0.message.state == .sent })
            }
        }
        let stations =
            interviews(of: history, at: now)
            + [station(.thankYous, thanks), station(.question, [question].compactMap(\.self))].compactMap(
                \.self)
            + [heard(in: history)].compactMap(\.self)
        return stations.sorted { $0.moment < $1.moment }
    }

    /// The last ones by themselves, those before them together.
    private static func interviews(of history: RecruitmentHistory, at now: Date) -> [Station] {
        let ends = history.interviews.filter { !$0.isCalledOff }.map(\.ended.instant)
        let early = ends.dropLast(mostInterviews - 1)
        let late = ends.suffix(mostInterviews - 1).filter { !early.contains($0) }
        func station(_ ends: some Collection<Date>) -> Station? {
            ends.max().map {
                Station(
                    kind: .interview, moment: $0, count: ends.count, done: ends.count { $0 <= now })
            }
        }
        return [station(early), station(late)].compactMap(\.self)
    }

    /// The last word from them, or the user's own last one.
    private static func heard(in history: RecruitmentHistory) -> Station? {
        let words = history.activities.compactMap { activity -> Station? in
            guard case .contact(let contact, _) = activity.what else { return nil }
            switch contact.outcome {
            case .replied, .courtesy, .rejected, .offered, .withdrew, .decisionBy:
                return Station(kind: .heard(contact.outcome), moment: contact.time, count: 1, done: 1)
            case .sent, .logged, .undone, .automatic, .bounced: return nil
            }
        }
        return words.last
    }

    private static func quiet(_ line: [Station]) -> Range<Int>? {
        guard let end = line.firstIndex(where: { $0.kind == .question }),
            let start = line[..<end].lastIndex(where: { $0.kind == .thankYous || $0.kind == .interview })
        else { return nil }
        return start..<end
    }
}

extension RecruitmentHistory {
    /// When messages went, as the log has it.
    fileprivate var sentTimes: [Message.ID: Date] {
        activities.reduce(into: [:]) { times, activity in
            guard case .contact(let contact, nil) = activity.what, contact.direction == .out else { return }
            if let message = contact.message { times[message] = contact.time }
        }
    }
}

extension MessageStatus {
    /// It went, or still may.
    fileprivate var isOnTheLine: Bool { message.state != .cancelled }
}
