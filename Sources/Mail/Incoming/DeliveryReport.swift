import Text

/// A delivery status notification as a machine wrote it (RFC 3464 2; RFC 6533 for addresses of any script).
package struct DeliveryReport: Equatable, Sendable {
    /// What is said of one recipient. Fields are absent where the report is silent.
    package struct Recipient: Equatable, Sendable {
        /// Where the message went in the end; lower-cased, without its type.
        package let final: String?
        /// To whom it was sent at first; lower-cased, without its type.
        package let original: String?
        /// `failed`, `delayed`, `delivered`, `relayed`, `expanded`; lower-cased.
        package let action: String?
        /// As in RFC 3463: `5.1.1`; comments left out.
        package let status: String?
        /// The words of the server that refused it, fit to be shown.
        package let diagnostic: String?
    }

    /// In their order; empty where the report names nobody.
    package let recipients: [Recipient]
    /// It lies in a message that was enclosed in this one.
    package let isEnclosed: Bool

    /// The most recipients that are read.
    static let most = 100

    init(_ part: FoundPart) {
        var groups = [part.fields]
        let text = part.decodedBody(limit: IncomingLimits.text)
        var lines = ByteLines(ArraySlice(text))
        while lines.peek() != nil, groups.count < Self.most {
            let start = lines.position
            groups.append(HeaderFields(reading: &lines))
            // A line that is no field ends no report.
            if lines.position == start { _ = lines.next() }
        }
        recipients = groups.compactMap(Self.recipient)
        isEnclosed = part.messageDepth > 0
    }

    private static func recipient(_ group: HeaderFields) -> Recipient? {
        let final = group.first("final-recipient").flatMap(address)
        let original = (group.first("original-recipient") ?? group.first("x-actual-recipient")).flatMap(
            address)
        let action = group.first("action").map { text($0).lowercased().prefix { $0.isLetter } }
        guard final != nil || original != nil || action != nil else { return nil }
        return Recipient(
            final: final, original: original, action: action.map(String.init),
            status: group.first("status").map { String(text($0).prefix { $0.isNumber || $0 == "." }) },
            diagnostic: group.first("diagnostic-code").map(text))
    }

    private static func text(_ value: [UInt8]) -> String { ShownText.line(EncodedWordReader.text(value)) }

    /// `rfc822;jane@example.org`, with brackets, a comment, or without its type; nil for a pipe, and for what holds
    /// spaces: no mail goes there.
    private static func address(_ value: [UInt8]) -> String? {
        guard var last = text(value).split(separator: ";", maxSplits: 1).last?.trimmingBlanks() else {
            return nil
        }
        if let open = last.lastIndex(of: "<"), let close = last[open...].firstIndex(of: ">") {
            last = last[last.index(after: open)..<close]
        } else if last.hasSuffix(")"), let open = last.lastIndex(of: "(") {
            last = last[..<open]
        }
        let address = last.trimmingBlanks().filter { !"<>\"".contains($0) }.lowercased()
        return address.isEmpty || address.contains(where: { " |".contains($0) }) ? nil : address
    }
}

/// What became of a message after it was delivered, as its reader's program says (RFC 8098 3.2).
package struct DispositionReport: Equatable, Sendable {
    /// `displayed`, `deleted`, `dispatched`, `processed`; lower-cased.
    package let kind: String
    /// Without angle brackets.
    package let originalMessageID: String?
    /// Lower-cased, without its type.
    package let recipient: String?

    init(_ part: FoundPart) {
        let body = part.decodedBody(limit: IncomingLimits.text)
        var lines = ByteLines(ArraySlice(body))
        let fields = HeaderFields(reading: &lines)
        let disposition =
            fields.first("disposition").map { ShownText.line(Charset.text($0, charset: nil)) } ?? ""
        let kind = disposition.split(separator: ";").last ?? ""
        self.kind = kind.trimmingBlanks().lowercased().prefix { $0.isLetter }.description
        originalMessageID = fields.first("original-message-id").flatMap { MessageIDReader.ids(in: $0).first }
        recipient = fields.first("final-recipient").map { value in
            let text = ShownText.line(Charset.text(value, charset: nil))
            return (text.split(separator: ";").last ?? "").filter { !"<> ".contains($0) }.lowercased()
        }
    }
}
