import Text

/// Marks between words: missing, doubled, or in the wrong place.
extension Style {
    func punctuation(_ sheet: Sheet) -> [Finding] {
        let (page, words) = (sheet.page, sheet.page.words)
        var found: [Finding] = []
        for index in words.indices {
            let end = index + 1 < words.count ? words[index + 1].range.lowerBound : page.bytes.count
            let gap = page.bytes[words[index].range.upperBound..<end]
            guard gap.count > 1 || gap.first != UInt8(ascii: " "),
                let fault = fault(
                    of: gap, behind: words[index], before: words.dropFirst(index + 1).first, in: page),
                !sheet.isOwn(index..<(index + 1)) || gap.count > 1
            else { continue }
            let passage = words[index].range.lowerBound..<fault.end
            found.append(
                Finding(
                    .punctuation(String(decoding: page.bytes[passage], as: UTF8.self)),
                    at: Finding.Place(sheet.part, passage, of: page.bytes),
                    fix: page.original(words[index]) + fault.fix))
        }
        return found + brackets(sheet)
    }

    /// What is wrong with what stands between two words: how far it reaches, and what belongs there instead.
    private func fault(
        of gap: ArraySlice<UInt8>, behind word: TokenizedText.Word, before next: TokenizedText.Word?,
        in page: TokenizedText
    ) -> (end: Int, fix: String)? {
        guard !word.traits.contains(.isCode), next?.traits.contains(.isCode) != true else { return nil }
        let run = gap.prefix { Self.stops.contains($0) || $0 == Self.space }
        let marks = run.indices.filter { run[$0] != Self.space }
        guard let first = marks.first, let last = marks.last else { return nil }
        let (mark, isLast) = (
            Self.text(gap[first]), last + 1 == page.bytes.count || page.bytes[last + 1] <= Self.space
        )
        if marks.count == 1, first > gap.startIndex {
            return isLast || gap[first] == UInt8(ascii: ",") ? (last + 1, mark) : nil
        }
        if marks.count == 2, Self.doubled.contains([gap[first], gap[last]]) { return (last + 1, mark) }
        guard let next, gap.count == 1, Self.runsOn(word, next, over: gap[first]) else { return nil }
        return (next.range.upperBound, mark + " " + page.original(next))
    }

    private static let space = UInt8(ascii: " ")
    private static let stops = [UInt8](",.;?!".utf8)
    /// Of three full stops something is left out, and "etc.," is right.
    private static let doubled = [",,", "..", ";;", ",.", ",;"].map { [UInt8]($0.utf8) }

    private static func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }

    /// "tour.The", "Leeds,and": neither "1,000" nor "e.g." nor a name with a full stop in it.
    private static func runsOn(_ word: TokenizedText.Word, _ next: TokenizedText.Word, over mark: UInt8)
        -> Bool
    {
        let isLetters = word.traits.union(next.traits).isDisjoint(with: .hasDigit)
        guard isLetters, word.folded.count > 1 else { return false }
        return mark != UInt8(ascii: ".")
            || next.traits.contains(.hasCapital) && word.traits.contains(.hasSmall) && word.folded.count > 2
                && (next.traits.contains(.hasSmall) || next.folded.count == 1)
    }

    /// A bracket that is never closed in its paragraph, or was never opened.
    private func brackets(_ sheet: Sheet) -> [Finding] {
        let bytes = sheet.page.bytes
        var open: Int?
        var found: [Int] = []
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "("): open = open ?? index
            case UInt8(ascii: ")"):
                // "1)" numbers a line, and ":)" is a face.
                let isAlone = open == nil && index > 2 && bytes[index - 2] > UInt8(ascii: " ")
                if isAlone, bytes[index - 1] > UInt8(ascii: "?") { found.append(index) }
                open = nil
            case UInt8(ascii: "\n"):
                if let open { found.append(open) }
                open = nil
            default: break
            }
        }
        return found.map { index in
            let mark = index..<(index + 1)
            return Finding(
                .punctuation(String(decoding: bytes[mark], as: UTF8.self)),
                at: Finding.Place(sheet.part, mark, of: bytes))
        }
    }
}
