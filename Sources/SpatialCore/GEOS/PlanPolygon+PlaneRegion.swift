import TwinModel

extension [PlanPolygon]: PlaneRegion {
  /// Whole millimetres: every result lies on the grid.
  package static var grid: Double { 1 }

  package var coordinates: [[[Double]]] {
    map { polygon in
      polygon.rings.map { ring in ring.flatMap { [Double($0.x), Double($0.y)] } }
    }
  }

  package init(coordinates: [[[Double]]]) {
    self = coordinates.compactMap { rings in
      let rings = rings.map { flat in
        withoutStraightCorners(
          stride(from: 0, to: flat.count, by: 2).map {
            PlanPoint(Int64(flat[$0].rounded()), Int64(flat[$0 + 1].rounded()))
          })
      }
      guard let outer = rings.first, outer.count >= 3 else { return nil }
      return PlanPolygon(outer: outer, holes: rings.dropFirst().filter { $0.count >= 3 })
    }
  }
}

/// The ring without repeated points and corners of 180°, which overlays leave behind; exact.
func withoutStraightCorners(_ ring: [PlanPoint]) -> [PlanPoint] {
  var kept: [PlanPoint] = []
  for point in ring {
    while let last = kept.last {
      if last == point {
        kept.removeLast()
      } else if kept.count >= 2,
        orientation(kept[kept.count - 2], last, point) == 0
      {
        kept.removeLast()
      } else {
        break
      }
    }
    kept.append(point)
  }
  // The seam between the last point and the first.
  while kept.count >= 3, orientation(kept[kept.count - 2], kept[kept.count - 1], kept[0]) == 0 {
    kept.removeLast()
  }
  while kept.count >= 3, orientation(kept[kept.count - 1], kept[0], kept[1]) == 0 {
    kept.removeFirst()
  }
  return kept
}
