import CPROJ
public import TwinModel

/// A transformation between two coordinate reference systems, in the axis order of maps: longitude
/// before latitude (degrees), easting before northing (metres).
///
/// Making one takes some 100 ms, using it below 1 µs: keep it, one for each pair and task. It belongs
/// to the task that made it (PROJ objects are not thread-safe), which is why it is not `Sendable`.
/// No grid is fetched from the network.
public final class CoordinateTransformation {
  /// Name of the system that points come from, such as `EPSG:4326`.
  public let source: String
  /// Name of the system that points go to.
  public let target: String
  private let context: OpaquePointer
  private let operation: OpaquePointer

  /// Creates the transformation between two EPSG systems.
  ///
  /// - Throws: ``GeometryError/unknownSystem(_:reason:)`` for a code that PROJ does not know.
  public convenience init(from source: Int, to target: Int) throws(GeometryError) {
    try self.init(fromSystem: "EPSG:\(source)", toSystem: "EPSG:\(target)")
  }

  /// Creates the transformation between two systems as PROJ names them: `EPSG:4547`, WKT, PROJ text.
  ///
  /// - Throws: ``GeometryError/unknownSystem(_:reason:)`` for one that PROJ does not know.
  public init(fromSystem source: String, toSystem target: String) throws(GeometryError) {
    self.source = source
    self.target = target
    guard let context = proj_context_create() else {
      throw .operationFailed("start PROJ", reason: "out of memory")
    }
    // The reason travels in the error; PROJ would print it as well.
    proj_log_level(context, PJ_LOG_NONE)
    proj_context_set_enable_network(context, 0)
    guard let plain = proj_create_crs_to_crs(context, source, target, nil) else {
      let reason = Self.reason(context)
      proj_context_destroy(context)
      throw .unknownSystem("\(source) → \(target)", reason: reason)
    }
    let normalised = proj_normalize_for_visualization(context, plain)
    proj_destroy(plain)
    guard let normalised else {
      let reason = Self.reason(context)
      proj_context_destroy(context)
      throw .unknownSystem("\(source) → \(target)", reason: reason)
    }
    self.context = context
    operation = normalised
  }

  deinit {
    proj_destroy(operation)
    proj_context_destroy(context)
  }

  /// The point in the target system.
  ///
  /// - Throws: ``GeometryError/cannotTransform(x:y:from:to:reason:)`` where the projection has no
  ///   answer.
  public func forward(_ point: Point2) throws(GeometryError) -> Point2 {
    try transform(point, PJ_FWD)
  }

  /// The point in the source system, of one in the target system.
  ///
  /// - Throws: ``GeometryError/cannotTransform(x:y:from:to:reason:)`` where the projection has no
  ///   answer.
  public func inverse(_ point: Point2) throws(GeometryError) -> Point2 {
    try transform(point, PJ_INV)
  }

  private func transform(
    _ point: Point2, _ direction: PJ_DIRECTION
  ) throws(GeometryError) -> Point2 {
    proj_errno_reset(operation)
    let result = proj_trans(operation, direction, proj_coord(point.x, point.y, 0, 0))
    guard result.xy.x.isFinite, result.xy.y.isFinite else {
      let isForward = direction == PJ_FWD
      throw .cannotTransform(
        x: point.x, y: point.y, from: isForward ? source : target,
        to: isForward ? target : source, reason: Self.reason(context, proj_errno(operation)))
    }
    return Point2(result.xy.x, result.xy.y)
  }

  private static func reason(_ context: OpaquePointer, _ code: Int32? = nil) -> String {
    let code = code ?? proj_context_errno(context)
    guard code != 0, let text = proj_context_errno_string(context, code) else {
      return "PROJ gave no reason"
    }
    return String(cString: text)
  }
}
