import SeedFiles

/// Reads files of `seeds/detection`, whose parts are numbers above 0 with status and source.
struct DetectionReader {
  private let node: YAMLNode

  init(_ node: YAMLNode, parts: [String]) throws(SeedError) {
    try node.allowKeys(["format"] + parts)
    guard try node.value("format").string() == "detection/1" else {
      throw try node.value("format").error("expected detection/1")
    }
    self.node = node
  }

  /// The numbers of a part, in order of `keys`.
  func part(_ name: String, _ keys: [String]) throws(SeedError) -> [Double] {
    try Self.numbers(node.value(name), keys, besides: [])
  }

  /// The numbers of a map, which may have `others` besides.
  static func numbers(
    _ node: YAMLNode, _ keys: [String], besides others: [String]
  ) throws(SeedError) -> [Double] {
    try node.allowKeys(keys + others + ["status", "source"])
    _ = try node.value("source").string()
    _ = try node.value("status").choice(Status.self)
    var numbers: [Double] = []
    for key in keys {
      let value = try node.value(key)
      let number = try value.number()
      guard number > 0 else { throw value.error("expected a number above 0, found \(number)") }
      numbers.append(number)
    }
    return numbers
  }

  private enum Status: String, CaseIterable {
    case seen, unverified
  }
}
