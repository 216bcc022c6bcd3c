extension StringProtocol where SubSequence == Substring {
    /// Without blanks of any script at either end; line breaks stay, for the door to refuse.
    package func trimmingBlanks() -> Substring {
        let start = firstIndex { !$0.isBlank } ?? endIndex
        let end = lastIndex { !$0.isBlank }.map(index(after:)) ?? start
        return self[start..<end]
    }

    /// Without spaces and tabs at either end: of a line that the program or a template wrote.
    package func trimmingSpaces() -> Substring {
        guard let start = firstIndex(where: { $0 != " " && $0 != "\t" }),
            let end = lastIndex(where: { $0 != " " && $0 != "\t" })
        else { return self[endIndex...] }
        return self[start...end]
    }
}

extension Character {
    /// A space of any width, or a tab; no line break.
    fileprivate var isBlank: Bool {
        unicodeScalars.allSatisfy { $0 == "\t" || $0.properties.generalCategory == .spaceSeparator }
    }
}

extension Substring {
    /// What stands before a mark and what behind it, where it first stands; nil where it doesn't. Looked for as bytes,
    /// which is many times as fast as by characters.
    package func parted(at mark: StaticString) -> (before: Substring, behind: Substring)? {
        mark.withUTF8Buffer { mark in
            var rest = utf8
            while let start = rest.firstIndex(of: mark[0]) {
                rest = rest[start...]
                let behind = rest.dropFirst(mark.count)
                if rest.prefix(mark.count).elementsEqual(mark) {
                    return (self[..<start], Substring(behind))
                }
                rest = rest.dropFirst()
            }
            return nil
        }
    }
}

extension String {
    /// The lines, empty ones too. Cut at bytes, which is several times as fast as at characters.
    package var lines: [Substring] {
        utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
    }
}

extension StringProtocol {
    /// On one line, with single spaces between what white space of any kind parts.
    package var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
