import ArgumentParser

/// What is told to the coverage study beside model and seeds.
struct RadioOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sites and access points beside those of the model (CSV: x, y, z and what is known of them).",
      valueName: "file"))
  var sites: String?
  @Flag(help: "Propose an access point in each classroom where a storey has none.")
  var proposeAccessPoints = false
  @Option(
    help: ArgumentHelp(
      "What `radio calibrate --format json` printed: losses of walls, exponent, spread.",
      valueName: "file"))
  var calibration: String?
  @Option(
    help: ArgumentHelp(
      "Write maps (SVG, GeoTIFF) and rooms.csv of each campus into this folder.",
      valueName: "folder"))
  var out: String?

  /// Whether these are the parameters that the store's current results are made with.
  var areUsual: Bool { sites == nil && !proposeAccessPoints && calibration == nil }
}
