import CICal

/// What libical needs of whoever calls it. It keeps its buffers and its last error by thread and locks its zone tables; a
/// handle belongs to one thread at a time.
enum ICal {
    /// Its default is abort() at the first line that it can't read. Done once: a `static let` is thread-safe.
    static let isReady: Void = icalerror_set_errors_are_fatal(0)

    /// Copies what libical gave away, and frees it.
    static func text(_ owned: UnsafeMutablePointer<CChar>?) -> String? {
        guard let owned else { return nil }
        defer { icalmemory_free_buffer(owned) }
        return String(cString: owned)
    }
}
