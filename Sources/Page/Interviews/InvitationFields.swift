import Desk
import Etiquette
import Foundation
import Intake
import Ledger
import Wording

/// What the form of an interview that came by invitation brings back of it, beside what the user sees and may correct.
struct InvitationFields: Codable, Equatable {
    /// Nil where the calendar gives it no name.
    let uid: String?
    let recurrence: String
    let sequence: Int
    /// Seconds since 1970.
    let written: Double?
    let isCalledOff: Bool
    let people: [String]
    /// How it writes those who have a name there.
    let names: [Named]
    let origin: InvitationOrigin

    struct Named: Codable, Equatable {
        let name: String
        let address: String?
    }

    init(_ invitation: Invitation) {
        let identity = invitation.identity.map { MeetingName($0) }
        (uid, recurrence) = (identity?.uid, identity?.recurrence ?? "")
        (sequence, isCalledOff) = (invitation.sequence, invitation.version.isCalledOff)
        written = invitation.written?.timeIntervalSince1970
        origin = invitation.origin
        let invited = invitation.meeting?.people ?? []
        people = invited.compactMap { $0.address?.key ?? $0.name }
        names = invited.filter(\.isNamed).compactMap(\.who).map {
            Named(name: $0.name, address: $0.address?.text)
        }
    }

    /// As a form brings it; nil where it brings none.
    ///
    /// - Throws: `PageProblem.notAForm` for what no page wrote.
    init?(_ text: String?) throws {
        guard let text, !text.isEmpty else { return nil }
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
        } catch {
            throw PageProblem.notAForm
        }
        guard (0...Int(Int32.max)).contains(sequence), Self.moments.contains(written ?? 0) else {
            throw PageProblem.notAForm
        }
    }

    /// Until the end of the year 9999: no calendar writes a later one.
    private static let moments = 0...253_402_300_799.0

    /// For a field that nobody sees.
    func text() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }

    /// Which it is; nil where the calendar gives it no name.
    var meeting: MeetingName? { uid.map { MeetingName(uid: $0, recurrence: recurrence) } }

    /// Who is named in it and was not in the version on record.
    func joining(_ known: InvitedInterview) throws -> [InterviewRecord.Member] {
        try names.compactMap { try? NameAndAddress(name: $0.name, address: $0.address) }
            .filter { !known.entry.people.contains($0.address?.key ?? $0.name) }
            .map { try InterviewRecord.Member(who: $0, talkingPoint: nil) }
    }

    func arrival(_ request: Arrival.Request) -> Arrival {
        Arrival(
            meeting: meeting,
            version: InvitationVersion(
                sequence: sequence, written: written.map(Date.init(timeIntervalSince1970:)),
                isCalledOff: isCalledOff),
            people: people,
            names: names.compactMap { named in try? NameAndAddress(name: named.name, address: named.address)
            },
            request: request, origin: origin)
    }
}

extension InterviewForm {
    /// As an invitation has it; what it leaves open is empty.
    ///
    /// - Parameter known: what is on record of it.
    init(_ meeting: Meeting, _ invitation: InvitationFields, known: InvitedInterview?) throws {
        self.init(zone: meeting.ends.zone)
        organisation = known?.recruitment.organisation ?? meeting.organisation?.value ?? ""
        role = known?.recruitment.role ?? meeting.role?.value ?? ""
        let isOpen = meeting.questions.contains { question in
            switch question {
            case .end, .allDay, .weekday, .zoneBesideUTC: true
            default: false
            }
        }
        date = meeting.ends.wall.day.description
        time = isOpen ? "" : Self.clock(meeting.ends.wall)
        switch meeting.setting {
        case .online: medium = "video"
        case .telephone: medium = "telephone"
        case .inPerson: medium = "in-person"
        case .unknown: medium = ""
        }
        let invited = meeting.people.prefix(Self.limit).enumerated().map { index, one in
            var fields = PersonFields(index: index)
            (fields.name, fields.email) = (one.name ?? "", one.address?.text ?? "")
            return fields
        }
        if !invited.isEmpty { people = invited }
        self.invitation = try invitation.text()
    }

    private static func clock(_ wall: WallTime) -> String {
        let (hour, minute) = (wall.second / 3600, wall.second / 60 % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
