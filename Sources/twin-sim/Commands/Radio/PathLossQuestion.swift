import RadioCoverage
import SeedFiles
import TwinModel

/// What a path loss is asked for: a model and the values it may need.
struct PathLossQuestion {
  var model: String
  var condition: SightCondition?
  var environment: String?
  var edition: Int?
  var line = StreetCanyon.Line.median
  var vegetation = SuburbanMacro.Vegetation.none
  var building: BuildingEntry.Building?
  var frequency: Double?
  var distance: Double?
  var baseHeight: Double?
  var terminalHeight: Double?
  var buildingHeight: Double?
  var streetWidth: Double?
  var places: Double?
  var elevation: Double?
  var nu: Double?
  var edges: [EdgeProfile.Edge]?
  var method = EdgeProfile.Method.deygout
  var overHills = false
  var crossings = MultiWallSum.Crossings()
  var facade: OutdoorToIndoor.Facade?
  var release = 19
  var depth: Double?

  /// Why a question cannot be answered.
  struct Unanswerable: Error {
    let reason: String
  }

  /// A value that the model cannot do without; `option` is what it is called.
  func need<Value>(_ value: Value?, _ option: String) throws -> Value {
    guard let value else { throw Unanswerable(reason: "\(model) needs \(option)") }
    return value
  }

  /// The frequency, which every model but one needs.
  func needFrequency() throws -> Gigahertz { Gigahertz(try need(frequency, "--frequency-ghz")) }

  /// The distance.
  func needDistance() throws -> Metres { Metres(try need(distance, "--distance-m")) }
}

/// A path loss with all that belongs to it.
struct PathLossAnswer {
  /// The model's name on the command line.
  var model: String
  /// What the model describes.
  var title: String
  /// Where its formula stands.
  var source: String
  /// The answer (dB).
  var loss: Double
  /// The same by the integral that the formula stands for (dB).
  var exactLoss: Double?
  /// σ around it (dB).
  var sigma: Double?
  /// Pr_LOS.
  var sight: Double?
  /// d_cor (m).
  var correlationDistance: Double?
  /// What the model holds for.
  var ranges: [ModelRange] = []
  /// What was taken where the standard leaves a choice.
  var notes: [String] = []

  /// The limits that do not hold.
  var broken: [ModelRange] { ranges.filter { $0.kind == .limit && !$0.holds } }
  /// Notes, and values that differ from the scenario's.
  var remarks: [String] {
    ranges.filter { $0.kind == .usual && !$0.holds }.map(\.sentence) + notes
  }
}
