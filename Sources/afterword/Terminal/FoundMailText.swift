import Etiquette
import Foundation
import Intake
import Wording

/// What a look through the mailbox shows, and asks.
struct FoundMailText {
    /// The mailbox, as sentences name it.
    let place: String

    func lines(_ found: FoundMails) -> [String] {
        guard !found.all.isEmpty else { return [Wording.noInterviewMail(in: place).spelled] }
        var number = 0
        return found.all.flatMap { one -> [String] in
            if one.isOffered { number += 1 }
            let mark = one.isOffered ? "\(number)" : "–"
            let lines = InvitationText(invitation: one.meeting.invitation).lines(one.meeting.known)
            let from = Wording.mail(
                from: one.mail.senderName, one.mail.senderAddress, received: one.mail.received,
                zone: one.meeting.invitation.meeting?.starts.zone ?? .gmt)
            let known = note(one)
            return ["\(mark)  \(lines[0])", "     \(from)"] + lines.dropFirst().map { "   " + $0 }
                + [known.map { "     " + $0 }].compactMap(\.self) + [""]
        }
    }

    private func note(_ one: OneFoundMail) -> String? {
        guard let known = one.meeting.known else { return one.onRecord.map(Wording.onRecordByHand) }
        return known.isDeleted ? Wording.isDeleted(known.interview.id).spelled : nil
    }

    func heading(_ invitation: Invitation) -> String {
        InvitationText(invitation: invitation).lines(nil)[0]
    }
}
