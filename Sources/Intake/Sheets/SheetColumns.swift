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
        meanings = ColumnGuesses(names, told: told).meanings
    }

    private init(names: [String], meanings: [ColumnMeaning?]) {
        (self.names, self.meanings) = (names, meanings)
    }

    /// The columns that have a meaning.
    func all(_ meaning: ColumnMeaning) -> [Int] {
        meanings.indices.filter { meanings[$0] == meaning }
    }

    func first(_ meaning: ColumnMeaning) -> Int? { meanings.firstIndex(of: meaning) }

    /// How many of them are recognised.
    var recognised: Int { meanings.count { $0 != nil && $0 != .ignored } }

    /// How many of them have a name.
    var named: Int { names.count { !$0.isEmpty } }

    /// Meanings that two columns claim.
    var claimedTwice: [(meaning: ColumnMeaning, columns: [String])] {
        var seen: Set<ColumnMeaning> = []
        return meanings.compactMap(\.self).filter {
            !$0.withoutRound.mayStandTwice && seen.insert($0).inserted
        }
        .compactMap { meaning in
            let columns = all(meaning)
            return columns.count > 1 ? (meaning, columns.map { names[$0] }) : nil
        }
    }

    /// Whether a column of this name is there.
    func has(_ name: String) -> Bool {
        let key = ColumnSpelling.key(of: name)
        return names.contains { ColumnSpelling.key(of: $0) == key }
    }

    // MARK: - Rounds

    /// The columns of each interview that a row may tell of: those of its round, and those of all.
    var rounds: [SheetColumns] {
        let numbers = Set(
            meanings.compactMap { meaning -> Int? in
                if case .round(let number, .date)? = meaning { number } else { nil }
            })
        return numbers.isEmpty ? [self] : numbers.sorted().map(round)
    }

    /// The columns with the days of rounds, the first round first.
    var roundDates: [Int] { rounds.compactMap { $0.first(.date) }.filter { meanings[$0] != .date } }

    private func round(_ number: Int) -> SheetColumns {
        let own = Set(
            meanings.compactMap { meaning -> ColumnMeaning? in
                if case .round(number, let inner)? = meaning { inner } else { nil }
            })
        return SheetColumns(
            names: names,
            meanings: meanings.map { meaning in
                switch meaning {
                case .round(number, let inner)?: inner
                // How another round went may end the recruitment.
                case .round(_, .status)?: meaning
                case .round?: .ignored
                case let shared?: own.contains(shared) && !shared.mayStandTwice ? .ignored : shared
                case nil: nil
                }
            })
    }
}
