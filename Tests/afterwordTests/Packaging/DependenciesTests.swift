import Foundation
import Testing

/// The control file names every library that the program wants, whether it is linked with it or opens it by name.
@Suite struct DependenciesTests {
    private let checkout: Checkout

    init() throws {
        checkout = try Checkout()
    }

    /// As the loaders spell them, read here by other means than the script's.
    private func opened() throws -> Set<String> {
        let sources = try #require(FileManager.default.enumerator(atPath: "Sources"))
        var names: Set<String> = []
        for case let path as String in sources where path.hasSuffix(".c") {
            let text = try String(contentsOfFile: "Sources/" + path, encoding: .utf8)
            guard text.contains("dlopen(") else { continue }
            for match in text.matches(of: /"(lib[^"]+\.so[^"]*)"/) { names.insert(String(match.1)) }
        }
        return names
    }

    @Test func theScriptNamesWhatTheLoadersOpen() throws {
        let said = try checkout.sh("Scripts/parts/dependencies --opened")
        #expect(said.status == 0)
        #expect(Set(said.lines) == (try opened()))
    }

    @Test func eachLibraryBelongsToAPackageOfTheControlFile() throws {
        // A build for the tests is linked with Swift's own libraries too, which no package has.
        let said = try checkout.sh("Scripts/parts/dependencies \"$program\" --ignore-missing-info")
        try #require(said.status == 0, "\(said.text)")
        let named = Set(
            said.text.split(separator: ",").compactMap {
                $0.split(separator: " ").first?.trimmingCharacters(in: .whitespacesAndNewlines)
            })
        let linked = try checkout.sh(
            "readelf --dynamic \"$program\" | sed -n 's/.*(NEEDED).*\\[\\(.*\\)\\]/\\1/p'")
        let libraries = Set(linked.lines.filter { !$0.hasPrefix("libswift") && !$0.contains("Foundation") })
            .subtracting(["libdispatch.so", "libBlocksRuntime.so"]).union(try opened())
        try #require(libraries.isSuperset(of: ["libcurl.so.4", "libsqlite3.so.0"]))
        for library in libraries {
            let owners = try checkout.sh("dpkg-query --search '*/\(library)' | cut -d: -f1").lines
            #expect(!named.isDisjoint(with: owners), "\(library) is of \(owners), and \(said.text)")
        }
    }

    /// What is opened and not there is known before a package is made, not when a letter is read.
    @Test func aProgramThatOpensSomethingElseIsNoticed() throws {
        let other = try checkout.scratch.file("other", "\u{7F}ELF")
        let said = try checkout.sh("Scripts/parts/dependencies '\(other)'")
        #expect(try said.status == (opened().isEmpty ? 70 : 65), "\(said.text)")
    }

    @Test func everyLibraryThatIsLinkedInIsInTheCopyrightFile() throws {
        let file = try String(contentsOfFile: "Packaging/copyright", encoding: .utf8)
        let files = file.split(separator: "\n").filter { $0.hasPrefix("Files:") }
            .flatMap { $0.split(separator: " ").dropFirst() }
        let linked = try checkout.sh("Scripts/parts/linked \"$(dirname \"$program\")\"")
        try #require(linked.status == 0 && linked.lines.contains("GRDB.swift"), "\(linked.text)")
        for package in linked.lines { #expect(files.contains(Substring(package)), "\(package)") }
        // Each licence that is named is told.
        let named = Set(file.matches(of: /(?m)^License: (.+)$/).map { String($0.1) })
        for licence in named where licence != "not-granted-yet" {
            #expect(file.contains("\n\nLicense: \(licence)\n "), "\(licence)")
        }
    }
}
