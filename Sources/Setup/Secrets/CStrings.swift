import Foundation

extension [String] {
    /// A null-terminated array of C strings, as `posix_spawn` takes it, that lives as long as `body` runs.
    package func withCStrings<Result>(_ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        let pointers = map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }
}
