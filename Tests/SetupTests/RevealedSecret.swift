@testable import Mail

extension Secret {
    /// The secret itself, for tests alone.
    var text: String {
        var text = ""
        reveal { text = $0 }
        return text
    }
}
