import Foundation
import Testing

@Suite("Architecture: time and chance come in at one place, and rooms know only the rooms to their right")
struct ArchitectureTests {
    @Test("only the platform reads clock, chance, locale or environment")
    func oneEdge() throws {
        let sources = try SourceFile.all()
        try #require(sources.count > 20)
        for source in sources where source.path != "afterword/Platform.swift" {
            #expect(source.edgeWords == [], "in \(source.path)")
        }
    }

    @Test("no room imports a room to its left, nor a library that is not its own")
    func arrows() throws {
        // A face, leftmost, may know everything but another face.
        for source in try SourceFile.all() where !SourceFile.faces.contains(source.room) {
            let allowed = try #require(SourceFile.allowedImports[source.room], "\(source.room) is no room")
            #expect(source.imports.subtracting(allowed) == [], "in \(source.path)")
        }
    }

    @Test("sentences print nothing, ask nothing, read no ledger and know no exit code")
    func pureWording() throws {
        let sources = try SourceFile.all().filter { $0.room == "Wording" }
        try #require(sources.count > 20)
        for source in sources {
            #expect(source.code.firstMatch(of: SourceFile.acts) == nil, "in \(source.path)")
        }
    }

    @Test("no sentence names a command or an option: a remedy does")
    func sentencesWithoutCommands() throws {
        for source in try SourceFile.all() where source.room == "Wording" {
            #expect(source.commandWords == [], "in \(source.path)")
        }
    }

    @Test(
        "the scan finds commands and options in sentences",
        arguments: [
            ("\"see: afterword queue\"", ["afterword "]), ("\"with --yes\"", ["--yes"]),
            ("\"(--role-short)\"", ["--role-short"]), ("\"--at\"", ["--at"]),
            ("\"systemctl stop it\"", ["systemctl"]), ("\"see: \\(.send)\"", []),
            ("\"made with Afterword on\"", []), ("// afterword queue --all", []),
            ("\"Content-Type: a--b\"", []),
        ])
    func scanCommands(code: String, words: [String]) {
        #expect(SourceFile(path: "Wording/Sample.swift", text: code).commandWords == words)
    }

    @Test(
        "the scan for acts finds what it forbids",
        arguments: [
            ("print(text)", true), ("readLine()", true), ("var exit: Exit", true),
            ("ledger.read { $0 }", true),
            ("try desk.approve(ids)", true), ("let words = blueprint", false), ("case .exit", false),
            ("Output.line(text)", true), ("LedgerTransaction", true),
        ])
    func scanActs(code: String, isAct: Bool) {
        let source = SourceFile(path: "Wording/Sample.swift", text: code)
        #expect((source.code.firstMatch(of: SourceFile.acts) != nil) == isAct)
    }

    @Test(
        "a type that stands by itself, and a file, has a name that nothing else has: both are searched for by it"
    )
    func names() throws {
        let sources = try SourceFile.all()
        #expect(SourceFile.doubled(sources.flatMap(\.typeNames)) == [])
        #expect(SourceFile.doubled(sources.map { String($0.path.split(separator: "/").last ?? "") }) == [])
    }

    @Test(
        "the scan finds the types that stand by themselves",
        arguments: [
            ("package struct A: B {\n    struct C {}\n}", ["A"]), ("private enum A {}", []),
            ("package indirect enum A {}\n\nfinal class B {}", ["A", "B"]), ("extension A {}", []),
            ("// struct A", []), ("@main\nstruct A {}\nactor B {}\nprotocol C {}", ["A", "B", "C"]),
            ("func a() {\n    struct A {}\n}", []), ("typealias A = B", ["A"]),
        ])
    func scanTypes(code: String, names: [String]) {
        #expect(SourceFile(path: "Etiquette/Sample.swift", text: code).typeNames == names)
        #expect(SourceFile.doubled(names + names) == Set(names).sorted())
    }

    @Test(
        "nobody but the rooms beside the ledger opens a transaction: all others ask the desk, the sender or the listener"
    )
    func transactions() throws {
        for source in try SourceFile.all()
        where !["Ledger", "Desk", "Sender", "Listener"].contains(source.room) {
            #expect(source.transactionWords == [], "in \(source.path)")
        }
    }

    @Test(
        "the scan finds every way to open a transaction",
        arguments: [
            ("try application.ledger.read { try $0.people() }", ["ledger.read"]),
            ("try desk.ledger\n    .write { _ in }", ["ledger.write"]),
            ("let value = try ledger.read({ 1 })", ["ledger.read"]),
            ("ledger.rehearse { $0 }", ["ledger.rehearse"]),
            ("func f(in transaction: LedgerTransaction) {}", ["LedgerTransaction"]),
            ("try ledger.complaints()", []), ("// ledger.read { }", []), ("try file.read()", []),
        ])
    func scanTransactions(code: String, words: [String]) {
        #expect(SourceFile(path: "afterword/Sample.swift", text: code).transactionWords == words)
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
        "the scan finds what it forbids, and comments may speak of it",
        arguments: [
            ("let now = Date()", ["Date()"]), ("let now = Date( )", ["Date()"]),
            ("let now = Date.now", ["Date.now"]),
            ("let now: Date = .now", [".now"]), ("return .now", [".now"]), ("f(at: .now)", [".now"]),
            ("let t = clock.now", []), ("let id = UUID()", ["UUID()"]),
            ("let n = Int.random(in: 1...6)", [".random("]),
            ("let c = Calendar.current", ["Calendar.current"]),
            ("let z = TimeZone.current", ["TimeZone.current"]), ("let z: TimeZone = .current", [".current"]),
            ("let e = ProcessInfo.processInfo.environment", ["ProcessInfo.processInfo.environment"]),
            (
                "let e = ProcessInfo\n    .processInfo\n    .environment",
                ["ProcessInfo.processInfo.environment"]
            ),
            ("let now = Date() // the clock", ["Date()"]),
            ("let url = \"http://x\"; let now = Date()", ["Date()"]),
            ("let s = \"\"\"\n// \" text\n\"\"\"\nlet now = Date()", ["Date()"]), ("// never Date()", []),
            ("/// Not `UUID()`, not `Date.now`.", []), ("/* Date() /* UUID() */ Date.now */ let a = 1", []),
            ("let time = ZonedTime(instant: instant)", []), ("let validDate = isDate(x)", []),
            ("let d = Date(timeIntervalSince1970: 0)", []), ("let u = UUID(uuidString: text)", []),
            ("let n = nextDate()", []),
        ])
    func scan(code: String, words: [String]) {
        #expect(SourceFile(path: "Etiquette/Sample.swift", text: code).edgeWords == words)
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

/// A Swift file under Sources, without its comments.
private struct SourceFile {
    /// Below Sources, with slashes.
    let path: String
    let code: String

    init(path: String, text: String) {
        self.path = path
        self.code = Self.withoutComments(text)
    }

    var room: String { String(path.prefix { $0 != "/" }) }

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
            "Foundation", "Synchronization", "Glibc", "Page", "Application", "Setup", "Etiquette",
            "HTTPTypes",
            "HummingbirdCore", "Logging", "NIOCore", "NIOHTTPTypes", "NIOPosix", "ServiceLifecycle",
        ],
    ]

    /// What opens a transaction of the ledger, or names one, once each, spaces aside.
    var transactionWords: [String] {
        // By Unicode's own boundaries `application.ledger` is one word.
        let call = /\bledger\s*\.\s*(read|write|rehearse)\b/.wordBoundaryKind(.simple)
        let calls = code.matches(of: call).map { "ledger.\($0.1)" }
        let names = code.matches(of: /\bLedgerTransaction\b/).map { String($0.0) }
        return Set(calls + names).sorted()
    }

    /// The forbidden words that stand in the code, once each, spaces aside.
    var edgeWords: [String] {
        Self.forbidden.compactMap { word, pattern in
            code.firstMatch(of: pattern) == nil ? nil : word
        }
    }

    /// The commands and options that stand in its texts.
    var commandWords: [String] {
        code.matches(of: /afterword |systemctl|(?:^|[^\w-])(--[a-z][a-z-]*)/).map { String($0.1 ?? $0.0) }
    }

    /// What a room of sentences does not do.
    static var acts: Regex<Substring> {
        /\b(?:print|readLine)\s*\(|\.answer\s*\(|\bExit\b|\bOutput\b|\bLedgerTransaction\b|\bledger\s*\.|\bdesk\s*\.|\bexit\s*\(/
            .wordBoundaryKind(.simple)
    }

    private static var forbidden: [(String, Regex<Substring>)] {
        [
            ("Date()", /\bDate\s*\(\s*\)/), ("Date.now", /\bDate\s*\.\s*now\b/),
            (".now", /(?:[=(,:]\s*|\?\?\s+|\breturn\s+)\.now\b/),
            ("UUID()", /\bUUID\s*\(\s*\)/), (".random(", /\.\s*random\s*\(/),
            ("Calendar.current", /\bCalendar\s*\.\s*current\b/),
            ("TimeZone.current", /\bTimeZone\s*\.\s*current\b/),
            (".current", /(?:[=(,:]\s*|\?\?\s+|\breturn\s+)\.current\b/),
            ("ProcessInfo.processInfo.environment", /\bProcessInfo\s*\.\s*processInfo\s*\.\s*environment\b/),
        ]
    }

    var imports: Set<String> {
        let pattern = /(?m)^[ \t]*(?:@?\w+[ \t]+)*?import[ \t]+(?:[a-z]+[ \t]+)?(\w+)/
        return Set(code.matches(of: pattern).map { String($0.1) })
    }

    /// The types that are declared at the margin, in their order.
    var typeNames: [String] {
        let pattern =
            /(?m)^(?:(?:package|final|indirect|@\w+) )*(?:struct|class|enum|actor|protocol|typealias) (\w+)/
        return code.matches(of: pattern).map { String($0.1) }
    }

    /// What stands there more than once.
    static func doubled(_ names: [String]) -> [String] {
        Dictionary(grouping: names, by: \.self).filter { $1.count > 1 }.keys.sorted()
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

    /// The folder of the package, found from where this test stands.
    private static func root(file: String = #filePath) -> URL {
        URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// Every source of the package.
    static func all() throws -> [SourceFile] {
        let sources = root().appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            SourceFile(
                path: path, text: try String(contentsOf: sources.appending(path: path), encoding: .utf8))
        }
    }

    /// The code with a space for each comment. Strings stay, so that `"http://x"` is not half a comment;
    /// a string inside an interpolation is not looked into.
    private static func withoutComments(_ text: String) -> String {
        let token = /"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*|\*\//.dotMatchesNewlines()
        var code = ""
        var depth = 0
        var rest = text[...]
        while let match = rest.firstMatch(of: token) {
            if depth == 0 { code += rest[..<match.range.lowerBound] }
            rest = rest[match.range.upperBound...]
            switch match.output {
            case "/*": depth += 1
            case "*/": depth = max(0, depth - 1)
            case let found where found.hasPrefix("//"): code += " "
            case let found: if depth == 0 { code += found }
            }
        }
        return depth == 0 ? code + rest : code
    }
}
