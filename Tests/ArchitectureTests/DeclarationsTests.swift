import Testing

@Suite("Architecture: declarations are found by their names, and end at the package")
struct DeclarationsTests {
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

    @Test("nothing is public: this is one program, whose rooms are parted by package and their arrows")
    func nothingPublic() throws {
        for source in try SourceFile.all() { #expect(source.publicWords == [], "in \(source.path)") }
    }

    @Test(
        "the scan finds what is public",
        arguments: [
            ("public struct A {}", ["public"]), ("    open class A {}", ["open"]),
            ("    public private(set) var a = 1", ["public"]), ("    static public func a() {}", ["public"]),
            ("package struct A {}", []), ("// public struct A", []), ("let public = 1", []),
            ("open(path, O_RDONLY)", []), ("try open { _ in }", []),
            ("let key = \"public func a()\"", []),
        ])
    func scanPublic(code: String, words: [String]) {
        #expect(SourceFile(path: "Etiquette/Sample.swift", text: code).publicWords == words)
    }

    @Test("no file is longer than can be read at one sitting")
    func lengths() throws {
        for source in try SourceFile.all() { #expect(source.lines <= 300, "\(source.path)") }
    }
}

extension SourceFile {
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

    /// What makes a declaration known outside of the package.
    var publicWords: [String] {
        let pattern =
            /(?m)^[ \t]*(?:[\w@]+(?:\([^)]*\))?[ \t]+)*?(public|open)[ \t]+(?:[\w@]+(?:\([^)]*\))?[ \t]+)*?(?:struct|class|enum|actor|protocol|typealias|extension|func|var|let|init|subscript|import)\b/
            .wordBoundaryKind(.simple)
        return code.matches(of: pattern).map { String($0.1) }
    }
}
