import Etiquette
import Foundation

/// An ORGANIZER or ATTENDEE (RFC 5545 3.8.4.3 and 3.8.4.1), read but not yet judged.
struct PersonLine {
    /// As written, before anything was taken away; empty where there is none.
    let written: String
    var name: CommonName?
    let address: EmailAddress?
    /// Every address on the line: Apple and Google name a second one.
    let addresses: [EmailAddress]
    /// The value, for a line without an address.
    let value: String
    /// `ROOM`, `GROUP` … in capitals.
    let kind: String
    let role: String
    let answer: String
    let place: Place
    let isGuessed: Bool

    /// A line that libical refuses, or that was broken: at most its address can be believed.
    init(_ line: ContentLine, part: String?) throws(Refusal) {
        place = Place(part: part, line: line.number)
        guard !line.isBroken, !line.isCut, let property = try ICalProperty(line) else {
            value = line.shortValue
            address =
                line.isCut ? nil : try? EmailAddress(Self.bare(String(decoding: line.bytes, as: UTF8.self)))
            addresses = [address].compactMap(\.self)
            (written, kind, role, answer) = ("", "", "", "")
            isGuessed = false
            return
        }
        value = property.value
        isGuessed = property.isGuessed
        kind = property.parameter("CUTYPE")?.uppercased() ?? ""
        role = property.parameter("ROLE")?.uppercased() ?? ""
        answer = property.parameter("PARTSTAT")?.uppercased() ?? ""
        let given = property.parameter("EMAIL").flatMap { try? EmailAddress(Self.bare($0)) }
        let called = try? EmailAddress(Self.bare(value))
        addresses = [given, called].compactMap(\.self)
        address = addresses.first
        written = property.parameter("CN") ?? ""
        // Where a colon or a quote cut the line elsewhere, what is taken for the name is part of one.
        let isWhole =
            value.lowercased().range(of: "mailto:").map { $0.lowerBound == value.startIndex } ?? true
        name = isWhole && !written.isEmpty ? CommonName(written, of: address) : nil
    }

    /// The address of a `mailto:` (RFC 6068), in whatever case, with its escapes and headers taken away.
    private static func bare(_ value: String) -> String {
        var rest = value[...]
        while let scheme = rest.range(of: "mailto:", options: .caseInsensitive) {
            rest = rest[scheme.upperBound...]
        }
        let address = rest.prefix { $0 != "?" }
        return (address.removingPercentEncoding ?? String(address))
            .trimmingCharacters(in: CharacterSet(charactersIn: " \t<>'\""))
    }
}
