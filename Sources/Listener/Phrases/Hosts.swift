import Foundation

/// Domains that say little of who writes: those where anybody has an address, and those of applicant tracking systems.
struct Hosts: Sendable {
    private let publicMail: Set<String>
    private let trackingSystems: Set<String>
    /// Below these, the next label is somebody's own domain: `co.uk`.
    private let shared: Set<String>

    init(folder: URL) throws {
        func domains(_ name: String) throws -> Set<String> {
            let text = try String(contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
            let lines = text.split(separator: "\n").map {
                $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            }
            return Set(lines.filter { !$0.isEmpty })
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
