import Composer
import Etiquette
import Foundation
import Ledger

extension Drafting {
    /// Drafts, and where the user's answer was given queues, the messages of several first meetings. The ledger is
    /// read and written here, in their order; everything else is done side by side.
    func record(_ meetings: [FirstMeeting], approving: Bool, at now: Date) throws -> [Recorded] {
        let worded = try meetings.mappedSideBySide { try Worded($0, reading: approving) }
        try names.learn(worded.flatMap(\.readings))
        let drafted = try worded.map { Drafted($0, messages: try $0.sheets.map(add), names: names) }
        guard approving else { return drafted.map(\.recorded) }
        let seed = try transaction.seeds().last
        return try drafted.mappedSideBySide { try $0.read(seed: seed, at: now) }.map {
            try approve($0, at: now)
        }
    }

    /// Writes a message into the ledger.
    private func add(_ sheet: FirstMeeting.Sheet) throws -> Message {
        let (due, draft) = (sheet.due, sheet.draft)
        let id = try transaction.addDraft(
            of: sheet.followUp, channel: sheet.channel, due: due, subject: draft.subject, body: draft.body,
            template: draft.template)
        return Message(
            id: id, followUp: sheet.followUp, recipient: sheet.recipient, channel: sheet.channel,
            state: .draft,
            due: due, nextAttempt: nil, subject: draft.subject, body: draft.body, template: draft.template,
            revision: 1, messageID: nil, reason: nil)
    }

    private func approve(_ read: Drafted.Read, at now: Date) throws -> Recorded {
        var recorded = read.recorded
        recorded.findings = [:]
        for (id, findings, approval) in read.results {
            if !findings.isEmpty { recorded.findings?[id] = findings }
            guard let approval else { continue }
            try transaction.approve(id, approval, at: now)
            recorded.foreseen[id] = approval.verdict
        }
        return recorded
    }
}

/// A first meeting whose messages are worded, and where they are to be approved, partly read.
private struct Worded: Sendable {
    let meeting: FirstMeeting
    let notices: [Recorded.Notice]
    let sheets: [FirstMeeting.Sheet]
    let readings: [Proofreading.Begun]

    init(_ meeting: FirstMeeting, reading: Bool) throws {
        let doubts = meeting.interview.nameDoubts
        self.meeting = meeting
        notices =
            meeting.interview.noticesOnStrangers(doubts)
            + (meeting.interview.asked == nil ? [.nobodyToAsk] : [])
        sheets = try meeting.sheets()
        readings = reading ? meeting.begin(reading: sheets, doubts: doubts) : []
    }
}

/// The same with its messages in the ledger as drafts, and the names that stand in each of them perhaps.
private struct Drafted: Sendable {
    let meeting: FirstMeeting
    let messages: [Message]
    let readings: [(begun: Proofreading.Begun, names: [KnownName])]
    let recorded: Recorded

    init(_ worded: Worded, messages: [Message], names: LedgerNames) {
        meeting = worded.meeting
        self.messages = messages
        readings = worded.readings.map { ($0, names.learnt(by: $0)) }
        recorded = Recorded(
            recruitment: meeting.recruitment.id, interview: meeting.interview.id, existing: false,
            messages: messages.map(\.id), notices: worded.notices)
    }

    /// What was found in each message, and what approves it.
    struct Read: Sendable {
        let recorded: Recorded
        let results: [(Message.ID, [Finding], Approval?)]
    }

    func read(seed: [UInt8]?, at now: Date) throws -> Read {
        let findings = readings.map { $0.begun.findings(among: $0.names) }
        let approvals = try meeting.approvals(of: messages, findings, seed: seed, at: now)
        return Read(
            recorded: recorded,
            results: messages.indices.map { (messages[$0].id, findings[$0], approvals[$0]) })
    }
}
