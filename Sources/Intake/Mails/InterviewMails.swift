import Etiquette
import Foundation

/// What a whole mailbox tells of interviews: of each meeting what was said last.
package struct InterviewMails: Sendable {
    /// A meeting, and the mail that tells of it.
    package struct Found: Sendable {
        package let mail: InterviewMail
        package let invitation: Invitation
    }

    /// The newest mail first.
    package let found: [Found]
    /// What is wrong with calendars, each with its mail.
    package let refused: [IntakeProblem]

    /// - Parameter mails: in any order; the same one may lie in several folders.
    package init(_ mails: [InterviewMail]) {
        let mails = mails.sorted { $0.received > $1.received }
        var found: [Found] = []
        var over: Set<String> = []
        for mail in mails {
            for invitation in mail.invitations {
                let one = Found(mail: mail, invitation: invitation)
                // What was agreed last, or called off, counts in a conversation.
                if invitation.agreed != nil, over.contains(mail.conversation) { continue }
                Self.add(one, to: &found)
            }
            let isAgreed = mail.invitations.contains { $0.agreed != nil }
            if mail.isOff || isAgreed { over.insert(mail.conversation) }
        }
        self.found = found.filter { one in
            one.invitation.agreed == nil || !found.contains { $0.isInvitation(to: one) }
        }
        refused = mails.flatMap(\.refused)
    }

    private static func add(_ one: Found, to found: inout [Found]) {
        let same = found.firstIndex {
            $0.invitation.isAboutSame(as: one.invitation) || $0.isSameAgreement(as: one)
        }
        guard let same else { return found.append(one) }
        if one.invitation.version.replaces(found[same].invitation.version) { found[same] = one }
    }
}

extension InterviewMails.Found {
    private var starts: Date? { invitation.meeting?.starts.instant }

    /// A calendar for what somebody else agreed to in words.
    fileprivate func isInvitation(to agreed: Self) -> Bool {
        guard invitation.agreed == nil, let starts, starts == agreed.starts else { return false }
        let people = (invitation.meeting?.people ?? []).compactMap(\.address)
        return mail.sender.domain == agreed.mail.sender.domain
            || people.contains { $0.domain == agreed.mail.sender.domain }
    }

    /// A confirmation and its reminder.
    fileprivate func isSameAgreement(as other: Self) -> Bool {
        invitation.agreed != nil && other.invitation.agreed != nil && starts == other.starts
            && mail.sender.domain == other.mail.sender.domain
    }
}
