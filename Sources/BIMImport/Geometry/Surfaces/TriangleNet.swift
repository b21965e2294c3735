/// Triangles that know their neighbours, to be divided and turned.
///
/// A side is named by a number: three times its triangle's, and 0, 1 or 2 for the side from its first,
/// second or third corner.
struct TriangleNet {
  /// The corner at which each side starts, counter-clockwise.
  private(set) var corners: [Int32]
  /// The same side as the neighbour names it; −1 at the border.
  private(set) var twins: [Int32]

  /// Takes corners, three a triangle.
  ///
  /// A side that two triangles claim belongs to the later one.
  init(_ corners: [Int32]) {
    self.corners = corners
    twins = Array(repeating: -1, count: corners.count)
    var owners: [SIMD2<Int32>: Int] = [:]
    for side in corners.indices { owners[SIMD2(corners[side], corners[next(side)])] = side }
    for side in corners.indices where owners[SIMD2(corners[side], corners[next(side)])] == side {
      if let twin = owners[SIMD2(corners[next(side)], corners[side])] { twins[side] = Int32(twin) }
    }
    // Only what both sides say counts.
    for side in corners.indices where twins[side] >= 0 {
      if twins[Int(twins[side])] != side { twins[side] = -1 }
    }
  }

  var count: Int { corners.count / 3 }

  /// The next side of the same triangle.
  func next(_ side: Int) -> Int { side % 3 == 2 ? side - 2 : side + 1 }

  /// The side's name in the neighbour; nil at the border.
  func twin(_ side: Int) -> Int? { twins[side] < 0 ? nil : Int(twins[side]) }

  /// The corner where a side starts.
  func start(_ side: Int) -> Int { Int(corners[side]) }

  /// The corner where a side ends.
  func end(_ side: Int) -> Int { Int(corners[next(side)]) }

  /// The corner off a side.
  func apex(_ side: Int) -> Int { Int(corners[next(next(side))]) }

  private mutating func set(_ side: Int, _ corner: Int32, twin: Int32) {
    corners[side] = corner
    twins[side] = twin
    if twin >= 0 { twins[Int(twin)] = Int32(side) }
  }

  private mutating func addTriangle() -> Int {
    corners += [-1, -1, -1]
    twins += [-1, -1, -1]
    return corners.count - 3
  }

  /// Replaces a side within two triangles by the one between the corners off it.
  ///
  /// - Returns: The four sides around both triangles.
  mutating func turn(_ side: Int, _ twin: Int) -> [4 of Int] {
    let (one, other) = (side - side % 3, twin - twin % 3)
    let (a, b) = (corners[side], corners[twin])
    let (p, q) = (corners[next(next(side))], corners[next(next(twin))])
    let (bp, pa) = (twins[next(side)], twins[next(next(side))])
    let (aq, qb) = (twins[next(twin)], twins[next(next(twin))])
    set(one, p, twin: pa)
    set(one + 1, a, twin: aq)
    set(other, q, twin: qb)
    set(other + 1, b, twin: bp)
    corners[one + 2] = q
    set(other + 2, p, twin: Int32(one + 2))
    return [one, one + 1, other, other + 1]
  }

  /// Puts a corner into a side within two triangles, which become four.
  ///
  /// - Returns: The four sides around them.
  mutating func divide(_ side: Int, _ twin: Int, at middle: Int32) -> [4 of Int] {
    let (one, other) = (side - side % 3, twin - twin % 3)
    let (a, b) = (corners[side], corners[twin])
    let (p, q) = (corners[next(next(side))], corners[next(next(twin))])
    let (bp, pa) = (twins[next(side)], twins[next(next(side))])
    let (aq, qb) = (twins[next(twin)], twins[next(next(twin))])
    let (third, fourth) = (addTriangle(), addTriangle())
    // (p, a, m), (m, b, p), (q, b, m), (m, a, q)
    set(one, p, twin: pa)
    set(third + 1, b, twin: bp)
    set(other, q, twin: qb)
    set(fourth + 1, a, twin: aq)
    corners[one + 2] = middle
    corners[third + 2] = p
    corners[other + 2] = middle
    corners[fourth + 2] = q
    set(third, middle, twin: Int32(other + 1))
    set(fourth, middle, twin: Int32(one + 1))
    set(one + 2, middle, twin: Int32(third + 2))
    set(other + 2, middle, twin: Int32(fourth + 2))
    corners[one + 1] = a
    corners[other + 1] = b
    return [one, third + 1, other, fourth + 1]
  }

  /// Puts a corner into a triangle, which becomes three.
  ///
  /// - Returns: Its sides.
  mutating func divide(triangle: Int, at middle: Int32) -> [3 of Int] {
    let first = 3 * triangle
    let (a, b, c) = (corners[first], corners[first + 1], corners[first + 2])
    let (bc, ca) = (twins[first + 1], twins[first + 2])
    let (second, third) = (addTriangle(), addTriangle())
    // (a, b, m), (b, c, m), (c, a, m)
    set(second, b, twin: bc)
    set(third, c, twin: ca)
    corners[first + 2] = middle
    corners[second + 2] = middle
    corners[third + 2] = middle
    set(second + 1, c, twin: Int32(third + 2))
    set(third + 1, a, twin: Int32(first + 2))
    set(first + 1, b, twin: Int32(second + 2))
    return [first, second, third]
  }
}
