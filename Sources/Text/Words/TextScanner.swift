/// Goes over a text once, byte by byte as long as it is ASCII.
struct TextScanner {
    private(set) var folded: [UInt8] = []
    private(set) var words: [TokenizedText.Word] = []
    var marks: [TokenizedText.Mark] = []

    private var hash = WordHash()
    private var start = -1
    private var foldedStart = 0
    private var traits: TokenizedText.Traits = []
    /// What the next word will be told of what stands before it.
    private var coming: TokenizedText.Traits = [.startsSentence, .startsParagraph, .startsChunk]
    private var endedSentence = false
    private var lineEnds = 0
    private var spaces = 0
    /// The first word of this run of characters without white space, where the run begins, and whether it is no prose.
    private var chunk = 0
    private var chunkStart = 0
    private var isCode = false

    private let cut: WordCut
    /// The word is one character, which only marks may follow.
    private var isWhole = false

    init(count: Int, cut: WordCut) {
        self.cut = cut
        folded.reserveCapacity(count)
        words.reserveCapacity(count / 5)
    }

    var isInWord: Bool { start >= 0 }

    mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                takeASCII(byte, at: index, in: text)
                index += 1
            } else {
                let (scalar, length) = Self.scalar(at: index, in: text)
                take(scalar, at: index, length: length, in: text)
                index += length
            }
        }
        endChunk(at: text.count)
    }

    @inline(__always)
    private mutating func takeASCII(_ byte: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        if isWhole { close(at: index) }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            open(at: index)
            traits.insert(.hasSmall)
            append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            noteCapital()
            open(at: index)
            traits.insert(.hasCapital)
            append(byte | 0x20)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            open(at: index)
            traits.insert(.hasDigit)
            append(byte)
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            takeSpace(byte, at: index, in: text)
        default: takeMark(byte, at: index, in: text)
        }
    }

    mutating func takeLetter(_ scalar: Unicode.Scalar, at index: Int, isForeign: Bool, part: WordPart) {
        let isCapital = scalar.properties.isUppercase
        if isCapital { noteCapital() }
        let isAlone = part == .whole && cut.partsIdeographs
        if isAlone || isWhole && part != .mark { close(at: index) }
        open(at: index)
        isWhole = isAlone || isWhole
        traits.insert(isCapital ? .hasCapital : .hasSmall)
        if isForeign { traits.insert(.isForeign) }
        if isCapital {
            for byte in scalar.properties.lowercaseMapping.utf8 { append(byte) }
        } else {
            for byte in UTF8.encode(scalar) ?? .init() { append(byte) }
        }
    }

    @inline(__always)
    private mutating func noteCapital() {
        if isInWord { traits.insert(.hasInnerCapital) }
    }

    @inline(__always)
    private mutating func open(at index: Int) {
        guard !isInWord else { return }
        isWhole = false
        start = index
        // One sentence ends where a line does.
        if !folded.isEmpty { folded.append(coming.contains(.startsSentence) ? 0x0A : 0x20) }
        foldedStart = folded.count
        hash = WordHash()
        traits = coming
        coming = []
        endedSentence = false
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        folded.append(byte)
        hash.take(byte)
    }

    @inline(__always)
    private mutating func close(at index: Int) {
        guard isInWord else { return }
        words.append(
            TokenizedText.Word(
                range: start..<index, folded: foldedStart..<folded.count, hash: hash.value, traits: traits))
        (start, isWhole) = (-1, false)
    }

    private mutating func endChunk(at index: Int) {
        close(at: index)
        if index > chunkStart { (lineEnds, spaces) = (0, 0) }
        if isCode {
            for word in chunk..<words.count { words[word].traits.insert(.isCode) }
        }
        isCode = false
        chunk = words.count
    }

    mutating func takeSpace(_ byte: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        if isInWord { coming.insert(.followsSpace) }
        endChunk(at: index)
        chunkStart = index + 1
        coming.insert(.startsChunk)
        if endedSentence { coming.insert(.startsSentence) }
        guard byte == UInt8(ascii: "\n") else {
            spaces += 1
            if spaces == 2, lineEnds == 0, !words.isEmpty, text[index] < 0x80 {
                noteSpaces(endingAt: index, in: text)
            }
            return
        }
        lineEnds += 1
        // A paragraph is one line as the templates write it; who breaks lines by hand goes on with the sentence.
        if lineEnds > 1 {
            coming.formUnion([.startsSentence, .startsParagraph])
            coming.remove(.followsSpace)
        }
    }

    /// Two spaces between words, and not before the end of the line.
    private mutating func noteSpaces(endingAt index: Int, in text: UnsafeBufferPointer<UInt8>) {
        var end = index + 1
        while end < text.count, text[end] == UInt8(ascii: " ") || text[end] == UInt8(ascii: "\t") { end += 1 }
        if end < text.count, text[end] != UInt8(ascii: "\n") {
            marks.append(.init(kind: .spaces, range: (index - 1)..<end))
        }
    }

    /// Something that ends a word, and is noted where it is of a kind.
    mutating func takeBreak(at index: Int, _ kind: TokenizedText.Mark.Kind?, _ range: Range<Int>) {
        close(at: index)
        coming.remove(.followsSpace)
        if let kind { marks.append(.init(kind: kind, range: range)) }
        if kind == .question || kind == .exclamation { endedSentence = true }
    }

    mutating func takeMark(_ byte: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        let (length, range) = (isInWord ? index - start : 0, index..<(index + 1))
        if isInWord, cut.joining.contains(byte), Self.goesOn(at: index + 1, behind: byte, in: text) {
            if byte == UInt8(ascii: "'") { marks.append(.init(kind: .straightSingle, range: range)) }
            return append(byte)
        }
        takeBreak(at: index, Self.kind(of: byte), range)
        switch byte {
        case UInt8(ascii: "."):
            endedSentence = true
            // "example.org", but neither "e.g." nor two sentences that lack the space between them.
            if length > 1, Self.isSmall(at: index + 1, in: text) { noteCode(range, isLink: true) }
        case UInt8(ascii: "@"): noteCode(range, isLink: true)
        case UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "="):
            noteCode(range, isLink: false)
        case UInt8(ascii: ":") where length > 0: noteLink(at: index, in: text)
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "<"):
            if index == chunkStart { noteFace(at: index, in: text) }
        default: if length > 0, byte == UInt8(ascii: "-") { coming.insert(.followsHyphen) }
        }
    }

    private static func kind(of byte: UInt8) -> TokenizedText.Mark.Kind? {
        switch byte {
        case UInt8(ascii: "?"): .question
        case UInt8(ascii: "!"): .exclamation
        case UInt8(ascii: "\""): .straightDouble
        case UInt8(ascii: "'"): .straightSingle
        default: nil
        }
    }

    private mutating func noteCode(_ range: Range<Int>, isLink: Bool) {
        isCode = true
        if isLink { marks.append(.init(kind: .link, range: range)) }
    }

    private mutating func noteLink(at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        let slash = UInt8(ascii: "/")
        guard Self.byte(at: index + 1, in: text) == slash, Self.byte(at: index + 2, in: text) == slash else {
            return
        }
        noteCode(index..<(index + 3), isLink: true)
    }

    /// `:-)` and its relatives, and the heart.
    private mutating func noteFace(at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        let nose = Self.byte(at: index + 1, in: text) == UInt8(ascii: "-") ? 1 : 0
        let mouths = text[index] == UInt8(ascii: "<") ? "3".utf8 : ")(DP".utf8
        guard let mouth = Self.byte(at: index + 1 + nose, in: text), mouths.contains(mouth) else { return }
        marks.append(.init(kind: .emoji, range: index..<(index + 2 + nose)))
    }
}
