import Foundation
public import TwinModel

/// An antenna that points somewhere.
///
/// Directions are turned into the antenna's own frame by its azimuth and then its tilt.
///
/// Source: 3GPP TR 38.901, §7.1.3 (without slant).
public struct MountedAntenna: Hashable, Sendable {
  /// The pattern.
  public var pattern: AntennaPattern
  /// Main direction in the plan, clockwise from +y (north where the plan is turned so).
  public var azimuth: Degrees
  /// Main direction below the horizon.
  public var tilt: Degrees

  /// Mounts an antenna.
  public init(pattern: AntennaPattern, azimuth: Degrees, tilt: Degrees) {
    self.pattern = pattern
    self.azimuth = azimuth
    self.tilt = tilt
  }

  /// The gain (dBi) from `place` towards `receiver`; that of the main direction where they coincide.
  public func gain(from place: Point3, to receiver: Point3) -> Decibels {
    let (dx, dy, dz) = (receiver.x - place.x, receiver.y - place.y, receiver.z - place.z)
    let length = (dx * dx + dy * dy + dz * dz).squareRoot()
    guard length > 0 else { return pattern.gain }
    let (turn, down) = (azimuth.value * .pi / 180, tilt.value * .pi / 180)
    let ahead = sin(turn) * dx + cos(turn) * dy
    let right = cos(turn) * dx - sin(turn) * dy
    let forward = cos(down) * ahead - sin(down) * dz
    let upward = sin(down) * ahead + cos(down) * dz
    return pattern.gain(
      zenith: Degrees(acos(min(max(upward / length, -1), 1)) * 180 / .pi),
      azimuth: Degrees(atan2(right, forward) * 180 / .pi))
  }
}

extension MultiWallMap {
  /// Gains (dBi) of an antenna at `place` towards every cell, row by row from the lowest y; to be taken
  /// off the path loss.
  public func gains(of antenna: MountedAntenna, at place: Point3) -> [Float] {
    (0..<grid.count).map { cell in
      let centre = grid.centre(column: cell % grid.columns, row: cell / grid.columns)
      let receiver = Point3(centre.x, centre.y, receiverHeight.value)
      return Float(antenna.gain(from: place, to: receiver).value)
    }
  }
}
