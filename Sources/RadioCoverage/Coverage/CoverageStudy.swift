public import SeedFiles
public import TwinModel

/// 5G NR coverage of a campus' rooms by indoor sites.
///
/// Each storey is laid out in cells; every site of the same building reaches them by
/// ``MultiWallMap``, through the walls of all storeys on the way and one floor slab of the seeds'
/// default (`defaults.floor`) for each storey between. Outdoor sites reach them by ``OutdoorToRoom``, over
/// the roofs of other buildings and through the facade; indoor sites of other buildings are left out.
/// Devices may tell of their antennas by ``SiteProperty``. A cell is covered when SS-RSRP and SS-SINR of its best server reach the
/// thresholds. A room's rate is that of a carrier of its own at the SINR of each cell, its exposure the
/// power density of all sites sending all the time. The probability of a cell is Q((threshold − median)/σ).
///
/// A building without sites is **unknown**, not uncovered: it gets a finding, no facts and no maps;
/// the campus then has no `campus.nr_coverage` either.
///
/// Access points of Wi-Fi are studied beside (``WiFiNetwork``), the declared links to the outside too.
public struct CoverageStudy: CampusStudy {
  /// The study's name, `coverage`.
  public var name: String { "coverage" }
  /// Raised whenever the same input would give another result.
  public var version: Int { 3 }
  /// Carrier, sites, receivers and thresholds.
  public private(set) var assumptions: CoverageParameters
  /// What walls are made of.
  public let materials: MaterialCatalogue
  /// What rates are computed with.
  public let throughput: NRThroughput
  /// How strong fields may be where pupils are.
  public let exposure: ExposureLimits
  /// Where sites come from.
  public let rule: SiteRule
  /// Patterns that sites may name.
  public var antennas: [String: AntennaPattern] = [:]
  /// What is assumed of Wi-Fi; nil to leave it out.
  public var wifi: WiFiParameters?
  /// Whether access points are proposed on storeys without one.
  public var proposesAccessPoints = false
  /// Sites and access points beside those of the model, in the local frame.
  public var addedDevices: [Device] = []
  /// Buildings around the campus, in the local frame.
  public var surroundings: [OutdoorBlocker] = []
  /// Rates that the links to the outside should reach.
  public var backhaulTargets: [BackhaulTarget] = []
  /// What a survey says of the map; nil for none.
  ///
  /// Its σ takes the place of the seeds'.
  public var calibration: MapCalibration? {
    didSet { if let sigma = calibration?.sigma { assumptions.shadowSigma = sigma } }
  }

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

  /// Creates a study from the files of `radio/`.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder, rule: SiteRule = .modelOnly) throws(SeedError) {
    try self.init(
      assumptions: CoverageParameters(seeds: seeds), materials: MaterialCatalogue(seeds: seeds),
      throughput: NRThroughput(seeds: seeds), exposure: ExposureLimits(seeds: seeds), rule: rule)
    antennas = try AntennaPattern.all(seeds: seeds)
    wifi = try WiFiParameters(seeds: seeds)
    backhaulTargets = try BackhaulTarget.all(seeds: seeds)
  }

  /// The parameters as text.
  public var parameters: [String: String] {
    assumptions.texts.merging(
      [
        "site_rule": rule.description, "materials": materials.fingerprint,
        "throughput": throughput.fingerprint, "exposure": exposure.fingerprint,
        "antennas": antennas.keys.sorted().map { "\($0) \(antennas[$0]?.fingerprint ?? "")" }
          .joined(separator: ";"),
        "wifi": wifi?.fingerprint ?? "none", "access_points": "\(proposesAccessPoints)",
        "added_devices": addedDevices.map(\.fingerprint).joined(separator: ";"),
        "surroundings": surroundings.map(\.fingerprint).joined(separator: ";"),
        "calibration": calibration?.fingerprint ?? "none",
        "backhaul": backhaulTargets.map { "\($0.name) \($0.rate.value)" }.joined(separator: ";"),
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

extension Device {
  /// What decides of a device's waves, as text.
  fileprivate var fingerprint: String {
    let place = position.map { "\($0.x) \($0.y) \($0.z)" } ?? "nowhere"
    return ([id.value, kind, place] + properties.map { "\($0.name) \($0.value)" })
      .joined(separator: ",")
  }
}

extension OutdoorBlocker {
  /// Every number as text.
  fileprivate var fingerprint: String {
    ([id, "\(top.value)"] + rings.flatMap { $0.map { "\($0.x) \($0.y)" } }).joined(separator: ",")
  }
}
