import TwinModel

/// Joins the imports of several files of one campus, oldest first.
///
/// A single import comes back untouched. Of several, buildings and storeys with the same GlobalId
/// become one; what both files say of it is taken from the newer one where that says anything.
/// Nothing is moved: the files are taken to share one local frame.
struct MergedCampus {
  private(set) var content: VersionContent

  /// Joins `contents`; nil when there are none.
  init?(_ contents: [VersionContent]) {
    guard let newest = contents.last else { return nil }
    content = newest
    guard contents.count > 1 else { return }
    content.georeference = contents.last { $0.georeference != nil }?.georeference
    content.buildings = Self.merged(contents.map(\.buildings), id: \.id, Self.join)
    content.zones = Self.merged(contents.map(\.zones), id: \.id) { old, new in
      Zone(
        id: new.id, name: new.name.isEmpty ? old.name : new.name,
        spaces: Set(old.spaces).union(new.spaces).sorted())
    }
    content.groups = Self.merged(contents.map(\.groups), id: \.id) { old, new in
      ObjectGroup(
        id: new.id, sourceClass: new.sourceClass, name: new.name.isEmpty ? old.name : new.name,
        purpose: new.purpose.isEmpty ? old.purpose : new.purpose,
        members: Array(Set(old.members).union(new.members)),
        serves: Array(Set(old.serves).union(new.serves)))
    }
  }

  /// All values of `lists`, those of one GlobalId joined, ordered by GlobalId.
  private static func merged<Value>(
    _ lists: [[Value]], id: (Value) -> GlobalID, _ join: (Value, Value) -> Value
  ) -> [Value] {
    var index: [GlobalID: Int] = [:]
    var result: [Value] = []
    for value in lists.joined() {
      if let known = index[id(value)] {
        result[known] = join(result[known], value)
      } else {
        index[id(value)] = result.count
        result.append(value)
      }
    }
    return result.sorted { id($0) < id($1) }
  }

  private static func join(_ old: Building, _ new: Building) -> Building {
    let isLarger = old.footprint.area > new.footprint.area
    return Building(
      id: new.id, name: new.name.isEmpty ? old.name : new.name,
      storeys: merged([old.storeys, new.storeys], id: \.id, join)
        .sorted { ($0.elevation, $0.id) < ($1.elevation, $1.id) },
      // A file of one trade may know only a part of the building.
      footprint: isLarger ? old.footprint : new.footprint,
      properties: join(old.properties, new.properties))
  }

  private static func join(_ old: Storey, _ new: Storey) -> Storey {
    Storey(
      id: new.id, name: new.name.isEmpty ? old.name : new.name, elevation: new.elevation,
      height: new.height ?? old.height,
      spaces: newer(old.spaces, new.spaces, id: \.id)
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) },
      elements: newer(old.elements, new.elements, id: \.id),
      devices: newer(old.devices, new.devices, id: \.id))
  }

  private static func newer<Value>(
    _ old: [Value], _ new: [Value], id: (Value) -> GlobalID
  ) -> [Value] {
    let replaced = Set(new.map(id))
    return (old.filter { !replaced.contains(id($0)) } + new).sorted { id($0) < id($1) }
  }

  private static func join(_ old: [Property], _ new: [Property]) -> [Property] {
    struct Name: Hashable { let set, name: String }
    let said = Set(new.map { Name(set: $0.set, name: $0.name) })
    return new + old.filter { !said.contains(Name(set: $0.set, name: $0.name)) }
  }
}
