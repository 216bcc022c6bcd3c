import Etiquette
import Foundation
import Mail

/// What a mail of the user's own mailbox tells of interviews.
package struct InterviewMail: Sendable {
    let sender: IncomingAddress
    package let subject: String
    package let received: Date
    /// What it asks for or agrees to, each with its evidence; empty where it takes an agreement back.
    package let invitations: [Invitation]
    /// What is wrong with calendars in it.
    package let refused: [IntakeProblem]
    /// It calls off what was agreed in the same conversation.
    let isOff: Bool

    /// Empty where the mail has none.
    package var senderName: String { sender.name }
    package var senderAddress: String { sender.address }

    /// What tells one conversation from another: who writes, and about what.
    var conversation: String {
        sender.domain + "\n" + SummaryShape.withoutPrefix(subject).lowercased()
    }

    /// Reads one mail.
    ///
    /// - Parameters:
    ///   - bytes: its beginning at least.
    ///   - received: when it came into the mailbox; its own date counts where that is not known.
    /// - Returns: nil for what tells of no interview, and for what is not written to the user alone.
    package init?(_ bytes: [UInt8], received: Date?, for me: Me) {
        let mail = IncomingMail(parsing: bytes)
        guard Self.mayTell(mail.headers, for: me), let sender = mail.headers.from.first,
            let moment = received ?? mail.headers.date
        else { return nil }
        (self.sender, subject, self.received) = (sender, mail.headers.subject, moment)
        let file = Self.calendars(in: bytes, named: mail.headers.subject, for: me)
        refused = file.refused
        if !file.invitations.isEmpty || !file.refused.isEmpty || !mail.calendarMethods.isEmpty {
            (invitations, isOff) = (file.invitations, false)
        } else if mail.headers.isAnsweredByMachine {
            return nil
        } else {
            let written = WallTime(at: mail.headers.date ?? moment, in: me.zone).day
            switch MailAgreement(of: mail, written: written) {
            case .agreed(let times):
                let agreed = AgreedMeeting(mail: mail, sender: sender, received: moment, me: me)
                (invitations, isOff) = (agreed.invitations(at: times), false)
            case .off: (invitations, isOff) = ([], true)
            case .nothing: return nil
            }
        }
        guard isOff || !invitations.isEmpty || !refused.isEmpty else { return nil }
    }

    /// Whether a mail of which only the header is known may tell of an interview: it comes from somebody else, and was not
    /// sent to many.
    package static func mayTell(_ headers: IncomingHeaders, for me: Me) -> Bool {
        let own = Set(me.addresses.map(\.key))
        let writers = headers.from + headers.sender
        guard let first = writers.first else { return false }
        let isOwn = writers.contains { writer in
            (try? EmailAddress(writer.address)).map { own.contains($0.key) || me.has($0) } ?? false
        }
        return !first.address.isEmpty && !isOwn && !headers.isSentToMany
    }

    /// A calendar that is an answer, a series or empty is nothing that anybody was invited to.
    private static func calendars(
        in bytes: [UInt8], named name: String, for me: Me
    ) -> (invitations: [Invitation], refused: [IntakeProblem]) {
        do throws(IntakeProblem) {
            let file = try Invitation.read(bytes, named: name, for: me, as: .mail)
            return (file.invitations, file.refused.filter(\.isWorthTelling))
        } catch {
            return ([], error.isWorthTelling ? [error] : [])
        }
    }
}

extension IntakeProblem {
    /// It is about a calendar that may be an invitation and can't be read.
    fileprivate var isWorthTelling: Bool {
        switch fault {
        case .mailWithoutCalendar, .notARequest, .noEvent, .series, .notACalendar, .tooManyPeople,
            .tooManyEvents:
            false
        case .tooLarge, .cutShort, .tooDeep, .tooManyLines, .unreadable, .noStart, .endsBeforeStart: true
        }
    }
}

extension IncomingHeaders {
    /// A list or a newsletter sent it (RFC 2369, RFC 2919).
    fileprivate var isSentToMany: Bool {
        if ["list-id", "list-unsubscribe", "list-post"].contains(where: has) { return true }
        return ["bulk", "list", "junk"].contains(value("precedence")?.lowercased())
    }

    /// A program has answered (RFC 3834 5).
    fileprivate var isAnsweredByMachine: Bool {
        value("auto-submitted")?.lowercased().hasPrefix("auto-replied") ?? false
    }
}

extension IncomingAddress {
    /// As addresses are compared, whatever was written.
    var key: String? {
        address.isEmpty ? nil : (try? EmailAddress(address))?.key ?? address.lowercased()
    }
}
