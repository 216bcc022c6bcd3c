import Fixtures
import Foundation
import Testing

@testable import Etiquette

/// The people, recruitments and circumstances that the tables of the rules begin from.
enum Fixtures {
    static let london = TimeZone(identifier: "Europe/London") ?? .gmt

    static let jane = person(1, "Jane Okafor")
    static let hana = person(2, "Hana Lee")

    static func person(_ id: Int64, _ name: String) -> Person {
        Person(id: .init(rawValue: id), name: name, address: nil, salutation: nil)
    }

    static func recruitment(_ id: Int64, _ standing: Recruitment.Standing = .open) -> Recruitment {
        Recruitment(
            id: .init(rawValue: id), organisation: "City Archive", role: "Archivist", standing: standing)
    }

    /// An interview that ended on Friday, 20 November 2026 at 15:00 in London, as one message about it sees it.
    /// Due: the thank-you on Saturday 21st, the question on Friday, 4 December, the request on Monday 23rd.
    static func circumstances(_ kind: FollowUp.Kind, channel: Channel = .email) -> Circumstances {
        let ended = at("2026-11-20T15:00:00Z")
        let due =
            switch kind {
            case .thankYou: at("2026-11-21T15:00:00Z")
            case .decisionStatus: at("2026-12-04T15:00:00Z")
            case .feedbackRequest: at("2026-11-23T15:00:00Z")
            }
        return Circumstances(
            kind: kind, channel: channel, due: due, zone: london,
            standing: kind == .feedbackRequest ? .rejected : .open, interviewEnded: ended,
            lastInterviewEnded: ended)
    }

    /// An entry of the contact log with Jane Okafor.
    static func contact(
        _ direction: Direction, _ channel: Channel?, outcome: Contact.Outcome = .logged,
        answering: Bool = false,
        agency: Bool = false, recruitment: Recruitment? = recruitment(1), person: Person = jane
    ) -> Contact {
        Contact(
            id: .init(rawValue: 1), time: at("2026-11-21T15:00:00Z"), direction: direction, channel: channel,
            person: person, recruitment: recruitment, message: nil, kind: nil, subject: nil, messageID: nil,
            outcome: outcome, detail: nil, answering: answering, agency: agency)
    }

    static func interview(_ recruitment: Int64, panel: [Person], contact: Person? = nil) -> Interview {
        Interview(
            id: .init(rawValue: 1), recruitment: .init(rawValue: recruitment),
            ended: ZonedTime(instant: at("2026-11-20T15:00:00Z"), zone: london),
            panel: panel.map { PanelMember(person: $0, talkingPoint: nil) }, contact: contact,
            decisionBy: nil,
            viaAgency: false)
    }
}

/// Hold with a code, of no matter which moment.
func holds(_ verdict: Verdict, _ code: Reason.Code) -> Bool {
    if case .hold(let reason) = verdict { reason.code == code } else { false }
}
