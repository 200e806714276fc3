// swift-tools-version: 6.2
import PackageDescription

/// The habits of the house, for every target: see ARCHITECTURE.md. Warnings are errors where `CI` is set.
let house: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

func stage(_ name: String, knows: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: knows, swiftSettings: house)
}

func tests(of stage: String, knows: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(stage)Tests", dependencies: [.init(stringLiteral: stage), "TestSupport"] + knows, exclude: exclude, swiftSettings: house)
}

let package = Package(
    name: "huanjie",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "huanjie", targets: ["huanjie"]),
        .library(name: "FEEL", targets: ["FEEL"]),
        .library(name: "Compliance", targets: ["Compliance", "Renderers"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        stage("Quantities", knows: [.product(name: "BigInt", package: "BigInt")]),
        stage("SourceText", knows: []),
        stage("YAMLTree", knows: ["CLibYAML", "SourceText"]),
        .systemLibrary(
            name: "CPCRE2", pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
        stage(
            "FEEL",
            knows: [
                "CPCRE2", "Quantities", "SourceText", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        stage("FEELConformance", knows: ["FEEL", "Quantities"]),
        stage("Facts", knows: ["YAMLTree", "FEEL", "Quantities", "SourceText"]),
        stage("MultipleChoice", knows: []),
        stage("Findings", knows: ["Quantities", "SourceText", .product(name: "Crypto", package: "swift-crypto")]),
        stage(
            "RulePacks",
            knows: ["YAMLTree", "FEEL", "Facts", "Quantities", "SourceText", "Findings", .product(name: "Crypto", package: "swift-crypto")]),
        stage(
            "Compliance",
            knows: ["MultipleChoice", "YAMLTree", "FEEL", "Facts", "RulePacks", "Findings", "Quantities", "SourceText"]),
        stage("Renderers", knows: ["Findings", "Quantities", "SourceText"]),
        .executableTarget(
            name: "huanjie",
            dependencies: [
                "Compliance", "Renderers", "Findings", "RulePacks", "Facts", "FEEL", "FEELConformance", "YAMLTree", "Quantities",
                "SourceText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], swiftSettings: house),
        .executableTarget(
            name: "feel-benchmark", dependencies: ["FEEL", "Compliance", "Quantities", "RulePacks", "SourceText"],
            path: "benchmarks/FEEL", swiftSettings: house),
        .target(name: "TestSupport", dependencies: ["SourceText"], path: "Tests/TestSupport", swiftSettings: house),
        tests(of: "Quantities", knows: [.product(name: "BigInt", package: "BigInt")]),
        tests(of: "SourceText"),
        tests(of: "YAMLTree", knows: ["SourceText"]),
        tests(of: "FEEL", knows: ["Quantities", "SourceText"]),
        tests(of: "MultipleChoice"),
        tests(of: "FEELConformance", knows: ["FEEL", "Quantities"]),
        tests(of: "Facts", knows: ["YAMLTree", "FEEL", "Quantities", "SourceText"]),
        tests(of: "Findings", knows: ["Quantities", "SourceText"]),
        tests(of: "RulePacks", knows: ["YAMLTree", "Facts", "Findings", "Quantities", "SourceText"]),
        tests(
            of: "Compliance", knows: ["Findings", "Facts", "FEEL", "RulePacks", "YAMLTree", "Quantities", "SourceText"],
            exclude: ["Cases", "ParentCouncil", "ReferenceModel/rules"]),
        tests(of: "Renderers", knows: ["Findings", "Quantities", "SourceText"], exclude: ["Golden"]),
        .testTarget(
            name: "CommandTests", dependencies: ["huanjie", "Findings", "Quantities", "RulePacks", "SourceText", "TestSupport"],
            exclude: ["Transcripts", "Inputs"], swiftSettings: house),
    ]
)
