import Text

/// Marks: exclamation, emoji, spaces, quotes.
extension Style {
    /// Of one kind so many are shown: who types two spaces behind every full stop has understood by then.
    private static let most = 10

    func marks(_ sheet: Sheet) -> [Finding] {
        guard !sheet.page.marks.isEmpty else { return [] }
        let (page, marks) = (sheet.page, sheet.page.marks)
        func of(_ kind: TokenizedText.Mark.Kind) -> ArraySlice<TokenizedText.Mark> {
            marks.filter { $0.kind == kind && !isInName($0, sheet) }.prefix(Self.most)
        }
        let exclamations = exclamation(of(.exclamation), sheet)
        let spaces = of(.spaces).map { sheet.finding(.twoSpaces, $0, fix: " ") }
        let emoji = of(.emoji).map { sheet.finding(.emoji(page.text($0)), $0, fix: "") }
        return exclamations + spaces + emoji + quotes(sheet)
    }

    /// One finding for all of them, where the first stand.
    private func exclamation(_ marks: ArraySlice<TokenizedText.Mark>, _ sheet: Sheet) -> [Finding] {
        guard let first = marks.first else { return [] }
        let end = marks.reduce(first.range.upperBound) {
            $1.range.lowerBound == $0 ? $1.range.upperBound : $0
        }
        let place = Finding.Place(sheet.part, first.range.lowerBound..<end, of: sheet.page.bytes)
        return [Finding(.exclamationMark, at: place, fix: ".")]
    }

    /// Straight and typographic marks: of the rarer ones something is said, of as many the straight ones.
    private func quotes(_ sheet: Sheet) -> [Finding] {
        let marks = sheet.page.marks.filter {
            ($0.kind.isStraight || $0.kind.isCurly) && !isInName($0, sheet)
        }
        let straight = marks.filter(\.kind.isStraight)
        let curly = marks.filter(\.kind.isCurly)
        guard !straight.isEmpty, !curly.isEmpty else { return [] }
        return (straight.count <= curly.count ? straight : curly).prefix(Self.most).map { mark in
            sheet.finding(
                .mixedQuotes(sheet.page.text(mark)), mark, fix: counterpart(of: mark, in: sheet.page))
        }
    }

    private func counterpart(of mark: TokenizedText.Mark, in page: TokenizedText) -> String {
        let opens = mark.range.lowerBound == 0 || page.bytes[mark.range.lowerBound - 1] <= UInt8(ascii: "(")
        return switch mark.kind {
        case .straightDouble: opens ? "“" : "”"
        case .straightSingle: opens ? "‘" : "’"
        case .curlyDouble: "\""
        default: "'"
        }
    }

    /// The mark of "Yahoo!" and of "O'Brien".
    private func isInName(_ mark: TokenizedText.Mark, _ sheet: Sheet) -> Bool {
        sheet.own.contains { range in
            let words = sheet.page.words
            let start = words[range.lowerBound].range.lowerBound
            let end = words[range.upperBound - 1].range.upperBound
            guard mark.range.lowerBound >= start - 1, mark.range.lowerBound <= end else { return false }
            let isInside = mark.range.lowerBound >= start && mark.range.lowerBound < end
            return isInside || ownNames.contains { $0.marks.contains { $0.kind == mark.kind } }
        }
    }
}

extension TokenizedText.Mark.Kind {
    fileprivate var isStraight: Bool { self == .straightDouble || self == .straightSingle }
    fileprivate var isCurly: Bool { self == .curlyDouble || self == .curlySingle }
}

extension TokenizedText {
    fileprivate func text(_ mark: Mark) -> String { String(decoding: bytes[mark.range], as: UTF8.self) }
}
