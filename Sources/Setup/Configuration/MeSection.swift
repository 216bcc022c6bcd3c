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
        let address = section.value("postal_address", .postalAddress, Self.lines) ?? []
        guard let name, let email, let zone else { return nil }
        self.init(name: name, email: email, timeZone: zone, postalAddress: address)
    }

    /// A comma or a line break ends a line of an address; it has six at most.
    private static func lines(_ text: String) -> [String]? {
        let lines = text.split { $0 == "," || $0.isNewline }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        let isOne =
            (1...6).contains(lines.count)
            && lines.allSatisfy { line in
                line.count <= 60 && !line.unicodeScalars.contains(where: \.isForbiddenInField)
            }
        return isOne ? lines : nil
    }

    private static func name(in section: Section) -> String? {
        guard let text = section.required("name", .name, { $0 }) else { return nil }
        do throws(InputProblem) {
            guard !Gap.isUnsigned(text) else { throw .gap(.name, value: text) }
            return try Field.name.admit(text, isKnown: true)
        } catch {
            section.note(.badName(found: text.quotable, error), of: "name")
            return nil
        }
    }
}
