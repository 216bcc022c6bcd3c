/// Which scripts may stand side by side in one label of a domain. Letters of one script look like letters of
/// another (Latin and Cyrillic `a`), and a label that mixes them looks like somebody else's (UTS 39, 5.1).
enum WritingSystem {
    enum Mixture: Equatable {
        /// One writing system.
        case single
        /// Scripts in common use that don't belong together.
        case mixed
        /// A script that is no longer, or hardly, in use.
        case unusual
    }

    /// The recommended scripts (UAX 31, table 5), by their ISO 15924 codes.
    private static let scripts = [
        "Latn", "Cyrl", "Grek", "Arab", "Hebr", "Hani", "Hang", "Deva", "Thai", "Armn", "Beng", "Bopo",
        "Ethi", "Geor", "Gujr", "Guru", "Hira", "Knda", "Kana", "Khmr", "Laoo", "Mlym", "Mymr", "Orya",
        "Sinh", "Taml", "Telu", "Thaa", "Tibt",
    ]

    /// Japanese, Korean and Chinese are written in more than one.
    private static let combinations = [["Hani", "Hira", "Kana"], ["Hang", "Hani"], ["Hani", "Bopo"]]

    static func mixture(in label: String) -> Mixture {
        if label.utf8.allSatisfy({ $0 < 0x80 }) { return .single }
        if (scripts.map { [$0] } + combinations).contains(where: { isWritten(label, in: $0) }) {
            return .single
        }
        return isWritten(label, in: scripts) ? .mixed : .unusual
    }

    /// Digits and hyphen belong to every script (`Zyyy`), combining marks to that of their letter (`Zinh`).
    private static func isWritten(_ label: String, in scripts: [String]) -> Bool {
        let classes = (scripts + ["Zyyy", "Zinh"]).map { "\\p{scx=\($0)}" }.joined()
        guard let pattern = try? Regex("[\(classes)]+").matchingSemantics(.unicodeScalar) else {
            return false
        }
        return label.wholeMatch(of: pattern) != nil
    }
}
