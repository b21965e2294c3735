import SpatialCore
import TwinModel

extension ShapeReader {
  // MARK: - Points and directions

  /// A point in metres; two coordinates give z = 0.
  func point(_ instance: STEPInstance) throws(ShapeProblem) -> Vector3 {
    guard let numbers = coordinates(instance), model.known(instance) == .cartesianPoint else {
      throw .degenerate("\(model.className(instance)) where a point was expected")
    }
    let point = numbers * units.length
    guard ShapeReader.isSane(point) else { throw .degenerate("a point lies beyond all measure") }
    return point
  }

  func point(_ instance: STEPInstance, _ attribute: IFCAttribute) throws(ShapeProblem) -> Vector3 {
    guard let target = model.instance(instance, attribute) else {
      throw .degenerate("\(model.className(instance)) without \(attribute.spelling)")
    }
    return try point(target)
  }

  /// The first attribute of a point or direction as a vector, without units; nil when it is none.
  func coordinates(_ instance: STEPInstance) -> Vector3? {
    var outer = model.file.parameters(instance)
    guard case .list(let slice) = outer.next() else { return nil }
    var cursor = model.file.cursor(slice)
    guard let x = cursor.next().flatMap({ model.real(of: $0) }), x.isFinite else { return nil }
    let y = cursor.next().flatMap { model.real(of: $0) } ?? 0
    let z = cursor.next().flatMap { model.real(of: $0) } ?? 0
    return Vector3(x, y, z)
  }

  /// A direction of length 1; nil when it is not set or has no length.
  func direction(_ instance: STEPInstance, _ attribute: IFCAttribute) -> Vector3? {
    model.instance(instance, attribute).flatMap { coordinates($0) }?.normalized
  }

  // MARK: - Axis placements

  /// The frame of an IfcAxis2Placement2D or 3D; identity when it is not set.
  func frame(_ instance: STEPInstance, _ attribute: IFCAttribute) throws(ShapeProblem)
    -> AffineTransform
  {
    guard let placement = model.instance(instance, attribute) else { return .identity }
    return try frame(placement)
  }

  /// The frame of an IfcAxis2Placement2D or 3D, or of an IfcAxis1Placement.
  func frame(_ placement: STEPInstance) throws(ShapeProblem) -> AffineTransform {
    let origin = try point(placement, .location)
    switch model.known(placement) {
    case .axis2Placement2D:
      let x = direction(placement, .refDirection) ?? Vector3(1, 0, 0)
      return AffineTransform(
        x: x, y: Vector3(-x.y, x.x, 0), z: Vector3(0, 0, 1), origin: origin)
    case .axis2Placement3D, .axis1Placement:
      let z = direction(placement, .axis) ?? Vector3(0, 0, 1)
      return ShapeReader.frame(z: z, near: direction(placement, .refDirection), origin: origin)
    default: throw .unsupported(model.className(placement))
    }
  }

  /// The right-handed frame with the axis `z` and an x axis as near to `wanted` as can be.
  static func frame(z: Vector3, near wanted: Vector3?, origin: Vector3) -> AffineTransform {
    // Source: IFC4 IfcFirstProjAxis: without a usable reference it is the global x axis, or y.
    let fallback = abs(z.x) > 1 - 1e-6 ? Vector3(0, 1, 0) : Vector3(1, 0, 0)
    var x = wanted ?? fallback
    if abs(x.dot(z)) > 1 - 1e-9 { x = fallback }
    let across = (x - z * x.dot(z)).normalized ?? fallback
    return AffineTransform(x: across, y: z.cross(across), z: z, origin: origin)
  }

  /// The map of an IfcCartesianTransformationOperator.
  func transformation(_ instance: STEPInstance) throws(ShapeProblem) -> AffineTransform {
    let origin = try point(instance, .localOrigin)
    let scale = model.real(instance, .scale) ?? 1
    let scale2 = model.real(instance, .scale2) ?? scale
    let scale3 = model.real(instance, .scale3) ?? scale
    guard ShapeReader.isSane(Vector3(scale, scale2, scale3)) else {
      throw .degenerate("a map scales beyond all measure")
    }
    let x0 = direction(instance, .axis1)
    let y0 = direction(instance, .axis2)
    if model.isKind(instance, of: .cartesianTransformationOperator2D) {
      let x = x0 ?? y0.map { Vector3($0.y, -$0.x, 0) } ?? Vector3(1, 0, 0)
      var y = Vector3(-x.y, x.x, 0)
      if let y0, y.dot(y0) < 0 { y = -y }
      return AffineTransform(x: x * scale, y: y * scale2, z: Vector3(0, 0, 1), origin: origin)
    }
    // Source: IFC4 IfcBaseAxis: z first, x made perpendicular, y may mirror.
    let z = direction(instance, .axis3) ?? Vector3(0, 0, 1)
    let frame = ShapeReader.frame(z: z, near: x0, origin: origin)
    var y = frame.y
    if let y0, y.dot(y0) < 0 { y = -y }
    return AffineTransform(x: frame.x * scale, y: y * scale2, z: z * scale3, origin: origin)
  }

  // MARK: - Object placements

  /// The placement of a product in world coordinates; identity when it has none.
  func placement(of product: STEPInstance) -> AffineTransform {
    guard let placement = model.instance(product, .objectPlacement) else { return .identity }
    return world(placement)
  }

  /// An object placement in world coordinates.
  func world(_ placement: STEPInstance) -> AffineTransform {
    if let known = placements[placement] { return known }
    // Chains are short, but a broken file may have a circle: collect them first.
    var chain: [STEPInstance] = []
    var met: Set<STEPInstance> = []
    var at: STEPInstance? = placement
    while let here = at, placements[here] == nil {
      guard met.insert(here).inserted else {
        breakCircle(chain[(chain.firstIndex(of: here) ?? 0)...])
        chain.removeAll { placements[$0] != nil }
        break
      }
      chain.append(here)
      at = model.instance(here, .placementRelTo)
    }
    var base = at.flatMap { placements[$0] } ?? .identity
    for here in chain.reversed() {
      base = placed(here, in: base)
      placements[here] = base
    }
    return placements[placement] ?? base
  }

  /// Places each member of a circle by itself, so that it does not matter which one was asked for.
  private func breakCircle(_ members: ArraySlice<STEPInstance>) {
    let first = members.map { model.number($0) }.min() ?? 0
    model.log.count(
      .error, code: "ifc.placement.cycle", what: "placements refer to one another in a circle",
      subject: "#\(first)")
    for member in members { placements[member] = placed(member, in: .identity) }
  }

  private func placed(_ placement: STEPInstance, in base: AffineTransform) -> AffineTransform {
    let next = base.after(relative(placement))
    if [next.x, next.y, next.z, next.origin].allSatisfy(ShapeReader.isSane) { return next }
    model.log.count(
      .error, code: "ifc.placement.unsupported",
      what: "a placement lies beyond all measure and was left out",
      subject: "#\(model.number(placement))")
    return base
  }

  /// Whether all components are numbers below ``farthest``.
  static func isSane(_ vector: Vector3) -> Bool {
    // False for what is not a number, too.
    abs(vector.x) < farthest && abs(vector.y) < farthest && abs(vector.z) < farthest
  }

  private func relative(_ placement: STEPInstance) -> AffineTransform {
    do {
      switch model.known(placement) {
      case .localPlacement: return try frame(placement, .relativePlacement)
      case .linearPlacement:
        // The exporter's own evaluation of the curve, where it gives one.
        if model.instance(placement, .cartesianPosition) != nil {
          return try frame(placement, .cartesianPosition)
        }
        guard let linear = model.instance(placement, .relativePlacement) else {
          throw ShapeProblem.degenerate("IfcLinearPlacement without RelativePlacement")
        }
        return try linearFrame(linear)
      case .gridPlacement: return try gridPlacement(placement)
      default: throw ShapeProblem.unsupported(model.className(placement))
      }
    } catch let problem as ShapeProblem {
      let what =
        switch problem {
        case .unsupported(let name):
          "\(name) is not supported; the object stands at its parent's origin"
        case .degenerate(let reason): "a placement cannot be read: \(reason)"
        }
      model.log.count(
        .warning, code: "ifc.placement.unsupported", what: what,
        subject: "#\(model.number(placement))")
    } catch {}
    return .identity
  }
}
