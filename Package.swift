// swift-tools-version: 6.1

import PackageDescription

// The rooms of the house. A room knows the rooms that its line names and no others;
// README.md draws the same picture.
let package = Package(
    name: "afterword",
    products: [.executable(name: "afterword", targets: ["afterword"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .executableTarget(
            name: "afterword",
            dependencies: [
                "Desk", "Sender", "Composer", "Ledger", "Mail", "Etiquette", "CMalloc", "Yams",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.copy("../../Config/afterword.yaml")]),
        .target(name: "Desk", dependencies: ["Composer", "Ledger", "Mail", "Etiquette"]),
        .target(name: "Sender", dependencies: ["Ledger", "Mail", "Etiquette"]),
        .target(name: "Ledger", dependencies: ["Etiquette", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "Composer",
            dependencies: ["Etiquette", .product(name: "Mustache", package: "swift-mustache")],
            resources: [.copy("../../Templates")]),
        .target(
            name: "Intake", dependencies: ["Mail", "Etiquette", "CICal"],
            resources: [
                .embedInCode("Data/windows-zones.txt"), .embedInCode("Data/zone-names.txt"),
                .embedInCode("Data/robots.txt"), .embedInCode("Data/places.txt"),
                .embedInCode("Data/interview-words.txt"),
            ]),
        .target(name: "Mail", dependencies: ["Etiquette", "CCurl", "CGMime"]),
        .target(name: "Etiquette", dependencies: ["CIdn2"]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CMalloc"),
        // libical is loaded when it is first wanted, not linked: see its header.
        .target(name: "CICal"),
        .systemLibrary(name: "CIdn2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
        .testTarget(name: "EtiquetteTests", dependencies: ["Etiquette"]),
        .testTarget(
            name: "ComposerTests", dependencies: ["Composer", "Etiquette"],
            exclude: ["BrokenTemplates", "Golden"]),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Ledger", "Etiquette", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(
            name: "MailTests", dependencies: ["Mail", "Etiquette", "CCurl"], exclude: ["Golden", "Postfix"]),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "Etiquette"], exclude: ["Invitations"]),
        .testTarget(name: "DeskTests", dependencies: ["Desk", "Composer", "Ledger", "Mail", "Etiquette"]),
        .testTarget(
            name: "SenderTests", dependencies: ["Sender", "Desk", "Composer", "Ledger", "Mail", "Etiquette"]),
        .testTarget(
            name: "afterwordTests", dependencies: ["afterword", "Mail", "Etiquette"],
            exclude: ["Configuration/Broken"]),
    ],
    swiftLanguageModes: [.v6]
)
