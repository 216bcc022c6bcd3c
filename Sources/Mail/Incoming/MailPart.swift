/// A leaf of a mail that somebody asked for: an alternative of its text or an attachment, decoded.
package struct MailPart: Equatable, Sendable {
    /// Type and subtype in lower case: `text/calendar`.
    package let mediaType: String
    /// The name of the file, where there is one.
    package let name: String?
    /// What the bytes are written in, as the mail says.
    package let charset: String?
    /// `REQUEST`, `CANCEL` and the like of a calendar (RFC 6047 2.4).
    package let method: String?
    /// Without its transfer encoding.
    package let content: [UInt8]

    /// How mails lie in a file.
    package enum Format: Sendable {
        /// One message of RFC 5322.
        case message
        /// One behind the other, each with a line `From ` before it (RFC 4155).
        case mbox
    }

    /// The leaves of all mails that `isWanted`, in their order, those of forwarded mails included; of each mail as many
    /// as `IncomingLimits` has it.
    /// - Parameter isWanted: asked with the media type and the file name of each leaf.
    package static func all(
        in bytes: [UInt8], _ format: Format, where isWanted: (String, String?) -> Bool
    ) -> [MailPart] {
        mails(in: bytes, format).flatMap { mail in
            PartWalk(mail).parts.compactMap { MailPart($0, where: isWanted) }
        }
    }

    private static func mails(in bytes: [UInt8], _ format: Format) -> [ArraySlice<UInt8>] {
        guard format == .mbox else { return [bytes[...]] }
        var starts: [Int] = []
        var scan = FromLines()
        scan.read(bytes, at: 0) { starts.append($0) }
        return zip(starts, starts.dropFirst() + [bytes.count]).map { bytes[$0..<$1] }
    }

    private init?(_ part: FoundPart, where isWanted: (String, String?) -> Bool) {
        let disposition = part.fields.first("content-disposition").map { ContentType($0) }
        mediaType = part.type.name
        name = disposition?.parameter("filename") ?? part.type.parameter("name")
        charset = part.type.parameter("charset")
        method = part.type.parameter("method")
        guard isWanted(mediaType, name) else { return nil }
        content = part.decodedBody(limit: part.body.count)
    }
}
