import SeedFiles

extension YAMLNode {
  /// The words of the list at `key`.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  func words(_ key: String) throws(SeedError) -> [String] {
    var words: [String] = []
    for word in try value(key).list() { words.append(try word.string()) }
    return words
  }

  /// The number at `key`, given as `{value, source, status}` and within `range`.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  func sourced(_ key: String, in range: ClosedRange<Double>) throws(SeedError) -> Double {
    let entry = try value(key)
    try entry.allowKeys(["value", "source", "status"])
    let value = try entry.value("value")
    _ = try entry.value("source").string()
    guard try range.contains(value.number()) else {
      throw value.error("expected a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return try value.number()
  }
}
