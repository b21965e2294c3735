import SpatialCore
import TwinModel

extension ShapeReader {
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
    case .csgSolid: return try regions(csgRoot(item), in: frame, depth: depth + 1)
    case .booleanResult,
      .booleanClippingResult where model.word(item, .operator) == "UNION":
      return try regions(operandItem(item, .firstOperand), in: frame, depth: depth + 1)
        + regions(operandItem(item, .secondOperand), in: frame, depth: depth + 1)
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

  private func operandItem(
    _ item: STEPInstance, _ attribute: IFCAttribute
  ) throws(ShapeProblem) -> STEPInstance {
    guard let operand = model.instance(item, attribute) else {
      throw .degenerate("IfcBooleanResult without two operands")
    }
    return operand
  }

  private func csgRoot(_ item: STEPInstance) throws(ShapeProblem) -> STEPInstance {
    guard let root = model.instance(item, .treeRootExpression) else {
      throw .degenerate("IfcCsgSolid without a tree")
    }
    return root
  }

  private func boundedHalfSpace(
    _ item: STEPInstance, in frame: AffineTransform
  ) throws(ShapeProblem) -> [ConvexRegion] {
    let plane = try halfSpace(item, in: frame)
    let place = frame.after(try self.frame(item, .position))
    let outline = try polygonalBoundary(item)
    return convexPieces(outer: outline.outer).compactMap { piece in
      var region = ConvexRegion(
        outline: piece, direction: Vector3(0, 0, 1), from: -.infinity, to: .infinity, frame: place)
      region?.planes.append(plane)
      return region
    }
  }

  private func polygonalBoundary(_ item: STEPInstance) throws(ShapeProblem) -> Profile {
    guard let boundary = model.instance(item, .polygonalBoundary) else {
      throw .degenerate("IfcPolygonalBoundedHalfSpace without PolygonalBoundary")
    }
    guard let outline = Profile(outer: try curve(boundary).map(\.plan)).normalized() else {
      throw .degenerate("IfcPolygonalBoundedHalfSpace whose boundary encloses no area")
    }
    return outline
  }

  // MARK: - Solids

  /// A box with sides along the axes.
  typealias Bounds = (min: Vector3, max: Vector3)

  /// An operand as a solid placed by `frame`; half spaces end somewhere beyond `bounds`.
  func operand(
    _ item: STEPInstance, in frame: AffineTransform, within bounds: Bounds, depth: Int
  ) throws(ShapeProblem) -> SolidMesh {
    guard depth < ShapeReader.greatestDepth else {
      throw .degenerate("items refer to one another in a circle")
    }
    switch model.known(item) {
    case .halfSpaceSolid, .boxedHalfSpace:
      let size = bounds.max - bounds.min + 1
      let around = try box(size * 3)
        .transformed(AffineTransform.identity.moved(by: bounds.min - size))
      return try part(of: around, behind: halfSpace(item, in: frame))
    case .polygonalBoundedHalfSpace:
      let place = frame.after(try self.frame(item, .position))
      guard let inverse = place.inverse else { throw .degenerate("a half space without extent") }
      let outline = try polygonalBoundary(item)
      let heights = [bounds.min, bounds.max].flatMap { x in
        [bounds.min, bounds.max].flatMap { y in
          [bounds.min, bounds.max].map { z in inverse(Vector3(x.x, y.y, z.z)).z }
        }
      }
      let (low, high) = ((heights.min() ?? 0) - 1, (heights.max() ?? 0) + 1)
      guard let column = prism(outline, outline, Vector3(0, 0, high - low)) else {
        throw .degenerate("a half space without extent")
      }
      let moved = AffineTransform.identity.moved(by: Vector3(0, 0, low))
      return try part(
        of: column.transformed(place.after(moved)), behind: halfSpace(item, in: frame))
    case .booleanResult, .booleanClippingResult:
      return try booleanResult(item, in: frame, within: bounds, depth: depth + 1)
    case .csgSolid:
      return try operand(csgRoot(item), in: frame, within: bounds, depth: depth + 1)
    default:
      return try mesh(item, depth: depth + 1).transformed(frame)
    }
  }

  private func part(
    of solid: SolidMesh, behind plane: ConvexRegion.Plane
  ) throws(ShapeProblem) -> SolidMesh {
    guard let part = solid.cut(.keep, ConvexRegion(planes: [plane])) else {
      throw .degenerate("a half space that cuts nothing")
    }
    return part
  }
}
