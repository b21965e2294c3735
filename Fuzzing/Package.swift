// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it is built with libFuzzer, which brings a main function.
let package = Package(
  name: "campus-twin-fuzzing",
  dependencies: [.package(name: "campus-twin", path: "..")],
  targets: [
    .executableTarget(
      name: "step-fuzz", dependencies: [.product(name: "BIMImport", package: "campus-twin")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
