public import ArgumentParser
public import RadioCoverage
import TwinModel

/// The values of one path loss on the command line.
struct PathLossOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "One of " + PathLossModels.names.map(\.name).joined(separator: ", ") + ".",
      valueName: "name"))
  var model: String?
  @Option(help: "Whether the ends see each other: los or nlos.")
  var condition: SightCondition?
  @Option(help: ArgumentHelp("Carrier frequency.", valueName: "GHz"))
  var frequencyGhz: Double?
  @Option(
    help: ArgumentHelp(
      "Distance: in plan for TR 38.901 and edges, through the air for all others.", valueName: "m"))
  var distanceM: Double?
  @Option(help: ArgumentHelp("Height of the base station or first antenna.", valueName: "m"))
  var bsHeightM: Double?
  @Option(help: ArgumentHelp("Height of the terminal or second antenna.", valueName: "m"))
  var utHeightM: Double?
  @Option(help: ArgumentHelp("rma: mean height of buildings; 5 m.", valueName: "m"))
  var buildingHeightM: Double?
  @Option(help: ArgumentHelp("rma: mean width of streets; 20 m.", valueName: "m"))
  var streetWidthM: Double?
  @Option(help: "sma: trees between, for the line of sight: none, sparse or dense.")
  var vegetation = SuburbanMacro.Vegetation.none
  @Option(help: "TR 38.901: the terminal is indoors behind low, high or low-a.")
  var o2i: OutdoorToIndoor.Facade?
  @Option(help: ArgumentHelp("Depth behind the facade.", valueName: "m"))
  var indoorM: Double?
  @Option(help: ArgumentHelp("Release of TR 38.901 for O2I, 16 to 19.", valueName: "n"))
  var release = 19
  @Option(
    help: ArgumentHelp(
      "p1238: office, corridor, industrial; p1411: high_rise, low_rise, residential.",
      valueName: "name"))
  var environment: String?
  @Option(help: ArgumentHelp("p1238: edition 11 or 13; the latest that has it.", valueName: "n"))
  var edition: Int?
  @Option(help: "p1411-uhf: median, lower or upper.")
  var line = StreetCanyon.Line.median
  @Option(help: ArgumentHelp("p2108, p2109: share of cases with less loss.", valueName: "%"))
  var percent: Double?
  @Option(help: "p2109: traditional or thermally_efficient.")
  var building: BuildingEntry.Building?
  @Option(help: ArgumentHelp("p2109: elevation of the path at the facade; 0.", valueName: "°"))
  var elevationDeg: Double?
  @Option(help: ArgumentHelp("p526: ν of one edge.", valueName: "ν"))
  var nu: Double?
  @Option(
    help: ArgumentHelp(
      "p526: edges as distance:height in m, such as 40:12,70:15.", valueName: "list"))
  var edges: EdgeList?
  @Option(help: "p526: bullington or deygout.")
  var method = EdgeProfile.Method.deygout
  @Flag(help: "p526: add the recommendation's term for terrain to several edges.")
  var overHills = false
  @Option(help: ArgumentHelp("cost231: light walls between.", valueName: "n"))
  var lightWalls = 0
  @Option(help: ArgumentHelp("cost231: heavy walls between.", valueName: "n"))
  var heavyWalls = 0
  @Option(help: ArgumentHelp("cost231, p1238-power-law: floors between.", valueName: "n"))
  var floors = 0

  func validate() throws {
    for (count, option) in [
      (lightWalls, "--light-walls"), (heavyWalls, "--heavy-walls"), (floors, "--floors"),
    ] where !(0...1000).contains(count) {
      throw ValidationError("\(option) is \(count); expected 0 to 1000")
    }
  }

  /// The question about `model`.
  func question(_ model: String) -> PathLossQuestion {
    PathLossQuestion(
      model: model.lowercased(), condition: condition, environment: environment, edition: edition,
      line: line, vegetation: vegetation, building: building, frequency: frequencyGhz,
      distance: distanceM, baseHeight: bsHeightM, terminalHeight: utHeightM,
      buildingHeight: buildingHeightM, streetWidth: streetWidthM, places: percent,
      elevation: elevationDeg, nu: nu, edges: edges?.edges, method: method,
      overHills: overHills,
      crossings: .init(lightWalls: lightWalls, heavyWalls: heavyWalls, floors: floors),
      facade: o2i, release: release, depth: indoorM)
  }
}

/// Edges as `40:12,70:15`.
struct EdgeList: ExpressibleByArgument {
  let edges: [EdgeProfile.Edge]

  init?(argument: String) {
    var edges: [EdgeProfile.Edge] = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
      guard parts.count == 2, let distance = parts[0], let height = parts[1], distance.isFinite,
        height.isFinite
      else { return nil }
      edges.append(.init(distance: Metres(distance), height: Metres(height)))
    }
    self.edges = edges
  }
}

extension SightCondition: ExpressibleByArgument {}
extension SuburbanMacro.Vegetation: ExpressibleByArgument {}
extension OutdoorToIndoor.Facade: ExpressibleByArgument {}
extension StreetCanyon.Line: ExpressibleByArgument {}
extension BuildingEntry.Building: ExpressibleByArgument {}
extension EdgeProfile.Method: ExpressibleByArgument {}
