import Foundation
import Text

extension Criteria {
    /// Whether a mail fits.
    /// - Parameter received: when it came; where that is not known it may be any day.
    func fits(_ header: HeaderFields, received: Date?) -> Bool {
        switch self {
        case .everything: true
        case .header(let name, let text): header.holds(text, in: name.rawValue.lowercased())
        case .since(let day): received.map { $0.timeIntervalSince1970 >= Double(day.number) * 86_400 } ?? true
        case .all(let parts): parts.allSatisfy { $0.fits(header, received: received) }
        case .any(let parts): parts.contains { $0.fits(header, received: received) }
        case .not(let part): !part.fits(header, received: received)
        }
    }
}

extension HeaderFields {
    /// Whether the text stands in a field of this name, as it is written or as it is meant (RFC 2047), as an IMAP
    /// server would look for it; an empty one asks only whether the field is there.
    fileprivate func holds(_ text: String, in name: String) -> Bool {
        values(name).contains { value in
            guard !text.isEmpty else { return true }
            let written = Charset.text(value, charset: nil)
            return written.holds(text)
                || (written.contains("=?") && EncodedWordReader.text(value).holds(text))
        }
    }
}

extension String {
    fileprivate func holds(_ text: String) -> Bool {
        range(of: text, options: [.caseInsensitive]) != nil
    }
}
