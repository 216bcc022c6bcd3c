import Text

/// One mail from outside, read within bounds. Whatever its bytes are, reading it ends, soon, and gives something.
package struct IncomingMail: Equatable, Sendable {
    package let headers: IncomingHeaders
    /// What its writer wrote: the first plain text, else HTML with its tags taken away; fit to be shown.
    package let text: String
    /// The text without what it quotes of earlier mail.
    package let newText: String
    /// What the text quotes of earlier mail.
    package let quotedText: String
    /// All texts of the mail one after the other, those of enclosed messages left out.
    package let notices: String
    /// Its delivery status notifications.
    package let deliveryReports: [DeliveryReport]
    /// What its writer's program says became of our message.
    package let disposition: DispositionReport?
    /// The headers of enclosed messages: of a bounce, the message that came back.
    package let enclosed: [IncomingHeaders]
    /// The methods of its calendars in upper case, such as `REQUEST` and `REPLY` (RFC 5546 1.4); empty text where a
    /// calendar names none.
    package let calendarMethods: [String]
    /// The content types of its parts, in their order.
    package let partTypes: [String]
    /// Some of it was beyond the limits and has not been read.
    package let isCut: Bool

    /// Reads a whole mail, or its beginning.
    package init(parsing bytes: [UInt8]) {
        let walk = PartWalk(bytes.prefix(IncomingLimits.bytes))
        headers = IncomingHeaders(walk.header)
        let own = walk.parts.filter { $0.messageDepth == 0 }
        let texts = own.filter(\.isText).map { $0.text(limit: IncomingLimits.text) }
        text = Self.shown(own.filter(\.isText), texts)
        let parted = QuotedText(text)
        newText = parted.new
        quotedText = parted.quoted
        notices = Self.joined(texts)
        deliveryReports = walk.parts.filter(\.isDeliveryReport).prefix(20).map { DeliveryReport($0) }
        disposition = own.first { $0.type.name == "message/disposition-notification" }
            .map { DispositionReport($0) }
        enclosed = walk.enclosed.map { IncomingHeaders($0) }
        calendarMethods = own.filter(\.isCalendar).prefix(20).map { $0.calendarMethod() }
        partTypes = walk.parts.map(\.type.name)
        isCut = bytes.count > IncomingLimits.bytes || walk.parts.count >= IncomingLimits.parts
    }

    /// The first plain text that says anything, else the first HTML.
    private static func shown(_ parts: [FoundPart], _ texts: [String]) -> String {
        let said = zip(parts, texts).filter { !$0.1.allSatisfy(\.isWhitespace) }
        return said.first { $0.0.type.name != "text/html" }?.1 ?? said.first?.1 ?? ""
    }

    private static func joined(_ texts: [String]) -> String {
        var result = ""
        for text in texts where result.utf8.count + text.utf8.count <= 2 * IncomingLimits.text {
            result += text + "\n"
        }
        return result
    }
}

extension FoundPart {
    /// Text that is meant to be read; not a file that is attached.
    fileprivate var isText: Bool {
        guard
            type.isOf("text/plain") || type.isOf("text/html") || type.isOf("multipart/")
                || type.name == "text/enriched"
        else { return false }
        let disposition = fields.first("content-disposition").map {
            String(decoding: $0, as: UTF8.self).lowercased()
        }
        return !(disposition ?? "").hasPrefix("attachment")
    }

    fileprivate var isDeliveryReport: Bool {
        type.name == "message/delivery-status" || type.name == "message/global-delivery-status"
    }

    fileprivate var isCalendar: Bool { type.name == "text/calendar" || type.name == "application/ics" }

    func decodedBody(limit: Int) -> [UInt8] {
        let encoding = fields.first("content-transfer-encoding") ?? []
        return TransferEncoding.decoded(body, String(decoding: encoding, as: UTF8.self), limit: limit)
    }

    fileprivate func text(limit: Int) -> String {
        let whole = Charset.text(decodedBody(limit: limit), charset: type.parameter("charset"))
        return ShownText.lines(type.name == "text/html" ? HTMLText.plain(whole, limit: limit) : whole)
    }

    /// The parameter of its type, else the line in the calendar itself.
    fileprivate func calendarMethod() -> String {
        if let method = type.parameter("method") { return method.uppercased() }
        let text = Charset.text(decodedBody(limit: 20_000), charset: "utf-8")
        let line = text.split(whereSeparator: \.isNewline).first { $0.uppercased().hasPrefix("METHOD:") }
        return line.map { $0.dropFirst(7).trimmingBlanks().uppercased() } ?? ""
    }
}
