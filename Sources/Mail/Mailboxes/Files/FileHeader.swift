import CGMime
import Etiquette
import Foundation

/// The fields of a header (RFC 5322 2.2), for looking something up as an IMAP server would.
struct FileHeader {
    private let fields: [(name: String, value: [UInt8])]

    /// - Parameter bytes: the beginning of a mail; what follows the first empty line is not looked at.
    init(_ bytes: [UInt8]) {
        var fields: [(name: String, value: [UInt8])] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = line.last == 0x0D ? line.dropLast() : line
            guard let first = line.first else { break }
            if first == 0x20 || first == 0x09 {
                // A line break goes, the white space behind it stays (RFC 5322 2.2.3).
                if !fields.isEmpty { fields[fields.count - 1].value += line }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased()
                fields.append((name, Array(line[line.index(after: colon)...])))
            }
        }
        self.fields = fields
    }

    /// Whether the text stands in the field, as it is written or as it is meant (RFC 2047).
    func holds(_ text: String, in name: String) -> Bool {
        let name = name.lowercased()
        return fields.contains { field in
            guard field.name == name else { return false }
            guard !text.isEmpty else { return true }
            let written = String(decoding: field.value, as: UTF8.self)
            return written.holds(text) || (written.contains("=?") && Self.decoded(field.value).holds(text))
        }
    }

    private static func decoded(_ value: [UInt8]) -> String {
        guard GMimeLibrary.isStarted else { return "" }
        let bytes = value.map { CChar(bitPattern: $0 == 0 ? 0x20 : $0) } + [0]
        guard let text = g_mime_utils_header_decode_text(nil, bytes) else { return "" }
        defer { g_free(text) }
        return String(cString: text)
    }
}

extension String {
    fileprivate func holds(_ text: String) -> Bool {
        range(of: text, options: [.caseInsensitive]) != nil
    }

    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

extension Criteria {
    /// Whether a mail fits.
    /// - Parameter received: when it came; where that is not known it may be any day.
    func fits(_ header: FileHeader, received: Date?) -> Bool {
        switch self {
        case .everything: true
        case .from(let text): header.holds(text, in: "From")
        case .to(let text): header.holds(text, in: "To")
        case .subject(let text): header.holds(text, in: "Subject")
        case .header(let name, let text): header.holds(text, in: name.text)
        case .since(let day): received.map { $0.timeIntervalSince1970 >= Double(day.number) * 86_400 } ?? true
        case .all(let parts): parts.allSatisfy { $0.fits(header, received: received) }
        case .any(let parts): parts.contains { $0.fits(header, received: received) }
        case .not(let part): !part.fits(header, received: received)
        }
    }
}
