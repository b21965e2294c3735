import TwinModel

/// A transmitter: where it hangs, what it sends, and in which directions.
struct RadioSite: Hashable {
  var id: GlobalID
  var place: Point3
  /// Power of the whole carrier at the transmitter.
  var power: DecibelMilliwatts
  /// Loss between transmitter and antenna.
  var cableLoss: Decibels
  /// Gain of an antenna that sends alike in all directions; not read where there is a pattern.
  var gain: Decibels
  /// Pattern and direction; nil for all directions alike.
  var antenna: MountedAntenna?

  /// Levels (dBm, whole carrier) that an isotropic antenna has in the cells of `map`, behind the path
  /// losses from this site.
  func levels(_ pathLoss: [Float], on map: MultiWallMap) -> [Float] {
    let sent = Float((power - cableLoss).value)
    guard let antenna else {
      let radiated = sent + Float(gain.value)
      return pathLoss.map { radiated - $0 }
    }
    return zip(pathLoss, map.gains(of: antenna, at: place)).map { sent + $1 - $0 }
  }
}
