import TwinModel

/// Reads zones, systems and other groups.
struct GroupReader {
  let model: IFCModel
  let relations: ModelRelations
  let ids: Identities

  /// The zones, ordered by GlobalId: IfcZone, and IfcSpatialZone with the spaces assigned to it.
  func zones() -> [Zone] {
    (model.instances(of: .zone) + model.instances(of: .spatialZone)).map { zone in
      Zone(
        id: ids[zone], name: name(zone), spaces: spaces(of: zone))
    }.sorted { $0.id < $1.id }
  }

  /// The systems and other groups, ordered by GlobalId.
  func groups() -> [ObjectGroup] {
    model.instances(of: .group).filter { model.known($0) != .zone }.map { group in
      ObjectGroup(
        id: ids[group], sourceClass: model.className(group), name: name(group),
        purpose: purpose(group),
        members: Array(Set((relations.members[group] ?? []).map { ids[$0] })),
        serves: Array(Set((relations.serves[group] ?? []).map { ids[$0] })))
    }.sorted { $0.id < $1.id }
  }

  private func name(_ group: STEPInstance) -> String {
    [IFCAttribute.name, .longName].lazy.compactMap { model.text(group, $0) }
      .first { !$0.isEmpty } ?? ""
  }

  private func purpose(_ group: STEPInstance) -> String {
    if let word = model.word(group, .predefinedType), word != "NOTDEFINED", word != "USERDEFINED" {
      return word
    }
    return model.text(group, .objectType) ?? ""
  }

  /// The spaces of a zone and of the groups in it, each group looked into once.
  private func spaces(of zone: STEPInstance) -> [GlobalID] {
    var found: Set<GlobalID> = []
    var seen: Set<STEPInstance> = [zone]
    var open = [zone]
    while let group = open.popLast() {
      for member in (relations.members[group] ?? []) + (relations.referenced[group] ?? []) {
        if model.isKind(member, of: .space) {
          found.insert(ids[member])
        } else if model.isKind(member, of: .group), seen.insert(member).inserted {
          open.append(member)
        }
      }
    }
    return found.sorted()
  }
}
