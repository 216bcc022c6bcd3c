import Application
import Desk
import Etiquette
import Foundation
import Intake
import Wording

/// What becomes of the meetings that invitations tell of: shown, completed, confirmed and recorded.
struct InvitationTaking {
    let application: Application
    let fields: InterviewFields
    /// How long a meeting takes that tells its beginning alone, as typed.
    let length: String?
    let viaAgency: Bool
    let yes: Bool
    let json: Bool

    /// Somebody is there to answer.
    var asks: Bool { application.platform.isTerminal && !yes && !json }

    /// Options that fit one meeting only.
    var isForOne: Bool {
        fields.ended != nil || fields.contact != nil || fields.decisionBy != nil || !fields.panel.isEmpty
            || fields.tellsOfPeople || fields.by != nil || fields.saying != .init()
    }

    /// Records what was understood and confirmed.
    func take(_ understood: [MeetingPlan]) throws -> Exit {
        let plans = try asks ? understood.toldApart(in: application) : understood
        let open = plans.flatMap(\.open)
        let text = TakenText(application: application, yes: yes)
        let deleted: Exit = plans.contains(where: \.found.isDeleted) ? .needsUser : .done
        guard open.isEmpty, yes || asks else {
            let isDone = open.isEmpty && plans.allSatisfy { $0.arrival == nil }
            if json {
                try text.printJSON(plans, nil)
            } else if isDone {
                try text.print(plans, [])
            }
            guard isDone else { throw Unsettled(open: open) }
            return deleted
        }
        let taken = try record(plans)
        if json {
            try text.printJSON(plans, taken)
        } else {
            try text.print(plans, taken)
        }
        return try max(deleted, text.exit(taken))
    }

    /// Records all of them, and asks about whoever is new.
    func record(_ plans: [MeetingPlan]) throws -> [Taken] {
        // What the user has not seen, and may be wrong, is not queued by an answer in advance.
        let taken = try application.desk.take(
            plans.compactMap(\.arrival), approving: yes && plans.allSatisfy(\.isSure), at: application.now)
        guard asks else { return taken }
        try application.desk.tellApart(taken.flatMap(\.notices.possibleDoubles), at: application.now)
        for interview in taken.compactMap(\.interview) {
            try NameQuestion(application: application).settle(interview)
        }
        return try taken.map { one in
            guard case .recorded(let recorded) = one else { return one }
            return .recorded(try ConversationQuestions(application: application).complete(recorded))
        }
    }

    /// Completes what was understood.
    ///
    /// - Parameter isShown: it was shown already.
    func plan(_ found: FoundMeeting, isShown: Bool = false) throws -> MeetingPlan {
        let text = InvitationText(
            invitation: found.invitation, isOrganisationTold: fields.organisation != nil,
            isRoleTold: fields.role != nil)
        if !json, !isShown { text.lines(found.known).forEach { Output.line($0) } }
        var plan = MeetingPlan(found: found)
        switch found.state {
        case .unknown: return plan
        case .deleted(let known):
            plan.notes.append(Wording.isDeleted(known.interview.id).spelled)
            return plan
        case .unchanged(let known):
            guard let voice = fields.chosenVoice, voice != known.recruitment.voice else { return plan }
            plan.propose(.revoice(voice))
        case .calledOff:
            plan.propose(.callOff)
        case .new(let meeting), .newer(let meeting):
            try complete(&plan, with: meeting)
        }
        if !asks, plan.arrival != nil, let doubt = found.doubt { plan.open.append(doubt) }
        if asks, let arrival = plan.arrival {
            let answer = try application.platform.answer(
                to: Wording.confirmation(of: arrival.request) + " [y/N] ")
            if !YesOrNo.isYes(answer ?? "") { plan.decline() }
        }
        return plan
    }

    private func complete(_ plan: inout MeetingPlan, with meeting: Meeting) throws {
        let completed = try MeetingAnswers(
            application: application, meeting: meeting, fields: fields,
            length: try length.map(WrittenAnswer.length), viaAgency: viaAgency, asks: asks,
            known: plan.found.known
        ).complete()
        (plan.open, plan.notes, plan.isSure) = (completed.open, completed.notes, completed.isSure)
        guard let request = completed.request else { return }
        plan.propose(request)
        // Where nobody is asked, the answers in advance would otherwise stay unseen.
        if !asks, !json, let end = request.end, end != meeting.ends {
            Output.line(InvitationText.answered(end))
        }
    }
}

extension [MeetingPlan] {
    /// Without those that the user does not tell apart from what is on record, or from each other; what is left open is
    /// asked about first.
    fileprivate func toldApart(in application: Application) throws -> [MeetingPlan] {
        guard allSatisfy(\.open.isEmpty) else { return self }
        var doubles = try application.desk.possibleDoubles(of: compactMap(\.arrival), at: application.now)[
            ...]
        return try map { plan in
            guard plan.arrival != nil, let own = doubles.popFirst(), !own.isEmpty else { return plan }
            var plan = plan
            if try !DoubleQuestion(application: application).areTwo(own) { plan.decline() }
            return plan
        }
    }
}

extension Arrival.Request {
    /// When the interview ends, as it is to be recorded.
    fileprivate var end: ZonedTime? {
        switch self {
        case .record(let record): record.ended
        case .move(let end, _, _): end
        case .revoice, .callOff: nil
        }
    }
}

extension Taken {
    /// The interview whose people may be new.
    fileprivate var interview: Interview.ID? {
        switch self {
        case .recorded(let recorded) where !recorded.existing: recorded.interview
        case .moved(let id, _): id
        case .recorded, .revoiced, .calledOff, .unchanged, .unknown: nil
        }
    }
}
