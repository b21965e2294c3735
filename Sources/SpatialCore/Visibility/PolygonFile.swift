import TwinModel

/// What a polygon or certificate file breaks, and where.
package struct PolygonFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence a user reads.
  package let description: String

  package init(_ file: String, line: Int, _ reason: String) {
    description = "\(file):\(line): \(reason)"
  }
}

extension ExactPolygon {
  /// Reads a polygon of AGPLIB: the number of corners, then x and y of each as fractions or decimals; for
  /// a polygon with holes then their number, and each hole like the outer ring.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: What messages call it.
  /// - Throws: ``PolygonFileError`` at the first word that is wrong, and for rings that are no polygon.
  ///
  /// Source: Couto, de Rezende, de Souza: Instances for the Art Gallery Problem (AGPLIB), 2009.
  package init(agplib bytes: [UInt8], name: String) throws(PolygonFileError) {
    // Walls are compared pair by pair.
    let mostCorners = 20_000
    var words = WordReader(bytes)
    func number(_ words: inout WordReader, _ what: String) throws(PolygonFileError) -> ExactNumber {
      guard let word = words.next() else {
        throw PolygonFileError(name, line: words.line, "\(what) is missing")
      }
      guard let value = ExactNumber(fraction: word) else {
        throw PolygonFileError(
          name, line: words.line,
          "\(what) is “\(word.prefix(40))”, expected a number such as 7/2 or 3.5")
      }
      return value
    }
    func count(
      _ words: inout WordReader, _ what: String, from least: Int
    ) throws(PolygonFileError) -> Int {
      let word = words.next() ?? ""
      guard let value = Int(word), value >= least, value <= mostCorners else {
        throw PolygonFileError(
          name, line: words.line,
          "\(what) is “\(word.prefix(40))”, expected a whole number from \(least) to \(mostCorners)"
        )
      }
      return value
    }
    func ring(_ words: inout WordReader, _ label: String) throws(PolygonFileError) -> [ExactPoint] {
      var ring: [ExactPoint] = []
      for corner in 0..<(try count(&words, "the number of corners of \(label)", from: 3)) {
        let x = try number(&words, "x of corner \(corner) of \(label)")
        ring.append(ExactPoint(x, try number(&words, "y of corner \(corner) of \(label)")))
      }
      return ring
    }
    var rings = [try ring(&words, "the outer ring")]
    if !words.isAtEnd {
      for hole in 0..<(try count(&words, "the number of holes", from: 0)) {
        rings.append(try ring(&words, "hole \(hole + 1)"))
      }
    }
    if !words.isAtEnd {
      _ = words.next()
      throw PolygonFileError(name, line: words.line, "the file goes on after its last ring")
    }
    self.init(rings: rings)
    if let (first, second) = meetingWalls() {
      throw PolygonFileError(
        name, line: 1,
        "the walls from corners \(first) and \(second) meet where no corner joins them, expected a "
          + "simple polygon")
    }
  }

  /// Two walls that share a point other than a common corner; nil when the rings are simple and apart.
  private func meetingWalls() -> (Int, Int)? {
    for first in corners.indices {
      let (a, b) = (corners[first], corners[next[first]])
      if ExactPoint.order(a, b) == 0 { return (first, next[first]) }
      let (low, high) = ExactPoint.order(a, b) < 0 ? (a, b) : (b, a)
      for second in corners.indices where second != first && next[second] != first {
        let (c, d) = (corners[second], corners[next[second]])
        if second == next[first] {
          // Neighbours may only meet in their corner: d must not fold back onto the wall.
          if orientation(a, b, d) == 0, ExactPoint.order(b, a) == ExactPoint.order(b, d) {
            return (first, second)
          }
          continue
        }
        guard second > first else { continue }
        let (near, far) = ExactPoint.order(c, d) < 0 ? (c, d) : (d, c)
        if ExactPoint.order(high, near) < 0 || ExactPoint.order(far, low) < 0 { continue }
        if orientation(a, b, c) * orientation(a, b, d) <= 0,
          orientation(c, d, a) * orientation(c, d, b) <= 0
        {
          return (first, second)
        }
      }
    }
    return nil
  }
}

extension ExactNumber {
  /// Reads “7”, “-7/2” or “3.5”; nil for anything else.
  package init?(fraction word: String) {
    // Longer numbers than this are no coordinates.
    guard word.utf8.count <= 20_000 else { return nil }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let top = BigInteger(decimal: parts[0]), let bottom = BigInteger(decimal: parts[1]),
        bottom.sign != 0
      else { return nil }
      self.init(top, bottom)
      return
    }
    let digits = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1, digits.count <= 2 else { return nil }
    let decimals = digits.count == 2 ? String(digits[1]) : ""
    guard decimals.allSatisfy(\.isNumber),
      let top = BigInteger(decimal: String(digits[0]) + decimals),
      let bottom = BigInteger(decimal: "1" + String(repeating: "0", count: decimals.count))
    else { return nil }
    self.init(top, bottom)
  }

  /// The number as a fraction that ``init(fraction:)`` reads.
  package var fraction: String { "\(numerator.decimal)/\(denominator.decimal)" }
}
