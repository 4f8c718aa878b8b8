// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "materia",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "materia", targets: ["materia"])],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .systemLibrary(
            name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "CArena"),
        .target(name: "CLinux"),
        .target(name: "CPreview", exclude: ["assets"]),
        .target(name: "CTheme"),
        .target(name: "Figures", swiftSettings: strict),
        .target(name: "Markup", dependencies: ["CArena", "CCMark"], swiftSettings: strict),
        .target(name: "Search", dependencies: ["CStemmer", "CZlib"], swiftSettings: strict),
        .target(
            name: "Publishing",
            dependencies: [
                "Figures", "Markup", "Search", "CLinux", "CCrypto", "CTheme", "Yams",
                .product(name: "Mustache", package: "swift-mustache"),
            ], swiftSettings: strict),
        .target(name: "LinkCheck", dependencies: ["Publishing"], swiftSettings: strict),
        .target(
            name: "Preview",
            dependencies: [
                "CLinux", "CPreview", "Markup", "Publishing", "FlyingFox",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "materia",
            dependencies: [
                "CLinux", "LinkCheck", "Markup", "Preview", "Publishing", "Search",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Markup"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "FiguresTests", dependencies: ["Figures", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "MarkupTests", dependencies: ["CCMark", "Markup", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "Markup", "Publishing", "TestSupport", .product(name: "Mustache", package: "swift-mustache"),
            ], swiftSettings: strict),
        .testTarget(
            name: "SearchTests", dependencies: ["Search", "Publishing", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "LinkCheckTests", dependencies: ["LinkCheck", "Publishing", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "PreviewTests", dependencies: ["Preview", "Publishing", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "CommandTests", dependencies: ["TestSupport", "materia"], swiftSettings: strict),
    ]
)
