import ArgumentParser
import Foundation
import RadioCoverage
import SeedFiles
import TwinModel

/// `twin-sim radio calibrate`: the multi-wall model fitted to a survey.
struct RadioCalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit level, exponent and wall losses to a survey, and say how far the model is off.",
    discussion: """
      The model is level − 10·n·log(distance) − α·distance − Σ walls·loss, α only with --absorption. The survey is CSV with one line for each
      link: its transmitter, length (m), mean level (dBm) and, by material, how many walls it crosses
      (a number, or LOS and NLOS for none and one). Columns may stand in any order and have other
      names, which the options tell; further columns are not read.

      The fit starts from seeds/radio/calibration.yaml, so that few links move it little. Errors are
      measured minus expected (dB): of the links fitted, and of each transmitter's links by a model
      that has seen none of them.

      EXAMPLES
        twin-sim radio calibrate --survey flat.csv --transmitter anchor --distance d3_m \\
          --level mean_rssi_dbm --walls walls_crossed
        twin-sim radio calibrate --survey rooms.csv --group env --transmitter ap --distance d2_m \\
          --level mean_rss_dbm --walls los --offsets --format json
      """)

  @Option(help: ArgumentHelp("The survey (CSV).", valueName: "file"))
  var survey: String
  @Option(help: ArgumentHelp("Column of the transmitter's name.", valueName: "column"))
  var transmitter = "transmitter"
  @Option(help: ArgumentHelp("Column of the length in m.", valueName: "column"))
  var distance = "distance_m"
  @Option(help: ArgumentHelp("Column of the mean level in dBm.", valueName: "column"))
  var level = "level_dbm"
  @Option(
    help: ArgumentHelp("Column of the walls of one material; may be repeated.", valueName: "column")
  )
  var walls: [String] = []
  @Option(help: ArgumentHelp("Fit each word of this column on its own.", valueName: "column"))
  var group: String?
  @Flag(help: "Let each metre of furnished room cost something.")
  var absorption = false
  @Flag(help: "Give each transmitter an offset of its own.")
  var offsets = false
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let prior = try CalibrationPrior(
      seeds: seeds.folder(), materials: walls.count, hasAbsorption: absorption,
      hasOffsets: offsets)
    let file = try SurveyFile(
      path: survey, transmitter: transmitter, distance: distance, level: level, walls: walls,
      group: group)
    let fits = file.groups.compactMap { group in
      CalibrationDocument(
        group: group.name, links: group.links, materials: walls, prior: prior)
    }
    try output.show(Document(fits: fits)) { text(fits) }
  }

  private struct Document: Encodable {
    let schema_version = 1
    let fits: [CalibrationDocument]
  }

  private func text(_ fits: [CalibrationDocument]) -> String {
    func number(_ value: Double?) -> String {
      value.map { FixedPoint.text($0, decimals: 2) } ?? "?"
    }
    var models = TextTable(
      columns: ["group", "links", "level at 1 m (dBm)", "exponent", "absorption (dB/m)"]
        + walls.map { "\($0) (dB)" })
    var errors = TextTable("group", "errors (dB)", "links", "mean", "|mean|", "deviation", "rms")
    for fit in fits {
      models.add(
        row: [
          fit.group, "\(fit.fitted.count)", number(fit.level_dbm), number(fit.exponent),
          number(fit.absorption_db_per_m),
        ] + fit.losses.map { number($0.loss_db) })
      for (name, row) in [("fitted", fit.fitted), ("transmitter left out", fit.left_out)] {
        errors.add(
          fit.group, name, row.map { "\($0.count)" } ?? "one transmitter only",
          number(row?.mean_db),
          number(row?.absolute_mean_db), number(row?.deviation_db), number(row?.rms_db))
      }
    }
    return models.text + "\n" + errors.text
  }
}

/// A fitted model and its errors, as `radio calibrate` prints them.
struct CalibrationDocument: Encodable {
  struct Loss: Encodable {
    let column: String
    let loss_db: Double
  }
  struct Errors: Encodable {
    let count: Int
    let mean_db, absolute_mean_db, deviation_db, rms_db: Double

    init?(_ errors: [Double]?) {
      guard let errors, let summary = ErrorSummary(errors) else { return nil }
      count = summary.count
      mean_db = summary.mean
      absolute_mean_db = summary.absoluteMean
      deviation_db = summary.deviation
      rms_db = summary.rootMeanSquare
    }
  }

  let group: String
  let level_dbm: Double
  let exponent: Double
  let absorption_db_per_m: Double
  let losses: [Loss]
  let offsets_db: [String: Double]
  let fitted: Errors
  /// Nil when there is one transmitter only.
  let left_out: Errors?

  init?(group: String, links: [SurveyLink], materials: [String], prior: CalibrationPrior) {
    guard let model = Calibration(links, prior: prior),
      let fitted = Errors(model.errors(links))
    else { return nil }
    self.group = group
    level_dbm = model.level
    exponent = model.exponent
    absorption_db_per_m = model.absorption
    losses = zip(materials, model.losses).map { Loss(column: $0, loss_db: $1) }
    offsets_db = model.offsets
    self.fitted = fitted
    left_out = Errors(Calibration.errorsLeavingOut(links, prior: prior))
  }
}
