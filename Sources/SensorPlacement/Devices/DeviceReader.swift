package import SeedFiles
import TwinModel

/// Reads the devices of one file, and stops at whatever it does not know.
package struct DeviceReader {
  /// Uses of rooms that may be named.
  let uses: [String]
  /// Classes of pixel density that may be named.
  let densities: PixelDensity

  private static let provenance = ["status", "source"]

  /// Creates a reader.
  package init(uses: [String], densities: PixelDensity) {
    self.uses = uses
    self.densities = densities
  }

  /// The devices of a file.
  package func devices(_ node: YAMLNode) throws(SeedError) -> [DeviceType] {
    try node.allowKeys(["format", "devices"])
    var types: [DeviceType] = []
    for item in try node.value("devices").list() { types.append(try device(item)) }
    return types
  }

  private func device(_ node: YAMLNode) throws(SeedError) -> DeviceType {
    try node.allowKeys([
      "id", "kind", "zh", "en", "cost", "mounting", "radio", "sensing", "least", "glass", "margin",
      "places", "never", "flags",
    ])
    let cost = try node.value("cost")
    try cost.allowKeys(["yuan"] + Self.provenance)
    var isVerified = try cost.isVerified()
    let price = try cost.value("yuan").integer()
    guard 0...10_000_000 ~= price else {
      throw try cost.value("yuan").error("expected 0 to 10000000, found \(price)")
    }
    let sensing = try node.value("sensing")
    isVerified = try sensing.isVerified() && isVerified
    var least: [DeviceType.LeastCount] = []
    if let table = try node.optional("least") {
      try table.allowKeys(["counts"] + Self.provenance)
      isVerified = try table.isVerified() && isVerified
      for item in try table.value("counts").list() { least.append(try leastCount(item)) }
    }
    var places: [DeviceType.Place] = []
    for item in try node.value("places").list() { places.append(try place(item)) }
    let type = DeviceType(
      id: try word(node, "id"), kind: try word(node, "kind"),
      chinese: try node.value("zh").string(), english: try node.value("en").string(),
      cost: Yuan(Double(price)), mounting: try mounting(node.value("mounting")),
      radio: try node.value("radio").choice(), sensing: try self.sensing(sensing),
      leastCounts: least.sorted { $0.above < $1.above },
      seesThroughGlass: try node.value("glass").choice(Glass.self) == .clear,
      margin: Metres(try node.value("margin").within(0...5)), places: places,
      bans: try notes(node.value("never"), "reason"), flags: try notes(node.value("flags"), "note"),
      isVerified: isVerified)
    try check(type, at: node)
    return type
  }

  private enum Glass: String, CaseIterable { case clear, opaque }

  /// Kinds and names become parts of identifiers and of names of files.
  private func word(_ node: YAMLNode, _ key: String) throws(SeedError) -> String {
    let value = try node.value(key)
    let text = try value.string()
    let isPlain = text.utf8.allSatisfy {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        || $0 == UInt8(ascii: "_")
    }
    guard isPlain, !text.isEmpty else {
      throw value.error("expected small letters, digits and “_”, found “\(text)”")
    }
    return text
  }

  private func mounting(_ node: YAMLNode) throws(SeedError) -> DeviceType.Mounting {
    try node.allowKeys(["surface", "height", "clearance", "heading_step"])
    var height: Metres?
    if let value = try node.optional("height") { height = Metres(try value.within(0...30)) }
    var step: Degrees?
    if let value = try node.optional("heading_step") { step = Degrees(try value.within(5...180)) }
    return DeviceType.Mounting(
      surface: try node.value("surface").choice(), height: height,
      clearance: Metres(try node.value("clearance").within(0...10)), headingStep: step)
  }

  private func leastCount(_ node: YAMLNode) throws(SeedError) -> DeviceType.LeastCount {
    try node.allowKeys(["above", "count"])
    let count = try node.value("count").integer()
    guard 1...100 ~= count else { throw node.error("expected a count of 1 to 100") }
    return DeviceType.LeastCount(
      above: SquareMetres(try node.value("above").within(0...1e6)), count: count)
  }

  private func place(_ node: YAMLNode) throws(SeedError) -> DeviceType.Place {
    try node.allowKeys(["uses", "times"] + Self.provenance)
    _ = try node.isVerified()
    let times = try node.optional("times")
    let count = try times?.integer() ?? 1
    guard 1...5 ~= count else { throw node.error("times: expected 1 to 5, found \(count)") }
    return DeviceType.Place(uses: try names(node), times: count)
  }

  private func notes(_ node: YAMLNode, _ key: String) throws(SeedError) -> [DeviceType.Note] {
    var list: [DeviceType.Note] = []
    for item in try node.list() {
      try item.allowKeys(["uses", key] + Self.provenance)
      _ = try item.isVerified()
      list.append(
        DeviceType.Note(uses: try names(item), words: try item.value(key).string()))
    }
    return list
  }

  private func names(_ node: YAMLNode) throws(SeedError) -> [String] {
    var list: [String] = []
    for item in try node.value("uses").list() {
      let name = try item.string()
      guard uses.contains(name) else {
        throw item.error("“\(name)” is no use of seeds/rooms/uses.yaml")
      }
      list.append(name)
    }
    return list
  }

  /// Combinations that no plan could be made of.
  private func check(_ type: DeviceType, at node: YAMLNode) throws(SeedError) {
    let surface = type.mounting.surface
    switch type.sensing {
    case .cone where surface != .ceiling:
      throw node.error("\(type.id): a cone hangs from the ceiling")
    case .sector, .camera:
      guard surface == .wall || surface == .corner else {
        throw node.error("\(type.id): a sector needs a wall or a corner to look from")
      }
      guard type.mounting.headingStep != nil else {
        throw node.error("\(type.id): a sector needs mounting.heading_step")
      }
    case .door where surface != .door:
      throw node.error("\(type.id): what is placed at doors is mounted on them")
    default:
      guard surface != .door || type.sensing == .door else {
        throw node.error("\(type.id): only sensing.form door is mounted on doors")
      }
    }
    guard surface == .ceiling || type.mounting.height != nil else {
      throw node.error("\(type.id): mounting.height is missing")
    }
  }
}
