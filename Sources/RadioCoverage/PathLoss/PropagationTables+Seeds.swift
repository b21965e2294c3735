import SeedFiles
import TwinModel

// One function for each section of `radio/propagation.yaml`.
extension PropagationTables {
  static func siteGeneral(_ node: YAMLNode) throws(SeedError) -> SiteGeneral {
    try node.allowKeys([
      "model", "edition", "environment", "path", "alpha", "beta", "gamma", "sigma_db", "from_ghz",
      "to_ghz", "from_m", "to_m", "source", "status",
    ])
    let frequencies = try range(node, "from_ghz", "to_ghz")
    let distances = try range(node, "from_m", "to_m")
    return try SiteGeneral(
      model: node.value("model").string(), edition: node.value("edition").integer(),
      environment: node.value("environment").string(),
      condition: node.value("path").choice(SightCondition.self),
      alpha: node.value("alpha").number(), beta: node.value("beta").number(),
      gamma: node.value("gamma").number(), shadowSigma: Decibels(node.value("sigma_db").number()),
      frequencies: frequencies.map { Gigahertz($0.lowerBound)...Gigahertz($0.upperBound) },
      distances: distances.map { Metres($0.lowerBound)...Metres($0.upperBound) },
      source: node.value("source").string(),
      isVerified: node.value("status").string() == "seen")
  }

  static func indoorPowerLaw(_ node: YAMLNode) throws(SeedError) -> [IndoorPowerLaw] {
    try node.allowKeys(["source", "status", "rows"])
    var rows: [IndoorPowerLaw] = []
    for row in try node.value("rows").list() {
      try row.allowKeys(["environment", "coefficient", "first_floor_db", "further_floor_db"])
      rows.append(
        try IndoorPowerLaw(
          environment: row.value("environment").string(),
          coefficient: row.value("coefficient").number(),
          firstFloor: Decibels(row.value("first_floor_db").number()),
          furtherFloor: Decibels(row.value("further_floor_db").number())))
    }
    return rows
  }

  static func multiWall(_ node: YAMLNode) throws(SeedError) -> MultiWallSum {
    try node.allowKeys([
      "source", "status", "constant_db", "light_wall_db", "heavy_wall_db", "floor_db",
      "floor_exponent",
    ])
    return try MultiWallSum(
      constant: Decibels(node.value("constant_db").number()),
      lightWall: Decibels(node.value("light_wall_db").number()),
      heavyWall: Decibels(node.value("heavy_wall_db").number()),
      floor: Decibels(node.value("floor_db").number()),
      floorExponent: node.value("floor_exponent").number())
  }

  static func buildingEntry(_ node: YAMLNode) throws(SeedError) -> [BuildingEntry] {
    try node.allowKeys(["source", "status", "rows"])
    let names = ["r", "s", "t", "u", "v", "w", "x", "y", "z"]
    var rows: [BuildingEntry] = []
    for row in try node.value("rows").list() {
      try row.allowKeys(["building"] + names)
      var coefficients: [Double] = []
      for name in names { coefficients.append(try row.value(name).number()) }
      rows.append(
        try BuildingEntry(
          building: row.value("building").choice(BuildingEntry.Building.self),
          coefficients: coefficients))
    }
    return rows
  }

  static func outdoorToIndoor(_ node: YAMLNode) throws(SeedError) -> [OutdoorToIndoor] {
    try node.allowKeys([
      "source", "status", "not_perpendicular_db", "inside_db_per_m", "materials", "models",
    ])
    let materials = try node.value("materials").list()
    let notPerpendicular = try Decibels(node.value("not_perpendicular_db").number())
    let insidePerMetre = try node.value("inside_db_per_m").number()
    var rows: [OutdoorToIndoor] = []
    for model in try node.value("models").list() {
      try model.allowKeys([
        "name", "window", "wall", "window_share", "sigma_db", "from_release",
      ])
      let first = try model.value("from_release").integer()
      guard (16...19).contains(first) else {
        throw try model.value("from_release").error("expected a release from 16 to 19")
      }
      for release in first...19 {
        rows.append(
          try OutdoorToIndoor(
            facade: model.value("name").choice(OutdoorToIndoor.Facade.self), release: release,
            sigma: Decibels(model.value("sigma_db").number()),
            window: material(model.value("window"), release, materials),
            wall: material(model.value("wall"), release, materials),
            windowShare: model.value("window_share").number(),
            notPerpendicular: notPerpendicular, insidePerMetre: insidePerMetre))
      }
    }
    return rows
  }

  private static func material(
    _ node: YAMLNode, _ release: Int, _ materials: [YAMLNode]
  ) throws(SeedError) -> OutdoorToIndoor.Material {
    let name = try node.string()
    for row in materials {
      try row.allowKeys(["name", "constant_db", "per_ghz_db", "from_release", "to_release"])
      let (first, last) = try (
        row.value("from_release").integer(), row.value("to_release").integer()
      )
      if try row.value("name").string() == name, first <= release, release <= last {
        return try OutdoorToIndoor.Material(
          constant: row.value("constant_db").number(),
          perGigahertz: row.value("per_ghz_db").number())
      }
    }
    throw node.error("no material “\(name)” of release \(release) stands under materials")
  }

  /// Two bounds that stand together or not at all.
  private static func range(
    _ node: YAMLNode, _ low: String, _ high: String
  ) throws(SeedError) -> ClosedRange<Double>? {
    guard let from = try node.optional(low) else {
      if let to = try node.optional(high) { throw to.error("\(high) stands here without \(low)") }
      return nil
    }
    let (first, last) = (try from.number(), try node.value(high).number())
    guard first > 0, first < last else { throw from.error("expected 0 < \(low) < \(high)") }
    return first...last
  }
}
