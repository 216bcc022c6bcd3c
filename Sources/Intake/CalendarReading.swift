import Etiquette
import Foundation

struct CalendarReading {
    let events: [Component]
    private let method: String
    private let zones: ZoneBook
    private let part: String?
    private let me: Me
    private let sender: String?

    /// More than anybody invites to at once.
    static let mostEvents = 500

    /// - Parameter sender: who wrote the mail that it lies in, as `EmailAddress.key` has it; nil for a file of its own.
    init(_ calendar: Component, of source: CalendarSource, from sender: String?, for me: Me)
        throws(InvitationRefusal)
    {
        self.me = me
        self.sender = sender
        part = source.part
        events = calendar.children.filter { $0.kind == "VEVENT" }
        let place = CalendarPlace(part: source.part, line: calendar.line)
        guard events.count <= Self.mostEvents else {
            throw InvitationRefusal(.tooManyEvents(limit: Self.mostEvents), at: place)
        }
        let written = Self.text("METHOD", of: calendar)
        method = (written ?? source.method ?? "PUBLISH").uppercased()
        zones = ZoneBook(calendar, home: me.zone)
        guard Self.requests.contains(method) else {
            throw InvitationRefusal(.notARequest(method: method), at: place)
        }
    }

    /// What an organiser sends (RFC 5546 1.4); ADD is another event of a series.
    private static let requests: Set<String> = ["REQUEST", "PUBLISH", "CANCEL", "ADD", ""]

    /// What one event asks for.
    func invitation(of event: Component) throws(InvitationRefusal) -> Invitation {
        let status = Self.text("STATUS", of: event)
        let isCancelled = method == "CANCEL" || status?.uppercased() == "CANCELLED"
        return Invitation(
            identity: try identity(of: event), sequence: event.first("SEQUENCE")?.integer ?? 0,
            written: written(event), kind: isCancelled ? .cancel : .request(try meeting(event)),
            summary: Self.text("SUMMARY", of: event) ?? "",
            place: CalendarPlace(part: part, line: event.line), origin: origin(of: event), agreed: nil)
    }

    private func origin(of event: Component) -> InvitationOrigin {
        let organiser = event.first("ORGANIZER").map { PersonLine($0, part: part) }
        return InvitationOrigin(organiser: organiser?.address?.key, sender: sender)
    }

    private func identity(of event: Component) throws(InvitationRefusal) -> Invitation.Identity? {
        guard let uid = Self.text("UID", of: event), !uid.isEmpty else { return nil }
        let recurrence: Invitation.Recurrence? =
            switch try EventTimes.property("RECURRENCE-ID", of: event, part: part) {
            case nil: nil
            case (.day(let day), _)?: .day(day)
            case (let time, _)?: zones.reading(time).map { .time($0.time.instant) }
            }
        return Invitation.Identity(uid: uid, recurrence: recurrence)
    }

    private func written(_ event: Component) -> Date? {
        guard let line = event.first("DTSTAMP"), case .utc(let wall, _)? = ICalProperty(line)?.time else {
            return nil
        }
        return wall.instant(east: 0)
    }

    private func meeting(_ event: Component) throws(InvitationRefusal) -> Meeting {
        let place = CalendarPlace(part: part, line: event.line)
        if event.first("RECURRENCE-ID") == nil, isSeries(event) {
            throw InvitationRefusal(.series, at: place)
        }
        let times = try EventTimes(event, in: zones, part: part)
        let guests = try Guests(of: event, part: part, for: me)
        let subject = SubjectReading(
            summary: invitationText("SUMMARY", of: event),
            description: invitationText("DESCRIPTION", of: event),
            knowing: guests.acquaintance(of: me))
        var questions = times.questions + guests.questions
        if subject.organisation == nil { questions.append(.organisation) }
        if subject.role == nil { questions.append(.role) }
        return Meeting(
            starts: times.starts, ends: times.ends, organisation: subject.organisation, role: subject.role,
            people: guests.people, leftOut: guests.leftOut, questions: questions, setting: setting(of: event))
    }

    /// A rule that ends after one event makes no series.
    private func isSeries(_ event: Component) -> Bool {
        if event.first("RDATE") != nil { return true }
        guard event.first("RRULE") != nil else { return false }
        // A rule that can't be read may mean anything.
        let rule = Self.text("RRULE", of: event)?.uppercased() ?? ""
        return !rule.split(separator: ";").contains("COUNT=1")
    }

    private func setting(of event: Component) -> Meeting.Setting {
        let online = ["X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE"]
        if online.contains(where: { event.first($0) != nil }) { return .online }
        guard let location = Self.text("LOCATION", of: event)?.lowercased(), !location.isEmpty else {
            return .unknown
        }
        let rooms = [
            "http", "zoom", "teams", "google meet", "webex", "skype", "video", "online", "remote", "virtual",
        ]
        if rooms.contains(where: location.contains) { return .online }
        let calls = ["phone", "tel:", "call"]
        return location.hasPrefix("+") || calls.contains(where: location.contains) ? .telephone : .inPerson
    }

    private static func text(_ name: String, of event: Component) -> String? {
        guard let line = event.first(name) else { return nil }
        return ICalProperty(line)?.value
    }

    private func invitationText(_ name: String, of event: Component) -> PlacedText? {
        guard let line = event.first(name), let text = Self.text(name, of: event), !text.isEmpty else {
            return nil
        }
        return PlacedText(text: text, place: CalendarPlace(part: part, line: line.number))
    }
}
