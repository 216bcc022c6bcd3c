/// Which release this is, in its one place: packages and tags take it from here, and `Scripts/release` writes it.
enum Version {
    /// By the rules of Semantic Versioning 2.0.0.
    static let text = "0.2.0"
}
