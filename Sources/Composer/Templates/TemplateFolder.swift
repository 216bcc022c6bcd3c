import Foundation

/// A folder that may hold templates.
struct TemplateFolder {
    let url: URL

    init(_ url: URL) {
        self.url = url
    }

    /// The `.txt` files by name without ending; hidden files and others are none of ours. A folder that does not
    /// exist is empty, one that can't be read is an error.
    func files() throws(TemplateProblem) -> [String: URL] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return [:] }
        guard isFolder.boolValue else { throw .unreadable(file: url.path) }
        let entries: [URL]
        do {
            entries = try FileManager.default.contentsOfDirectory(
                at: url, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        } catch {
            throw .unreadable(file: url.path)
        }
        var files: [String: URL] = [:]
        for entry in entries where entry.pathExtension == "txt" {
            files[entry.deletingPathExtension().lastPathComponent] = entry
        }
        return files
    }
}
