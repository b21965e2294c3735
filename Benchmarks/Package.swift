// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds or tests the program pays for it.
let package = Package(
  name: "campus-twin-benchmarks",
  dependencies: [.package(name: "campus-twin", path: "..")],
  targets: [
    .executableTarget(
      name: "twin-bench", dependencies: [.product(name: "BIMImport", package: "campus-twin")]),
    .executableTarget(
      name: "assign-bench",
      dependencies: [.product(name: "Optimisation", package: "campus-twin")]),
    .executableTarget(
      name: "radio-bench",
      dependencies: [
        .product(name: "RadioCoverage", package: "campus-twin"),
        .product(name: "TwinModel", package: "campus-twin"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
