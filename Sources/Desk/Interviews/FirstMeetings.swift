import Composer
import Etiquette
import Foundation
import Ledger

extension Drafting {
    /// Drafts, and where the user's answer was given queues, the messages of several first meetings. The ledger is
    /// read and written here, in their order; everything else is done side by side.
    func record(_ meetings: [FirstMeeting], approving: Bool, at now: Date) throws -> [Recorded] {
        guard approving else {
            return try meetings.mappedSideBySide { ($0, try $0.sheets()) }
                .map { meeting, sheets in try meeting.recorded(as: sheets.map(add)) }
        }
        let begun = try meetings.mappedSideBySide { meeting in
            let sheets = try meeting.sheets()
            return (meeting, sheets, meeting.begin(reading: sheets))
        }
        try names.learn(
            begun.reduce(into: []) { keys, begun in for one in begun.2 { keys.formUnion(one.keys) } })
        let drafted = try begun.map { meeting, sheets, readings in
            Drafted(
                meeting: meeting, messages: try sheets.map(add),
                readings: try readings.map { ($0, try names.names(beginningWith: $0.keys)) })
        }
        return try drafted.mappedSideBySide { try $0.read(at: now) }.map { try approve($0, at: now) }
    }

    /// Writes a message into the ledger.
    private func add(_ sheet: FirstMeeting.Sheet) throws -> Message {
        let (due, draft) = (sheet.due, sheet.draft)
        let id = try books.addDraft(
            of: sheet.followUp, channel: sheet.channel, due: due, subject: draft.subject, body: draft.body,
            template: draft.template)
        return Message(
            id: id, followUp: sheet.followUp, recipient: sheet.recipient, channel: sheet.channel,
            state: .draft,
            due: due, nextAttempt: nil, subject: draft.subject, body: draft.body, template: draft.template,
            revision: 1, messageID: nil, reason: nil)
    }

    private func approve(_ read: Drafted.Read, at now: Date) throws -> Recorded {
        var recorded = read.drafted.meeting.recorded(as: read.drafted.messages)
        recorded.findings = [:]
        for (id, findings, approval) in read.results {
            if !findings.isEmpty { recorded.findings?[id] = findings }
            guard let approval else { continue }
            try books.approve(id, approval, at: now)
            recorded.foreseen[id] = approval.verdict
        }
        return recorded
    }
}

/// A first meeting whose messages are in the ledger as drafts, with the names that stand in each of them perhaps.
private struct Drafted: Sendable {
    let meeting: FirstMeeting
    let messages: [Message]
    let readings: [(begun: Proofreading.Begun, names: [KnownName])]

    /// The same, read to the end.
    struct Read: Sendable {
        let drafted: Drafted
        let results: [(Message.ID, [Finding], Approval?)]
    }

    func read(at now: Date) throws -> Read {
        let findings = readings.map { $0.begun.findings(among: $0.names) }
        let approvals = try meeting.approvals(of: messages, findings, at: now)
        return Read(
            drafted: self,
            results: messages.indices.map { (messages[$0].id, findings[$0], approvals[$0]) })
    }
}

extension FirstMeeting {
    /// The report, once the ledger has its messages.
    fileprivate func recorded(as messages: [Message]) -> Recorded {
        Recorded(
            recruitment: recruitment.id, interview: interview.id, existing: false,
            messages: messages.map(\.id),
            notices: interview.noticesOnStrangers + (interview.asked == nil ? [.nobodyToAsk] : []))
    }
}
