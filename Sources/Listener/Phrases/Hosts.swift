import Foundation
import Text

/// Domains that say little of who writes: those where anybody has an address, and those of applicant tracking systems.
struct Hosts: Sendable {
    private let publicMail: Set<String>
    private let trackingSystems: Set<String>
    /// Below these, the next label is somebody's own domain: `co.uk`.
    private let shared: Set<String>

    init(folder: URL) throws {
        func domains(_ name: String) throws -> Set<String> {
            let url = folder.appendingPathComponent(name + ".txt")
            // A remark may follow a domain.
            return Set(
                PhraseFile(try String(contentsOf: url, encoding: .utf8)).lines.map {
                    String($0.text.prefix { $0 != "#" && $0 != " " })
                })
        }
        publicMail = try domains("public-mail")
        trackingSystems = try domains("tracking-systems")
        shared = try domains("shared-suffixes")
    }

    /// Anybody can have an address there.
    func isPublicMail(_ domain: String) -> Bool { Self.isBelow(domain, publicMail) }

    /// The system there writes for many employers.
    func isTrackingSystem(_ domain: String) -> Bool { Self.isBelow(domain, trackingSystems) }

    /// The domain that somebody registered: `mail.hr.example.co.uk` gives `example.co.uk`.
    func registered(_ domain: String) -> String {
        let labels = domain.split(separator: ".")
        guard labels.count > 2 else { return domain }
        let suffix = labels.suffix(2).joined(separator: ".")
        return labels.suffix(shared.contains(suffix) ? 3 : 2).joined(separator: ".")
    }

    /// Whether it is one of the domains, or lies below one.
    private static func isBelow(_ domain: String, _ domains: Set<String>) -> Bool {
        var rest = domain[...]
        while true {
            if domains.contains(String(rest)) { return true }
            guard let dot = rest.firstIndex(of: ".") else { return false }
            rest = rest[rest.index(after: dot)...]
        }
    }
}
