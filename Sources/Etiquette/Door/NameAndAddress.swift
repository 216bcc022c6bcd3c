import Text

/// Somebody as the user names them: `Jane Okafor <jane.okafor@example.org>`, `"Okafor, Jane" <…>` or, where
/// there is no address, `Jane Okafor`. A name is required (rule `names-right`: it is never guessed).
package struct NameAndAddress: Hashable, Sendable {
    /// As the person writes it.
    package let name: String
    /// Absent for somebody who gets a card.
    package let address: EmailAddress?

    /// Reads the written form.
    package init(_ text: String) throws(InputProblem) {
        let (phrase, address) = try Self.parts(of: text)
        try self.init(name: Self.unquoted(phrase, in: text), address: address)
    }

    /// Takes the parts as a file gives them.
    package init(name: String, address: String?) throws(InputProblem) {
        self.name = try Field.name.admit(name)
        if let address {
            self.address = try EmailAddress(address)
        } else {
            self.address = nil
        }
    }

    /// The one way around the door: for what was checked when the ledger took it.
    package init(checkedName: String, address: EmailAddress?) {
        self.name = checkedName
        self.address = address
    }

    /// Whether a text is this somebody's address, upper and lower case alike, or exact name.
    package func isMeant(by text: String) -> Bool {
        guard name != text else { return true }
        guard let address, let meant = try? EmailAddress(text) else { return false }
        return address.key == meant.key
    }

    /// What stands before the angle brackets, and in them.
    private static func parts(of text: String) throws(InputProblem) -> (phrase: Substring, address: String?) {
        let trimmed = text.trimmingBlanks()
        guard let open = opening(of: trimmed) else {
            // A bare address, or a list in a form that has no names.
            guard !trimmed.contains("@"), !trimmed.contains(">") else { throw .notNameAndAddress(text) }
            return (trimmed, nil)
        }
        let inside = trimmed[trimmed.index(after: open)...]
        guard inside.last == ">", !inside.dropLast().contains(where: { $0 == "<" || $0 == ">" }) else {
            throw .notNameAndAddress(text)
        }
        let phrase = trimmed[..<open].trimmingBlanks()
        guard !phrase.isEmpty else { throw .notNameAndAddress(text) }
        return (phrase, String(inside.dropLast()))
    }

    /// The first `<` that does not stand in quotes.
    private static func opening(of text: Substring) -> Substring.Index? {
        guard text.first == "\"" else { return text.firstIndex(of: "<") }
        var isEscaped = false
        for index in text.indices.dropFirst() {
            if isEscaped {
                isEscaped = false
            } else if text[index] == "\\" {
                isEscaped = true
            } else if text[index] == "\"" {
                return text[index...].firstIndex(of: "<")
            }
        }
        return nil
    }

    /// A quoted-string (RFC 5322 3.2.4) as what it stands for; anything else as it is.
    private static func unquoted(_ phrase: Substring, in text: String) throws(InputProblem) -> String {
        guard phrase.first == "\"" else {
            guard !phrase.contains(where: { $0 == "<" || $0 == ">" || $0 == "@" }) else {
                throw .notNameAndAddress(text)
            }
            return String(phrase)
        }
        var name = ""
        var rest = phrase.dropFirst()
        while let character = rest.popFirst() {
            if character == "\"" {
                guard rest.isEmpty else { throw .notNameAndAddress(text) }
                return name
            }
            name.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
        }
        throw .notNameAndAddress(text)
    }
}
