import TwinModel

/// An access point in the middle of each room that needs one, under its ceiling.
struct AccessPointProposal {
  let plan: StoreyPlan
  let rooms: RoomCells
  let wifi: WiFiParameters
  /// What earlier studies say the rooms are used for.
  let uses: [GlobalID: String]

  func devices() -> [Device] {
    plan.rooms.indices.compactMap { index in
      let room = plan.rooms[index]
      guard let use = uses[room.id], wifi.roomUses.contains(use) else { return nil }
      let centres = rooms.cells[index].map(rooms.centre)
      let count = Double(centres.count)
      guard count > 0 else { return nil }
      let middle = Point2(
        centres.reduce(0) { $0 + $1.x } / count, centres.reduce(0) { $0 + $1.y } / count)
      // The middle of a bent room may lie outside: the nearest cell is in it.
      guard
        let place = centres.min(by: {
          Vector($0, middle).length < Vector($1, middle).length
        })
      else { return nil }
      let ceiling =
        plan.elevation.value + Double(room.floor) / 1000 + (room.height ?? plan.height).value
      return Device(
        id: GlobalID("\(room.id)-wifi-1"), kind: wifi.kinds.first ?? "access_point",
        name: "Wi-Fi \(room.name)",
        position: Point3(
          place.x, place.y, max(ceiling - wifi.belowCeiling.value, plan.elevation.value)),
        space: room.id, origin: .proposed)
    }
  }
}

extension WiFiParameters {
  /// The levels of an access point, in the form that sites have; its blocks are not read.
  var link: NRLink {
    NRLink(
      power: power, antennaGain: antennaGain, cableLoss: cableLoss, resourceBlocks: 1,
      subcarrierHertz: Double(megahertz) * 1e6, noiseFigure: noiseFigure)
  }
}
