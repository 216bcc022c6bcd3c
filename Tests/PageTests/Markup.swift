import Foundation

/// A page taken apart, strictly: what is wrong with it as HTML, and what tests ask of it.
struct Markup {
    struct Element: Equatable {
        let name: String
        let attributes: [String: String]
        /// The elements around it, outermost first.
        let around: [String]
        /// Where the form leads in which it stands; empty outside of one.
        let form: String
        /// The text in it, that of elements within it included.
        var text = ""
    }

    private(set) var elements: [Element] = []
    /// What a strict reader stumbles over.
    private(set) var faults: [String] = []

    private static let void: Set = [
        "meta", "link", "input", "br", "hr", "img", "path", "circle", "line", "rect",
    ]

    init(_ html: String) {
        var open: [Int] = []
        var rest = html[...]
        while let next = rest.firstIndex(of: "<") {
            add(text: rest[..<next], to: open)
            rest = rest[next...]
            if rest.hasPrefix("<!") {
                rest = rest[(rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex)...]
                continue
            }
            guard let end = Self.end(of: rest) else {
                faults.append("a tag has no end: \(rest.prefix(40))")
                return
            }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            take(tag, &open)
        }
        add(text: rest, to: open)
        faults += open.map { "<\(elements[$0].name)> is not closed" }
    }

    /// Where the tag ends: the first ">" outside quotes.
    private static func end(of text: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private mutating func add(text: Substring, to open: [Int]) {
        let plain = Self.plain(String(text))
        for index in open { elements[index].text += plain }
    }

    private mutating func take(_ tag: Substring, _ open: inout [Int]) {
        if tag.hasPrefix("/") {
            guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
                faults.append("</\(tag.dropFirst())> closes nothing")
                return
            }
            return
        }
        let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
        if name.isEmpty || !name.allSatisfy({ $0.isLetter || $0.isNumber }) { faults.append("<\(tag)>") }
        let form = open.last { elements[$0].name == "form" }.flatMap { elements[$0].attributes["action"] }
        elements.append(
            Element(
                name: name, attributes: attributes(of: tag.dropFirst(name.count)),
                around: open.map { elements[$0].name }, form: form ?? ""))
        if !Self.void.contains(name), !tag.hasSuffix("/") { open.append(elements.count - 1) }
    }

    private mutating func attributes(of text: Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        for match in text.matches(of: /([^\s=\/"]+)(?:="([^"]*)")?/) {
            let name = String(match.1)
            if attributes[name] != nil { faults.append("\(name) stands twice in \(text)") }
            attributes[name] = Self.plain(String(match.2 ?? ""))
        }
        return attributes
    }

    private static func plain(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func element(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

    /// The inputs that somebody fills in and that no label names.
    var unlabelled: [Element] {
        let named = Set(all("label").compactMap { $0.attributes["for"] })
        return elements.filter { element in
            guard ["input", "textarea", "select"].contains(element.name),
                element.attributes["type"] != "hidden"
            else { return false }
            return !named.contains(element.attributes["id"] ?? "") && !element.around.contains("label")
        }
    }

    /// The ids that are referred to and that nothing bears, and those that several bear.
    var brokenReferences: [String] {
        let ids = elements.compactMap { $0.attributes["id"] }
        let doubled = Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys
        var referred: [String] = []
        for element in elements {
            for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
                referred += (element.attributes[name] ?? "").split(separator: " ").map(String.init)
            }
            let address = element.attributes["href"] ?? ""
            if address.hasPrefix("#") { referred.append(String(address.dropFirst())) }
        }
        return doubled + referred.filter { !ids.contains($0) }
    }
}

extension Markup {
    /// What a browser would send with a form as it stands: by the names of its fields, without any button.
    func fields(ofForm action: String) -> [(String, String)] {
        var fields: [(String, String)] = []
        for element in elements where element.form == action {
            guard let name = element.attributes["name"] else { continue }
            switch (element.name, element.attributes["type"]) {
            case ("textarea", _): fields.append((name, String(element.text.drop { $0 == "\n" })))
            case ("input", "radio"), ("input", "checkbox"):
                if element.attributes["checked"] != nil {
                    fields.append((name, element.attributes["value"] ?? ""))
                }
            case ("input", _): fields.append((name, element.attributes["value"] ?? ""))
            default: continue
            }
        }
        return fields
    }

    /// The values of the buttons of a form by what they say.
    func buttons(ofForm action: String) -> [String: String] {
        var buttons: [String: String] = [:]
        for element in elements where element.name == "button" && element.form == action {
            buttons[element.text.trimmingCharacters(in: .whitespacesAndNewlines)] =
                element.attributes["value"] ?? ""
        }
        return buttons
    }
}
