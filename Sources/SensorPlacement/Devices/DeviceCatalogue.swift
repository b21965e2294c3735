public import SeedFiles
import TwinModel

/// The devices of `seeds/equipment`, in order of files and of their place in them.
public struct DeviceCatalogue: Hashable, Sendable {
  /// The types of devices.
  public var types: [DeviceType]

  /// Creates a catalogue.
  public init(types: [DeviceType]) { self.types = types }

  /// Kinds of devices, sorted.
  public var kinds: [String] { Set(types.map(\.kind)).sorted() }

  /// The types of a kind, in order of the catalogue.
  public func types(of kind: String) -> [DeviceType] { types.filter { $0.kind == kind } }

  /// Reads every file of `equipment` with the format `devices/1`.
  ///
  /// - Throws: ``SeedError`` with file and line of an unknown format, key, use or word, of a number
  ///   out of its range, and of a name that is there twice.
  public init(seeds: SeedFolder) throws(SeedError) {
    var uses: [String] = []
    for use in try seeds.read("rooms/uses.yaml").value("uses").list() {
      uses.append(try use.value("id").string())
    }
    let densities = try PixelDensity(seeds.read("equipment/pixel-density.yaml"))
    let choice = try DetectorChoice(seeds.read("equipment/detector-choice.yaml"))
    types = []
    for file in seeds.files(in: "equipment") {
      let node = try seeds.read(file)
      guard let format = try node.optional("format") else {
        // The only files without a format are those of GB 50116.
        _ = try PointDetectorRules(node, choice: choice)
        continue
      }
      switch try format.string() {
      case "pixel-density/1", "detector-choice/1": continue
      case "devices/1":
        let reader = DeviceReader(uses: uses, densities: densities)
        for type in try reader.devices(node) {
          guard !types.contains(where: { $0.id == type.id }) else {
            throw node.error("the device “\(type.id)” is in the catalogue twice")
          }
          types.append(type)
        }
      default: throw format.error("expected devices/1, pixel-density/1 or detector-choice/1")
      }
    }
  }
}

/// Pixels per metre by document and class.
package struct PixelDensity {
  private var classes: [String: [(name: String, density: Double)]] = [:]

  package init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys(["format", "tables"])
    for table in try node.value("tables").list() {
      try table.allowKeys(["document", "status", "source", "classes"])
      _ = try table.isVerified()
      var list: [(name: String, density: Double)] = []
      for (name, value) in try table.value("classes").entries() {
        list.append((name, try value.above(0)))
      }
      classes[try table.value("document").string()] = list
    }
  }

  /// The density that `task: {document, class}` names, and its words.
  func task(_ node: YAMLNode) throws(SeedError) -> (density: Double, words: String) {
    try node.allowKeys(["document", "class"])
    let document = try node.value("document").string()
    guard let table = classes[document] else {
      throw try node.value("document").error(
        "expected one of \(classes.keys.sorted().joined(separator: ", "))")
    }
    let name = try node.value("class").string()
    guard let found = table.first(where: { $0.name == name }) else {
      throw try node.value("class").error(
        "expected one of \(table.map(\.name).joined(separator: ", "))")
    }
    return (found.density, "\(document) \(name)")
  }
}

/// Whether a figure was read at its source.
enum FigureStatus: String, CaseIterable { case seen, unverified }

extension YAMLNode {
  /// Whether the figures beside `status` and `source` were read at their source.
  func isVerified() throws(SeedError) -> Bool {
    _ = try value("source").string()
    return try value("status").choice(FigureStatus.self) == .seen
  }

  /// A number above `low`.
  func above(_ low: Double) throws(SeedError) -> Double {
    let number = try number()
    guard number > low else { throw error("expected a number above \(low), found \(number)") }
    return number
  }

  /// A number in a range.
  func within(_ range: ClosedRange<Double>) throws(SeedError) -> Double {
    let number = try number()
    guard range.contains(number) else {
      throw error("expected \(range.lowerBound) to \(range.upperBound), found \(number)")
    }
    return number
  }
}
