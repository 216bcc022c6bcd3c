// swift-tools-version: 6.1

import PackageDescription

// A room depends on the rooms that its line names and no others; docs/architecture.md draws the same picture.
let package = Package(
    name: "afterword",
    products: [.executable(name: "afterword", targets: ["afterword"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .executableTarget(
            name: "afterword",
            dependencies: [
                "PageServer", "Reports", "Wording", "Application", "Desk", "Sender", "Listener", "Intake",
                "Composer", "Ledger", "Mail", "Setup", "Etiquette", "Text", "CLinux",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .target(
            name: "PageServer",
            dependencies: [
                "Page", "Application", "Ledger", "Setup", "Etiquette",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .target(
            name: "Page",
            dependencies: [
                "Reports", "Wording", "Application", "Desk", "Sender", "Intake", "Composer", "Ledger", "Mail",
                "Setup", "Etiquette", "Text", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.copy("Screens")]),
        .target(
            name: "Application",
            dependencies: [
                "Desk", "Sender", "Listener", "Composer", "Ledger", "Mail", "Setup", "Etiquette", "Text",
                "CLinux",
            ],
            resources: [.embedInCode("../../Config/afterword.service")]),
        .target(
            name: "Setup", dependencies: ["Mail", "Etiquette", "Text", "Yams"],
            resources: [.copy("../../Config/afterword.yaml"), .embedInCode("Data/providers.txt")]),
        .target(
            name: "Reports",
            dependencies: ["Wording", "Desk", "Intake", "Composer", "Ledger", "Etiquette", "Text"]),
        .target(
            name: "Wording",
            dependencies: [
                "Application", "Desk", "Sender", "Intake", "Composer", "Ledger", "Mail", "Setup", "Etiquette",
                "Text",
            ]),
        .target(name: "Desk", dependencies: ["Composer", "Ledger", "Mail", "Etiquette", "Text"]),
        .target(name: "Sender", dependencies: ["Ledger", "Mail", "Etiquette"]),
        .target(
            name: "Listener", dependencies: ["Ledger", "Mail", "Etiquette", "Text"],
            resources: [.copy("Data")]),
        .target(
            name: "Ledger",
            dependencies: ["Etiquette", "Text", .product(name: "GRDB", package: "GRDB.swift")],
            resources: [.embedInCode("Schema/ledger.sql")]),
        .target(
            name: "Composer",
            dependencies: [
                "Etiquette", "Text", "CHunspell", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.copy("../../Templates")]),
        .target(
            name: "Intake", dependencies: ["Mail", "Etiquette", "Text", "CICal"],
            resources: [
                .embedInCode("Data/windows-zones.txt"), .embedInCode("Data/zone-names.txt"),
                .embedInCode("Data/robots.txt"), .embedInCode("Data/places.txt"),
                .embedInCode("Data/famous-zones.txt"), .embedInCode("Data/zone-letters.txt"),
                .embedInCode("Data/notetakers.txt"),
                .embedInCode("Data/interview-words.txt"), .embedInCode("Data/columns.txt"),
                .embedInCode("Data/column-parts.txt"),
                .embedInCode("Data/sheet-words.txt"), .embedInCode("Data/agreement-words.txt"),
            ]),
        .target(name: "Mail", dependencies: ["Etiquette", "Text", "CCurl", "CResolv"]),
        .target(
            name: "Etiquette", dependencies: ["Text", "CIdn2", "CMD"],
            resources: [.embedInCode("Data/months.txt")]),
        .target(name: "Text"),
        // libcurl is loaded when a server is first talked to, not linked: see its header.
        .target(name: "CCurl"),
        // SHA-256.
        .systemLibrary(name: "CMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(name: "CICal", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
        .systemLibrary(name: "CLinux"),
        // MX and SRV records.
        .systemLibrary(name: "CResolv"),
        .systemLibrary(name: "CIdn2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
        // What tests of several rooms start, listen on, draw their chances from and tell the time with.
        .target(name: "Fixtures", dependencies: ["Etiquette"], path: "Tests/Fixtures"),
        // A mail server that fails in every way there is: for the tests, and as a program for who measures or tries.
        .target(name: "FaultySMTP", dependencies: ["Fixtures"], path: "Tests/FaultySMTP"),
        .executableTarget(
            name: "faulty-smtp",
            dependencies: ["FaultySMTP", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/faulty-smtp"),
        // Proofreads as fast as it can: for the benchmark.
        .executableTarget(
            name: "proof-pace",
            dependencies: [
                "Composer", "Etiquette", "Text",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/proof-pace"),
        // A folder of files for a test, and the texts of configurations.
        .target(name: "TestFiles", dependencies: ["Fixtures"], path: "Tests/TestFiles"),
        // A new ledger for each test, at the cost of a copy.
        .target(name: "FreshLedger", dependencies: ["Ledger"], path: "Tests/FreshLedger"),
        // Of no room: it reads the sources themselves.
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "TextTests", dependencies: ["Text"]),
        .testTarget(
            name: "EtiquetteTests", dependencies: ["Etiquette", "Text", "Fixtures"],
            exclude: ["Times/Holidays/table.txt"]),
        .testTarget(
            name: "ComposerTests", dependencies: ["Composer", "Etiquette", "Text"],
            exclude: ["BrokenTemplates", "Golden", "Proof/Notes", "Proof/Sentences"]),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Ledger", "Etiquette", "Text", "Fixtures", "FreshLedger",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "MailTests",
            dependencies: ["Mail", "Etiquette", "Text", "CCurl", "FaultySMTP", "Fixtures"],
            exclude: ["Dovecot", "Golden", "Postfix"]),
        .testTarget(
            name: "IntakeTests", dependencies: ["Intake", "Etiquette", "Text", "Fixtures"],
            exclude: ["Invitations"]),
        .testTarget(
            name: "DeskTests",
            dependencies: ["Desk", "Composer", "Ledger", "Mail", "Etiquette", "Fixtures", "FreshLedger"]),
        .testTarget(
            name: "ListenerTests",
            dependencies: ["Listener", "Ledger", "Mail", "Etiquette", "Text", "Fixtures", "FreshLedger"],
            resources: [.copy("Notices")]),
        .testTarget(
            name: "SenderTests",
            dependencies: [
                "Sender", "Desk", "Composer", "Ledger", "Mail", "Etiquette", "Fixtures", "FreshLedger",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "SetupTests", dependencies: ["Setup", "Mail", "Etiquette", "Fixtures", "TestFiles"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Wording"]),
        .testTarget(
            name: "WordingTests",
            dependencies: [
                "Application", "Wording", "Desk", "Intake", "Composer", "Ledger", "Mail", "Setup",
                "Etiquette", "TestFiles",
            ],
            exclude: ["Broken"]),
        .testTarget(
            name: "PageTests",
            dependencies: [
                "Page", "Application", "Reports", "Wording", "Desk", "Composer", "Ledger", "Mail", "Setup",
                "Etiquette",
                "Fixtures", "TestFiles",
            ]),
        .testTarget(
            name: "PageServerTests",
            dependencies: [
                "PageServer", "Page", "Application", "Ledger", "Etiquette", "Fixtures", "TestFiles",
            ]),
        .testTarget(
            name: "ApplicationTests",
            dependencies: [
                "Application", "Composer", "Desk", "Ledger", "Mail", "Setup", "Etiquette", "Fixtures",
                "TestFiles",
            ]),
        .testTarget(
            name: "afterwordTests",
            dependencies: [
                "afterword", "Application", "Reports", "Wording", "Intake", "Ledger", "Mail", "Setup",
                "Etiquette",
                "FaultySMTP",
                "Fixtures", "TestFiles",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
