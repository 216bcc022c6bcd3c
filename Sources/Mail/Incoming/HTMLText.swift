/// HTML as plain text: tags are taken away, nothing is rendered, no link is followed, and what would not be seen
/// (scripts, styles, comments) is left out. Quotations get `> ` before their lines.
struct HTMLText {
    private var result = ""
    private var line = ""
    private var quotes = 0
    private var skipping: String?
    private let limit: Int

    static func plain(_ html: String, limit: Int) -> String {
        var reader = HTMLText(limit: limit)
        reader.read(html)
        return reader.result
    }

    private init(limit: Int) { self.limit = limit }

    private mutating func read(_ html: String) {
        let scalars = Array(html.unicodeScalars)
        var index = 0
        while index < scalars.count && result.utf8.count < limit {
            switch scalars[index] {
            case "<": index = readTag(scalars, from: index)
            case "&" where skipping == nil:
                let (text, end) = HTMLEntity.read(scalars, from: index)
                append(text)
                index = end
            case let scalar:
                if skipping == nil { append(scalar) }
                index += 1
            }
        }
        endLine()
    }

    /// White space is one space, at the beginning of a line none.
    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.properties.isWhitespace {
            if !line.isEmpty, line.unicodeScalars.last != " " { line.unicodeScalars.append(" ") }
        } else {
            line.unicodeScalars.append(scalar)
        }
    }

    private mutating func endLine() {
        if !line.isEmpty { breakLine() }
    }

    private mutating func breakLine() {
        while line.hasSuffix(" ") { line.removeLast() }
        let isEmpty = line.isEmpty
        if !isEmpty || !result.hasSuffix("\n\n") {
            result += isEmpty ? "\n" : String(repeating: "> ", count: min(quotes, 10)) + line + "\n"
        }
        line = ""
    }

    /// Where the text goes on behind a tag; a sign that begins none is text.
    private mutating func readTag(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        if scalars[start...].starts(with: "<!--".unicodeScalars) {
            let end = scalars[(start + 4)...].firstRange(of: Array("-->".unicodeScalars))
            return end?.upperBound ?? scalars.count
        }
        guard let next = scalars.dropFirst(start + 1).first,
            next == "/" || next == "!" || next.properties.isAlphabetic
        else {
            if skipping == nil { append(scalars[start]) }
            return start + 1
        }
        var end = start + 1
        while end < scalars.count, scalars[end] != ">" { end += 1 }
        var name = ""
        for scalar in scalars[(start + 1)..<min(end, start + 20)] {
            guard scalar.properties.isAlphabetic || scalar == "/" || ("0"..."9").contains(scalar) else {
                break
            }
            if scalar == "/", !name.isEmpty { break }
            name.unicodeScalars.append(scalar)
        }
        act(on: name.lowercased())
        return min(end + 1, scalars.count)
    }

    private mutating func act(on tag: String) {
        if let hidden = skipping {
            if tag == "/" + hidden { skipping = nil }
            return
        }
        switch tag {
        case "script", "style", "title", "head", "noscript", "template", "object", "svg":
            // A body ends a head that was never closed.
            skipping = tag == "head" ? nil : tag
        case "blockquote":
            endLine()
            quotes += 1
        case "/blockquote":
            endLine()
            quotes = max(0, quotes - 1)
        case "td", "th": append(" ")
        case "br", "p", "/p", "div", "/div", "tr", "/tr", "li", "ul", "/ul", "ol", "/ol", "table", "/table",
            "hr", "h1",
            "h2", "h3", "h4", "h5", "h6", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "pre", "/pre", "body":
            if tag == "br" { breakLine() } else { endLine() }
        default: break
        }
    }
}

/// The character references of HTML that mail programs write; others stay as they are.
enum HTMLEntity {
    static func read(_ scalars: [Unicode.Scalar], from start: Int) -> (Unicode.Scalar, Int) {
        guard let end = scalars[start...].prefix(12).firstIndex(of: ";"), end > start + 1 else {
            return ("&", start + 1)
        }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[(start + 1)..<end])
        guard let scalar = scalar(String(name)) else { return ("&", start + 1) }
        return (scalar, end + 1)
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let number =
            digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap { Unicode.Scalar($0) }
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "\u{2019}",
        "lsquo": "\u{2018}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "ndash": "\u{2013}",
        "mdash": "\u{2014}", "hellip": "\u{2026}", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
        "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à",
        "acirc": "â", "ccedil": "ç", "ocirc": "ô", "ugrave": "ù", "icirc": "î", "iuml": "ï", "euml": "ë",
        "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "atilde": "ã",
        "otilde": "õ", "aring": "å", "oslash": "ø", "aelig": "æ", "Eacute": "É", "Agrave": "À", "igrave": "ì",
        "ograve": "ò", "copy": "©", "euro": "€",
    ]
}
