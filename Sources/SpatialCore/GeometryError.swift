/// Why geometry could not be computed.
public enum GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A library refused; `reason` quotes its own words.
  case operationFailed(String, reason: String)
  /// A coordinate is infinite or not a number; `subject` says of what.
  case notFinite(subject: String)
  /// Something lies too far from the rest to be drawn with it in whole millimetres.
  case tooFar(subject: String, kilometres: Double)
  /// A coordinate reference system that PROJ does not know; `reason` quotes it.
  case unknownSystem(String, reason: String)
  /// A place that a projection has no answer for; `reason` quotes PROJ.
  case cannotTransform(x: Double, y: Double, from: String, to: String, reason: String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .operationFailed(let operation, let reason):
      "\(operation) failed: \(reason.isEmpty ? "the library gave no reason" : reason)"
    case .notFinite(let subject):
      "\(subject) has a coordinate that is infinite or not a number; export the model again"
    case .tooFar(let subject, let kilometres):
      "\(subject) lies \(kilometres.rounded()) km from the rest of its storey, but must be within "
        + "50 km; check its placement and the length unit of the model"
    case .unknownSystem(let system, let reason):
      "the coordinate system “\(system)” is not known (\(reason)); give an EPSG code such as 4547"
    case .cannotTransform(let x, let y, let from, let to, let reason):
      "the point (\(x), \(y)) of \(from) has no place in \(to): \(reason)"
    }
  }
}
