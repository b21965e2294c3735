import TwinModel

/// The frame of a plan: whole millimetres from an origin in whole metres of the local frame, heights
/// above the storey's floor.
struct PlanFrame {
  /// Local coordinates of the plan's (0, 0), in metres.
  let origin: Point2
  /// Height of the storey's floor, in metres above the local zero.
  let elevationMetres: Double

  /// How far from the middle of a storey anything may lie (m): beyond it is an error of placement.
  static let reachMetres = 50_000.0

  /// Whether something in a plan can be as long as is declared; what cannot is nonsense of the file.
  static func canBe(metres length: Double) -> Bool { length > 0 && length < reachMetres }

  /// The nearest plan point.
  func plan(_ point: Point2) -> PlanPoint {
    PlanPoint(Self.millimetres(point.x - origin.x), Self.millimetres(point.y - origin.y))
  }

  /// A height of the local frame as millimetres above the storey's floor.
  func height(_ metres: Double) -> Int64 { Self.millimetres(metres - elevationMetres) }

  /// A length in whole millimetres; held within ±10⁸ (twice ``reachMetres``), so that neither
  /// predicates nor areas of rings can overflow.
  static func millimetres(_ metres: Double) -> Int64 {
    let millimetres = (metres * 1000).rounded()
    guard !millimetres.isNaN else { return 0 }
    return Int64(min(max(millimetres, -1e8), 1e8))
  }
}
