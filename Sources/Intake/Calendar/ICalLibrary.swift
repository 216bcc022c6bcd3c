import CICal

/// libical, loaded with the first invitation.
enum ICalLibrary {
    /// A `static let` is thread-safe: loaded once, and false where this machine has none.
    private static let isLoaded = afterword_ical_load() != 0

    static func require() throws(Refusal) {
        guard isLoaded else { throw Refusal(.libraryMissing) }
    }

    /// Copies what libical gave away, and frees it.
    static func text(_ owned: UnsafeMutablePointer<CChar>?) -> String? {
        guard let owned else { return nil }
        defer { afterword_ical_text_free(owned) }
        return String(cString: owned)
    }
}
