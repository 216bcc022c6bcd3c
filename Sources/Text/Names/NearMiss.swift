/// A word of a name that is one or two letters away from what the address spells, where all else agrees: the name, or
/// the address, was mistyped (rule `names-right`).
struct NearMiss {
    /// The name as the address would have it, such as `Jane Okafor` for `Jane Okofor` at `jane.okafor@`.
    let name: String

    /// More spellings of one word, longer addresses and names of more words cost time and tell nothing more.
    private static let (mostSpellings, longestAddress, mostWords, mostReadings) = (8, 40, 7, 12)

    /// Nil where no one word explains the difference.
    init?(name: String, mailbox: MailboxName, parts: [NamePart]) {
        guard parts.count <= Self.mostWords, mailbox.words.joined().count <= Self.longestAddress else {
            return nil
        }
        let main = parts.indices.filter { !parts[$0].isMinor && !parts[$0].isInitial }
        let candidates = main.flatMap { index in
            Self.lookalikes(of: parts[index], in: mailbox).map {
                (index: index, letters: $0.letters, slips: $0.slips)
            }
        }
        let nearest = candidates.sorted { ($0.slips, $0.index) < ($1.slips, $1.index) }.prefix(
            Self.mostReadings
        )
        .first { candidate in
            var mended = parts
            mended[candidate.index] = parts[candidate.index].spelt(Array(candidate.letters))
            var reading = MailboxReading(mailbox: mailbox, parts: mended, inFull: candidate.index)
            return reading.succeeds()
        }
        guard let nearest else { return nil }
        self.name = Self.replacing(parts[nearest.index].range, of: name, with: nearest.letters)
    }

    /// The beginnings and ends of words of the address that are near a word of the name.
    private static func lookalikes(of part: NamePart, in mailbox: MailboxName)
        -> [(letters: ArraySlice<UInt8>, slips: Int)]
    {
        var found: [(letters: ArraySlice<UInt8>, slips: Int)] = []
        for spelling in part.spellings.prefix(mostSpellings) where spelling.count > 2 {
            for letters in mailbox.words.flatMap({ pieces(of: $0, about: spelling.count) }) {
                guard !differsAtItsEnd(spelling, letters),
                    let slips = SpellingDistance.near(spelling, letters), slips > 0
                else { continue }
                found.append((letters, slips))
            }
        }
        return found
    }

    /// A word that was cut short, or has one letter behind its end, is no slip: an address may be made so.
    private static func differsAtItsEnd(_ spelling: [UInt8], _ letters: ArraySlice<UInt8>) -> Bool {
        spelling.starts(with: letters)
            || letters.count == spelling.count + 1 && letters.starts(with: spelling)
    }

    /// What a word begins and ends with, two letters more or less than so many.
    private static func pieces(of word: [UInt8], about length: Int) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        for count in max(2, length - 2)...length + 2 where count < word.count {
            pieces += [word.prefix(count), word.suffix(count)]
        }
        return abs(word.count - length) <= 2 ? pieces + [word[...]] : pieces
    }

    /// The word as the address has it, with the capitals of the name.
    private static func replacing(
        _ range: Range<String.Index>, of name: String, with letters: ArraySlice<UInt8>
    )
        -> String
    {
        let word = name[range]
        let spelt = String(decoding: letters, as: UTF8.self)
        let isCapital = word.count > 1 && word.allSatisfy { !$0.isLowercase }
        let shown =
            isCapital ? spelt.uppercased() : word.first?.isUppercase == true ? spelt.capitalised : spelt
        return name[..<range.lowerBound] + shown + name[range.upperBound...]
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
