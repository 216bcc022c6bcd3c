import Foundation

/// Whether a connection is encrypted, and whose certificates count: the keys that `smtp` and `imap` share.
struct Encryption: Equatable {
    /// What may stand under `tls`.
    private enum Word: String, CaseIterable {
        case required, off
    }

    let isRequired: Bool
    /// An absolute path.
    let caFile: String?

    /// - Parameters:
    ///   - server: nil where what stands there is none.
    ///   - implicit: whether the scheme begins with TLS, so that `off` would contradict it.
    init(_ section: Section, server: ServerURL?, implicit: Bool) {
        isRequired = section.word("tls", default: Word.required) == .required
        caFile = section.path("ca_file")
        if !isRequired, let server, !server.isLoopback {
            section.note(.tlsOffElsewhere(host: server.host.quotable), of: "tls")
        } else if !isRequired, let server, implicit {
            section.note(.tlsOffAgainstScheme(server.scheme), of: "tls")
        }
        if let caFile { Self.check(caFile, in: section) }
    }

    /// Read once here: libcurl would say of a missing file only that it could not verify the server.
    private static func check(_ path: String, in section: Section) {
        do throws(FileTrouble) {
            _ = try BoundedFile(path: path, limit: 16 << 20)
        } catch {
            let written = section.text("ca_file", .path)
            section.note(.unreadable(error, found: written?.quotable), of: "ca_file")
        }
    }
}
