import Etiquette
import GRDB
import Text

/// By what somebody is found in the words of others: their names, their addresses, and, where they took part themselves,
/// each word of a name.
struct Traces {
    /// Every name that they were ever kept or met under.
    let allNames: Set<String>
    /// Every name that they were ever kept or met under, as it stands in texts; folded, so that capitals don't matter.
    private let names: [Words]
    /// In the spelling in which they are compared.
    let addresses: [String]
    /// Words of their names that nobody and nothing else in their recruitments has.
    private let ownWords: Set<String>

    /// - Parameters:
    ///   - names: at least the one that they have now.
    ///   - addresses: likewise; none where they never had one.
    ///   - shared: texts whose words don't tell of them, such as the names of the others on a panel.
    init(names: Set<String>, addresses: Set<String>, besides shared: [String]) {
        allNames = names
        let several = names.filter { Words.tokens(of: $0).count > 1 }
        self.names = several.sorted().map { Words($0.lowercased()) }
        self.addresses = Set(addresses.map { $0.lowercased() }).sorted()
        let common = Set(shared.flatMap(Words.tokens))
        ownWords = Set(names.flatMap(Words.tokens)).filter { $0.count > 2 && !common.contains($0) }
    }

    /// What a text that tells of them holds somewhere: of each name the longest run of letters of ASCII, which SQLite finds
    /// whatever their case; where a name has none of three letters, its longest word in each case that it may be written in.
    /// What they find is looked at once more.
    var needles: [String] { Array(Set(names.flatMap(Self.needles) + addresses)).sorted() }

    private static func needles(of name: Words) -> [String] {
        let runs = name.texts.flatMap { $0.split { !$0.isASCII } }.map(String.init)
        if let run = runs.max(by: { $0.count < $1.count }), run.count > 2 { return [run] }
        guard let word = name.texts.max(by: { $0.count < $1.count }) else { return [] }
        return [word, word.uppercased(), word.capitalized]
    }

    /// A condition of SQL: one of the columns holds one of the needles. `LIKE` looks through a text in half the time that
    /// `instr(lower())` takes, which makes a copy of it first.
    ///
    /// - Parameter first: the number of its first argument, of which `patterns` are the values.
    func mayStand(in columns: [String], from first: Int) -> String {
        let conditions = columns.flatMap { column in
            needles.indices.map { "\(column) LIKE ?\(first + $0) ESCAPE '\\'" }
        }
        return conditions.isEmpty ? "false" : "(" + conditions.joined(separator: " OR ") + ")"
    }

    /// The needles, as `mayStand` takes them.
    var patterns: StatementArguments {
        StatementArguments(
            needles.map { needle in
                let escaped = needle.map { "%_\\".contains($0) ? "\\\($0)" : String($0) }.joined()
                return "%\(escaped)%"
            })
    }

    /// Whether a text tells of them.
    ///
    /// - Parameter nearby: it belongs to a recruitment of theirs, where a part of the name is enough.
    func stand(in text: String, nearby: Bool) -> Bool {
        guard !text.isEmpty else { return false }
        let small = text.lowercased()
        if addresses.contains(where: small.contains) { return true }
        let words = Words(small)
        if names.contains(where: { !words.occurrences(of: $0).isEmpty }) { return true }
        return nearby && !ownWords.isDisjoint(with: Words.tokens(of: text))
    }
}

extension LedgerTransaction {
    /// - Parameter shared: texts of the user's whose words don't tell of anybody else.
    func traces(of person: Person, besides shared: [String]) throws -> Traces {
        func texts(_ sql: String) throws -> Set<String> {
            Set(try rows(sql, [person.id]).map { $0[0] as String? }.compactMap(\.self))
        }
        let names = try texts(
            """
            SELECT name FROM person WHERE id = ?1 UNION SELECT name FROM contact WHERE person = ?1
            UNION SELECT sentName FROM message WHERE recipient = ?1 UNION SELECT name FROM seenName WHERE person = ?1
            UNION SELECT name FROM settledName WHERE person = ?1
            UNION SELECT name FROM formerPerson WHERE person = ?1
            """)
        let addresses = try texts(
            """
            SELECT address FROM person WHERE id = ?1 UNION SELECT address FROM contact WHERE person = ?1
            UNION SELECT sentAddress FROM message WHERE recipient = ?1
            UNION SELECT sameAddress FROM settledName WHERE person = ?1
            UNION SELECT address FROM addressFailure WHERE person = ?1
            UNION SELECT address FROM formerPerson WHERE person = ?1
            UNION SELECT fromAddress FROM mailFact WHERE person = ?1 AND meaning IN ('reply', 'possible-reply')
            """)
        let places = try recruitments(with: person.id)
        let others = try places.flatMap { try ownNames(of: $0.id) }.filter { !names.contains($0) }
        return Traces(
            names: names, addresses: addresses.filter { !$0.isEmpty },
            besides: shared + others + places.flatMap { [$0.organisation, $0.role] })
    }

    /// The rows of a table that may tell of somebody: those that hold one of the needles, and all that belong to a
    /// recruitment of theirs.
    ///
    /// - Parameters:
    ///   - columns: where to look; a row answers them in this order, behind its number and whether it is nearby.
    ///   - recruitment: an expression for the recruitment of a row.
    func suspects(
        _ columns: [String], of source: String, recruitment: String, _ traces: Traces,
        nearby: [Recruitment.ID]
    ) throws -> [(id: Int64, isNearby: Bool, texts: [String])] {
        let isNearby = "coalesce(\(recruitment) IN (\(Numbers.list)), 0)"
        return try rows(
            """
            SELECT \(columns.joined(separator: ", ")), \(source).id, \(isNearby) AS isNearby FROM \(source)
            WHERE isNearby OR \(traces.mayStand(in: columns, from: 2))
            """, Numbers(nearby).value + traces.patterns
        ).map { row in
            (
                row[columns.count], row[columns.count + 1], columns.indices.map { row[$0] as String? ?? "" }
            )
        }
    }
}
