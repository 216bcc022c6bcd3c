import Composer
import Etiquette
import Wording

/// Something that was found in a message, with what can be done about it there.
struct FindingView {
    /// On the page.
    let id: String
    let isBlocking: Bool
    let text: Said
    /// The same without a link, where leaving would lose what was typed.
    let plain: String
    /// Where it stands, in words.
    let whereabouts: String?
    /// What the button says that mends it; nil where only the user knows how.
    let fix: String?
    /// Which finding a button means.
    let key: String
    let canBeIgnored: Bool
    let place: Finding.Place?

    init(_ finding: Finding, number: Int, in message: Message) {
        id = "finding-\(number)"
        isBlocking = finding.severity == .blocks
        text = Said(Wording.text(finding, in: message), below: message)
        plain = text.plain
        whereabouts = Wording.place(of: finding)
        place = finding.place
        fix = finding.place == nil ? nil : finding.fix.map(Wording.fixing)
        key = Self.key(of: finding)
        canBeIgnored = finding.canBeIgnored
    }

    /// The same for the same finding in the same text.
    static func key(of finding: Finding) -> String {
        let place = finding.place.map { "\($0.part.rawValue).\($0.line).\($0.column)" } ?? ""
        return "\(finding.code.rawValue).\(place)"
    }

    static func all(_ findings: [Finding], in message: Message) -> [FindingView] {
        findings.enumerated().map { FindingView($1, number: $0 + 1, in: message) }
    }
}
