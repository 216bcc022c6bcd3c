import Foundation
import Testing

@testable import afterword

/// What Scripts/release and the changelog do, in a small checkout of their own.
@Suite struct ReleaseTests {
    private let checkout: Checkout

    init() throws {
        checkout = try Checkout()
        let made = try checkout.sh(
            """
            set -e
            mkdir -p "$scratch/repo/Sources/afterword"
            cp -R Scripts "$scratch/repo/"
            cd "$scratch/repo"
            printf '#!/bin/bash\\nset -e\\nmkdir -p .build/package\\n' >Scripts/package
            printf 'echo built >.build/package/afterword_$(Scripts/parts/version --of-package)_' >>Scripts/package
            printf '$(dpkg --print-architecture).deb\\n' >>Scripts/package
            printf 'enum Version {\\n    static let text = "1.2.3"\\n}\\n' >Sources/afterword/Version.swift
            printf '# Changelog\\n\\n## [Unreleased]\\n\\n### Added\\n\\n- One thing, in\\n  two lines.\\n\\n' >CHANGELOG.md
            printf '## [1.2.3] - 2026-01-05\\n\\n### Fixed\\n\\n- Another.\\n' >>CHANGELOG.md
            printf '.build/\\n' >.gitignore
            git init --quiet --initial-branch=main
            git add .
            git commit --quiet --message=Start
            """)
        try #require(made.status == 0, "\(made.text)")
    }

    private func inRepo(_ command: String) throws -> Checkout.Said {
        try checkout.sh("cd \"$scratch/repo\"\n" + command)
    }

    private static let everything = "git status --porcelain; git log --format=%H; git tag; ls -A"

    @Test func aDryRunShowsAllAndChangesNothing() throws {
        let before = try inRepo(Self.everything).text
        let said = try inRepo("Scripts/release --dry-run 1.3.0")
        #expect(said.status == 0, "\(said.text)")
        #expect(said.text.contains("> ## [1.3.0] - ") || said.text.contains("+## [1.3.0] - "), "\(said.text)")
        #expect(try inRepo(Self.everything).text == before)
    }

    @Test func aReleaseIsSectionVersionTagPackageAndSums() throws {
        let said = try inRepo("Scripts/release 1.3.0")
        try #require(said.status == 0, "\(said.text)")
        #expect(try inRepo("Scripts/parts/version").text == "1.3.0\n")
        let changelog = try inRepo("cat CHANGELOG.md").text
        #expect(
            changelog.firstMatch(
                of: /## \[Unreleased\]\n\n## \[1\.3\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- One/) != nil)
        #expect(try inRepo("git tag --list --format='%(contents)' v1.3.0").text.contains("- One thing"))
        #expect(try inRepo("git status --porcelain").text.isEmpty)
        #expect(try inRepo("cd .build/package && sha256sum --check SHA256SUMS").status == 0)
    }

    @Test(arguments: [
        ("1.2.3", "does not come after"), ("1.2", "no version"), ("1.1.9", "does not come after"),
        ("01.3.0", "no version"), ("v1.3.0", "no version"), ("", "no version"),
    ])
    func whatIsNoNextVersionIsRefused(version: String, says: String) throws {
        let said = try inRepo("Scripts/release '\(version)'")
        #expect(said.status == 65 && said.text.contains(says), "\(said.text)")
    }

    @Test(arguments: [
        ("echo x >>CHANGELOG.md", "not committed"), ("git tag v1.3.0", "tag v1.3.0 already"),
        (
            "sed -i '/^- One/d;/two lines/d' CHANGELOG.md; git commit --quiet --all --message=x",
            "nothing to release"
        ),
    ])
    func whatIsInTheWayIsSaid(hindrance: String, says: String) throws {
        let said = try inRepo(hindrance + "\nScripts/release 1.3.0")
        #expect(said.status == 65 || said.status == 1)
        #expect(said.text.contains(says), "\(said.text)")
        #expect(try inRepo("Scripts/parts/version").text == "1.2.3\n")
    }

    @Test func aPackageBetweenTwoReleasesSortsBetweenThem() throws {
        let between = try inRepo("Scripts/parts/version --of-package").text.trimmingCharacters(in: .newlines)
        #expect(between.hasPrefix("1.2.3+git"))
        for (left, right) in [("1.2.3", between), (between, "1.2.4"), (between, "1.3.0")] {
            #expect(try checkout.sh("dpkg --compare-versions '\(left)' lt '\(right)'").status == 0)
        }
        #expect(try inRepo("git tag v1.2.3; Scripts/parts/version --of-package").text == "1.2.3\n")
    }

    @Test func debianReadsTheChangelog() throws {
        let said = try inRepo(
            "python3 Scripts/parts/changelog.py debian 1.2.3+git1 'Ada <ada@example.org>' 0 >\"$scratch/c\"; "
                + "dpkg-parsechangelog --all --format rfc822 --file \"$scratch/c\"")
        #expect(said.status == 0 && !said.text.contains("warning"), "\(said.text)")
        #expect(said.text.contains("Version: 1.2.3+git1\n") && said.text.contains("Version: 1.2.3\n"))
        #expect(said.text.contains("Date: Mon, 05 Jan 2026 12:00:00 +0000"))
    }

    @Test func aPackageBehindAReleaseOfWhichNothingIsToldHasItsEntry() throws {
        let said = try inRepo(
            "sed -i '/^### Added/,/^  two lines/d' CHANGELOG.md; "
                + "python3 Scripts/parts/changelog.py debian 1.2.3+git1 'Ada <ada@example.org>' 0 >\"$scratch/c\"; "
                + "dpkg-parsechangelog --all --format rfc822 --file \"$scratch/c\"")
        #expect(said.status == 0 && !said.text.contains("warning"), "\(said.text)")
        #expect(
            said.text.contains("Version: 1.2.3+git1\n")
                && said.text.contains("Nothing that its users notice."))
    }

    @Test func theVersionIsThatOfTheNewestSection() throws {
        let changelog = try String(contentsOfFile: "CHANGELOG.md", encoding: .utf8)
        let newest = try #require(changelog.firstMatch(of: /(?m)^## \[(\d+\.\d+\.\d+)\]/))
        #expect(Version.text == newest.1)
    }
}
