/// How two solids are combined.
package enum SolidOperation: Hashable, Sendable {
  /// What lies in either.
  case union
  /// What lies in both.
  case intersection
  /// What lies in the first and not in the second.
  case difference

  /// Whether the surface of the first (0) or second (1) solid stays where it lies outside the other.
  func keepsOutside(of solid: Int) -> Bool {
    switch self {
    case .union: true
    case .intersection: false
    case .difference: solid == 0
    }
  }

  /// The operation on two areas of one plane.
  func callAsFunction(
    _ left: SectionRegion, _ right: SectionRegion
  ) throws(GeometryError) -> SectionRegion {
    switch self {
    case .union:
      if left.isEmpty { return right }
      return right.isEmpty ? left : try left.union(right)
    case .intersection:
      return left.isEmpty || right.isEmpty ? SectionRegion() : try left.intersection(right)
    case .difference:
      return left.isEmpty || right.isEmpty ? left : try left.difference(right)
    }
  }
}

/// Why solids could not be combined.
package enum SolidProblem: Error, Hashable, Sendable {
  /// A section of one of them has no closed border: it is no solid.
  case open
  /// The work would exceed the budget.
  case tooMuchWork
  /// The areas on a plane could not be overlaid.
  case overlay(GeometryError)
}
