import CGMime

/// A leaf of a mail that somebody asked for: an alternative of its text or an attachment, decoded.
public struct MailPart: Equatable, Sendable {
    /// Type and subtype in lower case: `text/calendar`.
    public let mediaType: String
    /// The name of the file, where there is one.
    public let name: String?
    /// What the bytes are written in, as the mail says.
    public let charset: String?
    /// `REQUEST`, `CANCEL` and the like of a calendar (RFC 6047 2.4).
    public let method: String?
    /// Without its transfer encoding.
    public let content: [UInt8]

    /// How mails lie in a file.
    public enum Format: Sendable {
        /// One message of RFC 5322.
        case message
        /// One behind the other, each with a line `From ` before it (RFC 4155).
        case mbox
    }

    /// The leaves of all mails that `isWanted`, in their order, those of forwarded mails included. GMime descends 1,024
    /// multiparts or 512 forwarded mails deep; what lies deeper is one leaf.
    /// - Parameter isWanted: asked with the media type and the file name of each leaf.
    /// - Throws: `.notAMessage` where the bytes hold none.
    public static func all(
        in bytes: [UInt8], _ format: Format, where isWanted: (String, String?) -> Bool
    ) throws(LetterProblem) -> [MailPart] {
        let mailbox = try MIMEMailbox(bytes, format)
        var parts: [MailPart] = []
        var isAny = false
        while let message = mailbox.next() {
            isAny = true
            parts += try message.leaves(where: isWanted)
        }
        guard isAny else { throw .notAMessage }
        return parts
    }
}

/// Mails in memory, read one after the other.
private final class MIMEMailbox {
    private let parser: UnsafeMutablePointer<GMimeParser>

    init(_ bytes: [UInt8], _ format: MailPart.Format) throws(LetterProblem) {
        let stream = try MIMEStream(bytes)
        guard let parser = g_mime_parser_new_with_stream(stream.pointer) else { throw .outOfMemory }
        self.parser = parser
        g_mime_parser_set_format(parser, format == .mbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE)
    }

    deinit { afterword_gmime_unref(parser) }

    /// Nil behind the last one.
    func next() -> MIMEMail? {
        guard g_mime_parser_eos(parser) == 0 else { return nil }
        return g_mime_parser_construct_message(parser, nil).map { MIMEMail(owning: $0) }
    }
}

/// A mail somebody else wrote.
private final class MIMEMail {
    private let pointer: UnsafeMutablePointer<GMimeMessage>

    init(owning pointer: UnsafeMutablePointer<GMimeMessage>) {
        self.pointer = pointer
    }

    deinit { afterword_gmime_unref(pointer) }

    func leaves(where isWanted: (String, String?) -> Bool) throws(LetterProblem) -> [MailPart] {
        guard let iterator = g_mime_part_iter_new(afterword_gmime_object_of_message(pointer)) else {
            return []
        }
        defer { g_mime_part_iter_free(iterator) }
        var leaves: [MailPart] = []
        repeat {
            guard let object = g_mime_part_iter_get_current(iterator), let part = afterword_gmime_part(object)
            else { continue }
            if let leaf = try Self.leaf(part, of: object, where: isWanted) { leaves.append(leaf) }
        } while g_mime_part_iter_next(iterator) != 0
        return leaves
    }

    private static func leaf(
        _ part: UnsafeMutablePointer<GMimePart>, of object: UnsafeMutablePointer<GMimeObject>,
        where isWanted: (String, String?) -> Bool
    ) throws(LetterProblem) -> MailPart? {
        guard let type = g_mime_object_get_content_type(object),
            let written = g_mime_content_type_get_mime_type(type)
        else { return nil }
        defer { g_free(written) }
        let mediaType = String(cString: written).lowercased()
        let name = g_mime_part_get_filename(part).map { String(cString: $0) }
        guard isWanted(mediaType, name), let wrapper = g_mime_part_get_content(part) else { return nil }
        let stream = try MIMEStream()
        guard g_mime_data_wrapper_write_to_stream(wrapper, stream.pointer) >= 0 else { throw .outOfMemory }
        func parameter(_ name: String) -> String? {
            g_mime_content_type_get_parameter(type, name).map { String(cString: $0) }
        }
        return MailPart(
            mediaType: mediaType, name: name, charset: parameter("charset"), method: parameter("method"),
            content: stream.contents)
    }
}
