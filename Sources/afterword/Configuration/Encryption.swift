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

    /// - Parameter implicit: whether the scheme begins with TLS, so that `off` would contradict it.
    init(_ section: Section, server: ServerURL, implicit: Bool) throws(ConfigurationProblem) {
        isRequired = try section.word("tls", default: Word.required) == .required
        caFile = try section.path("ca_file")
        guard isRequired || server.isLoopback else {
            throw section.fault(.tlsOffElsewhere(host: server.host.quotable), of: "tls")
        }
        guard isRequired || !implicit else {
            throw section.fault(.tlsOffAgainstScheme(server.scheme), of: "tls")
        }
        if let caFile { try Self.check(caFile, in: section) }
    }

    /// Read once here: libcurl would say of a missing file only that it could not verify the server.
    private static func check(_ path: String, in section: Section) throws(ConfigurationProblem) {
        do throws(FileTrouble) {
            _ = try BoundedFile(path: path, limit: 16 << 20)
        } catch {
            let written = try section.text("ca_file", .path)
            throw section.fault(.unreadable(error, found: written?.quotable), of: "ca_file")
        }
    }
}
