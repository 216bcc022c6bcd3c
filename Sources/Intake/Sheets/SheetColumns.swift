import Foundation

/// What the columns of a spreadsheet are taken to mean.
struct SheetColumns {
    /// As the header has them; empty where it has none.
    let names: [String]
    /// Nil for a column that nobody recognises.
    let meanings: [ColumnMeaning?]

    /// - Parameter told: what the user said of columns, by their names.
    init(_ names: [String], told: [String: ColumnMeaning] = [:]) {
        self.names = names
        let told = Dictionary(told.map { (Self.key(of: $0.key), $0.value) }, uniquingKeysWith: { $1 })
        var meanings: [ColumnMeaning?] = []
        for name in names {
            let key = Self.key(of: name)
            let own = told[key] ?? Self.meaning(of: key, behind: meanings.last ?? nil)
            meanings.append(own)
        }
        self.meanings = meanings
    }

    /// The columns that have a meaning.
    func all(_ meaning: ColumnMeaning) -> [Int] {
        meanings.indices.filter { meanings[$0] == meaning }
    }

    func first(_ meaning: ColumnMeaning) -> Int? { all(meaning).first }

    /// How many of them are recognised.
    var recognised: Int { meanings.count { $0 != nil && $0 != .ignored } }

    /// Meanings that two columns claim.
    var claimedTwice: [(meaning: ColumnMeaning, columns: [String])] {
        var seen: Set<ColumnMeaning> = []
        return meanings.compactMap(\.self).filter { !$0.mayStandTwice && seen.insert($0).inserted }
            .compactMap { meaning in
                let columns = all(meaning)
                return columns.count > 1 ? (meaning, columns.map { names[$0] }) : nil
            }
    }

    /// Whether a column of this name is there.
    func has(_ name: String) -> Bool {
        let key = Self.key(of: name)
        return names.contains { Self.key(of: $0) == key }
    }

    private static func meaning(of key: String, behind former: ColumnMeaning?) -> ColumnMeaning? {
        if let own = spellings[key] { return own }
        let words = key.split(separator: " ")
        if let number = words.compactMap({ Int($0) }).first, words.count(where: { Int($0) != nil }) == 1 {
            let rest = words.filter { Int($0) == nil }.joined(separator: " ")
            return spellings[rest].flatMap { ColumnMeaning(name: $0.name, number: number) }
        }
        guard let name = weak[key] else { return nil }
        // A title behind a name is that of the person, and an address that of whoever stands before it.
        switch (name, former) {
        case ("email", .interviewer(let number)): return .interviewerEmail(number)
        case ("email", .contact): return .contactEmail
        case ("role", .interviewer), ("role", .interviewerEmail), ("role", .contact), ("role", .contactEmail),
            ("email", _):
            return nil
        default: return ColumnMeaning(name: name, number: nil)
        }
    }

    private static let rows = DataFile(PackageResources.columns_txt).rows.filter { $0.count == 2 }
    private static let spellings = Dictionary(
        rows.compactMap { row in ColumnMeaning(row[0]).map { (row[1], $0) } }, uniquingKeysWith: { $1 })
    private static let weak = Dictionary(
        rows.compactMap { row in
            row[0].hasPrefix("(") ? (row[1], String(row[0].dropFirst().dropLast())) : nil
        }, uniquingKeysWith: { $1 })

    /// `InterviewerName`, `interviewer_name(s)` and `Interviewer  name` are one; so are `Interviewer #2` and
    /// `interviewer2`.
    static func key(of name: String) -> String {
        var words = ""
        var former: Character = " "
        for character in name.replacing("(s)", with: "").precomposedStringWithCanonicalMapping {
            let isNew =
                character.isUppercase && former.isLowercase || character.isNumber != former.isNumber
            if isNew || !(character.isLetter || character.isNumber) { words.append(" ") }
            if character.isLetter || character.isNumber { words.append(character) }
            former = character
        }
        return words.lowercased().split(separator: " ").joined(separator: " ")
    }
}
