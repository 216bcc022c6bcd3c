import Application
import Desk
import Etiquette
import Foundation
import Reports
import Wording

/// What became of the meetings of an invitation.
struct TakenText {
    let application: Application
    /// The user's answer was given in advance.
    let yes: Bool

    func print(_ plans: [MeetingPlan], _ taken: [Taken]) throws {
        var rest = taken[...]
        for plan in plans {
            for note in plan.notes { Output.line("Note: \(note)") }
            guard plan.arrival != nil, let taken = rest.popFirst() else {
                Output.line(try untouched(plan))
                continue
            }
            try print(taken)
        }
    }

    private func untouched(_ plan: MeetingPlan) throws -> String {
        switch plan.found.state {
        case .unchanged(let known): Wording.unchanged(try onRecord(known.interview.id))
        case .unknown: Wording.notOnRecord(isCalledOff: true)
        case .deleted: Wording.nothingChanged
        case .new, .newer, .calledOff: Wording.nothingRecorded
        }
    }

    private func print(_ taken: Taken) throws {
        switch taken {
        case .recorded(let recorded): try print(recorded)
        case .moved(let id, let mended):
            Output.line(Wording.moved(try onRecord(id)))
            try tell(mended, of: id)
            try sayWhen(id)
        case .revoiced(let id, let mended):
            Output.line(Wording.revoiced(try onRecord(id)))
            try tell(mended, of: id)
        case .calledOff(let id, let mended, let gone):
            Output.line(Wording.calledOff(try onRecord(id)))
            try list(mended.changed.map(\.id))
            if !gone.isEmpty { Output.line(Wording.goneAlready(gone)) }
        case .unchanged(let id): Output.line(Wording.unchanged(try onRecord(id)))
        case .unknown: Output.line(Wording.notOnRecord(isCalledOff: false))
        }
    }

    private func print(_ recorded: Recorded) throws {
        let isPlanned = try interview(recorded.interview).ended.instant > application.now
        guard isPlanned, !recorded.existing else {
            return try RecordedText(application: application, asks: !yes).print([recorded], notes: [])
        }
        Output.line(Wording.recorded(try onRecord(recorded.interview)))
        try list(recorded.messages)
        for notice in try application.desk.open(recorded.notices) {
            Output.line("Note: \(Wording.text(notice).spelled)")
        }
        try sayWhen(recorded.interview)
    }

    /// What happens next with an interview that is planned.
    private func sayWhen(_ id: Interview.ID) throws {
        let ended = try interview(id).ended
        guard ended.instant > application.now else { return }
        Output.line(Wording.isPlanned(ended).spelled)
    }

    private func tell(_ mended: Mended, of id: Interview.ID) throws {
        try list(mended.changed.map(\.id))
        for notice in try application.desk.open(mended.notices) {
            Output.line("Note: \(Wording.text(notice).spelled)")
        }
        let drafts = try drafts(of: mended, after: id)
        if !drafts.isEmpty { Output.line(Wording.readThem(drafts).spelled) }
    }

    /// What changed with an interview and waits for approval now; what is planned is approved once it is over.
    private func drafts(of mended: Mended, after id: Interview.ID) throws -> [Message.ID] {
        guard try interview(id).ended.instant <= application.now else { return [] }
        return mended.changed.filter { $0.state == .draft }.map(\.id)
    }

    private func list(_ messages: [Message.ID]) throws {
        let text = MessageText(application)
        for messageStatus in try application.desk.messageStatus(for: messages, at: application.now) {
            Output.line("  " + text.heading(messageStatus))
            for fact in text.facts(messageStatus).dropFirst() { Output.line("     " + fact) }
        }
    }

    private func interview(_ id: Interview.ID) throws -> Interview {
        try application.desk.interview(id)
    }

    private func onRecord(_ id: Interview.ID) throws -> InterviewOnRecord {
        try application.desk.interviewOnRecord(id)
    }

    /// 1 where something may be a double, and where something that is over was blocked or held, though it was to be queued,
    /// or is to be approved anew.
    func exit(_ taken: [Taken]) throws -> Exit {
        guard yes else { return .done }
        guard taken.allSatisfy(\.notices.possibleDoubles.isEmpty) else { return .needsUser }
        var over: [Recorded] = []
        for taken in taken {
            switch taken {
            case .recorded(let recorded):
                if try interview(recorded.interview).ended.instant <= application.now {
                    over.append(recorded)
                }
            case .moved(let id, let mended), .revoiced(let id, let mended):
                if try !drafts(of: mended, after: id).isEmpty { return .needsUser }
            case .calledOff, .unchanged, .unknown: break
            }
        }
        return try RecordedText(application: application, asks: false).exit(over, yes: yes)
    }
}

// MARK: - For programs

extension TakenText {
    /// One document for one meeting, an array for several.
    ///
    /// - Parameter taken: nil where nothing was recorded.
    func printJSON(_ plans: [MeetingPlan], _ taken: [Taken]?) throws {
        var rest = (taken ?? [])[...]
        let reports = try plans.map { plan in
            try report(plan, taken == nil || plan.arrival == nil ? nil : rest.popFirst())
        }
        if let only = reports.first, reports.count == 1 {
            try JSON.print(only)
        } else {
            try JSON.print(reports)
        }
    }

    func report(_ plan: MeetingPlan, _ taken: Taken?) throws -> ImportReport {
        let known = plan.found.known?.interview.id
        var (change, id, ids, notices): (String?, Interview.ID?, [Message.ID], [Recorded.Notice]) =
            (nil, known, [], [])
        var isExisting = known != nil
        switch taken {
        case .recorded(let recorded):
            (change, id, ids) = ("recorded", recorded.interview, recorded.messages)
            (notices, isExisting) = (recorded.notices, recorded.existing)
        case .moved(let moved, let mended):
            (change, id, ids, notices) = ("moved", moved, mended.changed.map(\.id), mended.notices)
        case .revoiced(let same, let mended):
            (change, id, ids, notices) = ("revoiced", same, mended.changed.map(\.id), mended.notices)
        case .calledOff(let off, let mended, _):
            (change, id, ids) = ("called-off", off, mended.changed.map(\.id))
        case .unchanged(let same): (change, id) = ("unchanged", same)
        case .unknown: break
        case nil:
            switch plan.found.state {
            case .unchanged where plan.arrival == nil, .deleted: change = "unchanged"
            default: break
            }
        }
        let messageStatuses = try application.desk.messageStatus(for: ids, at: application.now)
        return ImportReport(
            change: change, recruitment: try id.map(interview)?.recruitment.rawValue, interview: id?.rawValue,
            existing: isExisting, messages: messageStatuses.map(MessageReport.init),
            warnings: plan.notes + notices.map { Wording.text($0).spelled },
            understood: ImportReport.Understood(plan.found.invitation),
            questions: plan.open.map(ImportReport.Asked.init))
    }
}
