import Composer
import Etiquette
import Foundation
import Ledger

/// How messages that have not left follow the facts that they were worded from (rule `names-right`).
extension Drafting {
    /// Brings a message in line with the facts of now: words, recipient, channel and due time. Where what was
    /// approved is no longer what would be approved today, it is a draft again.
    ///
    /// - Parameter old: what it was worded from, where that was just mended; what the user wrote by hand follows
    ///   in its names and is read once more.
    func renew(_ id: Message.ID, was old: Facts? = nil, at now: Date) throws {
        let message = try transaction.message(id)
        guard message.state.isPending || message.state.isReturned else { return try mark(message, was: old) }
        if message.state == .bounced {
            // It shows where it went. Only another address is a reason to write it anew.
            let address = try transaction.person(message.recipient.id).address
            guard let address, address.key != message.recipient.address?.key else { return }
            try transaction.redraft(message)
            return try renew(id, was: old, at: now)
        }
        if message.channel == .post, message.recipient.address != nil {
            try turnIntoEmail(message, was: old)
            return try keepDoubt(about: message)
        }
        if let asked = try asked(instead: message) {
            try transaction.redraft(message)
            try transaction.readdress(id, to: asked.id)
        }
        let current = try transaction.message(id)
        let words = try words(for: current, was: old)
        if try words.subject != current.subject || words.body != current.body || isStale(current)
            || words.isReread
        {
            try transaction.redraft(id, subject: words.subject, body: words.body, template: current.template)
        }
        try keepDoubt(about: message)
        try renewDue(of: current, at: now)
    }

    /// What another ledger may have sent stays held in whatever words: only the user can look, and release it.
    ///
    /// - Parameter message: as it was before it was worded anew.
    func keepDoubt(about message: Message) throws {
        guard let doubt = try transaction.doubt(about: message),
            try transaction.state(of: message.id) == .draft
        else { return }
        try transaction.hold(message.id, because: doubt)
    }

    /// What a message would say today.
    private struct Today {
        let subject: String
        let body: String
        /// The user's own words about facts that have changed: to be approved anew even where they stay the same.
        let isReread: Bool
    }

    private func words(for message: Message, was old: Facts?) throws -> Today {
        if let draft = try reword(message) {
            return Today(subject: draft.subject, body: draft.body, isReread: false)
        }
        let facts = try facts(of: message)
        guard let old, old != facts else {
            return Today(subject: message.subject, body: message.body, isReread: false)
        }
        let correction = Correction(from: old, to: facts, in: language.language)
        return Today(
            subject: correction.applied(toSubject: message.subject),
            body: correction.applied(toBody: message.body), isReread: true)
    }

    /// Whether the approved bytes are not those that approval would freeze now.
    private func isStale(_ message: Message) throws -> Bool {
        guard let approved = try transaction.frozen(message.id), let name = message.messageID else {
            return false
        }
        return try approved != desk.frozen(message, called: name)?.bytes
    }

    /// What is on its way, or in doubt, can't be changed; should it come back, it does not go again as it is.
    private func mark(_ message: Message, was old: Facts?) throws {
        guard message.state == .handedOver || message.state == .unconfirmed else { return }
        let words = try words(for: message, was: old)
        if try words.subject != message.subject || words.body != message.body || isStale(message)
            || words.isReread
        {
            try transaction.markOutdated(message.id)
        }
    }

    /// Somebody else who is to be asked for the decision now.
    private func asked(instead message: Message) throws -> Person? {
        guard message.followUp.kind == .decisionStatus,
            let asked = try asked(in: recruitment(message.followUp.recruitment)),
            asked.id != message.recipient.id
        else { return nil }
        return asked
    }

    private func renewDue(of message: Message, at now: Date) throws {
        let due =
            switch message.followUp.identity {
            case .thankYou(let id, _): desk.times.thankYou(afterInterviewEnded: try interview(id).ended)
            case .decisionStatus(let id): try desk.decisionDue(of: id, in: transaction)
            case .feedbackRequest: message.due
            }
        guard due != message.due else { return }
        try transaction.reschedule(message.id, due: due)
        let current = try transaction.message(message.id)
        guard current.state == .held, current.reason?.code == .late else { return }
        try transaction.release(message.id)
        try desk.reconsider(message.id, in: transaction, at: now)
    }

    /// Somebody who was to get a card has an address now. The user's own words serve in an email as well.
    private func turnIntoEmail(_ message: Message, was old: Facts?) throws {
        guard let interview = try message.followUp.interview.map(interview),
            let member = interview.thanked.first(where: { $0.person.id == message.recipient.id })
        else { return }
        let recruitment = try recruitment(message.followUp.recruitment)
        if message.template == nil {
            let own = try words(for: message, was: old)
            try transaction.redraft(message.id, subject: own.subject, body: own.body, template: nil)
        } else {
            let words = try wordThankYou(member, channel: .email, for: interview, of: recruitment)
            try transaction.redraft(
                message.id, subject: words.subject, body: words.body, template: words.template)
        }
        try transaction.turnIntoEmail(message.id)
    }
}

/// Names that were mended, put right in words of the user's own.
struct Correction {
    private let names: [(old: String, new: String)]
    private let greeting: (old: String, new: String)

    /// - Parameter language: in which the letter greets.
    init(from old: Facts, to new: Facts, in language: Language) {
        let own = [
            (old.recipient.name, new.recipient.name), (old.organisation, new.organisation),
            (old.role, new.role),
        ]
        names = (own + zip(old.met, new.met)).filter { $0.0 != $0.1 }.map { (old: $0.0, new: $0.1) }
        greeting = (language.called(old.recipient), language.called(new.recipient))
    }

    func applied(toSubject text: String) -> String {
        names.reduce(text) { $0.replacingWholeWords($1.old, with: $1.new) }
    }

    /// The salutation is mended in the greeting alone: elsewhere the same letters may be part of anything.
    func applied(toBody text: String) -> String {
        let start = text.firstIndex { !$0.isNewline } ?? text.startIndex
        let end = text[start...].firstIndex(where: \.isNewline) ?? text.endIndex
        return text[..<start]
            + String(text[start..<end]).replacingWholeWords(greeting.old, with: greeting.new)
            + applied(toSubject: String(text[end...]))
    }
}

extension String {
    /// Each place where `old` stands as whole words, once; not where it is part of `new` already.
    fileprivate func replacingWholeWords(_ old: String, with new: String) -> String {
        guard !old.isEmpty, old != new else { return self }
        // What the user has put right already holds the old words, too.
        let mended = ranges(of: new)
        var result = ""
        var end = startIndex
        for place in ranges(of: old) {
            let isWhole =
                !(self[..<place.lowerBound].last?.isOfWord ?? false)
                && !(self[place.upperBound...].first?.isOfWord ?? false)
            let isMended = mended.contains {
                $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound
            }
            result += self[end..<place.lowerBound] + (isWhole && !isMended ? new : old)
            end = place.upperBound
        }
        return result + self[end...]
    }
}

extension Character {
    fileprivate var isOfWord: Bool { isLetter || isNumber }
}
