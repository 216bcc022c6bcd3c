import Foundation

extension Home {
    /// Tries whether the folders can be written to, as every command has to: a small file is made in each, seen on disk
    /// and removed. A folder that is not there yet is made.
    ///
    /// - Parameter token: makes the name of the file its own.
    /// - Throws: `HomeProblem.notWritable` for the first folder that refuses, a full disk included.
    package func tryWriting(token: [UInt8]) throws(HomeProblem) {
        let name = "/.afterword-\(Data(token.prefix(4)).map { String($0, radix: 16) }.joined())"
        for folder in Set([configurationFolder, dataFolder] + [stateFolder].compactMap(\.self)).sorted() {
            try Self.createFolder(folder)
            let path = folder + name
            do throws(HomeProblem) {
                try Self.createFile(path, text: String(repeating: "\n", count: 4096))
            } catch {
                guard case .notCreated(_, let trouble) = error else { throw error }
                throw .notWritable(folder: folder, trouble)
            }
            unlink(path)
        }
    }

    /// The folder that has the least room on its disk, with the bytes that the user may still write there.
    package var leastRoom: (folder: String, bytes: Int)? {
        [configurationFolder, dataFolder, stateFolder].compactMap(\.self).compactMap { folder in
            var facts = statvfs()
            guard statvfs(folder, &facts) == 0 else { return nil }
            return (folder, Int(clamping: UInt64(facts.f_bavail) * UInt64(facts.f_frsize)))
        }.min { $0.bytes < $1.bytes }
    }
}
