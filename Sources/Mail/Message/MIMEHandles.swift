import CGMime
import Etiquette

// GMime's objects, each with one owner. Only the methods here touch a pointer, so that what it points to
// is alive for as long as C looks at it.

/// GMime's own state, set up once; a `static let` is thread-safe.
enum GMimeLibrary {
    static let isStarted: Bool = {
        g_mime_init()
        return true
    }()
}

/// Bytes in memory that GMime reads from or writes to.
final class MIMEStream {
    let pointer: UnsafeMutablePointer<GMimeStream>

    /// A copy of `bytes`, to be read.
    init(_ bytes: [UInt8] = []) throws(LetterProblem) {
        guard GMimeLibrary.isStarted,
            let pointer = bytes.withUnsafeBytes({ buffer in
                g_mime_stream_mem_new_with_buffer(
                    buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
            })
        else { throw .outOfMemory }
        self.pointer = pointer
    }

    deinit { afterword_gmime_unref(pointer) }

    /// Everything that was written.
    var contents: [UInt8] {
        guard let memory = afterword_gmime_stream_mem(pointer),
            let array = g_mime_stream_mem_get_byte_array(memory),
            let data = array.pointee.data
        else { return [] }
        return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    }
}

/// A `text/plain; charset=utf-8` part.
final class MIMETextPart {
    fileprivate let pointer: UnsafeMutablePointer<GMimePart>

    init(_ content: MIMEStream, encoding: GMimeContentEncoding) throws(LetterProblem) {
        guard let pointer = g_mime_part_new_with_type("text", "plain") else { throw .outOfMemory }
        self.pointer = pointer
        guard
            let wrapper = g_mime_data_wrapper_new_with_stream(content.pointer, GMIME_CONTENT_ENCODING_DEFAULT)
        else { throw .outOfMemory }
        defer { afterword_gmime_unref(wrapper) }
        g_mime_object_set_content_type_parameter(afterword_gmime_object_of_part(pointer), "charset", "utf-8")
        g_mime_part_set_content(pointer, wrapper)
        g_mime_part_set_content_encoding(pointer, encoding)
    }

    deinit { afterword_gmime_unref(pointer) }
}

/// A message, built or parsed.
final class MIMEMessage {
    private let pointer: UnsafeMutablePointer<GMimeMessage>

    init() throws(LetterProblem) {
        // "Pretty" puts the headers in the customary order.
        guard GMimeLibrary.isStarted, let pointer = g_mime_message_new(1) else { throw .outOfMemory }
        self.pointer = pointer
    }

    init(parsing bytes: [UInt8]) throws(LetterProblem) {
        let stream = try MIMEStream(bytes)
        guard let parser = g_mime_parser_new_with_stream(stream.pointer) else { throw .outOfMemory }
        defer { afterword_gmime_unref(parser) }
        guard let pointer = g_mime_parser_construct_message(parser, nil) else { throw .notAMessage }
        self.pointer = pointer
    }

    deinit { afterword_gmime_unref(pointer) }

    /// Adds somebody to From or To.
    func add(_ correspondent: Correspondent, as type: GMimeAddressType) throws(LetterProblem) {
        let name = correspondent.name
        // GMime quotes an ASCII name where it must, and leaves encoded words as they are.
        let phrase =
            EncodedWords.areNeeded(for: name) ? EncodedWords.words(for: name).joined(separator: " ") : name
        guard let mailbox = internet_address_mailbox_new(phrase, correspondent.address.text)
        else { throw .outOfMemory }
        defer { afterword_gmime_unref(mailbox) }
        internet_address_list_add(g_mime_message_get_addresses(pointer, type), mailbox)
    }

    /// Whoever stands in From, To, Cc …; names decoded.
    func correspondents(_ type: GMimeAddressType) throws(LetterProblem) -> [Correspondent] {
        guard let list = g_mime_message_get_addresses(pointer, type) else { return [] }
        var found: [Correspondent] = []
        for index in 0..<internet_address_list_length(list) {
            guard let address = internet_address_list_get_address(list, index),
                let mailbox = afterword_gmime_mailbox(address),
                let text = internet_address_mailbox_get_addr(mailbox),
                let checked = try? EmailAddress(String(cString: text))
            else { throw .unreadableAddress }
            let name = internet_address_get_name(address).map { String(cString: $0) }
            found.append(Correspondent(name: name ?? "", address: checked))
        }
        return found
    }

    /// Decoded.
    var subject: String? { g_mime_message_get_subject(pointer).map { String(cString: $0) } }

    func setSubject(_ subject: String) throws(LetterProblem) {
        g_mime_message_set_subject(pointer, subject, "utf-8")
        guard EncodedWords.areNeeded(for: subject) else { return }
        let object = afterword_gmime_object_of_message(pointer)
        guard let header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), "Subject")
        else { throw .outOfMemory }
        let words = EncodedWords.words(for: subject, behind: "Subject: ")
        g_mime_header_set_raw_value(header, " " + words.joined(separator: "\n ") + "\n")
    }

    /// Without angle brackets.
    var messageID: String? {
        get { g_mime_message_get_message_id(pointer).map { String(cString: $0) } }
        set { g_mime_message_set_message_id(pointer, newValue) }
    }

    var isDated: Bool { g_mime_message_get_date(pointer) != nil }

    /// RFC 5322 3.3, with the offset in minutes east of Greenwich.
    func setDate(secondsSince1970: Int, offsetMinutes: Int32) throws(LetterProblem) {
        guard let utc = g_date_time_new_from_unix_utc(secondsSince1970) else { throw .dateOutOfRange }
        defer { g_date_time_unref(utc) }
        guard let zone = g_time_zone_new_offset(offsetMinutes * 60) else { throw .dateOutOfRange }
        defer { g_time_zone_unref(zone) }
        guard let local = g_date_time_to_timezone(utc, zone) else { throw .dateOutOfRange }
        defer { g_date_time_unref(local) }
        g_mime_message_set_date(pointer, local)
    }

    func setHeader(_ name: String, _ value: String) {
        g_mime_object_set_header(afterword_gmime_object_of_message(pointer), name, value, "utf-8")
    }

    func setContent(_ part: MIMETextPart) {
        g_mime_message_set_mime_part(pointer, afterword_gmime_object_of_part(part.pointer))
    }

    /// The decoded content of a message that is one text part; nil for any other structure.
    func content() throws(LetterProblem) -> [UInt8]? {
        guard let object = g_mime_message_get_mime_part(pointer), let part = afterword_gmime_part(object),
            let wrapper = g_mime_part_get_content(part)
        else { return nil }
        let stream = try MIMEStream()
        guard g_mime_data_wrapper_write_to_stream(wrapper, stream.pointer) >= 0 else { throw .outOfMemory }
        return stream.contents
    }

    /// The whole message as it goes on the wire: every line ends in CRLF.
    func serialized() throws(LetterProblem) -> [UInt8] {
        guard let options = g_mime_format_options_new() else { throw .outOfMemory }
        defer { g_mime_format_options_free(options) }
        g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS)
        let stream = try MIMEStream()
        let object = afterword_gmime_object_of_message(pointer)
        guard g_mime_object_write_to_stream(object, options, stream.pointer) >= 0 else { throw .outOfMemory }
        return stream.contents
    }
}
