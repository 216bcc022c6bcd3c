import Etiquette
import Foundation
import GRDB
import Text

/// Which entries of the contact log are wanted; what is nil does not restrict.
package struct ContactFilter: Equatable, Sendable {
    /// Those to or by one of these.
    package var people: [Person.ID]?
    /// Found in the name of the organisation, upper and lower case alike.
    package var organisation: String?
    /// Those of one recruitment.
    package var recruitment: Recruitment.ID?
    /// From this moment on.
    package var since: Date?
    /// Not included.
    package var until: Date?
    /// Those over one channel.
    package var channel: Channel?

    /// Lets everything through.
    package init() {}
}

/// A filter as a condition of SQL on `contact`, beside which stands `recruitment`.
struct ContactCondition {
    private(set) var sql = "TRUE"
    private(set) var arguments = StatementArguments()

    init(_ filter: ContactFilter, before last: Contact.ID? = nil) {
        if let people = filter.people {
            add("contact.person IN (\(databaseQuestionMarks(count: people.count)))", people.map(\.rawValue))
        }
        if let organisation = filter.organisation {
            add("instr(sameOrganisation, ?)", [Sameness.form(of: organisation)])
        }
        if let recruitment = filter.recruitment {
            add(Self.ofRecruitment, [recruitment.rawValue, recruitment.rawValue])
        }
        if let since = filter.since { add("contact.time >= ?", [since.milliseconds]) }
        if let until = filter.until { add("contact.time < ?", [until.milliseconds]) }
        if let channel = filter.channel { add("contact.channel = ?", [channel.rawValue]) }
        if let last { add("contact.id < ?", [last.rawValue]) }
    }

    /// What was sent is found by its message: the index of recruitments has only the rest.
    private static let ofRecruitment = """
        contact.id IN (SELECT id FROM contact WHERE recruitment = ? AND outcome <> 'sent'
            UNION ALL SELECT said.id FROM message JOIN contact AS said ON said.message = message.id
                AND said.direction = 'out' WHERE message.recruitment = ?)
        """

    private mutating func add(_ condition: String, _ values: [any DatabaseValueConvertible]) {
        sql += " AND " + condition
        arguments += StatementArguments(values)
    }
}
