import TwinModel

/// Path losses from an outdoor site to the cells of a building's storeys.
///
/// PL = free space + the walls and windows of the building on the straight way, facade and all + its
/// slabs and roof where the way passes them within the outline + the roof edges of other buildings.
struct OutdoorToRoom {
  /// Scenes of all storeys of the building.
  let scenes: [WallScene]
  /// Undersides of the building's slabs but the lowest, and its roof, above the local zero.
  let slabs: [Metres]
  /// The building seen from above.
  let outline: OutdoorBlocker?
  let floor: LossCurve
  /// Ways over the other buildings.
  let roofs: RoofPath

  func pathLoss(from site: Point3, to map: MultiWallMap) -> [Float] {
    var losses = map.pathLoss(from: site, through: scenes)
    for cell in losses.indices {
      let centre = map.grid.centre(column: cell % map.grid.columns, row: cell / map.grid.columns)
      let end = Point3(centre.x, centre.y, map.receiverHeight.value)
      losses[cell] += Float(
        slabLoss(from: site, to: end) + roofs.edgeLoss(from: site, to: end).value)
    }
    return losses
  }

  /// Loss (dB) of the slabs on the way.
  private func slabLoss(from site: Point3, to end: Point3) -> Double {
    guard let outline, site.z != end.z else { return 0 }
    let distance = site.distance(to: end)
    return slabs.reduce(0) { sum, slab in
      let share = (site.z - slab.value) / (site.z - end.z)
      guard share > 0, share < 1 else { return sum }
      let place = Point2(
        site.x + (end.x - site.x) * share, site.y + (end.y - site.y) * share)
      guard outline.contains(place) else { return sum }
      return sum + floor.lossDB(cosine: abs(site.z - end.z) / distance)
    }
  }
}
