import Etiquette
import Foundation

extension Configuration.Me {
    init(_ section: Section) throws(ConfigurationProblem) {
        name = try Self.name(in: section)
        email = try section.required("email", .address) { text in
            // Why it is none, the sentence about what is allowed says well enough.
            try? EmailAddress(text)
        }
        timeZone = try section.required("time_zone", .zone) { try? TimeZone.iana($0) }
    }

    private static func name(in section: Section) throws(ConfigurationProblem) -> String {
        let text = try section.required("name", .name) { $0 }
        do throws(InputProblem) {
            return try Field.name.admit(text)
        } catch {
            throw section.fault(.badName(found: text.quotable, error), of: "name")
        }
    }
}
