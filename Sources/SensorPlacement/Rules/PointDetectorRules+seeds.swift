public import SeedFiles
import TwinModel

extension PointDetectorRules {
  /// Reads `equipment/smoke-detector.yaml` or `heat-detector.yaml` of a folder of seeds, and
  /// `detector-choice.yaml` beside it.
  ///
  /// - Throws: ``SeedError`` with file and line of what is missing or wrong.
  public init(_ type: DetectorType = .smoke, seeds: SeedFolder) throws(SeedError) {
    let node = try seeds.read("equipment/\(type.word)-detector.yaml")
    let choice = try DetectorChoice(seeds.read("equipment/detector-choice.yaml"))
    try self.init(node, choice: choice)
    guard self.type == type else { throw node.error("expected the kind \(type.rawValue)") }
  }

  /// Reads the rules from the top of a file.
  package init(_ node: YAMLNode, choice: DetectorChoice) throws(SeedError) {
    try node.allowKeys([
      "kind", "document", "protection", "correction", "corridor", "clearance", "partition", "beams",
      "beam_effect", "beam_bays", "outlets", "outlet_size", "ridge", "uses",
    ])
    self.choice = choice
    type = try node.value("kind").choice()
    document = try node.value("document").string()
    protection = []
    for item in try node.value("protection").list() {
      protection.append(try Self.protection(item))
    }
    corrections = []
    for item in try node.value("correction").list() {
      corrections.append(try Self.correction(item))
    }
    corrections.sort { $0.peopleAbove > $1.peopleAbove }
    let corridor = try node.value("corridor")
    try corridor.allowKeys(["narrower_than", "spacing"] + Self.provenance)
    self.corridor = Corridor(
      narrowerThan: Metres(try Self.positive(corridor, "narrower_than")),
      spacing: Metres(try Self.positive(corridor, "spacing")))
    let clearance = try node.value("clearance")
    try clearance.allowKeys(["distance"] + Self.provenance)
    self.clearance = Metres(try Self.positive(clearance, "distance"))
    let partition = try node.value("partition")
    try partition.allowKeys(["gap_share"] + Self.provenance)
    partitionGapShare = try partition.value("gap_share").number()
    beams = try BeamRules(node)
    outlets = try OutletRules(node)
    let ridge = try node.value("ridge")
    try ridge.allowKeys(["steeper_than"] + Self.provenance)
    ridgeSlope = Degrees(try Self.positive(ridge, "steeper_than"))
    let uses = try node.value("uses")
    try uses.allowKeys(["corridors", "exempt", "corridor_length_to_width"])
    corridorUses = []
    for item in try uses.value("corridors").list() { corridorUses.append(try item.string()) }
    exemptions = []
    for item in try uses.value("exempt").list() {
      try item.allowKeys(["use", "reason"] + Self.provenance)
      exemptions.append(
        Exemption(
          use: try item.value("use").string(), reason: try item.value("reason").string()))
    }
    corridorLengthToWidth = try Self.positive(uses, "corridor_length_to_width")
  }

  static let provenance = ["status", "source"]

  static func positive(_ node: YAMLNode, _ key: String) throws(SeedError) -> Double {
    let value = try node.value(key)
    let number = try value.number()
    guard number > 0 else { throw value.error("expected a number above 0, found \(number)") }
    return number
  }

  static func span(_ node: YAMLNode) throws(SeedError) -> Span {
    try node.allowKeys(["above", "up_to"])
    let end = try node.value("up_to")
    let isOpen = try end.string() == ".inf"
    let span = Span(
      above: try node.value("above").number(), upTo: isOpen ? .infinity : try end.number())
    guard span.above < span.upTo else { throw node.error("expected “above” below “up_to”") }
    return span
  }

  private static func protection(_ node: YAMLNode) throws(SeedError) -> Protection {
    try node.allowKeys(["floor_area", "height", "slope", "area", "radius"] + provenance)
    return Protection(
      floorArea: try span(node.value("floor_area")), height: try span(node.value("height")),
      slope: try span(node.value("slope")), area: SquareMetres(try positive(node, "area")),
      radius: Metres(try positive(node, "radius")), isVerified: try node.isVerified())
  }

  private static func correction(_ node: YAMLNode) throws(SeedError) -> Correction {
    try node.allowKeys(["people_above", "factor"] + provenance)
    return Correction(
      peopleAbove: try node.value("people_above").integer(),
      factor: try positive(node, "factor"), isVerified: try node.isVerified())
  }
}
