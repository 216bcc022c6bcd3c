import Composer
import Wording

package struct FindingReport: Encodable {
    package let code: String
    /// `error` blocks, `warning` asks.
    package let severity: String
    package let canBeIgnored: Bool
    /// `subject` or `body`; this and what follows is null where it has no place.
    @OrNull package var part: String?
    @OrNull package var line: Int?
    @OrNull package var column: Int?
    @OrNull package var passage: String?
    package let what: String
    package let why: String
    /// What to write instead of the passage, empty to take it out; null where only the user knows.
    @OrNull package var fix: String?

    package init(_ finding: Finding) {
        code = finding.code.rawValue
        severity = finding.severity == .blocks ? "error" : "warning"
        canBeIgnored = finding.canBeIgnored
        part = finding.place?.part.rawValue
        line = finding.place?.line
        column = finding.place?.column
        passage = finding.place?.passage
        what = Wording.what(finding)
        why = Wording.why(finding)
        fix = finding.fix
    }
}
