import Application
import Desk
import Etiquette
import Foundation
import Intake
import Reports
import Wording

/// Looks through the user's mailbox for interviews, lists them, and records those that are chosen.
struct MailboxImport {
    let taking: InvitationTaking
    /// As typed; the last two weeks where nobody said so.
    let since: String?

    private var application: Application { taking.application }

    func run() throws -> Exit {
        guard let reader = try application.mailboxReader else { throw NoMailbox() }
        let (mails, looked) = try look(with: reader)
        for problem in mails.refused { Output.problem("Note: " + problem.sentence.spelled) }
        let found = try FoundMails(mails, in: application)
        let text = FoundMailText(place: reader.place)
        let exit = try taking.json ? told(found) : settled(found, text)
        if looked.isCut { Output.problem("Note: " + Wording.mailboxCut(read: looked.read).spelled) }
        for trouble in looked.missing { Output.problem("afterword: " + trouble.sentence.spelled) }
        return max(exit, looked.missing.map(\.exit).max() ?? .done)
    }

    private func look(with reader: MailboxReader) throws -> (InterviewMails, MailboxReader.Looked) {
        let zone = try application.configuration.me.timeZone
        let today = WallTime(at: application.now, in: zone).day
        let day = try WrittenAnswer.since(since ?? "14d", today: today)
        let me = try Me(application.configuration)
        var mails: [InterviewMail] = []
        let looked = try reader.lookThrough(
            since: WallTime(day: day, second: 0).instant(in: zone),
            where: { InterviewMail.mayTell($0, for: me) },
            { excerpt in
                if let mail = InterviewMail(excerpt.bytes, received: excerpt.received, for: me) {
                    mails.append(mail)
                }
            })
        return (InterviewMails(mails), looked)
    }

    // MARK: - For people

    private func settled(_ found: FoundMails, _ text: FoundMailText) throws -> Exit {
        text.lines(found).forEach { Output.line($0) }
        guard !found.offered.isEmpty else { return .done }
        guard taking.asks else {
            guard taking.yes else {
                Output.line(Wording.howToChooseMails.spelled)
                return .done
            }
            return try recorded(found, text)
        }
        let dialogue = MailChoiceDialogue(count: found.offered.count)
        let answers = try application.ask(dialogue, ending: { _ in "" }) { _, _ in Wording.whichMails }
        let chosen = (answers[.which] ?? []).sorted().map { found.offered[$0].meeting }
        guard !chosen.isEmpty else {
            Output.line(Wording.nothingChosen)
            return .done
        }
        if chosen.count > 1, taking.isForOneOrganisation { throw SeveralMeetings(file: text.place) }
        // One after the other: what was answered stays, whatever becomes of the next.
        return try chosen.map { meeting in
            Output.line(text.heading(meeting.invitation))
            return try taking.take([try taking.plan(meeting, isShown: true)])
        }.max() ?? .done
    }

    /// What is sure without anybody's look.
    private func recorded(_ found: FoundMails, _ text: FoundMailText) throws -> Exit {
        let (sure, left) = try parted(found)
        let exit = sure.isEmpty ? .done : try taking.take(sure)
        guard left > 0 else { return exit }
        Output.line(Wording.mailsLeft(left))
        return max(exit, .needsUser)
    }

    private func parted(_ found: FoundMails) throws -> (sure: [MeetingPlan], left: Int) {
        if taking.isForOneOrganisation, found.offered.count > 1 { throw SeveralMeetings(file: "--mailbox") }
        let plans = try found.offered.map { try taking.plan($0.meeting, isShown: true) }
        let sure = plans.filter(\.isComplete)
        return (sure, plans.count - sure.count)
    }

    // MARK: - For programs

    /// An array, the newest mail first; with an answer in advance also what was recorded.
    private func told(_ found: FoundMails) throws -> Exit {
        let text = TakenText(application: application, yes: taking.yes)
        let plans = try found.all.map { one in
            one.isOffered ? try taking.plan(one.meeting, isShown: true) : MeetingPlan(found: one.meeting)
        }
        if taking.isForOneOrganisation, found.offered.count > 1 { throw SeveralMeetings(file: "--mailbox") }
        let sure = taking.yes ? plans.filter(\.isComplete) : []
        let taken = sure.isEmpty ? [] : try taking.record(sure)
        var rest = taken[...]
        let reports = try zip(found.all, plans).map { one, plan in
            let became = taking.yes && plan.isComplete ? rest.popFirst() : nil
            return one.report(try text.report(plan, became))
        }
        try JSON.print(reports)
        let isLeft = taking.yes && plans.contains { $0.arrival != nil && !$0.isComplete || !$0.open.isEmpty }
        return max(try text.exit(taken), isLeft ? .needsUser : .done)
    }
}

extension InvitationTaking {
    /// Options that fit the meetings of one organisation only.
    fileprivate var isForOneOrganisation: Bool {
        isForOne || fields.organisation != nil || fields.role != nil
    }
}

extension MeetingPlan {
    /// A calendar says all that is recorded of it, and nothing of that is a guess.
    fileprivate var isComplete: Bool {
        found.invitation.agreed == nil && open.isEmpty && isSure && arrival != nil
    }
}
