import Etiquette
import Foundation
import Ledger
import Text

/// Messages that may say once more what others say (rule `thank-each`).
struct DoubleSearch {
    private let known: ReadOnce
    private let nearby: NearbyPeople
    private var transaction: LedgerTransaction { known.transaction }

    init(_ known: ReadOnce, near people: NearbyPeople) {
        self.known = known
        nearby = people
    }

    /// Where nothing of the transaction has been read yet.
    init(_ transaction: LedgerTransaction) {
        self.init(ReadOnce(transaction), near: NearbyPeople(transaction: transaction))
    }

    /// The other messages of which one may be the double, as far as the user has not told them apart. Of two drafts the
    /// later one is the double: one of them may go.
    func possibleDoubles(of message: Message) throws -> [PossibleDouble] {
        let found =
            switch message.followUp.identity {
            case .thankYou(let id, _): try doubles(of: message, thankingFor: known.interview(id))
            case .decisionStatus(let id), .feedbackRequest(let id): try doubles(of: message, askingIn: id)
            }
        return try found.filter { try !transaction.isToldApart($0) }
    }

    /// The same of many, each pair of meetings or people once.
    func possibleDoubles(of messages: [Message]) throws -> [PossibleDouble] {
        try messages.flatMap(possibleDoubles).reduce(into: []) { all, double in
            let isKnown = all.contains {
                $0.interview == double.interview && $0.known.id == double.known.id
                    && $0.person.id == double.person.id && $0.other.id == double.other.id
            }
            if !isKnown { all.append(double) }
        }
    }

    private func doubles(of message: Message, thankingFor interview: Interview) throws -> [PossibleDouble] {
        let person = message.recipient
        let near = try nearby.attendances(of: person, near: interview.ended.instant).filter { other in
            // One person shares the note.
            other.recruitment != interview.recruitment || other.person.id != person.id
        }.filter { other in
            try thankYous(for: other).contains { $0.isSaid(before: message) }
        }.map { try double(of: message, for: interview.id, beside: $0.interview, with: $0.person) }
        let known = Set(near.map(\.other.id))
        return try near
            + namesakes(of: message, thankedFor: interview).filter { !known.contains($0.id) }.map {
                try double(of: message, for: interview.id, beside: interview.id, with: $0)
            }
    }

    /// Who was thanked for the same interview, or for one that shares its thank-you, under the same name: who has another
    /// address now is on its panel as somebody else.
    private func namesakes(of message: Message, thankedFor interview: Interview) throws -> [Person] {
        let person = message.recipient
        return try transaction.messages(of: interview.recruitment).filter { note in
            guard let thanked = note.followUp.interview, note.recipient.id != person.id,
                note.isSaid(before: message), PersonalName.isOneName(note.recipient.name, person.name)
            else { return false }
            return try ThankEach.shares(known.interview(thanked).ended.instant, interview.ended.instant)
        }.map(\.recipient)
    }

    /// What thanks somebody for an interview: a note of its own, or one that it shares.
    private func thankYous(for attendance: Attendance) throws -> [Message] {
        try transaction.messages(of: attendance.recruitment).filter { note in
            guard note.recipient.id == attendance.person.id, let id = note.followUp.interview else {
                return false
            }
            return ThankEach.shares(try known.interview(id).ended.instant, attendance.ended)
        }
    }

    /// What is said once in a recruitment may be a double as soon as one of its interviews may be that of another.
    private func doubles(of message: Message, askingIn recruitment: Recruitment.ID) throws -> [PossibleDouble]
    {
        var doubles: [PossibleDouble] = []
        for interview in try transaction.interviews(of: recruitment) where !interview.isCalledOff {
            for (meeting, other) in try others(near: interview, with: message.recipient) {
                guard let asked = try transaction.message(for: message.followUp.identity(in: other)),
                    asked.isSaid(before: message)
                else { continue }
                // One meeting is asked about once, whoever else of it was asked.
                let isOne = SameMeeting.mayBeOne(asked.recipient, message.recipient)
                let person = isOne ? asked.recipient : message.recipient
                doubles.append(
                    try double(of: message, for: interview.id, beside: meeting, with: person))
            }
        }
        return try doubles + self.doubles(of: message, underAnotherSpellingOf: recruitment)
    }

    /// An organisation with an article or a form of company more or less may be the same, which is asked once.
    private func doubles(of message: Message, underAnotherSpellingOf id: Recruitment.ID) throws
        -> [PossibleDouble]
    {
        guard let interview = try transaction.interviews(of: id).last else { return [] }
        return try transaction.recruitments(like: known.recruitment(id)).compactMap { other in
            guard let meeting = try transaction.interviews(of: other.id).last, !meeting.isCalledOff,
                let asked = try transaction.message(for: message.followUp.identity(in: other.id)),
                asked.isSaid(before: message)
            else { return nil }
            return PossibleDouble(
                person: message.recipient, interview: interview.id, other: asked.recipient, known: meeting,
                recruitment: other, isOtherSpelling: true)
        }
    }

    /// The interviews of other recruitments that may be this one, the oldest first: somebody of it, or a person besides,
    /// took part in them.
    private func others(
        near interview: Interview, with person: Person
    ) throws -> [(Interview.ID, Recruitment.ID)] {
        var others: [Interview.ID: Recruitment.ID] = [:]
        for person in interview.people + [person] {
            for other in try nearby.attendances(of: person, near: interview.ended.instant)
            where other.recruitment != interview.recruitment {
                others[other.interview] = other.recruitment
            }
        }
        return others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func double(
        of message: Message, for interview: Interview.ID, beside other: Interview.ID, with person: Person
    ) throws -> PossibleDouble {
        let met = try known.interview(other)
        return PossibleDouble(
            person: message.recipient, interview: interview, other: person, known: met,
            recruitment: try known.recruitment(met.recruitment))
    }
}

extension Drafting {
    /// Makes drafts again of what was approved and may be a double now: what has brought the two together was not known
    /// at its approval.
    func stopDoubles(in recruitment: Recruitment.ID) throws -> [PossibleDouble] {
        let pending = try transaction.messages(of: recruitment).filter { $0.state.isPending }
        for message in pending where message.state != .draft {
            guard try !doubles.possibleDoubles(of: message).isEmpty else { continue }
            try transaction.redraft(message)
            try keepDoubt(about: message)
        }
        return try doubles.possibleDoubles(of: pending)
    }
}

extension Message {
    /// It says, has said or is about to say to its recipient what a later one would say once more. What the user called
    /// off says nothing; what an end called off needs no successor, and what the user said otherwise is said.
    fileprivate func isSaid(before later: Message) -> Bool {
        switch state {
        case .draft: id < later.id
        case .cancelled: reason?.code == .ended || reason?.code == .fulfilled
        case .queued, .held, .handedOver, .sent, .refused, .unconfirmed, .bounced: id != later.id
        }
    }
}

extension FollowUp {
    /// The same, which is said once, in another recruitment.
    fileprivate func identity(in recruitment: Recruitment.ID) -> Identity {
        kind == .feedbackRequest ? .feedbackRequest(recruitment) : .decisionStatus(recruitment)
    }
}
