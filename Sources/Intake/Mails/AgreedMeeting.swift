import Etiquette
import Foundation
import Mail
import Text

/// A mail in which an interview is agreed, read as an invitation by its sender: the usual questions are asked of what it
/// does not tell.
struct AgreedMeeting {
    let mail: IncomingMail
    let sender: IncomingAddress
    let received: Date
    let me: Me

    /// One for each time.
    func invitations(at times: [AgreedTime]) -> [Invitation] {
        times.enumerated().compactMap { index, time in
            meeting(at: time).map { meeting in
                Invitation(
                    identity: identity(index), sequence: 0, written: mail.headers.date ?? received,
                    kind: .request(meeting), summary: mail.headers.subject, place: place(time.line),
                    origin: InvitationOrigin(organiser: nil, sender: sender.key), agreed: time.quote)
            }
        }
    }

    private func identity(_ index: Int) -> Invitation.Identity? {
        guard let id = mail.headers.messageID, !id.isEmpty else { return nil }
        return Invitation.Identity(
            uid: "mail:\(id.prefix(900))" + (index > 0 ? "#\(index + 1)" : ""), recurrence: nil)
    }

    private func place(_ line: Int) -> CalendarPlace {
        CalendarPlace(part: mail.headers.subject.isEmpty ? nil : mail.headers.subject, line: line)
    }

    /// Nil where no clock shows the time.
    private func meeting(at time: AgreedTime) -> Meeting? {
        guard let starts = moment(time, time.moment.time.first) else { return nil }
        var ends = time.moment.time.second.flatMap { moment(time, $0) }
        if let end = ends, end.instant <= starts.instant { ends = nil }
        if ends == nil, let length = MeetingLength.seconds(in: time.quote) {
            ends = ZonedTime(instant: starts.instant + Double(length), zone: starts.zone)
        }
        let people = people
        let subject = subject
        var questions: [Question] = []
        if time.moment.zone == nil { questions.append(.floating(assumed: me.zone.identifier)) }
        if let weekday = time.moment.wrongWeekday { questions.append(.weekday(weekday, time.moment.day)) }
        if ends == nil { questions.append(.end) }
        questions += people.questions
        if subject.organisation == nil { questions.append(.organisation) }
        if subject.role == nil { questions.append(.role) }
        return Meeting(
            starts: starts, ends: ends ?? starts, organisation: subject.organisation, role: subject.role,
            people: people.invited, leftOut: people.leftOut, questions: questions, setting: .unknown)
    }

    private func moment(_ time: AgreedTime, _ second: Int) -> ZonedTime? {
        let wall = WallTime(day: time.moment.day, second: second)
        return
            (time.moment.zone.map { $0.moment(wall, in: me.zone) } ?? WrittenZone.moment(wall, at: me.zone))?
            .time
    }

    /// Which role at which organisation, as far as subject and text say so.
    private var subject: (organisation: QuotedValue<String>?, role: QuotedValue<String>?) {
        let reading = SubjectReading(
            summary: PlacedText(text: mail.headers.subject, place: place(0)),
            description: PlacedText(text: mail.newText, place: place(0)),
            knowing: Acquaintance(
                me: me, names: [sender.name],
                addresses: [try? EmailAddress(sender.address)].compactMap(\.self)))
        return (reading.organisation.map(placed), reading.role.map(placed))
    }

    /// With the line on which its quotation stands.
    private func placed(_ found: QuotedValue<String>) -> QuotedValue<String> {
        let line = mail.newText.lines.firstIndex { $0.contains(found.quote.prefix { !$0.isNewline }) }
        return QuotedValue(
            value: found.value, quote: found.quote, place: place(line.map { $0 + 1 } ?? 0),
            sureness: found.sureness)
    }

    /// Who wrote it, unless that is a program: perhaps who interviews, perhaps who only arranges it.
    private var people: (invited: [Invited], leftOut: [LeftOut], questions: [Question]) {
        let address = try? EmailAddress(sender.address)
        let name = CommonName(sender.name, of: address)
        let text = sender.name.isEmpty ? sender.address : "\(sender.name) <\(sender.address)>"
        if let reason = KnownPlaces.reason(for: address, named: name.name) {
            return ([], [LeftOut(text: text, reason: reason, place: place(0))], [.people])
        }
        guard address != nil || name.name != nil else { return ([], [], [.people]) }
        let person = Invited(
            name: name.name, address: address, written: sender.name, source: .sender(place(0)),
            isOrganiser: true, isOptional: false, doubts: name.doubts)
        var questions: [Question] = []
        if name.name == nil, let address { questions.append(.name(of: address)) }
        if address == nil, let name = name.name { questions.append(.address(of: name)) }
        return ([person], [], questions)
    }
}

/// How long a meeting takes, as a sentence says it.
enum MeetingLength {
    /// Seconds of `for 45 minutes`, `a one-hour interview`; nil where the sentence says none, or several.
    static func seconds(in text: String) -> Int? {
        let pattern = /\b(\d{1,3}|an|one|two)[ -](minutes?|mins?|hours?|hrs?|Minuten|Stunden?)\b/
            .ignoresCase()
        let found = text.matches(of: pattern).compactMap { match in
            WrittenLength.seconds("\(number(match.1)) \(match.2)")
        }
        return Set(found).count == 1 ? found.first : nil
    }

    private static func number(_ word: Substring) -> Substring {
        switch word.lowercased() {
        case "an", "one": "1"
        case "two": "2"
        default: word
        }
    }
}
