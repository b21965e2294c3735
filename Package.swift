// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every Swift target: Swift 6 mode, the import rules of the house, and no
/// warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target of this package; `dependencies` is the whole list of what it may import.
func library(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of `name`, mirroring its folders.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TwinTestSupport"] + dependencies
      + (name == "TwinModel" ? [] : ["TwinModel"]),
    swiftSettings: strict)
}

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "campus-twin",
  products: [
    .executable(name: "twin-sim", targets: ["twin-sim"]),
    // For the benchmarks, which are a package of their own.
    .library(name: "TwinModel", targets: ["TwinModel"]),
    .library(name: "BIMImport", targets: ["BIMImport"]),
    .library(name: "Optimisation", targets: ["Optimisation"]),
    .library(name: "RadioCoverage", targets: ["RadioCoverage"]),
  ],
  dependencies: [
    // Commands, flags, help and completions of `twin-sim`.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SQLite with migrations and typed rows; only TwinStore sees it.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // YAML with line numbers, for rule sets, scenarios and seeds; only SeedFiles sees it.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // The report's pages as templates; only TwinReport sees it.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // Log messages on stderr; only `twin-sim` sets the handler.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // MARK: - Foreign libraries: module maps and shims, nothing else

    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(
      name: "CSpatiaLite", pkgConfig: "spatialite", providers: [.apt(["libspatialite-dev"])]),
    .systemLibrary(
      name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // Plain SQLite, to read and write a GeoPackage; the store has its own way in.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // SHA-256, which Foundation lacks on Linux; a system library, since building one takes minutes.
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    // Packed building models: .ifczip and gzip.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // LEMON is C++ templates only: a few extern "C" functions over its network simplex.
    .target(name: "CNetworkSimplex"),

    // MARK: - Layer 0: the vocabulary

    library("TwinModel", []),

    // MARK: - Layer 1: foundations

    library("SpatialCore", ["TwinModel", "CGEOS", "CPROJ"]),
    library("Optimisation", ["TwinModel", "CCbc", "CNetworkSimplex"]),
    library("SeedFiles", ["TwinModel", .product(name: "Yams", package: "Yams")]),
    library("ContentHash", ["CCrypto"]),
    library(
      "TwinStore", ["TwinModel", "CSpatiaLite", .product(name: "GRDB", package: "GRDB.swift")]),

    // MARK: - Layer 2: import, studies, checks, generator

    library(
      "BIMImport", ["TwinModel", "SpatialCore", "CZip", "CZlib"],
      resources: [.copy("Resources/schema")]),
    library("CityImport", ["TwinModel", "SpatialCore", "CLibXML2", "CSQLite"]),
    library("SchoolCapacity", ["TwinModel", "SeedFiles"]),
    library(
      "SensorPlacement", ["TwinModel", "SpatialCore", "Optimisation", "SeedFiles", "SensorCheck"]),
    // The form of a plan's certificate and its checker, which must not see how plans are made.
    library("SensorCheck", ["TwinModel"]),
    library("RadioCoverage", ["TwinModel", "SpatialCore", "Optimisation", "SeedFiles"]),
    library("SeatForecast", ["TwinModel", "Optimisation", "SeedFiles"]),
    library("GuardPlacement", ["SpatialCore", "Optimisation"]),
    library("StandardsCheck", ["TwinModel", "SeedFiles"]),
    library("CampusGenerator", ["TwinModel"]),

    // MARK: - Layer 3: sweeps and output

    library("ScenarioSweep", ["TwinModel", "SeedFiles", "ContentHash"]),
    library(
      "TwinReport", ["TwinModel", .product(name: "Mustache", package: "swift-mustache")],
      resources: [.copy("Templates")]),
    // The generator's way of writing STEP serves overlays, too.
    library("TwinExchange", ["TwinModel", "SpatialCore", "CampusGenerator", "CSQLite"]),

    // MARK: - Layer 4: the program

    .executableTarget(
      name: "twin-sim",
      dependencies: [
        "TwinModel", "SpatialCore", "Optimisation", "SeedFiles", "TwinStore", "BIMImport",
        "CityImport", "SchoolCapacity", "SensorPlacement", "SensorCheck", "RadioCoverage",
        "SeatForecast", "GuardPlacement", "StandardsCheck", "CampusGenerator", "ScenarioSweep",
        "TwinReport", "TwinExchange", "ContentHash", logging,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // MARK: - Tests

    .target(
      name: "TwinTestSupport", dependencies: ["TwinModel"], path: "Tests/TwinTestSupport",
      swiftSettings: strict),
    tests("TwinModel"),
    tests("SpatialCore"),
    tests("Optimisation"),
    tests("SeedFiles"),
    tests("ContentHash"),
    tests("TwinStore"),
    tests("BIMImport", ["SpatialCore", "CZip", "CZlib"]),
    tests("CityImport", ["SpatialCore"]),
    tests("SchoolCapacity", ["SeedFiles"]),
    tests("SensorPlacement", ["SpatialCore", "Optimisation", "SeedFiles", "SensorCheck"]),
    tests("SensorCheck"),
    tests("RadioCoverage", ["SpatialCore", "Optimisation", "SeedFiles"]),
    tests("SeatForecast", ["Optimisation", "SeedFiles"]),
    tests("GuardPlacement", ["SpatialCore", "Optimisation"]),
    tests("StandardsCheck", ["SeedFiles"]),
    tests("CampusGenerator"),
    tests("ScenarioSweep", ["SeedFiles"]),
    tests("TwinReport"),
    tests("TwinExchange", ["SpatialCore", "CSQLite"]),
    // Numbers from other programs; needs the folder `../shared` and says so when it is missing.
    .testTarget(
      name: "ReferenceTests",
      dependencies: [
        "TwinModel", "SpatialCore", "BIMImport", "CityImport", "SeatForecast", "RadioCoverage",
        "Optimisation", "GuardPlacement", "SensorPlacement", "SchoolCapacity", "SeedFiles",
        "TwinTestSupport",
      ],
      swiftSettings: strict),
    // Runs the built `twin-sim` and looks at its exit status and stdout.
    .testTarget(
      name: "CommandLineTests", dependencies: ["twin-sim", "TwinTestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx14
)
