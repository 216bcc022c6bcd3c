/// Finds out what columns mean: first from what the user said and from each name, then from how the columns stand to
/// each other.
struct ColumnGuesses {
    private(set) var meanings: [ColumnMeaning?]
    private let spellings: [ColumnSpelling]
    /// Whose name, address or part of a name each column may hold, by the words for that person.
    private let owned: [(words: [String], part: ColumnSpelling.Part)?]
    /// The words for the person whose name each column may hold.
    private let people: [[String]]
    /// What the user said stays as it is.
    private let isTold: [Bool]

    init(_ names: [String], told: [String: ColumnMeaning]) {
        spellings = names.map(ColumnSpelling.init)
        owned = spellings.map { spelling in spelling.split.map { ($0.owner.person, $0.part) } }
        people = spellings.map(\.person)
        let told = Dictionary(
            told.map { (ColumnSpelling.key(of: $0.key), $0.value) }, uniquingKeysWith: { $1 })
        isTold = spellings.map { told[$0.key] != nil }
        meanings = spellings.map { told[$0.key] ?? $0.meaning }
        giveWay()
        joinNames()
        findAddresses()
        findWeak()
        findRounds()
    }

    private var indices: Range<Int> { meanings.indices }

    /// Where the user said which column it is, another that is called so is not.
    private mutating func giveWay() {
        let claimed = Set(
            indices.filter { isTold[$0] }.compactMap { meanings[$0] }.filter { !$0.mayStandTwice })
        for index in indices where !isTold[index] {
            guard let meaning = meanings[index] else { continue }
            if claimed.contains(meaning) || meaning.withoutRound == .date && claimed.contains(.date) {
                meanings[index] = .ignored
            }
        }
    }

    // MARK: - People

    /// First and last name in two columns are one name; one of them alone is none.
    private mutating func joinNames() {
        for index in indices {
            guard let (owner, part) = owned[index], part != .email,
                let person = meanings[index]?.person, meanings[index] == person || !isTold[index]
            else { continue }
            let other: ColumnSpelling.Part = part == .given ? .family : .given
            let partner = indices.first { candidate in
                guard let (its, theirs) = owned[candidate], theirs == other else { return false }
                let isFree = [nil, person, person.having(other)].contains(meanings[candidate])
                return isFree && its == owner
            }
            if let partner {
                (meanings[index], meanings[partner]) = (person.having(part), person.having(other))
            } else if !isTold[index] {
                meanings[index] = nil
            }
        }
    }

    /// `Hiring Manager Email` is of whoever stands under `Hiring Manager`.
    private mutating func findAddresses() {
        for index in indices where meanings[index] == nil && !isTold[index] {
            guard let (owner, part) = owned[index], part == .email, !owner.isEmpty else { continue }
            let name = indices.first { candidate in
                guard let person = meanings[candidate]?.person, meanings[candidate] != person.having(.email)
                else { return false }
                return people[candidate] == owner || owned[candidate]?.words == owner
            }
            guard let address = name.flatMap({ meanings[$0]?.person?.having(.email) }) else { continue }
            if !meanings.contains(address) { meanings[index] = address }
        }
    }

    /// A title behind a name is that of the person, and an address that of whoever stands before it.
    private mutating func findWeak() {
        for index in indices where meanings[index] == nil && !isTold[index] {
            guard let name = spellings[index].weakMeaning else { continue }
            let person = index > 0 ? meanings[index - 1]?.person : nil
            if name == "email" {
                guard let person, meanings[index - 1] != person.having(.email) else { continue }
                meanings[index] = person.having(.email)
            } else if person == nil {
                meanings[index] = ColumnMeaning(name: name, number: nil)
            }
        }
    }

    // MARK: - Rounds

    /// Beside a second round, the interview without a number is the first; people who stand behind the day of each round
    /// are those of that round.
    private mutating func findRounds() {
        var numbers = Set(indices.compactMap { round(at: $0) })
        guard !numbers.isEmpty else { return }
        if !numbers.contains(1), meanings.contains(.date) {
            for index in indices {
                guard let meaning = meanings[index],
                    [ColumnMeaning.date, .startTime, .endTime, .ended].contains(meaning)
                else { continue }
                meanings[index] = .round(1, meaning)
            }
            numbers.insert(1)
        }
        guard numbers.count > 1 else { return }
        var behind: [Int: ColumnMeaning] = [:]
        var number: Int?
        for index in indices {
            number = round(at: index) ?? number
            guard let meaning = meanings[index], meaning.isOfPanel else { continue }
            guard let number, meaning.panelNumber ?? number == number else { return }
            behind[index] = .round(number, meaning.withoutPanelNumber)
        }
        let named = Set(
            behind.values.compactMap {
                if case .round(let number, let inner) = $0, inner.person == inner { number } else { nil }
            })
        guard named == numbers else { return }
        for (index, meaning) in behind { meanings[index] = meaning }
    }

    private func round(at index: Int) -> Int? {
        if case .round(let number, .date)? = meanings[index] { number } else { nil }
    }
}

extension ColumnMeaning {
    /// Who interviewed, or something of them, and not said to be of one round.
    var isOfPanel: Bool {
        switch self {
        case .interviewer, .interviewerGiven, .interviewerFamily, .interviewerEmail, .told: true
        default: false
        }
    }

    /// Which of several columns.
    fileprivate var panelNumber: Int? {
        switch self {
        case .interviewer(let number), .interviewerGiven(let number), .interviewerFamily(let number),
            .interviewerEmail(let number), .told(_, let number):
            number
        default: nil
        }
    }

    fileprivate var withoutPanelNumber: ColumnMeaning {
        switch self {
        case .interviewer: .interviewer(nil)
        case .interviewerGiven: .interviewerGiven(nil)
        case .interviewerFamily: .interviewerFamily(nil)
        case .interviewerEmail: .interviewerEmail(nil)
        case .told(let telling, _): .told(telling, nil)
        default: self
        }
    }
}
