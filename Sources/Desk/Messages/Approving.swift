import Composer
import Etiquette
import Foundation
import Ledger
import Mail

/// What proofreading and etiquette say of a message.
package struct Review: Equatable, Sendable {
    /// As it is after what was asked for.
    package let message: Message
    /// Everything found that was not waived, what blocks first.
    package let findings: [Finding]

    /// What keeps the message from being queued.
    package var blocking: [Finding] { findings.filter { $0.severity == .blocks } }
}

extension Desk {
    /// Reads messages once more without changing anything.
    package func review(_ ids: [Message.ID]) throws -> [Review] {
        try ledger.read { transaction in
            let drafting = try drafting(in: transaction)
            return try ids.windows.flatMap { try drafting.review(Array($0)) }
        }
    }

    /// Reads one message once more without changing anything.
    package func review(_ id: Message.ID) throws -> Review {
        try ledger.read { try drafting(in: $0).review(id) }
    }

    /// Sets aside what is found of these codes in a message now; what can't be ignored stays, and a code of which
    /// nothing is found sets nothing aside.
    ///
    /// - Parameter seen: in which text; nil for the one that it has now.
    package func ignore(_ codes: [Finding.Code], in id: Message.ID, seen: Seen? = nil, at now: Date) throws
        -> Review
    {
        try ledger.write { transaction in
            try check([id: seen].compactMapValues(\.self), in: transaction)
            let drafting = try drafting(in: transaction)
            try waive(codes.map(\.rawValue), for: id, drafting: drafting, at: now)
            return try drafting.review(id)
        }
    }

    /// Approves drafts: what nothing blocks is frozen and queued, or held at once where etiquette holds it now.
    ///
    /// - Parameters:
    ///   - codes: of findings that the user sets aside for these messages.
    ///   - seen: what was shown of them before; one that is not among them is approved as it is. Who has seen a question
    ///     can be asked again before it goes (rule `two-weeks`).
    /// - Returns: each message as it is afterwards, with what still blocks it. A queued one stays as it is.
    /// - Throws: `DeskProblem.changedMeanwhile` where another text was shown.
    package func approve(
        _ ids: [Message.ID], ignoring codes: [String], seen: [Message.ID: Seen] = [:], at now: Date
    ) throws -> [Review] {
        for code in codes {
            guard let known = Finding.Code(rawValue: code), known.canBeIgnored else {
                throw DeskProblem.cannotBeIgnored(code: code)
            }
        }
        return try ledger.write { transaction in
            try check(seen, in: transaction)
            for message in try ids.map(transaction.message)
            where message.state != .draft && message.state != .queued {
                throw DeskProblem.wrongState(message.id, message.state, .approve)
            }
            for message in try ids.map(transaction.message) where message.state == .draft {
                try refusePlanned(message, in: transaction, at: now)
            }
            let drafting = try drafting(in: transaction)
            return try approve(
                ids, ignoring: codes, seen: Set(seen.keys), drafting: drafting, at: now)
        }
    }

    /// What an interview will have been like, nobody knows before its end.
    private func refusePlanned(_ message: Message, in transaction: LedgerTransaction, at now: Date) throws {
        let circumstances = try transaction.circumstances(of: message)
        guard circumstances.interviewEnded > now else { return }
        throw DeskProblem.planned(
            message.id, ends: ZonedTime(instant: circumstances.interviewEnded, zone: circumstances.zone))
    }

    private func approve(
        _ ids: [Message.ID], ignoring codes: [String], seen: Set<Message.ID>, drafting: Drafting, at now: Date
    ) throws -> [Review] {
        try ids.map { id in
            try waive(codes, for: id, drafting: drafting, at: now)
            let findings = try approve([id], atScreen: seen.contains(id), drafting: drafting, at: now)
                .flatMap(\.self)
            let message = try drafting.transaction.message(id)
            try freeQuestion(after: message, in: drafting.transaction, at: now)
            return Review(message: message, findings: findings)
        }
    }

    /// Sets aside what is found now, and no more: a word that comes later with the same fault is told again.
    private func waive(_ codes: [String], for id: Message.ID, drafting: Drafting, at now: Date) throws {
        guard !codes.isEmpty else { return }
        let known = try drafting.review(id).findings.filter {
            $0.canBeIgnored && codes.contains($0.code.rawValue)
        }
        for case .possibleDouble(let double) in known.map(\.what) {
            try drafting.transaction.tellApart(double, at: now)
        }
        for waiver in Set(known.map(\.waiver)).sorted() {
            try drafting.transaction.waive(waiver, for: id, at: now)
        }
    }

    /// Reads drafts and queues each, or holds it at once, unless something blocks it; answers what was found in each.
    ///
    /// - Parameters:
    ///   - ids: in the order in which they were drafted, of each recruitment those of one interview: they are read before
    ///     any of them is queued.
    ///   - atScreen: somebody looked at them just now, and can be asked again before a question goes.
    func approve(
        _ ids: [Message.ID], atScreen: Bool = false, drafting: Drafting, at now: Date
    ) throws -> [[Finding]] {
        guard !ids.isEmpty else { return [] }
        let (transaction, seed) = (drafting.transaction, try drafting.transaction.seeds().last)
        let reviews = try drafting.review(ids)
        let ready = try reviews.filter { $0.message.state == .draft && $0.blocking.isEmpty }
            .mappedSideBySide { (message: $0.message, frozen: try frozen($0.message, seed: seed)) }
        // Whether a question is held hangs on the thank-yous: they are settled first.
        for isThankYou in [true, false] {
            let part = ready.filter { ($0.message.followUp.kind == .thankYou) == isThankYou }
            let circumstances = try transaction.circumstances(of: part.map(\.message))
            for (ready, circumstances) in zip(part, circumstances) {
                try transaction.approve(
                    ready.message.id, frozen: ready.frozen, asksFirst: atScreen, at: now)
                if case .hold(let reason) = judge.verdict(in: circumstances, at: now) {
                    try transaction.hold(ready.message.id, because: reason)
                }
            }
        }
        return reviews.map(\.findings)
    }
}

extension Drafting {
    func review(_ ids: [Message.ID]) throws -> [Review] {
        let messages = try transaction.messages(ids)
        return try zip(messages, findings(in: messages)).map { message, findings in
            let waived = Set(try transaction.waivers(of: message.id))
            return Review(message: message, findings: findings.filter { !$0.isWaived(by: waived) })
        }
    }

    func review(_ id: Message.ID) throws -> Review { try review([id])[0] }
}

extension Desk {
    /// The bytes that will go, without their Date; a card has none.
    ///
    /// - Parameter seed: what the newest adoption brought.
    func frozen(_ message: Message, seed: [UInt8]?) throws -> LedgerTransaction.Frozen? {
        guard let from = sender.address else { return nil }
        return try frozen(
            message,
            called: MessageID.make(
                ledger: ledger.id, followUp: message.followUp, revision: message.revision,
                domain: from.domain, seed: seed))
    }

    /// The same under a name that it has.
    func frozen(_ message: Message, called id: String) throws -> LedgerTransaction.Frozen? {
        guard message.channel == .email, let to = message.recipient.address, let from = sender.address
        else { return nil }
        let letter = Letter(
            from: Correspondent(name: sender.name, address: from),
            to: Correspondent(name: message.recipient.name, address: to), subject: message.subject,
            body: message.body, messageID: id)
        let bytes = try letter.frozen()
        return LedgerTransaction.Frozen(bytes: bytes, messageID: id, digest: Digest.sha256(bytes))
    }
}
