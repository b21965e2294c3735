import Foundation
public import TwinModel

/// The COST 231 multi-wall model: L = L_FS + L_C + Σ k_w·L_w + k_f^((k_f + 2)/(k_f + 1) − b)·L_f.
///
/// Light walls (plasterboard, doors) and heavy ones (brick, concrete) by number, floors with an
/// exponent that makes each further one cost less. Losses are of 1.8 GHz whatever the frequency of
/// L_FS: for other bands, and where walls are known, use slabs of ITU-R P.2040. The exponent stands
/// for ways around the slabs: never together with slabs that are counted one by one.
///
/// Source: COST 231 final report, §4.7; losses are `seeds/radio/propagation.yaml`.
public struct MultiWallSum: Hashable, Sendable {
  /// L_C.
  public let constant: Decibels
  /// Loss of a light wall.
  public let lightWall: Decibels
  /// Loss of a heavy wall.
  public let heavyWall: Decibels
  /// L_f.
  public let floor: Decibels
  /// b.
  public let floorExponent: Double

  /// What the ray goes through.
  public struct Crossings: Hashable, Sendable {
    /// Light walls.
    public var lightWalls: Int
    /// Heavy walls.
    public var heavyWalls: Int
    /// Floor slabs.
    public var floors: Int

    /// Creates crossings; none is negative.
    public init(lightWalls: Int = 0, heavyWalls: Int = 0, floors: Int = 0) {
      self.lightWalls = lightWalls
      self.heavyWalls = heavyWalls
      self.floors = floors
    }
  }

  /// The median loss over `distance`, of which less than 1 m counts as 1 m.
  public func loss(
    distance: Metres, frequency: Gigahertz, through crossings: Crossings
  ) -> Decibels {
    FreeSpace.loss(distance: distance, frequency: frequency) + constant + walls(crossings)
  }

  /// Loss of walls and floors alone.
  public func walls(_ crossings: Crossings) -> Decibels {
    let floors = Double(crossings.floors)
    // 0^x is 0 for x > 0, and the exponent is 1.54 there.
    let slabs = pow(floors, (floors + 2) / (floors + 1) - floorExponent) * floor.value
    return Decibels(
      Double(crossings.lightWalls) * lightWall.value
        + Double(crossings.heavyWalls) * heavyWall.value + slabs)
  }
}
