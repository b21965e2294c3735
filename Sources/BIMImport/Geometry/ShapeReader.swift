import SpatialCore
import TwinModel

/// Turns representation items into meshes in metres.
///
/// Curves become chords at most ``chordTolerance`` away, and at least ``leastSegments`` of them a full
/// turn; free-form faces become triangles at most ``faceTolerance`` away. Representations that several products share are meshed once.
final class ShapeReader {
  let model: IFCModel
  let units: ProjectUnits
  /// Meshes of shared representations and the work they took, by IfcRepresentationMap.
  var maps: [STEPInstance: (mesh: SolidMesh, work: Int)] = [:]
  /// Placements in world coordinates, by IfcObjectPlacement.
  var placements: [STEPInstance: AffineTransform] = [:]
  /// What went wrong with the product at hand.
  var troubles: [Trouble] = []
  /// How much work the product at hand may still take, as ``workOfElement``.
  var work = workOfElement

  /// Greatest distance between a curve and its chords, in metres.
  static let chordTolerance = 0.0005
  /// Greatest distance between a curved face of an advanced brep and its triangles, in metres.
  static let faceTolerance = 0.001
  /// Fewest chords of a full turn: a circle's area then is 0.84 % too small.
  static let leastSegments = 28
  /// Most chords of a full turn.
  static let mostSegments = 1000
  /// How far from the origin a coordinate may lie, in metres: map coordinates in millimetres of a
  /// file that calls them metres come to 10¹⁰, and what is beyond this is garbage.
  static let farthest = 1e12
  /// Most work one element may take, counted in vertices and edges that cuts look at: some seconds.
  static let workOfElement = 1_000_000_000
  /// Work counted for each item, so that items that refer to one another many times come to an end.
  static let workOfItem = 1000
  /// Most convex pieces that are cut out one by one.
  static let mostPieces = 16
  /// How deep items may nest before it must be a cycle.
  static let greatestDepth = 64

  /// Something that could not be done for a product.
  enum Trouble: Hashable {
    /// An item of this class was left out.
    case leftOut(String)
    /// An item was left out because of what it says.
    case broken(String)
    /// A cut by this class was not done; the body is uncut.
    case uncut(String)
  }

  init(_ model: IFCModel, _ units: ProjectUnits) {
    self.model = model
    self.units = units
  }

  /// The meshes of some items together; items without one are noted in ``troubles``.
  func mesh(items: [STEPInstance], depth: Int = 0) -> SolidMesh {
    if depth == 0 { work = ShapeReader.workOfElement }
    var result = SolidMesh()
    for item in items {
      do {
        result.append(try mesh(item, depth: depth))
      } catch {
        switch error {
        case .unsupported(let name): troubles.append(.leftOut(name))
        case .degenerate(let reason): troubles.append(.broken(reason))
        }
      }
    }
    return result
  }

  /// The mesh of one item in the coordinates of its representation.
  func mesh(_ item: STEPInstance, depth: Int = 0) throws(ShapeProblem) -> SolidMesh {
    guard depth < ShapeReader.greatestDepth else {
      throw .degenerate("items refer to one another in a circle")
    }
    work -= ShapeReader.workOfItem
    guard work > 0 else { throw .degenerate("an element takes more work than it may") }
    switch model.known(item) {
    case .extrudedAreaSolid, .extrudedAreaSolidTapered: return try extrusion(item)
    case .revolvedAreaSolid: return try revolution(item)
    case .sweptDiskSolid, .sweptDiskSolidPolygonal: return try sweptDisk(item)
    case .facetedBrep, .facetedBrepWithVoids, .advancedBrep, .advancedBrepWithVoids:
      return try facetedBrep(item)
    case .shellBasedSurfaceModel: return try shells(item, .sbsmBoundary)
    case .faceBasedSurfaceModel: return try shells(item, .fbsmFaces)
    case .connectedFaceSet, .closedShell, .openShell: return try faceSet([item])
    case .triangulatedFaceSet, .triangulatedIrregularNetwork: return try triangulatedFaceSet(item)
    case .polygonalFaceSet: return try polygonalFaceSet(item)
    case .mappedItem: return try mappedItem(item, depth: depth)
    case .booleanResult, .booleanClippingResult: return try booleanResult(item, depth: depth)
    case .csgSolid:
      guard let root = model.instance(item, .treeRootExpression) else {
        throw .degenerate("IfcCsgSolid without a tree")
      }
      return try mesh(root, depth: depth + 1)
    case .block: return try block(item)
    case .rectangularPyramid: return try pyramid(item)
    case .rightCircularCone: return try cone(item)
    case .rightCircularCylinder: return try cylinder(item)
    case .sphere: return try sphere(item)
    case .surfaceCurveSweptAreaSolid, .fixedReferenceSweptAreaSolid,
      .directrixDerivedReferenceSweptAreaSolid:
      return try directrixSweep(item)
    case .revolvedAreaSolidTapered: return try taperedRevolution(item)
    case .sectionedSpine: return try sectionedSpine(item)
    case .sectionedSolid, .sectionedSolidHorizontal: return try sectionedSolid(item)
    case .curveBoundedPlane, .curveBoundedSurface, .rectangularTrimmedSurface,
      .surfaceOfLinearExtrusion, .surfaceOfRevolution, .face, .faceSurface, .advancedFace,
      .bSplineSurfaceWithKnots, .rationalBSplineSurfaceWithKnots:
      return try surface(item)
    case .geometricSet: return try geometricSet(item)
    case .boundingBox: return try boundingBox(item)
    default: throw .unsupported(model.className(item))
    }
  }

  /// Counts what lies in something else, so that items that refer to one another many times end.
  func spend(depth: Int) throws(ShapeProblem) {
    guard depth < ShapeReader.greatestDepth else {
      throw .degenerate("items refer to one another in a circle")
    }
    work -= ShapeReader.workOfItem
    guard work > 0 else { throw .degenerate("an element takes more work than it may") }
  }

  // MARK: - Numbers

  /// A length attribute in metres; nil when it is not set or beyond all measure.
  func length(_ instance: STEPInstance, _ attribute: IFCAttribute) -> Double? {
    guard let length = model.real(instance, attribute).map({ $0 * units.length }),
      abs(length) < ShapeReader.farthest
    else { return nil }
    return length
  }

  /// A positive length in metres.
  func positive(
    _ instance: STEPInstance, _ attribute: IFCAttribute
  ) throws(ShapeProblem) -> Double {
    guard let value = length(instance, attribute), value > 0, value.isFinite else {
      throw .degenerate(
        "\(attribute.spelling) of \(model.className(instance)) is not a positive length")
    }
    return value
  }

  /// How many chords an arc of `radius` metres over `sweep` radians gets.
  func segments(radius: Double, sweep: Double) -> Int {
    let full = 2 * Double.pi
    var step = full / Double(ShapeReader.leastSegments)
    if radius > ShapeReader.chordTolerance {
      step = min(step, 2 * arcCosine(1 - ShapeReader.chordTolerance / radius))
    }
    // An arc of kilometres gets no finer than this, nor one of nonsense.
    step = max(step, full / Double(ShapeReader.mostSegments))
    guard sweep.isFinite else { return 1 }
    let count = Int((abs(sweep) / step - 1e-9).rounded(.up))
    // A full turn keeps its four extreme points.
    return abs(sweep) > full - 1e-9 ? (count + 3) / 4 * 4 : max(count, 1)
  }
}
