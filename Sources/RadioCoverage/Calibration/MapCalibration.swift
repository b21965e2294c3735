import Foundation
public import TwinModel

/// What a survey says of a map: exponent, loss by the metre, losses of walls, and how far the map is off.
///
///     PL = PL(map, walls as measured) + 10·(n − 2)·log d + α·d
///
/// d in m, at least 1. Levels at 1 m are not taken over: those of the surveyed transmitters are not those
/// of the planned ones.
public struct MapCalibration: Hashable, Sendable {
  /// n: exponent of the distance.
  public var exponent: Double
  /// α: loss (dB) of each metre.
  public var absorption: Double
  /// Loss of a wall at normal incidence, by the name of its material in the seeds.
  public var losses: [String: Decibels]
  /// Loss of every other wall; nil where its build-up tells.
  public var otherWalls: Decibels?
  /// Standard deviation of the survey around the model; nil to keep the study's.
  public var sigma: Decibels?

  /// Creates a calibration.
  public init(
    exponent: Double = 2, absorption: Double = 0, losses: [String: Decibels] = [:],
    otherWalls: Decibels? = nil, sigma: Decibels? = nil
  ) {
    self.exponent = exponent
    self.absorption = absorption
    self.losses = losses
    self.otherWalls = otherWalls
    self.sigma = sigma
  }

  /// The measured loss of a wall: that of its thickest layer whose material was surveyed.
  func loss(of slab: LayeredSlab) -> Decibels? {
    slab.layers.filter { losses[$0.material.name] != nil }
      .max { $0.thickness < $1.thickness }
      .flatMap { losses[$0.material.name] } ?? otherWalls
  }

  /// Path losses with what distance costs more or less than in free space.
  func corrected(_ pathLoss: [Float], from site: Point3, on map: MultiWallMap) -> [Float] {
    guard exponent != 2 || absorption != 0 else { return pathLoss }
    return pathLoss.indices.map { cell in
      let centre = map.grid.centre(column: cell % map.grid.columns, row: cell / map.grid.columns)
      let distance = max(
        site.distance(to: Point3(centre.x, centre.y, map.receiverHeight.value)), 1)
      return pathLoss[cell]
        + Float(10 * (exponent - 2) * log10(distance) + absorption * distance)
    }
  }

  /// Every number as text, for the hash of a study's parameters.
  var fingerprint: String {
    let walls = losses.keys.sorted().map { "\($0) \(losses[$0]?.value ?? 0)" }
    return
      (["\(exponent) \(absorption) \(otherWalls?.value ?? -1) \(sigma?.value ?? -1)"] + walls)
      .joined(separator: ";")
  }
}
