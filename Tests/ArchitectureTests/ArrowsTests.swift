import Foundation
import Testing

@Suite("Architecture: rooms know only the rooms to their right")
struct ArrowsTests {
    @Test("no room imports a room to its left, nor a library that is not its own")
    func arrows() throws {
        // A face, leftmost, may know everything but another face.
        for source in try SourceFile.all() where !SourceFile.faces.contains(source.room) {
            let allowed = try #require(SourceFile.allowedImports[source.room], "\(source.room) is no room")
            #expect(source.imports.subtracting(allowed) == [], "in \(source.path)")
        }
    }

    @Test("Package.swift has the arrows of the table, and no others")
    func packageArrows() throws {
        let package = try SourceFile.packageArrows()
        let system: Set = ["Foundation", "Synchronization", "Dispatch", "Glibc"]
        for (room, allowed) in SourceFile.allowedImports {
            #expect(package[room] == allowed.subtracting(system), "of \(room)")
        }
    }

    @Test("no arrow leads back, and none to a face")
    func noCircles() {
        for room in SourceFile.allowedImports.keys {
            var reached: Set<String> = []
            var next = SourceFile.allowedImports[room] ?? []
            while !next.isEmpty {
                reached.formUnion(next)
                next = next.reduce(into: Set<String>()) { $0.formUnion(SourceFile.allowedImports[$1] ?? []) }
                    .subtracting(reached)
            }
            #expect(!reached.contains(room), "from \(room) one comes back to it")
            #expect(reached.isDisjoint(with: SourceFile.faces), "from \(room)")
        }
    }

    @Test(
        "the arrows of a manifest are read",
        arguments: [
            (".target(name: \"Mail\", dependencies: [\"Etiquette\", \"CMD\"])", ["Etiquette", "CMD"]),
            (".target(\n  name: \"Mail\",\n  dependencies: [\n    \"Etiquette\",\n  ])", ["Etiquette"]),
            (
                ".target(name: \"Mail\", dependencies: [.product(name: \"GRDB\", package: \"GRDB.swift\")])",
                ["GRDB"]
            ),
            (".target(name: \"Mail\", resources: [.copy(\"Data\")]), .target(name: \"CMD\")", []),
            (
                ".target(name: \"Mail\", dependencies: [\"CMD\"], resources: [.copy(\"Data\")]), .testTarget("
                    + "name: \"MailTests\", dependencies: [\"Mail\"])", ["CMD"]
            ),
        ])
    func scanManifest(manifest: String, arrows: [String]) {
        #expect(SourceFile.arrows(in: manifest)["Mail"] == Set(arrows))
    }

    @Test(
        "the scan finds every form of import",
        arguments: [
            ("import Foundation", ["Foundation"]), ("import struct Foundation.Date", ["Foundation"]),
            ("@testable import Ledger", ["Ledger"]), ("    public import Mail", ["Mail"]),
            ("@preconcurrency internal import GRDB // why", ["GRDB"]), ("// import GRDB", []),
            ("/* import\nimport GRDB */", []), ("#if canImport(Glibc)\nimport Glibc\n#endif", ["Glibc"]),
            ("let important = 1", []),
        ])
    func scanImports(code: String, imports: [String]) {
        #expect(SourceFile(path: "Etiquette/Sample.swift", text: code).imports == Set(imports))
    }
}

extension SourceFile {
    /// The rooms that people see; no other may know one.
    static let faces: Set = ["afterword"]

    /// What each room may import; docs/architecture.md draws the same arrows.
    static let allowedImports: [String: Set<String>] = [
        "Text": ["Foundation", "Glibc"],
        "Etiquette": ["Text", "Foundation", "Synchronization", "CIdn2", "CMD"],
        "Composer": ["Foundation", "Synchronization", "Etiquette", "Text", "Mustache", "CHunspell"],
        "Ledger": ["Foundation", "Dispatch", "Synchronization", "Etiquette", "Text", "GRDB"],
        "Mail": ["Foundation", "Synchronization", "Glibc", "Etiquette", "Text", "CCurl", "CResolv"],
        "Intake": ["Foundation", "Mail", "Etiquette", "Text", "CICal"],
        "Desk": ["Foundation", "Synchronization", "Composer", "Ledger", "Mail", "Etiquette", "Text"],
        "Sender": [
            "Foundation", "Dispatch", "Synchronization", "Glibc", "Ledger", "Mail", "Etiquette",
        ],
        "Setup": ["Foundation", "Mail", "Etiquette", "Text", "Yams"],
        "Application": [
            "Foundation", "Synchronization", "Desk", "Sender", "Listener", "Composer", "Ledger", "Mail",
            "Setup", "Etiquette", "Text", "CLinux",
        ],
        "Listener": ["Foundation", "Ledger", "Mail", "Etiquette", "Text"],
        "Reports": ["Foundation", "Wording", "Desk", "Intake", "Composer", "Ledger", "Etiquette", "Text"],
        "Wording": [
            "Foundation", "Application", "Desk", "Sender", "Intake", "Composer", "Ledger", "Mail", "Setup",
            "Etiquette", "Text",
        ],
        "Page": [
            "Foundation", "Synchronization", "Reports", "Wording", "Application", "Desk", "Sender", "Intake",
            "Composer", "Ledger",
            "Mail", "Setup", "Etiquette", "Text", "Mustache",
        ],
        "PageServer": [
            "Foundation", "Synchronization", "Glibc", "Page", "Application", "Ledger", "Setup",
            "Etiquette", "HTTPTypes", "HummingbirdCore", "Logging", "NIOCore", "NIOHTTPTypes", "NIOPosix",
            "ServiceLifecycle",
        ],
    ]

    var imports: Set<String> {
        let pattern = /(?m)^[ \t]*(?:@?\w+[ \t]+)*?import[ \t]+(?:[a-z]+[ \t]+)?(\w+)/
        return Set(code.matches(of: pattern).map { String($0.1) })
    }

    /// What Package.swift lets each target depend on, by the names of modules.
    static func packageArrows() throws -> [String: Set<String>] {
        arrows(in: try String(contentsOf: root().appending(path: "Package.swift"), encoding: .utf8))
    }

    /// The same of the text of a manifest.
    static func arrows(in manifest: String) -> [String: Set<String>] {
        let target = /\.(?:executableTarget|testTarget|target|systemLibrary)\(/
        let starts = manifest.matches(of: target).map(\.range.lowerBound)
        return zip(starts, starts.dropFirst() + [manifest.endIndex]).reduce(into: [:]) { arrows, range in
            let text = manifest[range.0..<range.1]
            guard let name = text.firstMatch(of: /name:\s*"(\w+)"/)?.1 else { return }
            let list = text.firstMatch(of: /dependencies:\s*\[([^\[\]]*)\]/)?.1 ?? ""
            let modules = list.replacing(/,\s*package:\s*"[^"]*"/, with: "").matches(of: /"([^"]+)"/)
            arrows[String(name)] = Set(modules.map { String($0.1) })
        }
    }
}
