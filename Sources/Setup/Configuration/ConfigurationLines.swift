/// The lines of a configuration as somebody wrote them, in which values are changed and all else stays as it is.
struct ConfigurationLines {
    private var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var text: String { lines.joined(separator: "\n") }

    /// - Parameters:
    ///   - key: such as `etiquette.hours`; one without a dot stands at the left margin.
    ///   - value: nil takes it out of force; what is in the place of a section becomes the section.
    mutating func set(_ key: String, _ value: String?) {
        let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return setAtMargin(key, value) }
        guard value != nil || place(of: parts[0], in: lines.indices) != nil else { return }
        setInSection(parts[1], value, in: section(parts[0]))
    }

    private mutating func setAtMargin(_ key: String, _ value: String?) {
        let isSection = KnownKeys.sections.contains { $0.name == key }
        let here = place(of: key, in: lines.indices)
        switch (here, value) {
        case (let here?, let value?): lines[here] = "\(key): \(YAMLScalar.quoted(value))" + remark(of: here)
        // A mailbox may be left out, the others are always there.
        case (let here?, nil) where isSection && key != "imap": lines[here] = "\(key):"
        case (let here?, nil): takeOut(here, as: "# " + lines[here], in: lines.indices)
        case (nil, let value?):
            let line = "\(key): \(YAMLScalar.quoted(value))"
            lines.insert(line, at: comment(of: key, in: lines.indices).map { $0 + 1 } ?? end)
        case (nil, nil): break
        }
    }

    private mutating func setInSection(_ key: String, _ value: String?, in section: Range<Int>) {
        let others = section.dropFirst().filter { isSetting(lines[$0]) }
        let margin = others.first.map { String(lines[$0].prefix { $0 == " " }) } ?? "  "
        let line = value.map { "\(margin)\(key): \(YAMLScalar.quoted($0))" }
        switch (place(of: key, in: section, isInSection: true), line) {
        case (let here?, let line?): lines[here] = line + remark(of: here)
        case (let here?, nil): takeOut(here, as: margin + "# " + lines[here].drop { $0 == " " }, in: section)
        case (nil, let line?):
            let documented = comment(of: key, in: section, isInSection: true)
            lines.insert(line, at: (documented ?? others.last ?? section.lowerBound) + 1)
        case (nil, nil): break
        }
    }

    /// It stays as a comment, once.
    private mutating func takeOut(_ index: Int, as comment: String, in range: Range<Int>) {
        if lines[range].contains(comment) { lines.remove(at: index) } else { lines[index] = comment }
    }

    /// From its first line to that of the next one; made where there is none.
    private mutating func section(_ name: String) -> Range<Int> {
        if place(of: name, in: lines.indices) == nil {
            lines.insert("\(name):", at: comment(of: name, in: lines.indices).map { $0 + 1 } ?? end)
        }
        let start = place(of: name, in: lines.indices) ?? lines.startIndex
        let next = lines.indices.first { $0 > start && lines[$0].first?.isLetter == true }
        return start..<(next ?? lines.endIndex)
    }

    /// Before the line end of the last line.
    private var end: Int { lines.last?.isEmpty == true ? lines.count - 1 : lines.count }

    private func place(of key: String, in range: Range<Int>, isInSection: Bool = false) -> Int? {
        range.first { index in
            let margin = lines[index].prefix { $0 == " " }
            return margin.isEmpty != isInSection && Self.isKey(key, lines[index].dropFirst(margin.count))
        }
    }

    /// Where it is documented, behind a `#`.
    private func comment(of key: String, in range: Range<Int>, isInSection: Bool = false) -> Int? {
        range.first { index in
            let rest = lines[index].drop { $0 == " " }
            return (rest.count < lines[index].count) == isInSection && rest.hasPrefix("# ")
                && Self.isKey(key, rest.dropFirst(2))
        }
    }

    private static func isKey(_ key: String, _ text: Substring) -> Bool {
        guard text.hasPrefix(key + ":") else { return false }
        return text.dropFirst(key.count + 1).first.map { $0 == " " } ?? true
    }

    private func isSetting(_ line: String) -> Bool {
        line.first == " " && line.firstMatch(of: /^ +[a-z_]+:/) != nil
    }

    /// What was noted behind a value; empty where it can't be told from the value.
    private func remark(of index: Int) -> String {
        guard let value = lines[index].firstRange(of: ":").map({ lines[index][$0.upperBound...] }),
            !value.contains(where: { $0 == "'" || $0 == "\"" }), let sign = value.firstRange(of: " #")
        else { return "" }
        let gap = value[..<sign.lowerBound].reversed().prefix { $0 == " " }
        return String(gap) + value[sign.lowerBound...]
    }
}
