import SpatialCore
public import TwinModel

/// Makes objects of a file into objects on the map of the store.
///
/// Outline and mesh are those of the highest level of detail that has faces. Where the model has no
/// place, objects keep mesh and heights in the coordinates of the file and have no outline.
public struct CityMapper {
  private let target: Int
  private let override: SystemName?
  private var placing: MapPlacing?
  private var isReady = false
  private var log = FindingLog()
  /// How many objects got an outline.
  public private(set) var placed = 0

  /// Prepares mapping to the EPSG system `target`.
  ///
  /// - Parameters:
  ///   - target: EPSG code of the store's map.
  ///   - override: The reference system of the model, in place of what the file says; nil to believe
  ///     the file.
  public init(to target: Int, override: SystemName? = nil) {
    self.target = target
    self.override = override
  }

  /// What was found wrong so far.
  public var findings: [Finding] { log.findings }

  /// The object on the map; `header` says the reference system.
  public mutating func map(_ object: CityFileObject, _ header: CityModelHeader) -> CityObject {
    prepare(header)
    let (lod, own) = Self.best(object.geometries)
    var result = CityObject(
      id: object.id, kind: object.type, parent: object.parents.first, lod: lod,
      attributes: object.attributes)
    var surfaces = own.flatMap(\.surfaces)
    if let placing {
      do throws(GeometryError) {
        var onMap: [CitySurface] = []
        for geometry in own {
          onMap += try geometry.mapped { point throws(GeometryError) in
            try placing.place(point)
          }.surfaces
        }
        surfaces = onMap
        let (outline, isExact) = try CityFootprint.outline(of: surfaces)
        result.footprint = outline
        if !outline.isEmpty { placed += 1 }
        if !isExact {
          log.add(
            .info, "cim.footprint.box", object.id,
            "the outline of \(surfaces.count) faces is given as their box")
        }
      } catch {
        log.add(
          .error, "cim.place", object.id, "it has no place on the map: \(error)",
          suggestion: "use a database whose reference system covers the model (--db-crs)")
      }
    }
    measure(surfaces, &result)
    return result
  }

  private mutating func prepare(_ header: CityModelHeader) {
    guard !isReady, let system = override ?? header.system else { return }
    isReady = true
    do { placing = try MapPlacing(from: system, to: target) } catch {
      log.add(
        .error, "cim.crs.unknown", "", error.description,
        suggestion: "name a reference system with --crs EPSG:…")
    }
  }

  /// The geometries of the highest level of detail that has faces, and that level.
  private static func best(_ geometries: [CityGeometry]) -> (String?, [CityGeometry]) {
    let faced = geometries.filter { !$0.surfaces.isEmpty }
    func rank(_ geometry: CityGeometry) -> Double {
      geometry.effectiveLOD.flatMap { Double($0) } ?? -1
    }
    guard let highest = faced.max(by: { rank($0) < rank($1) }) else { return (nil, []) }
    return (highest.effectiveLOD, faced.filter { $0.effectiveLOD == highest.effectiveLOD })
  }

  private func measure(_ surfaces: [CitySurface], _ result: inout CityObject) {
    var mesh = CityMesh()
    var (low, high, eave) = (Double.infinity, -Double.infinity, Double.infinity)
    for surface in surfaces {
      mesh.add(surface)
      for point in surface.rings.joined() {
        low = min(low, point.z)
        high = max(high, point.z)
        if surface.semantic == "RoofSurface" { eave = min(eave, point.z) }
      }
    }
    guard low <= high else { return }
    result.ground = Metres(low)
    result.top = Metres(high)
    result.eave = eave.isFinite ? Metres(eave) : nil
    result.mesh = mesh.mesh.indices.isEmpty ? nil : mesh.mesh
  }
}
