import Etiquette
import Foundation

extension Configuration.Me {
    init?(_ section: Section) {
        let name = Self.name(in: section)
        let email = section.required("email", .address) { text in
            // Why it is none, the sentence about what is allowed says well enough.
            try? EmailAddress(text)
        }
        let zone = section.required("time_zone", .zone) { try? TimeZone.iana($0) }
        guard let name, let email, let zone else { return nil }
        self.init(name: name, email: email, timeZone: zone)
    }

    private static func name(in section: Section) -> String? {
        guard let text = section.required("name", .name, { $0 }) else { return nil }
        do throws(InputProblem) {
            return try Field.name.admit(text)
        } catch {
            section.note(.badName(found: text.quotable, error), of: "name")
            return nil
        }
    }
}
