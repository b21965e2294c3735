import SpatialCore
import TwinModel

/// Buildings and storeys being filled: every product finds a storey, whatever the file says.
struct SpatialStructure {
  private let model: IFCModel
  private var storeys: [Storey] = []
  /// The building of each storey, as a place in `drafts`.
  private var owners: [Int] = []
  private var drafts: [Building] = []
  private var storeyPlaces: [STEPInstance: Int] = [:]
  private var buildingPlaces: [STEPInstance: Int] = [:]

  init(
    _ model: IFCModel, _ relations: ModelRelations, _ ids: Identities, _ reader: ShapeReader
  ) {
    self.model = model
    let properties = PropertyReader(
      model: model, units: reader.units, relations: relations)
    var sources = model.instances(of: .building)
    // IFC4X3 has bridges and the like besides buildings.
    sources += model.instances(of: .facility).filter { !sources.contains($0) }
    for building in sources {
      buildingPlaces[building] = drafts.count
      drafts.append(
        Building(
          id: ids[building], name: model.text(building, .name) ?? "", storeys: [],
          properties: properties.properties(of: building)))
    }
    for storey in model.instances(of: .buildingStorey) {
      var parent = relations.parent[storey]
      for _ in 0..<16 {
        guard let here = parent, buildingPlaces[here] == nil else { break }
        parent = relations.parent[here]
      }
      storeyPlaces[storey] = storeys.count
      owners.append(parent.flatMap { buildingPlaces[$0] } ?? anyBuilding("the storeys"))
      storeys.append(
        Storey(
          id: ids[storey], name: model.text(storey, .name) ?? "",
          elevation: Metres(reader.placement(of: storey).origin.z)))
    }
  }

  // MARK: - Filling

  /// Puts a space into its storey.
  mutating func add(_ space: Space, home: STEPInstance?, bottom: Double) {
    let place = place(home, bottom, subject: space.id.value)
    storeys[place].spaces.append(space)
  }

  /// Puts an element into its storey.
  mutating func add(_ element: Element, home: STEPInstance?, bottom: Double) {
    let place = place(home, bottom, subject: element.id.value)
    storeys[place].elements.append(element)
  }

  /// Puts a device into its storey.
  mutating func add(_ device: Device, home: STEPInstance?, bottom: Double) {
    let place = place(home, bottom, subject: device.id.value)
    storeys[place].devices.append(device)
  }

  private mutating func place(_ home: STEPInstance?, _ bottom: Double, subject: String) -> Int {
    if let home, let place = storeyPlaces[home] { return place }
    let building = home.flatMap { buildingPlaces[$0] }
    let candidates = owners.indices.filter { building == nil || owners[$0] == building }
    guard !candidates.isEmpty else {
      return addStorey(to: building ?? anyBuilding("the elements"), elevation: bottom)
    }
    // A storey holds what stands on its floor, or hangs a little below it.
    let reach = bottom + 0.5
    let below = candidates.filter { storeys[$0].elevation.value <= reach }
    let elevations = storeys.map(\.elevation.value)
    let byHeight = { (left: Int, right: Int) in
      (elevations[left], left) < (elevations[right], right)
    }
    return below.max(by: byHeight) ?? candidates.min(by: byHeight) ?? candidates[0]
  }

  private mutating func addStorey(to building: Int, elevation: Double) -> Int {
    model.log.note(
      Finding(
        .warning, code: "ifc.structure.noStoreys", subject: drafts[building].id.value,
        message: "a building has no storey; one was made for all that is in it",
        suggestion: "export storeys and assign the elements to them"))
    owners.append(building)
    storeys.append(
      Storey(
        id: GlobalID("\(drafts[building].id.value)-storey"), name: "",
        elevation: Metres(elevation)))
    return storeys.count - 1
  }

  /// The first building; a new one when there is none.
  private mutating func anyBuilding(_ what: String) -> Int {
    guard drafts.isEmpty else { return 0 }
    model.log.note(
      Finding(
        .warning, code: "ifc.structure.noBuilding",
        message: "the file has no building; one was made for \(what)",
        suggestion: "export an IfcBuilding around them"))
    let project = model.instances(of: .project).first.flatMap { model.text($0, .globalId) }
    drafts.append(Building(id: GlobalID("\(project ?? "file")-building"), name: "", storeys: []))
    return 0
  }

  // MARK: - Result

  /// The place of the building around `home`; nil when it is in none that the file has.
  func building(of home: STEPInstance?) -> Int? {
    guard let home else { return nil }
    return storeyPlaces[home].map { owners[$0] } ?? buildingPlaces[home]
  }

  /// The places of the buildings, in order of GlobalId.
  var places: [Int] { drafts.indices.sorted { (drafts[$0].id, $0) < (drafts[$1].id, $1) } }

  /// A building with everything that was put into it, which the structure forgets.
  mutating func take(_ place: Int) -> Building {
    var own: [Storey] = []
    for storey in owners.indices where owners[storey] == place {
      own.append(storeys[storey])
      storeys[storey].spaces = []
      storeys[storey].elements = []
      storeys[storey].devices = []
      SpatialStructure.finish(&own[own.count - 1])
    }
    var result = drafts[place]
    result.storeys = SpatialStructure.stacked(own)
    return result
  }

  private static func finish(_ storey: inout Storey) {
    storey.spaces.sort { ($0.name, $0.id) < ($1.name, $1.id) }
    storey.elements.sort { $0.id < $1.id }
    let lookup = SpaceLookup(storey.spaces)
    for index in storey.devices.indices where storey.devices[index].space == nil {
      storey.devices[index].space = storey.devices[index].position.flatMap(lookup.space)
    }
    for index in storey.elements.indices where storey.elements[index].kind == .furniture {
      guard storey.elements[index].space == nil, let box = storey.elements[index].body?.bounds
      else { continue }
      storey.elements[index].space = lookup.space(
        at: Point3(
          (box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2, (box.min.z + box.max.z) / 2))
    }
    storey.devices.sort { $0.id < $1.id }
  }

  /// Bottom up, with the heights between floors.
  private static func stacked(_ storeys: [Storey]) -> [Storey] {
    var result = storeys.sorted {
      ($0.elevation.value, $0.id) < ($1.elevation.value, $1.id)
    }
    for index in result.indices {
      let next = result[index...].first {
        $0.elevation.value > result[index].elevation.value + 0.01
      }
      result[index].height = next.map { $0.elevation - result[index].elevation }
    }
    return result
  }
}
