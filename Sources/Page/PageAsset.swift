import Foundation

/// What a page fetches beside itself: its style and its icon, read once.
enum PageAsset {
    /// Nil for any other path.
    static func named(_ path: [String]) -> PageResponse? {
        guard path.count == 1, let name = path.first else { return nil }
        return all[name]
    }

    private static let all: [String: PageResponse] = [
        ("style.css", "text/css; charset=utf-8"), ("icon.svg", "image/svg+xml"),
    ].reduce(into: [:]) { all, asset in
        guard let bytes = try? Data(contentsOf: PageTemplates.folder.appendingPathComponent(asset.0)) else {
            return
        }
        all[asset.0] = PageResponse(contentType: asset.1, body: Array(bytes))
    }
}
