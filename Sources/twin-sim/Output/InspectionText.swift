import BIMImport
import TwinModel

/// An inspection as tables for the terminal.
struct InspectionText {
  let found: ModelInspection

  /// All of it.
  var text: String {
    let parts = [head, classes, storeys, spaces, doors, boundaries, groups, sets]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
      + "\n\(found.products.count) products with a body\n"
      + found.findings.map(\.line).joined()
  }

  private var head: String {
    var lines = [
      "\(found.schema), \(found.entityTotal) instances, written by \(found.authoringTool)",
      "length unit: \(found.lengthUnitScale) m",
    ]
    if let place = found.georeference {
      lines.append(
        "on the map: EPSG:\(place.epsg), E \(place.eastings.value), N \(place.northings.value), "
          + "H \(place.height.value), scale \(place.scale) (\(place.source.rawValue))")
    }
    if let site = found.site {
      lines.append(
        "site: latitude \(site.latitude.value)°, longitude \(site.longitude.value)°, "
          + "elevation \(site.elevation.value) m")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var classes: String {
    var table = TextTable("class", "instances")
    let common = found.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (name, count) in common.prefix(25) { table.add(name, "\(count)") }
    return table.text
  }

  private var storeys: String {
    var table = TextTable("storey", "elevation m")
    for storey in found.storeys { table.add(storey.name ?? storey.guid, "\(storey.elevation)") }
    return table.text
  }

  private var spaces: String {
    guard !found.spaces.isEmpty else { return "" }
    var table = TextTable(
      "space", "long name", "floor m²", "height m", "volume m³", "doors", "windows", "furniture")
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "?" }
    for space in found.spaces {
      table.add(
        space.name ?? space.guid, space.longName ?? "", number(space.floorArea),
        number(space.height), number(space.volume), "\(space.doors.count)",
        "\(space.windows.count)", "\(space.furniture)")
    }
    return table.text
  }

  private var doors: String {
    let doors = found.doors
    guard !doors.isEmpty else { return "" }
    let stated = doors.count { $0.source == .boundaries }
    let seen = doors.count { $0.source == .geometry && !$0.spaces.isEmpty }
    return "\(doors.count) doors and windows: rooms beside \(stated) from space boundaries, "
      + "of \(seen) from geometry, of \(doors.count - stated - seen) not known\n"
  }

  private var boundaries: String {
    guard !found.boundaries.isEmpty else { return "" }
    let areas = found.boundaries.compactMap(\.area)
    let levels = [1, 2].map { level in
      "\(found.boundaries.count { $0.level == level }) of level \(level)"
    }
    let area = (areas.reduce(0, +) * 100).rounded() / 100
    return "\(found.boundaries.count) space boundaries (\(levels.joined(separator: ", "))), "
      + "\(areas.count) with a surface, \(area) m² together\n"
  }

  private var groups: String {
    guard !found.zones.isEmpty || !found.groups.isEmpty else { return "" }
    var table = TextTable("group", "class", "for", "members")
    for zone in found.zones { table.add(zone.name, "zone", "", "\(zone.spaces.count)") }
    for group in found.groups {
      table.add(group.name, group.sourceClass, group.purpose, "\(group.members.count)")
    }
    return table.text
  }

  private var sets: String {
    func words(_ counts: [String: Int], _ what: String) -> String {
      guard !counts.isEmpty else { return "" }
      let common = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12)
      let more = counts.count > 12 ? ", …" : ""
      return "\(what): " + common.map { "\($0.key) (\($0.value))" }.joined(separator: ", ") + more
        + "\n"
    }
    return words(found.propertySets, "property sets")
      + words(found.quantitySets, "quantity sets") + words(found.materials, "materials")
  }
}
