import Composer
import Wording

/// Something that proofreading found, as other programs read it.
struct FindingReport: Encodable {
    let code: String
    /// `error` blocks, `warning` asks.
    let severity: String
    let canBeIgnored: Bool
    /// `subject` or `body`; this and what follows is null where it has no place.
    @OrNull var part: String?
    @OrNull var line: Int?
    @OrNull var column: Int?
    @OrNull var passage: String?
    let what: String
    let why: String
    /// What to write instead of the passage, empty to take it out; null where only the user knows.
    @OrNull var fix: String?

    init(_ finding: Finding) {
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
