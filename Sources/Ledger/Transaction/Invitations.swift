import Etiquette
import Foundation
import GRDB

/// What tells that two invitations are about the same meeting.
package struct MeetingName: Hashable, Sendable {
    /// What the organiser's calendar calls it (RFC 5545 3.8.4.7).
    package let uid: String
    /// Which of a series, in any spelling that is always the same; empty for a meeting of its own.
    package let recurrence: String

    package init(uid: String, recurrence: String) {
        self.uid = uid
        self.recurrence = recurrence
    }
}

/// An invitation that an interview came from, in the newest version that was taken in.
package struct InvitationEntry: Equatable, Sendable {
    package let meeting: MeetingName
    /// The version that was taken in last.
    package let version: InvitationVersion
    /// Addresses, or names where there is none, of the people whom that version named.
    package let people: [String]
    package let interview: Interview.ID
    package let origin: InvitationOrigin

    package init(
        meeting: MeetingName, version: InvitationVersion, people: [String], interview: Interview.ID,
        origin: InvitationOrigin = .unknown
    ) {
        self.origin = origin
        self.meeting = meeting
        self.version = version
        self.people = people
        self.interview = interview
    }
}

extension LedgerTransaction {
    /// What was taken in of a meeting; nil where nothing was.
    package func invitation(to meeting: MeetingName) throws -> InvitationEntry? {
        try row(
            "SELECT * FROM invitation WHERE uid = ? AND recurrence = ?", [meeting.uid, meeting.recurrence]
        ).map(entry)
    }

    /// All invitations to one interview.
    package func invitations(to interview: Interview.ID) throws -> [InvitationEntry] {
        try rows("SELECT * FROM invitation WHERE interview = ?", [interview.rawValue]).map(entry)
    }

    /// Keeps the newest version of an invitation in the place of the one before.
    package func keep(_ entry: InvitationEntry) throws {
        try run(
            """
            INSERT INTO invitation (uid, recurrence, sequence, written, isCalledOff, people, interview, organiser,
                sender)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (uid, recurrence) DO UPDATE SET sequence = ?3, written = ?4, isCalledOff = ?5, people = ?6,
                interview = ?7, organiser = ?8, sender = ?9
            """,
            [
                entry.meeting.uid, entry.meeting.recurrence, entry.version.sequence,
                entry.version.written?.milliseconds,
                entry.version.isCalledOff, entry.people.joined(separator: "\n"), entry.interview,
                entry.origin.organiser, entry.origin.sender,
            ])
    }

    /// The interviews that came by invitation, or were planned by hand, and were not called off, and of which a message is
    /// still a draft, in the order in which they end.
    package func invitedInterviews() throws -> [Interview] {
        try rows(
            """
            SELECT DISTINCT interview.id, ended FROM message JOIN interview ON interview.recruitment = message.recruitment
            WHERE state = 'draft' AND \(Self.isOpen) AND interview.isCalledOff = 0
                AND (EXISTS (SELECT 1 FROM invitation WHERE invitation.interview = interview.id)
                    OR EXISTS (SELECT 1 FROM interviewEvent AS event WHERE event.interview = interview.id
                        AND event.kind = 'planned'))
            ORDER BY ended, interview.id
            """
        ).map { try interview($0["id"]) }
    }

    private func entry(_ row: Row) -> InvitationEntry {
        let people: String = row["people"]
        return InvitationEntry(
            meeting: MeetingName(uid: row["uid"], recurrence: row["recurrence"]),
            version: InvitationVersion(
                sequence: row["sequence"], written: row.moment("written"), isCalledOff: row["isCalledOff"]),
            people: people.split(separator: "\n").map(String.init),
            interview: row["interview"],
            origin: InvitationOrigin(organiser: row["organiser"], sender: row["sender"]))
    }
}
