public import TwinModel

/// The path losses within one building: from each of its sites to the cells of each of its storeys.
///
/// A link between two storeys meets the walls of these and of the storeys between, and as many floors as
/// lie between; the walls of other storeys and buildings are never looked at. When the walls of a
/// storey change, only the links that meet that storey are computed anew.
public struct BuildingMap: Sendable {
  /// One storey.
  public struct Storey: Sendable {
    /// Its walls.
    public var scene: WallScene
    /// Its cells and the height of the receivers; nil where nothing is to be mapped.
    public var map: MultiWallMap?
    /// Antennas that hang on it, above the local zero.
    public var sites: [Point3]

    /// Creates a storey.
    public init(scene: WallScene, map: MultiWallMap?, sites: [Point3]) {
      self.scene = scene
      self.map = map
      self.sites = sites
    }
  }

  /// The storeys from the lowest up.
  public private(set) var storeys: [Storey]
  /// Loss of one slab between two storeys.
  public let floor: LossCurve
  /// Path losses (dB) by storey of the receivers and by site: the sites of the lowest storey first, in
  /// their order; a storey without map has none.
  public private(set) var pathLoss: [[[Float]]]

  /// Computes the maps of all storeys, which are given from the lowest up.
  ///
  /// - Complexity: O(storeys · sites · (rows · segments on the way + cells)).
  public init(storeys: [Storey], floor: LossCurve) {
    self.storeys = storeys
    self.floor = floor
    pathLoss = [[[Float]]](repeating: [], count: storeys.count)
    for here in storeys.indices where storeys[here].map != nil {
      for there in storeys.indices {
        for site in storeys[there].sites {
          pathLoss[here].append(link(from: site, on: there, to: here))
        }
      }
    }
  }

  /// Puts other walls on a storey.
  ///
  /// - Returns: How many maps were computed anew.
  @discardableResult
  public mutating func replaceWalls(of storey: Int, by scene: WallScene) -> Int {
    storeys[storey].scene = scene
    var count = 0
    for here in storeys.indices where storeys[here].map != nil {
      var place = 0
      for there in storeys.indices {
        for site in storeys[there].sites {
          if (min(here, there)...max(here, there)).contains(storey) {
            pathLoss[here][place] = link(from: site, on: there, to: here)
            count += 1
          }
          place += 1
        }
      }
    }
    return count
  }

  /// The path loss (dB) between two antennas of the building, each on a storey.
  func pathLoss(
    from start: (storey: Int, place: Point3), to end: (storey: Int, place: Point3),
    frequency: Gigahertz
  ) -> Double {
    let (low, high) = (min(start.storey, end.storey), max(start.storey, end.storey))
    let distance = start.place.distance(to: end.place)
    let walls = (low...high).reduce(0) {
      $0 + storeys[$1].scene.wallLoss(from: start.place, to: end.place).value
    }
    let rise = abs(start.place.z - end.place.z)
    let cosine = distance > 0 ? rise / distance : 1
    return FreeSpace.loss(distance: Metres(distance), frequency: frequency).value + walls
      + Double(high - low) * floor.lossDB(cosine: cosine)
  }

  private func link(from site: Point3, on there: Int, to here: Int) -> [Float] {
    guard let map = storeys[here].map else { return [] }
    return map.pathLoss(
      from: site, through: storeys[min(here, there)...max(here, there)].map(\.scene),
      floors: MultiWallMap.Floors(count: abs(here - there), curve: floor))
  }
}
