import Desk
import Etiquette
import Foundation
import Wording

/// One person: the name and who has confirmed it, where they read mail, how they are greeted, and the whole history.
struct PersonScreen: Screen {
    static let path: PathPattern = "people/:person"

    private let visit: Visit
    private let person: Person.ID

    init(_ visit: Visit) throws {
        self.visit = visit
        person = try visit.id("person")
    }

    func view() throws -> PageResponse { try view(nil) }

    /// - Parameter problems: what is wrong with a form that was sent from here.
    func view(_ problems: ProblemSummary?) throws -> PageResponse {
        let number = String(person.rawValue)
        let history = try visit.desk.history(of: number)
        let standing = try visit.desk.nameStanding(of: number)
        let zone = try visit.zone
        let log = try history.contacts.map { try LogRow($0, history.zone(of: $0) ?? zone, visit) }
        let messages = try visit.desk.messageStatus(for: history.messages, at: visit.now)
        return try visit.page(
            "person", title: Wording.shown(history.person.name), status: problems == nil ? 200 : 422,
            View(
                problems: problems, isForgotten: history.person.isForgotten, name: NameView(standing, zone),
                address: history.person.address?.text,
                failure: try visit.desk.addressFailure(of: person).map { Said(Wording.text($0, zone)) },
                greeting: "Dear \(Wording.shown(try visit.desk.called(history.person))),",
                path: "/people/\(number)",
                meetings: try history.interviews.map { try Meeting($0, visit) },
                waiting: try messages.filter(\.isOpen).map { try WaitingRow($0, visit) }, log: log,
                isSilent: log.isEmpty))
    }

    private struct View {
        let problems: ProblemSummary?
        let isForgotten: Bool
        let name: NameView
        let address: String?
        let failure: Said?
        let greeting: String
        let path: String
        let meetings: [Meeting]
        let waiting: [WaitingRow]
        let log: [LogRow]
        let isSilent: Bool
    }

    private struct Meeting {
        let when: String
        let text: String
        let place: RecordLink

        init(_ meeting: History.Meeting, _ visit: Visit) throws {
            let ended = meeting.interview.ended
            when = try visit.text(ended.instant, ended.zone)
            text = Wording.activity(meeting.interview, at: visit.now)
            place = RecordLink(meeting.recruitment)
        }
    }

    /// How the name stands, and what can be said about it.
    private struct NameView {
        let kept: String
        /// Who confirmed it and when; nil where nobody has yet.
        let verified: Said?
        /// There is something to confirm.
        let isOpen: Bool
        let differences: [Difference]
        /// An address that looks wrong, which is asked about beside the name; nil where there is none.
        let addressInDoubt: AddressDoubt?

        struct AddressDoubt {
            let address: String
            let words: Said
        }

        struct Difference {
            let name: String
            let place: String
        }

        init(_ standing: NameStanding, _ zone: TimeZone) {
            kept = standing.person.name
            verified = standing.settled == nil ? nil : Said(Wording.verified(standing, zone))
            isOpen = standing.settled == nil || standing.isOpen
            addressInDoubt = standing.addressInDoubt.map {
                AddressDoubt(address: $0, words: Said(Wording.bareDomain($0)))
            }
            differences = standing.doubts.differences.map {
                Difference(name: $0.other, place: Wording.place(of: $0))
            }
        }
    }
}

/// Settles how a name is spelt: as it is kept, or as it was read elsewhere.
struct PersonVerifyScreen: Screen {
    static let path: PathPattern = "people/:person/verify"

    private let visit: Visit
    private let person: Person.ID

    init(_ visit: Visit) throws {
        self.visit = visit
        person = try visit.id("person")
    }

    func act() throws -> PageResponse {
        guard let name = visit.form["name"] else { throw PageProblem.notAForm }
        let number = String(person.rawValue)
        let standing = try visit.desk.nameStanding(of: number)
        // Who says how the name is spelt says nothing of an address.
        if let address = standing.addressInDoubt, visit.form["address"] != address {
            return try PersonScreen(visit).view(
                ProblemSummary(AddressNotConfirmed(address: address), field: "address-right"))
        }
        do {
            if name == standing.person.name {
                _ = try visit.desk.verify([number], at: visit.now)
            } else if standing.doubts.differences.contains(where: { $0.other == name }) {
                let changes = PersonChanges(name: name, address: nil, salutation: nil)
                _ = try visit.desk.edit(number, changes, at: visit.now)
            } else {
                // The page that was answered is older than the record.
                return try PersonScreen(visit).view(
                    ProblemSummary(CorrectionProblem.nameHasChanged(name)))
            }
        } catch let problem as DeskProblem {
            return try PersonScreen(visit).view(ProblemSummary(problem))
        }
        return .seeOther("/people/\(number)")
    }
}

extension NameStanding {
    /// An address that nobody outside its own network reaches, and that nobody has confirmed.
    fileprivate var addressInDoubt: String? { doubts.hasBareDomain ? person.address?.text : nil }
}

extension MessageStatus {
    fileprivate var isOpen: Bool { message.state != .sent && message.state != .cancelled }
}
