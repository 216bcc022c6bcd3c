import Etiquette
import Foundation

/// A name in quotation marks (RFC 5322 3.2.4), which is meant exactly so: `"Okafor; Jane" <jane@example.org>`.
struct QuotedName {
    let name: String
    /// What stands behind it.
    let rest: Substring

    /// Nil where a text does not begin with such a name, or its marks are not closed.
    init?(_ text: String) {
        guard text.first == "\"" else { return nil }
        var name = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            if character == "\"" {
                guard !name.isEmpty else { return nil }
                (self.name, self.rest) = (name, rest)
                return
            }
            name.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
        }
        return nil
    }

    /// A name as a cell of its own takes it, so that it is read back as it is: in quotation marks only where it must be.
    static func cell(_ name: String, at place: SheetPlace) -> String {
        if let read = try? SheetPeople.one(in: name, at: place).first,
            let person = try? SheetPeople.admit(read, at: place), person.name == name, person.address == nil
        {
            return SheetWords.protected(name)
        }
        return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// Cuts a cell into those whom it names.
struct PieceCutter {
    private(set) var pieces = [""]
    /// Between `<` and `>`.
    private var isInside = false
    private var isQuoted = false
    private var isEscaped = false
    /// Of the piece that grows.
    private var last: Character?
    private var hasAddress = false

    /// False for a line break within an address.
    mutating func take(_ character: Character) -> Bool {
        if isQuoted {
            isQuoted = isEscaped || character != "\""
            isEscaped = !isEscaped && character == "\\"
            append(character)
            return true
        }
        if character == "<" { isInside = true }
        if character == ">" { isInside = false }
        if character.isNewline, isInside { return false }
        // `Jane <jane@example.org>, Tom …`: behind an address no name goes on.
        let isBehindAddress = hasAddress && (last.map { ">)".contains($0) } ?? false)
        if character == ";" || character.isNewline || character == "," && isBehindAddress {
            pieces.append("")
            (last, hasAddress) = (nil, false)
        } else {
            isQuoted = character == "\"" && last == nil
            append(character)
        }
        return true
    }

    private mutating func append(_ character: Character) {
        pieces[pieces.count - 1].append(character)
        if character != " " { last = character }
        if character == "@" { hasAddress = true }
    }
}
