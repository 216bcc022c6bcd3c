import Application
import Composer
import Desk
import Etiquette
import Foundation
import Reports
import Wording

/// What became of interviews that were recorded, and the question whether to queue what was drafted.
struct RecordedText {
    let application: Application
    /// Whether the user is asked.
    let asks: Bool
    /// On a terminal messages are shown as they are gone through, one by one.
    private var reviews: Bool { asks && application.platform.isTerminal }

    func printJSON(_ all: [Recorded], asArray: Bool, notes: [String]) throws {
        // What there is to say of the file as a whole stands with its first interview.
        var notes = notes
        func reports(on some: ArraySlice<Recorded>) throws -> [RecordedReport] {
            try zip(some, application.desk.messageStatus(for: some, at: application.now)).map {
                recorded, messageStatuses in
                defer { notes = [] }
                let findings = try findings(of: recorded)
                return RecordedReport(
                    recruitment: recorded.recruitment.rawValue, interview: recorded.interview.rawValue,
                    existing: recorded.existing,
                    messages: messageStatuses.map { messageStatus in
                        MessageReport(
                            messageStatus, findings: findings.map { $0[messageStatus.message.id] ?? [] })
                    },
                    warnings: notes + warnings(on: recorded, messageStatuses.map(\.message), findings ?? [:]))
            }
        }
        if asArray {
            try JSON.print(batches: all, reports)
        } else {
            for report in try reports(on: all[...]) { try JSON.print(report) }
        }
    }

    /// Notices, and what was found in the messages.
    private func warnings(
        on recorded: Recorded, _ messages: [Message], _ findings: [Message.ID: [Finding]]
    ) -> [String] {
        let found = messages.flatMap { message in
            (findings[message.id] ?? []).map {
                "message \(message.id.rawValue): \(Wording.placed($0, in: message).spelled)"
            }
        }
        return recorded.warnings.map { Wording.text($0).spelled } + found
    }

    /// What was found, also where nothing was queued yet; nil where nothing was drafted.
    private func findings(of recorded: Recorded) throws -> [Message.ID: [Finding]]? {
        guard recorded.isFresh else { return nil }
        if let known = recorded.findings { return known }
        return try application.desk.review(recorded.messages)
            .reduce(into: [:]) { $0[$1.message.id] = $1.findings }
    }

    func print(_ all: [Recorded], notes: [String]) throws {
        for note in notes { Output.line("Note: \(note)") }
        if all.count > 1 { return try summarise(all) }
        for recorded in all {
            let shown = try show(recorded)
            guard asks, recorded.isFresh else {
                if try isQueued(recorded) { try application.tellWhoSends(asks: false) }
                continue
            }
            try ask(about: shown)
        }
    }

    /// Whether something of it was approved beforehand.
    private func isQueued(_ recorded: Recorded) throws -> Bool {
        try recorded.isFresh
            && application.desk.messages(recorded.messages).contains { $0.state == .queued }
    }

    /// A batch is not shown in full: nobody reads ten thousand letters on a terminal.
    private func summarise(_ all: [Recorded]) throws {
        let new = all.filter { !$0.existing }
        let ids = Set(new.flatMap(\.messages))
        let waiting = try application.desk.messages(in: [.draft, .held]).filter {
            ids.contains($0.id)
        }
        let (drafts, held) = (waiting.filter { $0.state == .draft }, waiting.filter { $0.state == .held })
        Output.line(
            Wording.summary(
                new: new.count, known: all.count - new.count, messages: ids.count,
                queued: ids.count - waiting.count, drafts: drafts.count, held: held.count))
        for case .staysDeleted(let id) in all.flatMap(\.notices) {
            Output.line("Note: \(Wording.text(.staysDeleted(id)).spelled)")
        }
        if asks || drafts.isEmpty {
            Output.line(Wording.seeThem.spelled)
        } else {
            Output.line(Wording.whatBlocks(drafts.map(\.id)).spelled)
        }
    }

    /// - Returns: the messages as they were shown in full; none of an interview that was known.
    private func show(_ recorded: Recorded) throws -> [Review] {
        let messageStatuses = try application.desk.messageStatus(for: [recorded], at: application.now)
            .flatMap(\.self)
        guard recorded.isFresh else {
            Output.line(try Wording.knownAlready(application.desk.interviewOnRecord(recorded.interview)))
            let text = MessageText(application)
            for messageStatus in messageStatuses { Output.line("  " + text.heading(messageStatus)) }
            let drafts = messageStatuses.map(\.message).filter { $0.state == .draft }.map(\.id)
            for notice in recorded.notices { Output.line("Note: \(Wording.text(notice).spelled)") }
            if !drafts.isEmpty { Output.line(Wording.draftsWait(drafts).spelled) }
            return []
        }
        Output.line(try Wording.recorded(application.desk.interviewOnRecord(recorded.interview)) + "\n")
        try showHistory(of: recorded)
        let found = try application.desk.review(recorded.messages)
        if !reviews {
            let text = MessageText(application)
            for (messageStatus, review) in zip(messageStatuses, found) {
                Output.line(text.full(messageStatus, review.findings) + "\n")
            }
        }
        for notice in try application.desk.open(recorded.notices) {
            Output.line("Note: \(Wording.text(notice).spelled)")
        }
        return found
    }

    /// Who was met before is shown with that history before anything is queued (rule `professional`).
    private func showHistory(of recorded: Recorded) throws {
        for case .metBefore(let person) in recorded.notices {
            Output.line("You have met \(Wording.shown(person.name)) before:")
            try PersonText(application: application).history(of: person, besides: recorded.interview)
            Output.line()
        }
    }

    private func ask(about shown: [Review]) throws {
        let drafts = shown.filter { $0.message.state == .draft }
        guard !drafts.isEmpty else { return }
        let ids = drafts.map(\.message.id)
        if reviews {
            let (settled, rest) = try MessageReview(application: application).run(ids)
            try showStanding(of: settled)
            if !rest.isEmpty { Output.line("\n" + Wording.stayDrafts(rest).spelled) }
            return
        }
        let answer = try application.platform.answer(to: Wording.queueThem(ids))
        guard let answer, YesOrNo.isYes(answer) else {
            return Output.line("\n" + Wording.stayDrafts(ids).spelled)
        }
        let reviewed = try application.desk.approve(
            ids, ignoring: [], seen: shown.seen, at: application.now)
        try showStanding(of: reviewed.map(\.message.id))
        for review in reviewed where !review.blocking.isEmpty {
            Output.line(Wording.staysBlocked(review.message.id))
        }
    }

    /// A few lines on each, with when it goes.
    private func showStanding(of ids: [Message.ID]) throws {
        let text = MessageText(application)
        for messageStatus in try application.desk.messageStatus(for: ids, at: application.now) {
            Output.line(text.heading(messageStatus))
            for fact in text.facts(messageStatus).dropFirst() { Output.line("   " + fact) }
        }
        let isQueued = try application.desk.messages(ids).contains { $0.state == .queued }
        if isQueued { try application.tellWhoSends(asks: true) }
    }

    /// 1 where a message may be a double, an interview that was deleted stays so, or a message was to be queued and was
    /// blocked or held.
    func exit(_ all: [Recorded], yes: Bool) throws -> Exit {
        guard all.allSatisfy({ $0.notices.possibleDoubles.isEmpty && !$0.staysDeleted }) else {
            return .needsUser
        }
        guard yes else { return .done }
        let fresh = Set(all.filter(\.isFresh).flatMap(\.messages))
        let waiting = try application.desk.messages(in: [.draft, .held])
        return waiting.contains { fresh.contains($0.id) } ? .needsUser : .done
    }
}

extension Recorded {
    fileprivate var staysDeleted: Bool { notices.contains(.staysDeleted(interview)) }

    /// Its messages were drafted just now.
    fileprivate var isFresh: Bool { !existing || isRestored }
}
