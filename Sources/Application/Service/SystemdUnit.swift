import Foundation

/// The unit of `afterword run` for systemd's user manager, made from the one that a package installs
/// (`Config/afterword.service`).
package struct SystemdUnit {
    private let site: RunSite

    /// - Parameter site: what it says of this program and this user.
    package init(site: RunSite) { self.site = site }

    package static let name = "afterword.service"
    /// By this first line its own file is told from one that somebody else wrote.
    static let mark = "# Written by 'afterword service install'."

    /// As a package installs it, for a program in /usr and a user who keeps to the usual folders.
    static let packaged = String(decoding: PackageResources.afterword_service, as: UTF8.self)

    /// A whole unit of this site's own, for a program that came without a package.
    package var text: String {
        var lines = Self.packaged.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines[0] = "\(Self.mark) That command writes it anew."
        return lines.map { line in
            if line.hasPrefix("ExecStart=") { return "ExecStart=\(Self.word(site.program)) run" }
            if line.hasPrefix("Environment=PATH=") { return environment(orElse: line) }
            if line.hasPrefix("ReadWritePaths=-%h/.config/afterword ") { return Self.writable(allFolders) }
            return line
        }.joined(separator: "\n")
    }

    /// What this site needs beyond the packaged unit; nil where that serves it as it is.
    var addition: String? {
        let packaged = Self.packaged.replacing("%h", with: site.userFolder ?? "%h")
        let known = Set(Self.folders(ofPath: packaged))
        let needed = site.environment.filter { name, value in
            name != "PATH" || !known.isSuperset(of: value.split(separator: ":"))
        }
        let closed = Self.closed(allFolders, in: [packaged])
        guard !(needed.isEmpty && closed.isEmpty) else { return nil }
        let lines =
            ["\(Self.mark) That command writes it anew.", "[Service]"] + needed.map(Self.assignment)
            + (closed.isEmpty ? [] : [Self.writable(closed)])
        return lines.joined(separator: "\n") + "\n"
    }

    private var allFolders: [String] { site.folders + site.mailFolders }

    private func environment(orElse usual: String) -> String {
        let own = site.environment.map(Self.assignment)
        let hasPath = site.environment.contains { $0.name == "PATH" }
        return (own + (hasPath ? [] : [usual])).joined(separator: "\n")
    }

    private static func folders(ofPath unit: String) -> [Substring] {
        let line = unit.split(separator: "\n").first { $0.hasPrefix("Environment=PATH=") }
        return line?.split(separator: "=").last?.split(separator: ":") ?? []
    }

    private static func assignment(_ name: String, _ value: String) -> String {
        "Environment=" + word("\(name)=\(value)")
    }

    private static func writable(_ folders: [String]) -> String {
        "ReadWritePaths=" + folders.map { word("-" + $0) }.joined(separator: " ")
    }

    /// The folders that units which were written before, and what the user has added to them, do not let it write to.
    package static func closed(_ folders: [String], in texts: [String]) -> [String] {
        let lines = texts.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("ReadWritePaths=") }
        let open = lines.joined(separator: " ").replacing("ReadWritePaths=", with: "")
        return folders.filter { folder in
            let above = sequence(first: folder) { path in
                let parent = (path as NSString).deletingLastPathComponent
                return parent == path || parent.isEmpty ? nil : parent
            }
            return !above.contains { path in
                ["-", "", "+", "-+"].contains { " \(open) ".contains(" " + word($0 + path) + " ") }
            }
        }
    }

    /// A word in quotes where it needs them, with nothing in it that systemd would replace (systemd.service(5), Command
    /// lines; systemd.unit(5), Specifiers). A dollar means itself, in the program's path too.
    static func word(_ text: String) -> String {
        let word = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
        return word.contains { " '\";#".contains($0) } || word.isEmpty ? "\"\(word)\"" : word
    }
}
