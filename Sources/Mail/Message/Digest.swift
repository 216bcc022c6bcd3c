import CGMime

/// What stands for a text without giving it away.
public enum Digest {
    /// SHA-256 (FIPS 180-4), in hexadecimal digits.
    public static func sha256(_ bytes: [UInt8]) -> String {
        // GLib answers NULL for an unknown kind of checksum only, and ends the process when memory is out.
        guard let text = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count)) else {
            preconditionFailure("GLib does not know SHA-256")
        }
        defer { g_free(text) }
        return String(cString: text)
    }
}
