/// An attempt to read a local part as a name: every letter of it must come from a word of the name, each
/// word used once, in full or cut short.
struct MailboxReading {
    /// What one word of the name may be besides.
    enum Leniency {
        /// Nothing else.
        case none
        /// Without its end, beside another: the `jokafo` of a machine whose logins have six letters.
        case cut
        /// Without its end, or with a letter more: that address says too little to suggest another name.
        case cutOrLonger
    }

    private let words: [[UInt8]]
    private let parts: [NamePart]
    /// The part that must stand there in full; nil where none must.
    private let demanded: Int?
    private let leniency: Leniency
    /// Where reading on has failed already.
    private var deadEnds: Set<Place> = []

    init(
        mailbox: MailboxName, parts: [NamePart], inFull demanded: Int? = nil, leniency: Leniency = .none
    ) {
        self.words = mailbox.words
        self.parts = parts
        self.demanded = demanded
        self.leniency = leniency
    }

    /// How far the reading has come, and with what.
    private struct Place: Hashable {
        var word = 0
        var letter = 0
        /// The parts of the name used, and those used in full, as bit sets.
        var used = 0
        var inFull = 0
        /// Something stood there that only a name in full can excuse.
        var needsFull = false
        /// A word stood there that no part explains.
        var hasStranger = false
        /// A word that only leniency explains was read.
        var isLenient = false

        func taking(_ letters: Int, of part: Int) -> Place {
            var next = self
            next.letter += letters
            next.used |= 1 << part
            return next
        }
    }

    mutating func succeeds() -> Bool { succeeds(from: Place()) }

    private mutating func succeeds(from place: Place) -> Bool {
        guard place.word < words.count else { return isConvincing(place) }
        guard !deadEnds.contains(place) else { return false }
        for next in steps(from: place) {
            var next = next
            if next.letter == words[next.word].count { (next.word, next.letter) = (next.word + 1, 0) }
            if succeeds(from: next) { return true }
        }
        deadEnds.insert(place)
        return false
    }

    private func isConvincing(_ place: Place) -> Bool {
        if let demanded, place.inFull & 1 << demanded == 0 { return false }
        if leniency == .cut, place.used.nonzeroBitCount < 2 { return false }
        if place.hasStranger { return isWholeName(place.inFull) }
        return !place.needsFull || place.inFull != 0
    }

    /// Both names, or all, stand there in full: then a further word hides no mistake.
    private func isWholeName(_ inFull: Int) -> Bool {
        let main = parts.indices.filter { !parts[$0].isMinor && !parts[$0].isInitial }
        return main.count >= 2 && main.allSatisfy { inFull & 1 << $0 != 0 }
    }

    /// Everything that may stand at a place.
    private func steps(from place: Place) -> [Place] {
        let rest = words[place.word].dropFirst(place.letter)
        var steps = parts.indices.filter { place.used & 1 << $0 == 0 }
            .flatMap {
                readings(of: $0, at: place, in: rest) + lenientReadings(of: $0, at: place, in: rest)
            }
        if place.letter == 0 { steps.append(skipping(rest.count, from: place)) }
        return steps
    }

    private func readings(of index: Int, at place: Place, in rest: ArraySlice<UInt8>) -> [Place] {
        let part = parts[index]
        var steps: [Place] = []
        for spelling in part.spellings where rest.first == spelling.first {
            if spelling.count > 1, rest.starts(with: spelling) {
                var step = place.taking(spelling.count, of: index)
                step.inFull |= 1 << index
                steps.append(step)
            }
            steps.append(place.taking(1, of: index))
            if part.isInitial { steps += expansions(of: index, at: place, in: rest) }
            let initials =
                rest.count > 1 && rest.dropFirst().first != spelling.dropFirst().first
                ? NamePart.syllableInitials(of: spelling) : []
            // `xmwang`: the syllables of Xiaoming by their initials, joined to the other name.
            if initials.count > 1, rest.starts(with: initials) {
                var step = place.taking(initials.count, of: index)
                step.needsFull = true
                steps.append(step)
            }
            // `okaforja`: two letters of a name, joined to the other.
            if spelling.count > 2, rest.starts(with: spelling.prefix(2)), words[place.word].count > 2 {
                var step = place.taking(2, of: index)
                step.needsFull = true
                steps.append(step)
            }
        }
        return steps
    }

    /// The word without its end, four letters of it at least with no more than initials behind it, or with one letter
    /// behind its end; of one word only.
    private func lenientReadings(of index: Int, at place: Place, in rest: ArraySlice<UInt8>) -> [Place] {
        let part = parts[index]
        guard leniency != .none, !place.isLenient, !part.isInitial, !part.isMinor else { return [] }
        var steps: [Place] = []
        for spelling in part.spellings {
            for count in stride(from: spelling.count - 1, through: Self.fewestLetters, by: -1)
            where (0...Self.mostInitials).contains(rest.count - count)
                && rest.starts(with: spelling.prefix(count))
            {
                steps.append(place.taking(count, of: index))
            }
            if leniency == .cutOrLonger, spelling.count > 1, rest.count > spelling.count,
                rest.starts(with: spelling)
            {
                var step = place.taking(spelling.count + 1, of: index)
                step.inFull |= 1 << index
                steps.append(step)
            }
        }
        return steps.map { step in
            var step = step
            step.isLenient = true
            return step
        }
    }

    /// What is left at least of a word that was cut short, and the initials that stand behind it at most.
    private static let (fewestLetters, mostInitials) = (4, 2)

    /// What a lone letter may stand for: a whole word, or a part of one beside a name in full.
    private func expansions(of index: Int, at place: Place, in rest: ArraySlice<UInt8>) -> [Place] {
        (1...rest.count).map { count in
            var step = place.taking(count, of: index)
            let isWord = place.letter == 0 && count == rest.count
            if count > 1, !isWord { step.needsFull = true }
            return step
        }
    }

    /// Leaves out a word: a middle initial that the name lacks, or a stranger.
    private func skipping(_ letters: Int, from place: Place) -> Place {
        var step = place
        step.letter = letters
        step.needsFull = true
        let isInner = place.word > 0 && place.word < words.count - 1
        if !(letters == 1 && isInner) { step.hasStranger = true }
        return step
    }
}
