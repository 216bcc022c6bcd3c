import Foundation

/// Where everything lives: one folder where `AFTERWORD_HOME` names it, else the folders of the XDG Base
/// Directory Specification (0.8).
package struct Home: Equatable, Sendable {
    /// Holds `config.yaml` and `templates/`.
    package let configurationFolder: String
    /// Holds the database.
    package let dataFolder: String
    /// Holds the marks of the ledgers, and never lies where a ledger is by default or by `AFTERWORD_HOME`: a copy of
    /// that folder does not bring its mark along. Nil where neither `XDG_STATE_HOME` nor `HOME` say where.
    package let stateFolder: String?
    /// The user's own home, for `~/` in the configuration; nil where it is not known.
    package let userFolder: String?

    package var configuration: String { configurationFolder + "/config.yaml" }
    package var templates: String { configurationFolder + "/templates" }
    /// Words that proofreading takes for right, one a line; it need not exist.
    package var words: String { configurationFolder + "/words.txt" }
    package var database: String { dataFolder + "/afterword.sqlite" }

    /// - Parameters:
    ///   - environment: the variables of the process.
    ///   - currentFolder: where a relative `AFTERWORD_HOME` starts.
    package init(environment: [String: String], currentFolder: String) throws(HomeProblem) {
        let home = Self.folder("HOME", environment)
        userFolder = home
        stateFolder =
            (Self.folder("XDG_STATE_HOME", environment) ?? home.map { $0 + "/.local/state" })
            .map { $0 + "/afterword" }
        if let own = environment["AFTERWORD_HOME"], !own.isEmpty {
            let folder = try Self.resolve(own, home: home, currentFolder: currentFolder)
            configurationFolder = folder
            dataFolder = folder
            return
        }
        // The specification (0.8, Basics) asks to ignore paths that are not absolute.
        let configuration = Self.folder("XDG_CONFIG_HOME", environment) ?? home.map { $0 + "/.config" }
        let data = Self.folder("XDG_DATA_HOME", environment) ?? home.map { $0 + "/.local/share" }
        guard let configuration, let data else { throw .nowhere }
        configurationFolder = configuration + "/afterword"
        dataFolder = data + "/afterword"
    }

    private static func folder(_ variable: String, _ environment: [String: String]) -> String? {
        guard let path = environment[variable], path.hasPrefix("/") else { return nil }
        return withoutTrailingSlashes(path)
    }

    private static func resolve(
        _ path: String, home: String?, currentFolder: String
    ) throws(HomeProblem) -> String {
        if path.hasPrefix("/") { return withoutTrailingSlashes(path) }
        guard path == "~" || path.hasPrefix("~/") else {
            return withoutTrailingSlashes(currentFolder + "/" + path)
        }
        guard let home else { throw .nowhere }
        return withoutTrailingSlashes(home + path.dropFirst())
    }

    private static func withoutTrailingSlashes(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
