import Yams

/// Turns what the YAML parser says into a problem of ours.
struct YAMLFault {
    let file: String
    let text: String

    func problem(_ error: any Error) -> ConfigurationProblem {
        guard let error = error as? YamlError else { return problem(.notYAML("\(error)"), nil) }
        switch error {
        case .scanner(_, let words, let mark, _), .parser(_, let words, let mark, _),
            .composer(_, let words, let mark, _):
            return syntax(words, Place(line: mark.line, column: mark.column))
        case .reader(let words, let offset, _, _):
            return problem(.notYAML(words), offset.map(place(ofCharacter:)))
        case .duplicatedKeysInMapping(let keys, let context):
            return duplicate(keys.first ?? "", Place(line: context.mark.line, column: context.mark.column))
        default:
            return problem(.notYAML("it cannot be read"), nil)
        }
    }

    /// A tab is what most often breaks a file that looks right, and the parser never names it.
    private func syntax(_ words: String, _ place: Place) -> ConfigurationProblem {
        if words.contains("alias") { return problem(.anchor, place) }
        if words.contains("nest") { return problem(.notYAML("brackets lie too deep in each other"), place) }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.prefix(place.line).enumerated() {
            let margin = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }
            if let tab = margin.firstIndex(of: "\t"), margin.endIndex != line.endIndex {
                let column = margin.distance(from: margin.startIndex, to: tab) + 1
                return problem(.tab, Place(line: number + 1, column: column))
            }
        }
        return problem(.notYAML(words), place)
    }

    /// The parser names the first of two equal keys; the section and the second are found by their margins.
    private func duplicate(_ key: String, _ place: Place) -> ConfigurationProblem {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let start = String(repeating: " ", count: place.column - 1) + key + ":"
        let again = lines.dropFirst(place.line).firstIndex { $0.hasPrefix(start) }
        let section = lines.prefix(place.line - 1).last { $0.first?.isLetter == true }?.prefix { $0 != ":" }
        let path = place.column > 1 ? section.map { "\($0).\(key)" } ?? key : key
        return problem(.duplicateKey(again: again.map { $0 + 1 }), place, key: path.quotable)
    }

    private func place(ofCharacter offset: Int) -> Place {
        let before = text.prefix(offset)
        let lastLine = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).last ?? ""
        return Place(line: before.count(where: \.isNewline) + 1, column: lastLine.unicodeScalars.count + 1)
    }

    private func problem(
        _ fault: ConfigurationProblem.Fault, _ place: Place?, key: String = ""
    ) -> ConfigurationProblem {
        ConfigurationProblem(file: file, place: place, key: key, fault: fault)
    }
}
