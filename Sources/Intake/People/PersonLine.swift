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
    /// What is wrong with one that is written there, where none can be used: `andré@example.org`.
    let addressFault: InputProblem?
    /// The value, for a line without an address.
    let value: String
    /// `ROOM`, `GROUP` … in capitals.
    let kind: String
    let role: String
    let answer: String
    let place: CalendarPlace
    let isGuessed: Bool

    /// A line that libical refuses, or that was broken: at most its address can be believed.
    init(_ line: ContentLine, part: String?) {
        place = CalendarPlace(part: part, line: line.number)
        guard !line.isBroken, !line.isCut, let property = ICalProperty(line) else {
            value =
                line.shortValue.isEmpty
                ? String(decoding: line.bytes.prefix(200), as: UTF8.self) : line.shortValue
            address =
                line.isCut ? nil : try? EmailAddress(Self.bare(String(decoding: line.bytes, as: UTF8.self)))
            addresses = [address].compactMap(\.self)
            addressFault = nil
            (written, kind, role, answer) = ("", "", "", "")
            isGuessed = false
            return
        }
        value = property.value
        isGuessed = property.isGuessed
        kind = property.parameter("CUTYPE")?.uppercased() ?? ""
        role = property.parameter("ROLE")?.uppercased() ?? ""
        answer = property.parameter("PARTSTAT")?.uppercased() ?? ""
        let read = [property.parameter("EMAIL"), value].compactMap(\.self).map(Self.address)
        addresses = read.compactMap { try? $0.get() }
        address = addresses.first
        let faults = read.compactMap { if case .failure(let fault) = $0 { fault } else { nil } }
        addressFault = address == nil ? faults.first(where: \.isOfAnAddress) : nil
        written = property.parameter("CN") ?? ""
        // Where a colon or a quote cut the line elsewhere, what is taken for the name is part of one.
        let isWhole =
            value.lowercased().range(of: "mailto:").map { $0.lowerBound == value.startIndex } ?? true
        name = isWhole && !written.isEmpty ? CommonName(written, of: address) : nil
    }

    private static func address(_ text: String) -> Result<EmailAddress, InputProblem> {
        Result { () throws(InputProblem) in try EmailAddress(bare(text)) }
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

extension InputProblem {
    /// Something is an address that mail goes to elsewhere, and not with us.
    fileprivate var isOfAnAddress: Bool {
        switch self {
        case .notAnAddress(_, .noAt), .notAnAddress(_, .emptyLocalPart): false
        default: true
        }
    }
}
