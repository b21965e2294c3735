public import SeedFiles
public import TwinModel

/// 5G NR coverage of a campus' rooms by indoor sites.
///
/// Each storey is laid out in cells; every site of the same building reaches them by
/// ``MultiWallMap``, through the walls of all storeys on the way and one floor slab of the seeds'
/// default (`defaults.floor`) for each storey between; sites of other buildings and of outdoor
/// networks are left out. A cell is covered when SS-RSRP and SS-SINR of its best server reach the
/// thresholds. A room's rate is that of a carrier of its own at the SINR of each cell, its exposure the
/// power density of all sites sending all the time. The probability of a cell is Q((threshold − median)/σ).
///
/// A building without sites is **unknown**, not uncovered: it gets a finding, no facts and no maps;
/// the campus then has no `campus.nr_coverage` either.
public struct CoverageStudy: CampusStudy {
  /// The study's name, `coverage`.
  public var name: String { "coverage" }
  /// Raised whenever the same input would give another result.
  public var version: Int { 2 }
  /// Carrier, sites, receivers and thresholds.
  public let assumptions: CoverageParameters
  /// What walls are made of.
  public let materials: MaterialCatalogue
  /// What rates are computed with.
  public let throughput: NRThroughput
  /// How strong fields may be where pupils are.
  public let exposure: ExposureLimits
  /// Where sites come from.
  public let rule: SiteRule

  /// Creates a study from parameters.
  public init(
    assumptions: CoverageParameters, materials: MaterialCatalogue, throughput: NRThroughput,
    exposure: ExposureLimits, rule: SiteRule = .modelOnly
  ) {
    self.assumptions = assumptions
    self.materials = materials
    self.throughput = throughput
    self.exposure = exposure
    self.rule = rule
  }

  /// Creates a study from `nr-indoor.yaml`, `materials.yaml`, `nr-throughput.yaml` and `emf-gb8702.yaml`
  /// of `radio/`.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder, rule: SiteRule = .modelOnly) throws(SeedError) {
    try self.init(
      assumptions: CoverageParameters(seeds: seeds), materials: MaterialCatalogue(seeds: seeds),
      throughput: NRThroughput(seeds: seeds), exposure: ExposureLimits(seeds: seeds), rule: rule)
  }

  /// The parameters as text.
  public var parameters: [String: String] {
    assumptions.texts.merging(
      [
        "site_rule": rule.description, "materials": materials.fingerprint,
        "throughput": throughput.fingerprint, "exposure": exposure.fingerprint,
      ]
    ) { first, _ in first }
  }

  /// Runs the study.
  ///
  /// - Throws: ``StudyError`` when the rule's spacing is not a positive length.
  public func run(_ input: StudyInput) throws(StudyError) -> StudyOutput {
    if case .proposedPerCorridor(let spacing) = rule, !(spacing.value > 0) {
      throw StudyError(
        study: name, reason: "sites cannot stand \(spacing) apart; expected a length above 0 m")
    }
    return CoverageRun(study: self, input: input).output()
  }
}
