import TwinModel

/// A maximal covering instance of points: every point is demand and candidate place.
///
/// Whether a place serves a point is decided in whole numbers of 10⁻⁹ m, so that a distance equal to the
/// radius counts as served whatever the digits.
package struct MaximalCoverFile {
  private let points: [(x: Int128, y: Int128)]
  private let demand: [Double]

  /// Reads points and demand.
  ///
  /// - Parameters:
  ///   - points: Words of the points file: x y for every point, in metres, with or without their number
  ///     before them.
  ///   - demand: Words of the demand file: one number for every point, with or without their number
  ///     before them.
  ///   - names: What messages call the two files.
  /// - Throws: ``OptimisationError/malformed(file:line:reason:)``.
  package init(
    points: [UInt8], demand: [UInt8], names: (points: String, demand: String)
  ) throws(OptimisationError) {
    var coordinates = try Self.decimals(points, file: names.points, what: "a coordinate")
    if coordinates.count % 2 == 1 {
      let count = coordinates.removeFirst()
      guard count.value == Int128(coordinates.count / 2) * ExactDecimal.unit else {
        throw .malformed(
          file: names.points, line: count.line,
          reason: "the file has \(coordinates.count) numbers after its first, expected x and y for "
            + "as many points as that says")
      }
    }
    let pairs = stride(from: 0, to: coordinates.count, by: 2).map {
      (x: coordinates[$0].value, y: coordinates[$0 + 1].value)
    }
    var weights = try Self.decimals(demand, file: names.demand, what: "a demand")
    if weights.count == pairs.count + 1,
      weights[0].value == Int128(pairs.count) * ExactDecimal.unit
    {
      weights.removeFirst()
    }
    guard weights.count == pairs.count else {
      throw .malformed(
        file: names.demand, line: weights.last?.line ?? 1,
        reason: "there are \(weights.count) demands, expected one for each of the "
          + "\(pairs.count) points of \(names.points)")
    }
    if let negative = weights.first(where: { $0.value < 0 }) {
      throw .malformed(
        file: names.demand, line: negative.line, reason: "a demand is below 0, expected 0 or more")
    }
    self.points = pairs
    self.demand = weights.map { Double($0.value) / Double(ExactDecimal.unit) }
  }

  /// The problem in which a place serves the points at most `radius` away.
  ///
  /// - Parameter radius: Metres in digits, such as “800” or “12.5”.
  /// - Returns: Rows and columns in the order of the points.
  /// - Throws: ``OptimisationError/outOfRange(field:value:allowed:)`` for a radius that is none.
  package func problem(radius: String) throws(OptimisationError) -> MaximalCover {
    guard let reach = ExactDecimal.parse(radius), reach >= 0 else {
      throw .outOfRange(
        field: "radius", value: radius,
        allowed: "metres from 0 to 9000000000 with at most 9 decimals")
    }
    let columns = points.map { place in
      points.indices.filter {
        let (dx, dy) = (points[$0].x - place.x, points[$0].y - place.y)
        guard abs(dx) <= reach, abs(dy) <= reach else { return false }
        return dx * dx + dy * dy <= reach * reach
      }
    }
    return try MaximalCover(weights: demand, columns: columns)
  }

  private static func decimals(
    _ bytes: [UInt8], file: String, what: String
  ) throws(OptimisationError) -> [(value: Int128, line: Int)] {
    var words = WordReader(bytes)
    var result: [(value: Int128, line: Int)] = []
    while let word = words.next() {
      guard let value = ExactDecimal.parse(word) else {
        throw .malformed(
          file: file, line: words.line,
          reason:
            "\(what) is “\(word.prefix(40))”, expected a number below 9000000000 with at most "
            + "9 decimals")
      }
      result.append((value, words.line))
    }
    return result
  }
}

/// Decimal numbers as whole numbers of 10⁻⁹.
private enum ExactDecimal {
  static let unit: Int128 = 1_000_000_000

  /// The number that `word` writes; nil for what is none, is too long or too large.
  static func parse(_ word: some StringProtocol) -> Int128? {
    let isNegative = word.hasPrefix("-")
    let digits = word.drop { $0 == "-" || $0 == "+" }
    guard word.count - digits.count <= 1, digits.contains(where: \.isNumber) else { return nil }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    guard parts[0].count <= 10, fraction.count <= 9 else { return nil }
    var value: Int128 = 0
    for character in String(parts[0]) + fraction.padding(to: 9) {
      guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
      value = value * 10 + Int128(digit)
    }
    guard value < 9_000_000_000 * unit else { return nil }
    return isNegative ? -value : value
  }
}

extension String {
  /// The string with zeros after it, `count` characters in all.
  fileprivate func padding(to count: Int) -> String {
    self + String(repeating: "0", count: max(0, count - self.count))
  }
}
