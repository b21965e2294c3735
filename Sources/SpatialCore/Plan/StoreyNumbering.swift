package import TwinModel

/// How the storeys of a building are counted.
package enum StoreyNumbering {
  /// Numbers of the storeys, in the order of ``Building/storeys`` (bottom up): 1 is the ground storey,
  /// those above follow as 2, 3 …, those below as −1, −2 …; there is no 0.
  ///
  /// The ground storey is the lowest one at or above −1.0 m of the local zero that has a room or a
  /// wall (a level that only marks the terrain, such as 室外地坪 at −0.45 m, has neither); without
  /// rooms and walls the lowest one at or above −1.0 m; when all lie below that, the lowest of all.
  /// Roofs and other storeys without rooms count by their place.
  package static func numbers(of building: Building) -> [Int] {
    let storeys = building.storeys
    let above = storeys.indices.filter { storeys[$0].elevation >= -1.0 }
    let ground = above.first { isBuilt(storeys[$0]) } ?? above.first ?? storeys.startIndex
    return storeys.indices.map { $0 >= ground ? $0 - ground + 1 : $0 - ground }
  }

  private static func isBuilt(_ storey: Storey) -> Bool {
    !storey.spaces.isEmpty
      || storey.elements.contains { $0.kind == .wall || $0.kind == .curtainWall }
  }
}
