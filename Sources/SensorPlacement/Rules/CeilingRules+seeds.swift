import SeedFiles
import TwinModel

extension BeamRules {
  /// Reads the beams of a detector's file: `beams`, `beam_effect` and `beam_bays`.
  init(_ file: YAMLNode) throws(SeedError) {
    let beams = try file.value("beams")
    let provenance = PointDetectorRules.provenance
    try beams.allowKeys(["ignored_below", "each_bay_above", "least_gap"] + provenance)
    ignoredBelow = Metres(try beams.value("ignored_below").above(0))
    eachBayAbove = Metres(try beams.value("each_bay_above").above(ignoredBelow.value))
    leastGap = Metres(try beams.value("least_gap").above(0))
    let line = try file.value("beam_effect")
    try line.allowKeys(["points"] + provenance)
    effect = []
    for item in try line.value("points").list() {
      try item.allowKeys(["height", "depth"])
      let height = try item.value("height").above(effect.last?.height.value ?? 0)
      effect.append(
        EffectPoint(height: Metres(height), depth: Metres(try item.value("depth").above(0))))
    }
    let table = try file.value("beam_bays")
    try table.allowKeys(["table"] + provenance)
    bays = []
    for item in try table.value("table").list() {
      try item.allowKeys(["area", "bay", "count"])
      let count = try item.value("count")
      guard try count.integer() > 0 else { throw count.error("a detector serves one bay at least") }
      bays.append(
        BayCount(
          area: SquareMetres(try item.value("area").above(0)),
          bay: try PointDetectorRules.span(item.value("bay")), count: try count.integer()))
    }
    let (isLine, isTable) = (try line.isVerified(), try table.isVerified())
    isVerified = try beams.isVerified() && isLine && isTable
  }
}

extension OutletRules {
  /// Reads the air outlets of a detector's file: `outlets` and `outlet_size`.
  init(_ file: YAMLNode) throws(SeedError) {
    let node = try file.value("outlets")
    try node.allowKeys(
      ["distance", "perforated_distance", "kinds", "perforated_face", "not_supply"]
        + PointDetectorRules.provenance)
    func words(_ key: String) throws(SeedError) -> [String] {
      var words: [String] = []
      for item in try node.value(key).list() { words.append(try item.string()) }
      return words
    }
    distance = Metres(try node.value("distance").above(0))
    perforatedDistance = Metres(try node.value("perforated_distance").above(0))
    kinds = try words("kinds")
    perforatedFaces = try words("perforated_face")
    otherFlows = try words("not_supply")
    _ = try node.isVerified()
    let size = try file.value("outlet_size")
    try size.allowKeys(["half_width"] + PointDetectorRules.provenance)
    halfWidth = Metres(try size.value("half_width").within(0...2))
    _ = try size.isVerified()
  }
}
