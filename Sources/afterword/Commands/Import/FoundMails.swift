import Application
import Desk
import Etiquette
import Foundation
import Intake
import Reports

/// What a mailbox tells of interviews, beside what is on record.
struct FoundMails {
    /// The newest mail first; what was called off and never recorded is left out.
    let all: [OneFoundMail]

    /// What is new, or newer than what is on record.
    var offered: [OneFoundMail] { all.filter(\.isOffered) }

    init(_ mails: InterviewMails, in application: Application) throws {
        let meetings = try application.desk.meetings()
        all = try mails.found.compactMap { found in
            let meeting = try FoundMeeting(found.invitation, in: application)
            if case .unknown = meeting.state { return nil }
            return OneFoundMail(found, meeting, among: meetings)
        }
    }
}

struct OneFoundMail {
    let found: InterviewMails.Found
    let meeting: FoundMeeting
    /// The interview that is on record of it already.
    let onRecord: Interview.ID?

    var isOffered: Bool { onRecord == nil }

    var mail: InterviewMail { found.mail }

    func report(_ report: ImportReport) -> MailboxReport {
        MailboxReport(found, onRecord: onRecord, report)
    }

    /// - Parameter meetings: all that are on record; one that was recorded by hand is known by its time and its people.
    init(_ found: InterviewMails.Found, _ meeting: FoundMeeting, among meetings: [History.Meeting]) {
        (self.found, self.meeting) = (found, meeting)
        switch meeting.state {
        case .unchanged(let known), .deleted(let known): onRecord = known.interview.id
        case .newer, .calledOff, .unknown: onRecord = nil
        case .new(let new):
            onRecord = meetings.first { Self.isSame(new, as: $0, from: found.mail) }?.interview.id
        }
    }

    private static func isSame(
        _ found: Meeting, as known: History.Meeting, from mail: InterviewMail
    ) -> Bool {
        let end = known.interview.ended.instant
        let latest = max(found.ends.instant, found.starts.instant) + longest
        guard (found.starts.instant...latest).contains(end) else { return false }
        let addresses = Set(found.people.compactMap(\.address?.key) + [mail.senderAddress])
        let isOfPeople = (known.interview.panel.map(\.person) + [known.interview.contact].compactMap(\.self))
            .contains { person in
                person.address.map { addresses.contains($0.key) } ?? false
            }
        return isOfPeople
            || found.organisation?.value.lowercased() == known.recruitment.organisation.lowercased()
    }

    /// Seconds by which an interview may be longer than its invitation says, or than anybody said.
    private static let longest: TimeInterval = 3 * 3600
}
