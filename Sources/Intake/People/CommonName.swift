import Etiquette
import Foundation
import Text

/// The CN of a line (RFC 5545 3.2.2) as the name of somebody. What calendars put around a name is taken away; what
/// may be part of it stays, and is doubted.
struct CommonName {
    /// Nil where it names nobody.
    let name: String?
    let doubts: Set<Invited.Doubt>

    init(_ written: String, of address: EmailAddress?) {
        // Before anything is done with it: what is taken away around a name is little.
        guard written.utf8.count <= 16 * Field.name.limit else {
            name = nil
            doubts = []
            return
        }
        let plain = Self.plain(written)
        guard let name = Self.naming(plain.text, address), let admitted = try? Field.name.admit(name) else {
            self.name = nil
            doubts = []
            return
        }
        self.name = admitted
        doubts = Self.doubts(about: admitted, address).union(
            plain.isCleaned || name != plain.text ? [.cleaned] : [])
    }

    private static func plain(_ written: String) -> (text: String, isCleaned: Bool) {
        // The escapes of RFC 6868, and those of TEXT, which don't belong here and are met here.
        var text = written.replacing("^n", with: " ").replacing("^'", with: "\"").replacing("^^", with: "^")
        for mark in [",", ";", "\"", "\\"] { text = text.replacing("\\" + mark, with: mark) }
        let visible = String(String.UnicodeScalarView(text.unicodeScalars.compactMap(Self.visible)))
        var name = visible.split(separator: " ").joined(separator: " ")
        var isCleaned = visible != text
        while let inner = unquoted(name) {
            name = inner
            isCleaned = true
        }
        if name.contains("%20"), !name.contains(" "), let decoded = name.removingPercentEncoding {
            return (decoded, true)
        }
        return (name, isCleaned)
    }

    /// White space of any kind is a space; what nobody sees is nothing.
    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.properties.isWhitespace { return " " }
        return scalar.isForbiddenInField ? nil : scalar
    }

    private static func unquoted(_ name: String) -> String? {
        guard name.count >= 2, let first = name.first, let last = name.last,
            [("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("<", ">")].contains(where: {
                $0 == (first, last)
            })
        else { return nil }
        return name.dropFirst().dropLast().trimmingCharacters(in: .whitespaces)
    }

    /// Nil for an address, an encoded word that was left as it is, and words for nobody.
    private static func naming(_ text: String, _ address: EmailAddress?) -> String? {
        if let open = text.firstIndex(of: "<"), text.hasSuffix(">"), text[open...].contains("@") {
            return naming(text[..<open].trimmingCharacters(in: .whitespaces), address)
        }
        let lowered = text.lowercased()
        if lowered.hasPrefix("mailto:") || lowered.contains("=?") || nobody.contains(lowered) { return nil }
        // A bare address, whoever's: it has no space in it.
        if text.contains("@"), !text.contains(" ") { return nil }
        guard text.contains(where: \.isLetter) else { return nil }
        guard let address, lowered == address.localPart.lowercased() else { return text }
        return text.first?.isUppercase == true && text.allSatisfy(\.isLetter) ? text : nil
    }

    private static let nobody: Set<String> = [
        "unknown", "unknown organizer", "unknownorganizer", "null", "undefined", "none", "n/a", "nobody",
        "invalid", "organizer", "organiser", "attendee", "guest", "(null)", "nil", "no name",
    ]

    private static func doubts(about name: String, _ address: EmailAddress?) -> Set<Invited.Doubt> {
        var doubts: Set<Invited.Doubt> = []
        if name.contains(",") { doubts.insert(.commaInside) }
        if PersonalName.withoutRemark(name) != name { doubts.insert(.remark) }
        if name.contains(where: \.isCased) {
            if name == name.uppercased(), name.count > 2 { doubts.insert(.allCapitals) }
            if name == name.lowercased() { doubts.insert(.allLowerCase) }
        }
        if let address {
            let letters = name.lowercased().filter(\.isLetter)
            if !name.contains(" "), letters == address.localPart.lowercased().filter(\.isLetter) {
                doubts.insert(.likeTheAddress)
            }
            if address.looksShared { doubts.insert(.sharedMailbox) }
        }
        if !name.contains(" "),
            zip(name, name.dropFirst()).contains(where: { $0.isLowercase && $1.isUppercase })
        {
            doubts.insert(.runTogether)
        }
        return doubts
    }
}
