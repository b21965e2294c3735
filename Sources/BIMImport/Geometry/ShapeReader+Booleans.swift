import SpatialCore
import TwinModel

extension ShapeReader {
  /// IfcBooleanResult and IfcBooleanClippingResult.
  ///
  /// What cannot be cut stays uncut, and a trouble says so.
  func booleanResult(_ item: STEPInstance, depth: Int) throws(ShapeProblem) -> SolidMesh {
    // Long chains of cuts lean to the left: they are walked, not recursed into.
    var steps: [(operation: String, operand: STEPInstance)] = []
    var at = item
    while model.isKind(at, of: .booleanResult) {
      guard let first = model.instance(at, .firstOperand),
        let second = model.instance(at, .secondOperand)
      else { throw .degenerate("IfcBooleanResult without two operands") }
      steps.append((model.word(at, .operator) ?? "DIFFERENCE", second))
      guard steps.count < 10_000 else {
        throw .degenerate("items refer to one another in a circle")
      }
      at = first
    }
    var body = try mesh(at, depth: depth + 1)
    for (operation, operand) in steps.reversed() {
      switch operation {
      case "UNION":
        body.append(try mesh(operand, depth: depth + 1))
        // The parts may overlap, and then the volume counts twice.
        body.isClosed = false
        troubles.append(.uncut("IfcBooleanResult UNION"))
      case "INTERSECTION":
        body = try intersection(body, operand, depth: depth)
      default: body = try difference(body, operand, depth: depth)
      }
    }
    return body
  }

  private func difference(
    _ body: SolidMesh, _ operand: STEPInstance, depth: Int
  ) throws(ShapeProblem) -> SolidMesh {
    let pieces: [ConvexRegion]
    do {
      pieces = try regions(operand, in: .identity, depth: depth + 1)
    } catch {
      switch error {
      case .unsupported(let name): troubles.append(.uncut(name))
      case .degenerate(let reason): troubles.append(.uncut("an operand: \(reason)"))
      }
      return body
    }
    return subtracting(pieces, from: body, because: model.className(operand))
  }

  private func intersection(
    _ body: SolidMesh, _ operand: STEPInstance, depth: Int
  ) throws(ShapeProblem) -> SolidMesh {
    var result = SolidMesh()
    for piece in try regions(operand, in: .identity, depth: depth + 1) {
      guard let part = body.cut(.keep, piece) else {
        troubles.append(.uncut("IfcBooleanResult INTERSECTION"))
        return body
      }
      result.append(part)
    }
    return result
  }

  /// The body without some regions; regions that cannot be cut out are left in, with a trouble.
  func subtracting(
    _ pieces: [ConvexRegion], from body: SolidMesh, because name: String
  ) -> SolidMesh {
    var result = body
    for piece in pieces {
      if let next = result.cut(.remove, piece) {
        result = next
      } else {
        troubles.append(.uncut(name))
      }
    }
    return result
  }

  // MARK: - Regions

  /// The convex regions that make up an operand of a cut, placed by `frame`.
  func regions(
    _ item: STEPInstance, in frame: AffineTransform, depth: Int = 0
  ) throws(ShapeProblem) -> [ConvexRegion] {
    guard depth < ShapeReader.greatestDepth else {
      throw .degenerate("items refer to one another in a circle")
    }
    switch model.known(item) {
    case .halfSpaceSolid, .boxedHalfSpace:
      return [ConvexRegion(planes: [try halfSpace(item, in: frame)])]
    case .polygonalBoundedHalfSpace: return try boundedHalfSpace(item, in: frame)
    case .extrudedAreaSolid:
      guard let area = model.instance(item, .sweptArea) else {
        throw .degenerate("IfcExtrudedAreaSolid without SweptArea")
      }
      let place = frame.after(try self.frame(item, .position))
      let sweep = try extrusionVector(item)
      return try profiles(area).flatMap { profile in
        convexPieces(outer: profile.outer, holes: profile.holes).compactMap {
          ConvexRegion(outline: $0, direction: sweep, from: 0, to: 1, frame: place)
        }
      }
    case .mappedItem:
      guard let map = model.instance(item, .mappingSource),
        let shared = model.instance(map, .mappedRepresentation)
      else { throw .degenerate("IfcMappedItem without a representation") }
      let place = frame.after(try mapping(item))
      var result: [ConvexRegion] = []
      for part in model.instances(shared, .items) {
        result += try regions(part, in: place, depth: depth + 1)
      }
      return result
    default:
      let body = try mesh(item, depth: depth + 1).transformed(frame)
      guard let region = ConvexRegion(around: body) else {
        throw .unsupported("\(model.className(item)) that is not convex")
      }
      return [region]
    }
  }

  private func halfSpace(
    _ item: STEPInstance, in frame: AffineTransform
  ) throws(ShapeProblem) -> ConvexRegion.Plane {
    guard let surface = model.instance(item, .baseSurface) else {
      throw .degenerate("a half space without BaseSurface")
    }
    guard model.known(surface) == .plane else {
      throw .unsupported("a half space behind \(model.className(surface))")
    }
    let place = frame.after(try self.frame(surface, .position))
    let side = frame.determinant < 0 ? -1.0 : 1.0
    guard let up = (place.x.cross(place.y) * side).normalized else {
      throw .degenerate("a half space behind a plane without normal")
    }
    // Source: IFC4 IfcHalfSpaceSolid: with agreement the material lies where the normal does not
    // point to.
    let normal = model.flag(item, .agreementFlag) == false ? -up : up
    return ConvexRegion.Plane(normal: normal, through: place.origin)
  }

  private func boundedHalfSpace(
    _ item: STEPInstance, in frame: AffineTransform
  ) throws(ShapeProblem) -> [ConvexRegion] {
    let plane = try halfSpace(item, in: frame)
    guard let boundary = model.instance(item, .polygonalBoundary) else {
      throw .degenerate("IfcPolygonalBoundedHalfSpace without PolygonalBoundary")
    }
    let place = frame.after(try self.frame(item, .position))
    guard let outline = Profile(outer: try curve(boundary).map(\.plan)).normalized() else {
      throw .degenerate("IfcPolygonalBoundedHalfSpace whose boundary encloses no area")
    }
    return convexPieces(outer: outline.outer).compactMap { piece in
      var region = ConvexRegion(
        outline: piece, direction: Vector3(0, 0, 1), from: -.infinity, to: .infinity, frame: place)
      region?.planes.append(plane)
      return region
    }
  }
}
