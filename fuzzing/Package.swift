// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because a fuzzing target has no `main` and everything in it is instrumented. See `fuzzing/run`.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "huanjie", path: "..")],
    targets: [
        .executableTarget(
            name: "feel-fuzzer", dependencies: [.product(name: "FEEL", package: "huanjie")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ]
)
