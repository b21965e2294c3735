import ArgumentParser
import RadioCoverage
import TwinModel

/// Walls and carrier of the commands that work on bare walls.
struct BareNetworkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Walls (CSV: x0, y0, x1, y1, z0, z1, loss_db).", valueName: "file"))
  var walls: String
  @Option(help: ArgumentHelp("Carrier, 0.1 to 100; the seeds' when absent.", valueName: "GHz"))
  var frequencyGhz: Double?

  func validate() throws {
    if let frequencyGhz, !(0.1...100).contains(frequencyGhz) {
      throw ValidationError("--frequency-ghz is \(frequencyGhz); expected 0.1 to 100")
    }
  }

  /// Path loss (dB) of the straight way between two points through the walls.
  static func pathLoss(
    from start: Point3, to end: Point3, through scene: WallScene, at frequency: Gigahertz
  ) -> Double {
    let (dx, dy, dz) = (end.x - start.x, end.y - start.y, end.z - start.z)
    let distance = Metres((dx * dx + dy * dy + dz * dz).squareRoot())
    return FreeSpace.loss(distance: distance, frequency: frequency).value
      + scene.wallLoss(from: start, to: end).value
  }
}
