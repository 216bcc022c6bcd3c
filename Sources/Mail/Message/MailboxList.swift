import Etiquette

/// The mailboxes of an address field as `Letter.frozen()` writes them (RFC 5322 3.4): a phrase and an address in angle
/// brackets, or the address alone. Nothing of ours holds a group, a route or a comment.
struct MailboxList {
    private var phrase: [UInt8] = []
    private var address: [UInt8]?
    private var state = State.plain
    private var found: [Correspondent] = []

    private enum State { case plain, quoted, escaped, angle }

    /// Names decoded, in their order.
    ///
    /// - Throws: `.unreadableAddress` for anything else.
    static func read(_ value: [UInt8]) throws(LetterProblem) -> [Correspondent] {
        var list = MailboxList()
        for byte in value { try list.take(byte) }
        guard list.state == .plain else { throw .unreadableAddress }
        try list.finish()
        return list.found
    }

    private mutating func take(_ byte: UInt8) throws(LetterProblem) {
        switch (state, byte) {
        case (.plain, UInt8(ascii: "\"")): state = .quoted
        case (.plain, UInt8(ascii: "<")) where address == nil:
            state = .angle
            address = []
        case (.plain, UInt8(ascii: ",")): try finish()
        case (.plain, UInt8(ascii: ":")), (.plain, UInt8(ascii: ";")), (.plain, UInt8(ascii: "(")),
            (.plain, UInt8(ascii: ">")), (.plain, UInt8(ascii: "<")):
            throw .unreadableAddress
        case (.quoted, UInt8(ascii: "\"")): state = .plain
        case (.quoted, UInt8(ascii: "\\")): state = .escaped
        case (.angle, UInt8(ascii: ">")): state = .plain
        case (.angle, _): address?.append(byte)
        case (.plain, _), (.quoted, _): phrase.append(byte)
        case (.escaped, _):
            phrase.append(byte)
            state = .quoted
        }
    }

    /// The end of one mailbox.
    private mutating func finish() throws(LetterProblem) {
        let text = Array(phrase[...].trimmed)
        guard let address = address ?? (text.contains(UInt8(ascii: "@")) ? text : nil) else {
            throw .unreadableAddress
        }
        do throws(InputProblem) {
            let checked = try EmailAddress(String(decoding: address, as: UTF8.self))
            found.append(
                Correspondent(
                    name: self.address == nil ? "" : EncodedWordReader.text(text), address: checked))
        } catch {
            throw .unreadableAddress
        }
        (phrase, self.address) = ([], nil)
    }
}
