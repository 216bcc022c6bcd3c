import Etiquette
import Text

/// Programs that sit in on meetings and write down what is said. Their makers interview people, too: whoever is called
/// like a person at a maker's domain is one.
enum Notetakers {
    /// - Parameter words: a name in lower case, with single spaces around its words.
    static func isNamed(_ words: String) -> Bool { names.contains { words.contains(" \($0) ") } }

    /// - Parameter name: in lower case; empty where the invitation has none.
    static func isOne(_ address: EmailAddress, named name: String) -> Bool {
        guard isMaker(address.domain) else { return false }
        let local = address.localPart.lowercased().prefix { $0 != "+" }.split { ".-_".contains($0) }
        let words = name.split { !$0.isLetter && $0 != "." }
        if (local + words).contains(where: { machines.contains(String($0)) || makers.contains(String($0)) }) {
            return true
        }
        // Jane Okafor is a person, as is jane.okafor@; "Otter", or an x@ without a name, is none.
        return words.isEmpty ? local.count < 2 : words.count < 2 && isBrand(words[0], at: address)
    }

    private static func isBrand(_ word: Substring, at address: EmailAddress) -> Bool {
        address.domain.split(separator: ".").contains { $0 == word }
    }

    private static func isMaker(_ domain: String) -> Bool {
        let labels = domain.split(separator: ".")
        return labels.indices.contains { makers.contains(labels[$0...].joined(separator: ".")) }
    }

    private static let file = PhraseFile(PackageResources.notetakers_txt)
    private static let (makers, machines) = (Set(file["maker"]), Set(file["machine"]))
    private static let names = file["name"]
}
