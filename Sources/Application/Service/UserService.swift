import Foundation
import Setup

/// How `afterword run` is started with one user's session: by the unit of the package that brought this program, else by
/// one that is written for it. What a user needs beyond the package's unit stands in a file beside it.
package struct UserService {
    /// Where systemd looks for the user's own units.
    private let folder: String
    /// The unit that came with this program, as it lies there; nil where none did.
    package let packaged: String?

    package enum Standing: Equatable {
        case absent
        /// By a unit that was written for this program; with the text of all that systemd reads.
        case own(texts: [String])
        /// By the package's unit, likewise.
        case packaged(texts: [String])
        /// By a unit that somebody else wrote.
        case foreign
    }

    /// - Parameter program: where this program lies; nil where the system does not tell.
    /// - Throws: `HomeProblem.nowhere` where neither `XDG_CONFIG_HOME` nor `HOME` says where the user's units lie.
    package init(program: String?, environment: [String: String], home: Home) throws(HomeProblem) {
        let own = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let configuration = own ?? home.userFolder.map({ $0 + "/.config" }) else { throw .nowhere }
        folder = configuration + "/systemd/user"
        // PREFIX/lib/afterword/afterword and PREFIX/lib/systemd/user are one package's.
        let library = program.map {
            ((($0 as NSString).deletingLastPathComponent) as NSString).deletingLastPathComponent
        }
        packaged = library.map { $0 + "/systemd/user/" + SystemdUnit.name }
            .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    }

    /// The whole unit of a program that came without one.
    package var unit: UnitFile { UnitFile(path: folder + "/" + SystemdUnit.name) }

    /// What the package's unit lacks for this user.
    var addition: UnitFile { UnitFile(path: folder + "/" + SystemdUnit.name + ".d/installed.conf") }

    /// The unit that systemd reads: the user's own, where there is one, hides the package's.
    package var path: String { unit.standing == .absent ? packaged ?? unit.path : unit.path }

    package var standing: Standing {
        switch unit.standing {
        case .foreign: return .foreign
        case .own(let text): return .own(texts: [text] + additions)
        case .absent: break
        }
        guard let packaged, isEnabled, let text = try? String(contentsOfFile: packaged, encoding: .utf8)
        else { return .absent }
        return .packaged(texts: [text] + additions)
    }

    /// The link by which systemd starts the unit with a session; this user's, or everybody's.
    private var isEnabled: Bool {
        [folder, "/etc/systemd/user"].contains { folder in
            var found = stat()
            return lstat(folder + "/default.target.wants/" + SystemdUnit.name, &found) == 0
        }
    }

    /// What was added to the unit by us or by `systemctl --user edit` (systemd.unit(5)), a text a file.
    private var additions: [String] {
        let beside = unit.path + ".d"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: beside)) ?? []
        return names.filter { $0.hasSuffix(".conf") }.sorted().compactMap {
            try? String(contentsOfFile: beside + "/" + $0, encoding: .utf8)
        }
    }

    /// What `prepare` would leave for systemd to read: each file with its text.
    package func files(for wanted: SystemdUnit) -> [(file: UnitFile, text: String)] {
        guard packaged != nil else { return [(unit, wanted.text)] }
        return wanted.addition.map { [(addition, $0)] } ?? []
    }

    /// Writes what this user needs, and takes away what an earlier way of installing has left.
    ///
    /// - Returns: the files that were written.
    /// - Throws: `UnitFile.Foreign`, or `UnitFile.NotWritten`.
    package func prepare(_ wanted: SystemdUnit) throws -> [String] {
        let files = files(for: wanted)
        for file in [unit, addition] where !files.contains(where: { $0.file.path == file.path }) {
            try file.remove()
        }
        for (file, text) in files { try file.write(text) }
        return files.map(\.file.path)
    }

    /// Takes away every file of ours; what the package installed stays.
    ///
    /// - Returns: the files that are gone.
    /// - Throws: `UnitFile.Foreign`, or `UnitFile.NotWritten`.
    package func clear() throws -> [String] {
        try [unit, addition].filter { try $0.remove() }.map(\.path)
    }
}
