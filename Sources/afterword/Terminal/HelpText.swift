/// The help of a command in lines that fit a window: paragraphs flow, and what stands in two columns stays in them, or goes
/// below where the second one would be too narrow to read.
struct HelpText {
    /// Wider lines are tiring to read.
    static let widest = 80
    /// As the parser wrote it, without a line being broken.
    private let text: String
    private let columns: Int

    /// Nil for what the parser has written for another program, such as a script for a shell.
    init?(_ text: String, columns: Int) {
        guard text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else { return nil }
        self.text = text
        self.columns = max(20, min(columns, Self.widest))
    }

    var fitted: String {
        blocks.map { block in
            switch block {
            case .line(let line): line
            case .paragraph(let words): TextWrap.text(words, columns: columns)
            case .usage(let words): Self.usage(words, columns)
            case .pair(let left, let column, let right): pair(left, column, right)
            }
        }.joined(separator: "\n")
    }

    // MARK: - What it is made of

    private enum Block {
        /// A heading, or none.
        case line(String)
        /// Words that flow, behind the indentation of the first line.
        case paragraph(String)
        /// How it is typed.
        case usage(String)
        /// Something and what it means, which begins in a column of its own.
        case pair(left: String, column: Int, right: String)
    }

    private var blocks: [Block] {
        var blocks: [Block] = []
        var isUsage = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let indent = line.prefix { $0 == " " }.count
            let words = String(line.dropFirst(indent))
            isUsage = line.hasPrefix("USAGE: ") || isUsage && !words.isEmpty
            if isUsage, let next = Self.usage(line, words, after: blocks.last) {
                if case .usage(let before)? = blocks.last, next.isMore {
                    blocks[blocks.count - 1] = .usage(before + " " + next.words)
                } else {
                    blocks.append(.usage(next.words))
                }
            } else if words.isEmpty || indent == 0 && !words.contains(where: \.isLowercase) {
                blocks.append(.line(words))
            } else if let joined = Self.joined(blocks.last, indent: indent, words) {
                blocks[blocks.count - 1] = joined
            } else if let pair = line.wholeMatch(of: /( +\S+(?: \S+)*)( {2,})(\S.*)/) {
                blocks.append(
                    .pair(
                        left: String(pair.1), column: pair.1.count + pair.2.count, right: String(pair.3)))
            } else if let pair = line.wholeMatch(of: /( {2}-.{22}) (\S.*)/) {
                // An option that fills its column to the last place.
                blocks.append(.pair(left: String(pair.1), column: 26, right: String(pair.2)))
            } else {
                blocks.append(.paragraph(line))
            }
        }
        return blocks
    }

    /// A line that goes on with what was before it.
    private static func joined(_ last: Block?, indent: Int, _ words: String) -> Block? {
        switch last {
        case .paragraph(let before)? where indent == 0 && !before.hasPrefix(" "):
            .paragraph(before + " " + words)
        case .pair(let left, let column, let right)? where indent == column:
            .pair(left: left, column: column, right: right + " " + words)
        default: nil
        }
    }

    private static func usage(
        _ line: String, _ words: String, after last: Block?
    ) -> (words: String, isMore: Bool)? {
        if line.hasPrefix("USAGE: ") { return (words, false) }
        guard case .usage? = last else { return nil }
        return words.hasPrefix("afterword") ? ("       " + words, false) : (words, true)
    }

    // MARK: - In lines

    /// Broken between options, and inside one only where it is wider than the window.
    private static func usage(_ words: String, _ columns: Int) -> String {
        var lines: [String] = []
        var current = String(words.prefix { $0 == " " })
        var isEmpty = true
        for part in parts(of: words.drop { $0 == " " }) {
            if !isEmpty, current.count + 1 + part.count > columns {
                lines.append(current)
                (current, isEmpty) = (String(repeating: " ", count: 13), true)
            }
            current += (isEmpty ? "" : " ") + part
            isEmpty = false
        }
        return TextWrap.text((lines + [current]).joined(separator: "\n"), columns: columns)
    }

    /// What stands in one pair of brackets is one part.
    private static func parts(of words: Substring) -> [String] {
        var (parts, depth) = ([String](), 0)
        for word in words.split(separator: " ") {
            if depth > 0, let last = parts.popLast() {
                parts.append("\(last) \(word)")
            } else {
                parts.append(String(word))
            }
            depth += word.count { $0 == "[" } - word.count { $0 == "]" }
        }
        return parts
    }

    /// As much as a second column needs to be read with ease.
    private static let narrowest = 24

    private func pair(_ left: String, _ column: Int, _ right: String) -> String {
        let isBeside = columns - column >= Self.narrowest
        let indent = isBeside ? column : left.prefix { $0 == " " }.count + 4
        let wrapped = TextWrap.text(String(repeating: " ", count: indent) + right, columns: columns)
        guard isBeside else { return TextWrap.text(left, columns: columns) + "\n" + wrapped }
        return left + wrapped.dropFirst(left.count)
    }
}
