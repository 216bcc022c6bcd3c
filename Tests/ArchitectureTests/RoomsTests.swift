import Testing

@Suite("Architecture: each room does its own, and nothing of another")
struct RoomsTests {
    @Test("only the platform reads clock, chance, locale or environment")
    func oneEdge() throws {
        let sources = try SourceFile.all()
        try #require(sources.count > 20)
        for source in sources where source.path != "afterword/Platform.swift" {
            #expect(source.edgeWords == [], "in \(source.path)")
        }
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

    @Test("sentences print nothing, ask nothing, read no ledger and know no exit code")
    func pureWording() throws {
        let sources = try SourceFile.all().filter { $0.room == "Wording" }
        try #require(sources.count > 20)
        for source in sources {
            #expect(source.code.firstMatch(of: SourceFile.acts) == nil, "in \(source.path)")
        }
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
}

extension SourceFile {
    /// The forbidden words that stand in the code, once each, spaces aside.
    var edgeWords: [String] {
        Self.forbidden.compactMap { word, pattern in
            code.firstMatch(of: pattern) == nil ? nil : word
        }
    }

    /// What opens a transaction of the ledger, or names one, once each, spaces aside.
    var transactionWords: [String] {
        // By Unicode's own boundaries `application.ledger` is one word.
        let call = /\bledger\s*\.\s*(read|write|rehearse)\b/.wordBoundaryKind(.simple)
        let calls = code.matches(of: call).map { "ledger.\($0.1)" }
        let names = code.matches(of: /\bLedgerTransaction\b/).map { String($0.0) }
        return Set(calls + names).sorted()
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
}
