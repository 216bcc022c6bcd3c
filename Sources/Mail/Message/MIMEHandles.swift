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

/// A message that is being built.
final class MIMEMessage {
    private let pointer: UnsafeMutablePointer<GMimeMessage>

    init() throws(LetterProblem) {
        // "Pretty" puts the headers in the customary order.
        guard GMimeLibrary.isStarted, let pointer = g_mime_message_new(1) else { throw .outOfMemory }
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
    func setMessageID(_ id: String) {
        g_mime_message_set_message_id(pointer, id)
    }

    func setHeader(_ name: String, _ value: String) {
        g_mime_object_set_header(afterword_gmime_object_of_message(pointer), name, value, "utf-8")
    }

    func setContent(_ part: MIMETextPart) {
        g_mime_message_set_mime_part(pointer, afterword_gmime_object_of_part(part.pointer))
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
