import Etiquette
import Foundation
import GRDB
import Text

/// Which entries of the contact log are wanted; what is nil does not restrict.
package struct ContactFilter: Equatable, Sendable {
    /// Those to or by one of these.
    package var people: [Person.ID]?
    /// Found in the name or the address of whoever it was, upper and lower case alike; `people` counts more.
    package var person: String?
    /// Found in the name of the organisation, upper and lower case alike.
    package var organisation: String?
    package var recruitment: Recruitment.ID?
    package var since: Date?
    /// Not included.
    package var until: Date?
    package var channel: Channel?

    package init() {}

    /// Those whom it means, as a query; nil for everybody.
    var peopleMeant: (sql: String, arguments: StatementArguments)? {
        if let people { return (Numbers.list, Numbers(people).value) }
        guard let form = person.map({ Sameness.form(of: $0) }) else { return nil }
        return ("SELECT id FROM person WHERE \(LedgerTransaction.holdsText)", [form, form])
    }
}

/// A filter as a condition of SQL on `contact`, beside which stands `recruitment`.
struct ContactCondition {
    private(set) var sql = "TRUE"
    private(set) var arguments = StatementArguments()

    /// - Parameter recruitments: those of the organisation, where they are few; nil where they are many or none is named.
    init(_ filter: ContactFilter, of recruitments: [Recruitment.ID]?, before last: Contact.ID? = nil) {
        if let people = filter.peopleMeant {
            // Many are not looked for one by one, which the plus says: whoever goes through the log meets one soon.
            add("\(filter.people == nil ? "+" : "")contact.person IN (\(people.sql))", people.arguments)
        }
        if let recruitments {
            add(recruitments)
        } else if let organisation = filter.organisation {
            // Many: whoever goes through the log meets one of them soon.
            add(
                "contact.recruitment IN (\(LedgerTransaction.recruitmentsHolding))",
                [Sameness.form(of: organisation)])
        }
        if let recruitment = filter.recruitment { add([recruitment]) }
        if let since = filter.since { add("contact.time >= ?", [since.milliseconds]) }
        if let until = filter.until { add("contact.time < ?", [until.milliseconds]) }
        if let channel = filter.channel {
            // Said twice, for the index of what was not an email to be looked into.
            let other = channel == .email ? "" : " AND contact.channel <> 'email'"
            add("contact.channel = ?" + other, [channel.rawValue])
        }
        if let last { add("contact.id < ?", [last.rawValue]) }
    }

    private mutating func add(_ recruitments: [Recruitment.ID]) {
        add(
            "contact.id IN (\(LedgerTransaction.contactsOfRecruitments))",
            LedgerTransaction.contacts(of: recruitments))
    }

    private mutating func add(_ condition: String, _ values: StatementArguments) {
        sql += " AND " + condition
        arguments += values
    }
}

extension LedgerTransaction {
    /// The numbers of the contacts of some recruitments. What was sent is found by its message: the index of recruitments
    /// has only the rest.
    static let contactsOfRecruitments = """
        SELECT id FROM contact WHERE recruitment IN (\(Numbers.list)) AND outcome <> 'sent'
        UNION ALL SELECT said.id FROM message JOIN contact AS said ON said.message = message.id
            AND said.direction = 'out' WHERE message.recruitment IN (\(Numbers.list))
        """

    /// The arguments of `contactsOfRecruitments`.
    static func contacts(of recruitments: [Recruitment.ID]) -> StatementArguments {
        let asked = Numbers(recruitments).value
        return asked + asked
    }

    /// The condition that a filter comes to.
    func condition(_ filter: ContactFilter, before last: Contact.ID? = nil) throws -> ContactCondition {
        ContactCondition(
            filter, of: try filter.organisation.flatMap { try few(recruitmentsHolding: $0) }, before: last)
    }

    /// The recruitments in whose organisation a text occurs; nil where there are many.
    private func few(recruitmentsHolding text: String) throws -> [Recruitment.ID]? {
        let found: [Recruitment.ID] = try rows(
            Self.recruitmentsHolding + " LIMIT ?",
            [Sameness.form(of: text), Self.few + 1]
        ).map { $0[0] }
        return found.count > Self.few ? nil : found
    }

    /// In whose organisation a text occurs: read off an index that has little else.
    static let recruitmentsHolding =
        "SELECT id FROM recruitment INDEXED BY recruitmentSame WHERE instr(sameOrganisation, ?)"

    /// Whose contacts are found sooner each by itself than by going through the log.
    package static let few = 500
}
