import Foundation

extension Home {
    /// Makes the folders that are not there yet (0700), and looks at all that is.
    ///
    /// A configuration that others can read is a warning and no more: it cannot hold a password.
    /// - Parameter user: who must own everything.
    /// - Returns: what others can read.
    package func prepare(user: uid_t) throws(HomeProblem) -> [HomeWarning] {
        try Self.createFolder(configurationFolder)
        try Self.createFolder(dataFolder)
        return try inspect(user: user)
    }

    /// Looks at folders and files without touching them; what is absent is fine.
    func inspect(user: uid_t) throws(HomeProblem) -> [HomeWarning] {
        var warnings: [HomeWarning] = []
        let folders = configurationFolder == dataFolder ? [dataFolder] : [configurationFolder, dataFolder]
        for path in folders + [templates, configuration, database] {
            guard let facts = try Self.facts(path, user: user) else { continue }
            let isFile = path == configuration || path == database
            guard isFile || facts.isFolder else { throw .notAFolder(path: path) }
            guard !isFile || facts.isFile else { throw .notAFile(path: path) }
            if facts.othersMayUse {
                warnings.append(HomeWarning(path: path, mode: facts.mode, isFolder: !isFile))
            }
        }
        return warnings
    }

    /// Nil where there is nothing. Symbolic links are followed: many keep their configuration elsewhere.
    private static func facts(_ path: String, user: uid_t) throws(HomeProblem) -> FileFacts? {
        let facts: FileFacts
        do throws(FileTrouble) {
            facts = try FileFacts(path: path)
        } catch {
            if error == .missing { return nil }
            throw .unreadable(path: path, error)
        }
        guard facts.owner == user else { throw .notOwned(path: path, owner: facts.owner) }
        guard !facts.othersMayWrite else { throw .othersMayWrite(path: path, mode: facts.mode) }
        return facts
    }

    /// Makes a folder (0700), and those above it that are not there.
    package static func createFolder(_ path: String) throws(HomeProblem) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o700) != 0 else { continue }
            // Some folders above may refuse, and are there all the same.
            let code = errno
            if access(made, F_OK) != 0 { throw .notCreated(path: made, FileTrouble(errno: code)) }
        }
    }

    /// Writes a new file (0600) and sees it on disk; never over another, nor through a symbolic link.
    package static func createFile(_ path: String, text: String) throws(HomeProblem) {
        try createFile(path, bytes: Array(text.utf8))
    }

    /// The same, byte for byte.
    package static func createFile(_ path: String, bytes: [UInt8]) throws(HomeProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .exists(path: path) : .notCreated(path: path, FileTrouble(errno: errno))
        }
        defer { close(descriptor) }
        guard write(bytes, to: descriptor), fsync(descriptor) == 0 else {
            let code = errno
            unlink(path)
            throw .notCreated(path: path, FileTrouble(errno: code))
        }
    }

    /// Puts another text (0600) into the place of a file, whole or not at all. Where a symbolic link leads to it, the link
    /// stays.
    package static func replaceFile(_ path: String, text: String) throws(HomeProblem) {
        let place = realpath(path, nil)
        defer { free(place) }
        let target = place.map { String(cString: $0) } ?? path
        let new = target + ".new"
        unlink(new)
        try createFile(new, text: text)
        guard rename(new, target) == 0 else {
            let code = errno
            unlink(new)
            throw .notCreated(path: path, FileTrouble(errno: code))
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return true
    }
}
