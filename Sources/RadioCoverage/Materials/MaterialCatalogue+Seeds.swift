public import SeedFiles
import TwinModel

extension MaterialCatalogue {
  /// Reads `radio/materials.yaml` of the seeds.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    try self.init(seeds.read("radio/materials.yaml"))
  }

  /// Reads a catalogue.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(_ file: YAMLNode) throws(SeedError) {
    try file.allowKeys([
      "source", "status", "limits", "materials", "assemblies", "frame_words", "defaults",
    ])
    limits = try Self.limits(file.value("limits"))
    var rows: [RadioMaterial] = []
    var thicknesses: [String: Metres] = [:]
    var synonyms: [Synonym] = []
    for node in try file.value("materials").list() {
      let row = try Self.material(node)
      guard thicknesses[row.name] == nil else {
        throw node.error("the material “\(row.name)” stands here twice")
      }
      rows.append(row)
      thicknesses[row.name] = try Self.thickness(node)
      synonyms += try Self.words(node).map { Synonym(word: $0, meaning: .material(row)) }
    }
    var assemblies: [String: LayeredSlab] = [:]
    for node in try file.optional("assemblies")?.list() ?? [] {
      try node.allowKeys(["name", "synonyms", "layers"])
      let slab = try Self.slab(node.value("layers"), rows)
      assemblies[try node.value("name").string()] = slab
      synonyms += try Self.words(node).map { Synonym(word: $0, meaning: .assembly(slab)) }
    }
    let defaultNodes = try file.value("defaults")
    try defaultNodes.allowKeys(Role.allCases.map(\.rawValue) + ["unknown_layer"])
    var defaults: [Role: LayeredSlab] = [:]
    for role in Role.allCases {
      defaults[role] = try Self.slab(
        defaultNodes.value(role.rawValue).value("assembly"), rows)
    }
    unknownLayer = try Self.named(
      defaultNodes.value("unknown_layer").value("material"), among: rows)
    frameWords =
      try file.optional("frame_words") == nil
      ? [] : file.words("frame_words").map { $0.lowercased() }
    materials = rows
    self.thicknesses = thicknesses
    self.synonyms = synonyms
    self.assemblies = assemblies
    self.defaults = defaults
    fingerprint =
      "\(rows)\(thicknesses.sorted { $0.key < $1.key })\(limits)"
      + frameWords.joined(separator: ",") + synonyms.map { "\($0.word)\($0.meaning)" }.joined()
      + Role.allCases.map { "\($0)\(String(describing: defaults[$0]))" }.joined()
  }

  // MARK: - Parts of the file

  private static func limits(_ node: YAMLNode) throws(SeedError) -> LossCurve.Limits {
    try node.allowKeys(["greatest_loss_db", "greatest_angle_deg"])
    let loss = try node.value("greatest_loss_db")
    let angle = try node.value("greatest_angle_deg")
    guard try loss.number() > 0 else { throw loss.error("expected a loss above 0 dB") }
    guard try (0.0..<90).contains(angle.number()), try angle.number() > 0 else {
      throw angle.error("expected an angle between 0 and 90 degrees")
    }
    return try LossCurve.Limits(
      greatestLoss: Decibels(loss.number()), greatestAngle: Degrees(angle.number()))
  }

  private static func material(_ node: YAMLNode) throws(SeedError) -> RadioMaterial {
    try node.allowKeys([
      "name", "a", "b", "c", "d", "from_ghz", "to_ghz", "thickness_mm", "source", "status",
      "synonyms",
    ])
    let (low, high) = try (node.value("from_ghz").number(), node.value("to_ghz").number())
    guard low > 0, low < high else { throw node.error("expected 0 < from_ghz < to_ghz") }
    let (a, c) = try (node.value("a").number(), node.value("c").number())
    guard a >= 1, c >= 0 else { throw node.error("expected a ≥ 1 and c ≥ 0") }
    return try RadioMaterial(
      name: node.value("name").string(), a: a, b: node.value("b").number(), c: c,
      d: node.value("d").number(), validity: Gigahertz(low)...Gigahertz(high))
  }

  private static func thickness(_ node: YAMLNode) throws(SeedError) -> Metres {
    let value = try node.value("thickness_mm")
    guard try value.number() > 0 else { throw value.error("expected a thickness above 0 mm") }
    return try Metres(value.number() / 1000)
  }

  private static func words(_ node: YAMLNode) throws(SeedError) -> [String] {
    var words: [String] = []
    for word in try node.value("synonyms").list() { words.append(try word.string().lowercased()) }
    return words
  }

  private static func named(
    _ node: YAMLNode, among rows: [RadioMaterial]
  ) throws(SeedError) -> RadioMaterial {
    let name = try node.string()
    guard let row = rows.first(where: { $0.name == name }) else {
      let known = rows.map(\.name).joined(separator: ", ")
      throw node.error("unknown material “\(name)”; expected one of \(known)")
    }
    return row
  }

  private static func slab(
    _ node: YAMLNode, _ rows: [RadioMaterial]
  ) throws(SeedError) -> LayeredSlab {
    var layers: [SlabLayer] = []
    for layer in try node.list() {
      try layer.allowKeys(["material", "thickness_mm"])
      layers.append(
        try SlabLayer(
          material: named(layer.value("material"), among: rows), thickness: thickness(layer)))
    }
    return LayeredSlab(layers)
  }
}
