import Foundation
import Testing

/// The package holds only a sixth of ICU's data (Scripts/parts/trim-icu.py): what the program does with dates, zones and
/// letters is the same without the rest. The library of Foundation is trimmed here as the package's program is.
@Suite struct TrimmedDataTests {
    private let checkout: Checkout
    private let said: String

    init() throws {
        checkout = try Checkout()
        let trimmed = try checkout.sh(
            """
            set -e
            mkdir "$scratch/lib"
            library=$(ldd "$program" | awk '/lib_FoundationICU/ {print $3}')
            cp -L "$library" "$scratch/lib/"
            python3 Scripts/parts/trim-icu.py "$scratch/lib/lib_FoundationICU.so"
            """)
        said = trimmed.text
        try #require(trimmed.status == 0, "\(trimmed.text)")
    }

    private static let commands: [[String]] = [
        Applicant.interview("--yes"),
        // Capitals, and letters that are composed otherwise: the same recruitment, the same people.
        [
            "interview", "add", "--organisation", "CITY  LIBRARY", "--role", "data analyst", "--ended",
            "2026-11-20 15:30", "--time-zone", "America/New_York", "--panel",
            "Tom O\u{301} Briain <TOM@example.org>",
            "--yes",
        ],
        [
            "interview", "add", "--organisation", "Straße & Söhne", "--role", "Büroleitung", "--ended",
            "2026-10-25 02:30", "--time-zone", "Europe/Berlin", "--panel", "Åsa Öst <asa@bücher.example>",
        ],
        [
            "interview", "add", "--organisation", "日本図書館", "--role", "司書", "--ended", "2026-11-19 10:00",
            "--time-zone", "Asia/Tokyo", "--panel", "山田 太郎 <yamada@example.jp>",
        ],
        [
            "interview", "add", "--organisation", "X", "--role", "Y", "--ended", "2026-11-19 10:00",
            "--time-zone", "London",
            "--panel", "Kim Day <kim@example.com>",
        ],
        ["person", "show", "Tom Ó Briain", "--everything", "--json"], ["queue"],
        ["queue", "--all", "--json"],
        ["show", "1", "--raw"], ["audit", "--html"], ["calendar"], ["templates", "check"],
    ]

    /// What comes of all commands, one after the other, in a home of their own.
    private func everything(_ environment: [String: String], language: String) throws -> [String] {
        let ada = try Applicant(smtp: "language: \(language)\n")
        return try Self.commands.map { command in
            let run = try ada.run(command, environment: environment)
            // Two databases differ by their names, and two homes by their place.
            let text = "\(command.prefix(3)) \(run.status)\n\(run.out)\n\(run.err)"
            return text.replacing(ada.home, with: "HOME").replacing(/[0-9a-f]{16,}/, with: "ID")
        }
    }

    @Test("it works as with all of them", arguments: ["en-GB", "de-DE"])
    func same(language: String) throws {
        #expect(said.firstMatch(of: /Without \d{4} items of ICU's data/) != nil, "\(said)")
        let whole = try everything([:], language: language)
        let trimmed = try everything(["LD_LIBRARY_PATH": checkout.scratch.path + "/lib"], language: language)
        for (one, other) in zip(whole, trimmed) { #expect(one == other) }
        #expect(whole.count { $0.split(separator: "\n")[0].hasSuffix(" 0") } > whole.count / 2, "\(whole)")
    }
}
