import Yams

/// Reads one YAML document into settings, and refuses what a configuration has no use for.
struct YAMLTree {
    let file: String
    let text: String

    /// More places than this that look like an alias are refused before parsing: comparing keys that are
    /// built of aliases takes exponential time ("a billion laughs").
    private static let mostAliases = 8

    /// Nil where the document holds nothing.
    func settings() throws(ConfigurationProblem) -> [Setting]? {
        try refuseAliasBomb()
        do {
            // Without rules for implicit tags: every value is a text here, and each rule is a regular expression,
            // which takes longer to compile than a configuration takes to read.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            return try settings(of: parser)
        } catch let problem as ConfigurationProblem {
            throw problem
        } catch {
            throw YAMLFault(file: file, text: text).problem(error)
        }
    }

    private func settings(of parser: Parser) throws -> [Setting]? {
        guard let root = try parser.nextRoot() else { return nil }
        if let second = try parser.nextRoot() { throw problem(.severalDocuments, at: second) }
        try refuseProperties(below: root)
        switch try value(of: root, depth: 0) {
        case .nothing: return nil
        case .section(let settings): return settings
        case let other: throw problem(.notASection(other.shape), at: root)
        }
    }

    private func refuseAliasBomb() throws(ConfigurationProblem) {
        var count = 0
        for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        {
            // A comment may be full of stars.
            guard line.first(where: { $0 != UInt8(ascii: " ") }) != UInt8(ascii: "#") else { continue }
            count += Self.aliases(in: line)
            guard count <= Self.mostAliases else {
                let place = Place(line: number + 1, column: 1)
                throw ConfigurationProblem(file: file, place: place, key: "", fault: .anchor)
            }
        }
    }

    /// How often a star stands where an alias may begin, with something behind it.
    private static func aliases(in line: Substring.UTF8View) -> Int {
        var count = 0
        var before = UInt8(ascii: " ")
        var isAfterStar = false
        for byte in line {
            if isAfterStar && byte > UInt8(ascii: " ") { count += 1 }
            isAfterStar = byte == UInt8(ascii: "*") && " \t[{,".utf8.contains(before)
            before = byte
        }
        return count
    }

    /// An anchor, an alias or a tag is told by the sign at which its node begins: Yams keeps neither the one nor
    /// the other faithfully, and no plain value may begin with these signs.
    private func refuseProperties(below root: Node) throws(ConfigurationProblem) {
        let signs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { Array($0.unicodeScalars) }
        // In the order of the text, so that an anchor is met before the aliases that repeat its node.
        var waiting = [root]
        while let node = waiting.popLast() {
            let (line, column) = (node.place.line - 1, node.place.column - 1)
            let sign = line < signs.count && column < signs[line].count ? signs[line][column] : " "
            if sign == "&" || sign == "*" { throw problem(.anchor, at: node) }
            if sign == "!" { throw problem(.tag, at: node) }
            switch node {
            case .mapping(let pairs): waiting += pairs.reversed().flatMap { [$0.value, $0.key] }
            case .sequence(let items): waiting += items.reversed()
            case .scalar, .alias: break
            }
        }
    }

    private func value(of node: Node, depth: Int) throws(ConfigurationProblem) -> Setting.Value {
        switch node {
        case .scalar(let scalar):
            let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
            return isNothing ? .nothing : .text(scalar.string)
        case .sequence, .alias: return .list
        case .mapping(let pairs):
            // Nothing lies deeper than a key in a section.
            guard depth < 2 else { return .section([]) }
            var settings: [Setting] = []
            for (key, value) in pairs { settings.append(try setting(key, value, depth: depth)) }
            return .section(settings)
        }
    }

    private func setting(_ key: Node, _ value: Node, depth: Int) throws(ConfigurationProblem) -> Setting {
        guard let name = key.scalar?.string else { throw problem(.keyNotText, at: key) }
        return Setting(
            key: name, keyPlace: key.place, value: try self.value(of: value, depth: depth + 1),
            valuePlace: value.place)
    }

    private func problem(_ fault: ConfigurationProblem.Fault, at node: Node) -> ConfigurationProblem {
        ConfigurationProblem(file: file, place: node.place, key: "", fault: fault)
    }
}

extension Node {
    fileprivate var place: Place { Place(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
