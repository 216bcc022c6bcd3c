import Etiquette
import Foundation
import Ledger
import Mail

/// What each outcome of a delivery leaves in the ledger; README.md has the table.
extension Sender {
    func record(_ delivery: Delivery, of due: Due, started: Date, before rest: ArraySlice<Due>) throws {
        func attempt(_ outcome: Attempt.Outcome, _ words: String?) -> Attempt {
            Attempt(
                started: started, ended: clock(), outcome: outcome, code: delivery.reply?.code, reply: words)
        }
        doubtsInARow = if case .unconfirmed = delivery { doubtsInARow + 1 } else { 0 }
        switch delivery {
        case .accepted(let reply):
            written.insert(due.recipient)
            unrecorded = (due.id, attempt(.sent, reply.words))
            report.sent.append(due.id)
        case .refused(let reply):
            let attempt = attempt(.refused, reply.words)
            if try settle(due.id, attempt, { try $0.refused(due.id, attempt) }) {
                report.refused.append(due.id)
            }
        case .deferred(.message, let reply, let fault):
            try putOff(due.id, attempt(.deferred, reply?.words ?? fault.words))
        case .deferred(.server, let reply, let fault):
            let attempt = attempt(.deferred, reply?.words ?? fault.words)
            try putOff(due.id, attempt)
            try postpone(rest, until: clock() + RetryDelay.first, because: attempt.reply)
            report.stop = .server(reply, fault)
        case .stopped(let cause, let reply):
            try write { try $0.stopped(due.id, attempt(.stopped, reply?.words ?? cause.rawValue)) }
            report.stop = .mend(cause, reply)
        case .unconfirmed(let fault, let reply):
            written.insert(due.recipient)
            let attempt = attempt(.unconfirmed, reply?.words ?? fault.words)
            try write { try $0.unconfirmed(due.id, attempt) }
            report.unconfirmed.append(due.id)
            // One lost answer is an accident; with two in a row every further message would only be another doubt.
            if doubtsInARow > 1 {
                try postpone(rest, until: clock() + RetryDelay.first, because: attempt.reply)
                report.stop = .server(reply, fault)
            }
        case .notHandedOver(let withdrawn as HandOver.Withdrawn):
            try withdraw(due.id, withdrawn.verdict)
        case .notHandedOver(let error):
            try takeBack(due.id, attempt(.stopped, "\(error)"))
            throw error
        }
    }

    /// Moves a message on, unless somebody else has moved it while the server was being talked to: then only the
    /// attempt is recorded. Answers whether it was moved.
    private func settle(_ id: Message.ID, _ attempt: Attempt, _ move: (Books) throws -> Void) throws -> Bool {
        try write { books in
            let state = try books.message(id).state
            guard state == .queued || state == .handedOver else {
                try books.stopped(id, attempt)
                return false
            }
            try move(books)
            return true
        }
    }

    /// Handed over on disk, and then nothing was said after all: known not to be delivered.
    private func takeBack(_ id: Message.ID, _ attempt: Attempt) throws {
        try write { books in
            guard try books.message(id).state == .handedOver else { return }
            try books.takenBack(id, attempt)
        }
    }

    private func putOff(_ id: Message.ID, _ attempt: Attempt) throws {
        let isMoved = try settle(id, attempt) { books in
            let delay = RetryDelay.after(deferrals: try books.deferrals(of: id))
            try books.deferred(id, attempt, nextAttempt: clock() + delay)
        }
        if isMoved { report.deferred.append(id) }
    }

    /// A server that is down defers all, and so does a ceiling.
    func postpone(_ rest: ArraySlice<Due>, until next: Date, because detail: String?) throws {
        report.deferred += try write { books in
            let waiting = try rest.map(\.id).filter { try books.message($0).state == .queued }
            for id in waiting { try books.postpone(id, until: next, because: detail) }
            return waiting
        }
    }

    private func withdraw(_ id: Message.ID, _ verdict: Verdict) throws {
        guard case .hold(let reason) = verdict else { return }
        let isHeld = try write { books in
            guard try books.message(id).state == .queued else { return false }
            try books.hold(id, because: reason)
            return true
        }
        if isHeld { report.held.append(id) }
    }
}

extension ServerReply {
    /// As it is kept and shown: code, status and the server's own words.
    var words: String {
        ([String(code), enhancedStatus, text] as [String?]).compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

extension TransportFault {
    /// As it is kept and shown.
    var words: String { detail.isEmpty ? kind.rawValue : detail }
}
