import SpatialCore
import TwinModel

/// The body of one product, in metres.
struct ProductShape {
  /// Its triangles in a frame of their own.
  var local: SolidMesh
  /// Where that frame is in world coordinates of the file.
  var place: AffineTransform
  /// The IfcRepresentationMap that ``local`` is, as it is for other products too; nil when it is the
  /// product's alone.
  var map: STEPInstance?

  /// The triangles in world coordinates.
  var world: SolidMesh { local.transformed(place) }
}

/// Meshes products: bodies, placed, with their openings cut out.
final class ProductShapes {
  let reader: ShapeReader
  private let model: IFCModel
  /// Openings of each element, from IfcRelVoidsElement.
  private let openings: RelationTable
  private let log: FindingLog

  init(_ model: IFCModel, _ units: ProjectUnits, openings: RelationTable) {
    self.model = model
    self.openings = openings
    reader = ShapeReader(model, units)
    log = model.log
  }

  /// The body of a product; nil when it has none or none that could be read.
  func shape(of product: STEPInstance) -> ProductShape? {
    let items = bodyItems(of: product)
    guard !items.isEmpty else { return nil }
    reader.troubles = []
    defer { report(product) }
    let place = reader.placement(of: product)
    let mayShare = items.count == 1 && openings.first(product) == nil
    if mayShare, let shared = reader.shared(items[0], in: place) { return sane(shared) }
    var mesh = reader.mesh(items: items)
    guard !mesh.isEmpty else { return nil }
    // Also for the first of those that share it, whichever that is.
    if mayShare, let shared = reader.shared(items[0], in: place) { return sane(shared) }
    let uncut = mesh
    mesh = cutOpenings(of: product, from: mesh, placed: place)
    // A skin of rounding, thinner than a sheet of paper, is nothing.
    guard !mesh.isEmpty, mesh.signedVolume > 1e-6 * uncut.signedVolume || !mesh.isClosed else {
      log.count(
        .warning, code: "ifc.geometry.nothingLeft",
        what: "nothing is left of the body after its openings are cut out",
        subject: model.text(product, .globalId) ?? "")
      return nil
    }
    return sane(ProductShape(local: mesh, place: place))
  }

  /// The shape, unless it reaches beyond all measure.
  private func sane(_ shape: ProductShape) -> ProductShape? {
    guard shape.local.vertices.allSatisfy({ ShapeReader.isSane(shape.place($0)) }) else {
      reader.troubles.append(.broken("coordinates lie beyond all measure"))
      return nil
    }
    return shape
  }

  // MARK: - Which representation

  /// The items of the product's body: of Body representations, else of what else is solid or surface,
  /// else its bounding box.
  func bodyItems(of product: STEPInstance) -> [STEPInstance] {
    guard let definition = model.instance(product, .representation) else { return [] }
    var best: [STEPInstance] = []
    var bestRank = Rank.none
    for shape in model.instances(definition, .representations) {
      let rank = rank(shape)
      guard rank != .none, rank >= bestRank else { continue }
      let items = model.instances(shape, .items)
      if rank > bestRank { best = [] }
      bestRank = rank
      best += items
    }
    return best
  }

  private enum Rank: Int, Comparable {
    case none, box, other, body
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private func rank(_ shape: STEPInstance) -> Rank {
    let identifier = (model.text(shape, .representationIdentifier) ?? "").lowercased()
    let type = (model.text(shape, .representationType) ?? "").lowercased()
    switch identifier {
    case "body", "facetation", "tessellation": return .body
    case "box": return .box
    case "axis", "footprint", "annotation", "profile", "plan", "cog", "reference", "lighting",
      "clearance", "surface":
      return .none
    default: break
    }
    if type == "boundingbox" { return .box }
    let flat = ["curve2d", "geometriccurveset", "annotation2d", "point", "pointcloud", "curve3d"]
    return flat.contains(type) ? .none : .other
  }

  // MARK: - Openings

  private func cutOpenings(
    of product: STEPInstance, from mesh: SolidMesh, placed: AffineTransform
  ) -> SolidMesh {
    guard let holes = openings[product], let inverse = placed.inverse else { return mesh }
    let items = holes.flatMap { hole in
      let place = inverse.after(reader.placement(of: hole))
      return bodyItems(of: hole).map { ThroughHoles.Item(instance: $0, place: place) }
    }
    let through = ThroughHoles(items, through: mesh, reader)
    var result = through.body
    for item in through.remaining {
      result = reader.subtracting(
        item.instance, in: item.place, from: result, because: "IfcOpeningElement")
    }
    return result
  }

  // MARK: - Findings

  private func report(_ product: STEPInstance) {
    let subject = model.text(product, .globalId) ?? ""
    for trouble in Set(reader.troubles) {
      switch trouble {
      case .leftOut(let name):
        log.count(
          .warning, code: "ifc.geometry.unsupported",
          what: "\(name) of \(model.className(product)) is not supported and was left out",
          subject: subject)
      case .broken(let reason):
        log.count(.error, code: "ifc.geometry.broken", what: reason, subject: subject)
      case .uncut(let name):
        log.count(
          .warning, code: "ifc.geometry.uncut",
          what: "a cut by \(name) was not made; the body of \(model.className(product)) is uncut",
          subject: subject)
      }
    }
  }
}
