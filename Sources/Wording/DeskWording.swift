import Composer
import Desk
import Etiquette

extension DeskProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .wrongState(let id, let state, let step): Self.refusal(id, state, step)
        case .cannotBeWaived(let id, let reason):
            "message \(id.rawValue) stays as it is: \(Wording.text(reason, zone: .gmt))"
        case .alreadyDone(let id):
            "message \(id.rawValue) stays cancelled: what it was for has been done already, and once is enough."
        case .cannotBeIgnored(let code):
            "\(Wording.quoted(code)) can't be ignored; allowed: \(Finding.Code.ignorable)."
        case .nothingCalled(let wanted, let text): Wording.nothing(wanted, called: text)
        case .severalCalled(let text, let found): Sentence(Wording.several(found, called: text))
        case .isDeleted(let id): Wording.isDeleted(id)
        case .tookPlace(let id): Wording.tookPlace(id)
        case .beforeInterview(let time, let ended): Wording.beforeInterview(time, ended)
        case .notInRecruitment(let person, let recruitment):
            "\(Wording.shown(person.name)) is not part of \(Wording.numbered(recruitment)); give \"Name <address>\" for "
                + "somebody new to it."
        case .nothingHeard(let recruitment):
            "nothing that you recorded for \(Wording.numbered(recruitment)) can be undone."
        case .addressTaken(let person):
            "\(person.address?.text ?? "") belongs to \(Wording.quoted(person.name)), number \(person.id.rawValue); "
                + "two people can't share an address."
        case .nameTaken(let person):
            "\(Wording.quoted(person.name)) without an address is number \(person.id.rawValue) already; give an address to "
                + "tell the two apart."
        case .thanksNobody(let channel):
            "a contact by \(Wording.quoted(channel.rawValue)) can't stand for a thank-you; leave \(.message) out."
        case .notOfUser(let id):
            "nothing was changed: of message \(id.rawValue) you have not said that it was posted, sent or done otherwise, or a "
                + "server or a mail says so too; see: \(.show(id))"
        case .notACard(let id):
            "message \(id.rawValue) goes by email: only a thank-you can go as a card instead."
        case .inFuture(let time, let now):
            "\(TimeWording.text(time, .gmt)) has not come yet (it is \(TimeWording.plain(now, .gmt))); correct \(.moment)."
        case .clockBehind(let newest, let now):
            "the clock says \(TimeWording.text(now, .gmt)), but something was sent or recorded at "
                + "\(TimeWording.text(newest, .gmt)), which is later. Nothing was recorded, since it would be dated wrongly and "
                + "hold nothing back. If the clock is wrong, set it right and say it again. If it is right now and was ahead "
                + "then: \(.trustClock)"
        case .severalThankYous(let ids):
            "several thank-yous to this person are pending (\(Wording.list(ids))); say which one was done with \(.message)."
        case .notTheirs(let id, let person):
            "message \(id.rawValue) is not to \(person.name); see: \(.showQueue(all: false))"
        case .severalRecruitments(let person, let recruitments):
            "you met \(person.name) in more than one recruitment: "
                + Sentence(
                    Wording.list(recruitments.map { "\($0.id.rawValue) (\(Wording.name($0)))" }, "or"))
                + "; say which with \(.recruitment)."
        case .noMail(let recruitment):
            "no mail about \(Wording.numbered(recruitment)) waits for your answer; see: \(.showAdvice)"
        case .severalMails(let recruitment, let mails):
            "several mails about \(Wording.numbered(recruitment)) wait for your answer: "
                + Sentence(
                    Wording.list(
                        mails.map { "\($0.id.rawValue) (\(Wording.quoted($0.fact.mail.subject)))" }, "and"))
                + "; say which with \(.mail)."
        case .recruitmentExists(let recruitment):
            "\(Wording.numbered(recruitment)) is on record already, and open, and two for one job can't be; nothing was changed. "
                + "If both are one and nothing has been sent in recruitment \(recruitment.id.rawValue), delete its interview, do "
                + "this again, and record the interview anew: it then joins the others. Otherwise leave the one that ended as "
                + "it is, and cancel what still waits in it."
        case .interviewExists(let interview, let recruitment):
            "interview \(interview.id.rawValue) (\(Wording.name(interview, of: recruitment))) ended at that moment already; "
                + "nothing was changed."
        case .nothingAsked(let recruitment):
            "no question of \(Wording.numbered(recruitment)) waits for that; see: \(.showQueue(all: false))"
        case .nothingToChange: "nothing was changed: what you gave is what was there."
        case .isForgotten(let person):
            "\(person.name) was deleted from the record as you asked, so there is nothing left to change, and nothing is "
                + "sent to them. If you meet again, record the interview with their name and address."
        case .somethingUnderWay(let person, let message, .unconfirmed):
            "message \(message.rawValue) to \(Wording.shown(person.name)) may or may not have arrived; nobody was forgotten. "
                + "Say first whether it did: \(.resolve(message))"
        case .somethingUnderWay(let person, let message, _):
            "message \(message.rawValue) to \(Wording.shown(person.name)) is being delivered just now, or was when Afterword was "
                + "last stopped; nobody was forgotten. Try again in a minute; if that changes nothing: \(.send)"
        case .unknownVoice(let voice, let known):
            "there is no voice \(Wording.quoted(voice.rawValue)); \(Wording.allowed(known))."
        case .changedMeanwhile(let message):
            "message \(message.id.rawValue) is not the text any more that you decided about; nothing was done. Read it as it "
                + "is now: \(.show(message.id))"
        case .recordChangedMeanwhile:
            "this was changed since you looked at it, in another tab or at a command line, so nothing was saved."
        case .heardMeanwhile:
            "what you were about to take back is not the last word any more: it was taken back already, or something else "
                + "was recorded since. Nothing was changed."
        case .planned(let id, let ends):
            "message \(id.rawValue) waits: the interview ends \(TimeWording.text(ends.instant, ends.zone)); approve it "
                + "once it is over."
        }
    }

    private static func refusal(_ id: Message.ID, _ state: MessageState, _ step: Step) -> Sentence {
        let what = "message \(id.rawValue) is \(Wording.text(state))"
        let why: Sentence =
            switch state {
            case .sent: ", and what was sent stays as it is."
            case .handedOver, .unconfirmed:
                "; say first whether it arrived: \(.resolve(id))"
            case .cancelled: "; to undo that: \(.release([id]))"
            case .draft: step == .release ? "; approve it: \(.approve([id]))" : "."
            case .queued: step == .resolve ? ", not in doubt." : " already, and is sent when it is due."
            case .held: "; see why with: \(.show(id)), then release, edit or cancel it."
            case .refused where step == .release || step == .approve:
                " by the server, and goes again only as a new draft. See its words: \(.show(id)). If the address is wrong: "
                    + "\(.editPerson(nil, .address)). Then: \(.edit(id)) (unchanged, if you like), and: "
                    + "\(.approve([id])). Or: \(.cancel([id]))"
            case .refused, .bounced:
                "; see the server's words with: \(.show(id)), then edit or cancel it."
            }
        return step == .resolve
            ? "nothing was changed: \(what)\(why)" : "you can't \(step.rawValue) it: \(what)\(why)"
    }
}

extension Finding.Code {
    /// What `--ignore` takes.
    package static var ignorable: String {
        allCases.filter(\.canBeIgnored).map(\.rawValue).joined(separator: ", ")
    }
}

extension Wording {
    /// The state as it stands in a sentence.
    package static func text(_ state: MessageState) -> String {
        switch state {
        case .draft: "a draft"
        case .queued: "queued"
        case .held: "held"
        case .handedOver: "being delivered"
        case .sent: "sent"
        case .refused: "refused"
        case .unconfirmed: "unconfirmed"
        case .bounced: "bounced"
        case .cancelled: "cancelled"
        }
    }

    package static func text(_ kind: FollowUp.Kind) -> String {
        switch kind {
        case .thankYou: "thank-you"
        case .decisionStatus: "question about the decision"
        case .feedbackRequest: "feedback request"
        }
    }
}
