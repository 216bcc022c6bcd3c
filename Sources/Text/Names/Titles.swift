/// Forms of address, degrees and honours: they come and go around one and the same name.
enum Titles {
    /// Whether a word in small letters is one, wherever it stands; some of them are names as well.
    static func contains(_ word: String) -> Bool { all.contains(word) }

    /// Whether a word before the rest of a name is no part of it: `Dr`, `Prof.`; some are names unless cut short (`Mag.`).
    static func leads(_ word: String) -> Bool {
        let plain = word.bareWord
        return leading.contains(plain) || word.hasSuffix(".") && leadingWithStop.contains(plain)
    }

    /// Whether a word is an academic title, which stands before a name, within it or behind it.
    static func isAcademic(_ word: String) -> Bool { academic.contains(word.bareWord) }

    /// Whether a word behind a name is a degree or an honour: `PhD`, `M.Sc.`, `OBE`. Of two letters only in capitals: Ma
    /// and Ba are families.
    static func trails(_ word: String) -> Bool {
        let letters = word.filter(\.isAnyLetter)
        return trailing.contains(letters.lowercased()) || trailingInCapitals.contains(letters)
    }

    private static let academic: Set<String> = ["dr", "prof", "professor", "doctor"]

    private static let leading: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev", "reverend", "cllr",
        "councillor",
        "capt", "sgt", "lt", "mme", "mlle", "herr", "frau", "sra", "srta", "dott", "dottssa", "dra",
    ]

    private static let leadingWithStop: Set<String> = [
        "mag", "ing", "dipl", "hon", "sr", "adv", "eng", "ir", "drs", "mgr", "col", "gen", "maj", "fr",
        "arch",
    ]

    private static let trailing: Set<String> = [
        "phd", "dphil", "mba", "msc", "bsc", "meng", "beng", "ceng", "mphil", "mres", "llm", "llb", "frs",
        "frsa", "frcp", "obe", "mbe", "cbe", "kbe", "dbe", "esq", "esquire", "acca", "cpa", "pmp", "mrics",
        "fbcs", "mbcs", "citp", "facp", "cipd", "mcipd", "fcipd", "fhea", "sfhea", "pgce", "msci", "mchem",
        "mphys", "psyd", "dvm",
    ]

    private static let trailingInCapitals: Set<String> = [
        "MA", "BA", "MD", "JP", "QC", "KC", "RN", "JD", "DSc", "EdD", "FCA", "ACA", "CFA", "DBA", "MPH",
        "MEd", "BEd", "MFA", "BBA", "DDS",
    ]

    private static let all: Set<String> = [
        "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev",
        "reverend", "hon", "herr", "frau", "mag", "dipl", "ing", "dott", "dottssa", "sra", "sr", "dna", "mme",
        "mlle", "phd", "dphil", "md", "mba", "msc", "bsc", "ma", "ba", "meng", "beng", "ceng", "mphil", "llm",
        "llb", "frs", "frcp", "obe", "mbe", "cbe", "kbe", "dbe", "jp", "qc", "kc", "esq", "jr", "acca", "cpa",
        "pmp", "rn", "fca", "mrics", "fbcs", "mbcs", "citp", "facp", "edd", "jd", "dsc",
    ]
}

extension String {
    /// In small letters, without full stops.
    fileprivate var bareWord: String { lowercased().filter { $0 != "." } }
}
