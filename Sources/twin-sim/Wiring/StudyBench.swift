import ContentHash
import Foundation
import RadioCoverage
import SchoolCapacity
import SeedFiles
import SensorPlacement
import StandardsCheck
import TwinModel

/// The studies of a campus with their parameters, and the rule sets that judge what they find.
struct StudyBench: Sendable {
  let capacity: CapacityStudy
  let sensors: FireDetectorStudy
  var coverage: CoverageStudy
  let ruleSets: [RuleSet]
  let levels: BIMLevels
  /// SHA-256 over all seed files: a changed figure makes every result that may rest on it stale.
  let seedsHash: String

  init(seeds: SeedFolder, classSize: Assumptions.ClassSize, siteRule: SiteRule) throws {
    capacity = try CapacityStudy.load(from: seeds, classSize: classSize)
    sensors = try FireDetectorStudy(seeds: seeds)
    coverage = try CoverageStudy(seeds: seeds, rule: siteRule)
    ruleSets = try RuleSet.loadAll(from: seeds)
    levels = try BIMLevels.load(from: seeds.read("standards/bim-levels.yaml"))
    seedsHash = try Self.hash(of: seeds)
  }

  init(seeds: SeedOptions, options: StudyOptions) throws {
    let rule: SiteRule =
      if let spacing = options.proposeSitesEvery {
        .proposedPerCorridor(spacing: Metres(spacing))
      } else {
        .modelOnly
      }
    try self.init(seeds: seeds.folder(), classSize: options.classSize.size, siteRule: rule)
  }

  private static func hash(of seeds: SeedFolder) throws -> String {
    var hash = ContentHash()
    for folder in ["equipment", "radio", "rooms", "seats", "standards"] {
      for file in seeds.files(in: folder) {
        hash.add(file)
        guard let data = FileManager.default.contents(atPath: "\(seeds.path)/\(file)") else {
          throw CommandFailure(.noInput, "\(seeds.path)/\(file) cannot be read")
        }
        hash.add(ContentHash.sha256(data))
      }
    }
    return hash.hex
  }
}
