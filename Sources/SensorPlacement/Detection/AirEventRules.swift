public import SeedFiles
public import TwinModel

/// What is simulated when air sensors are placed by how soon they notice events.
///
/// Every figure stands in `seeds/detection/air-events.yaml` with its source.
public struct AirEventRules: Hashable, Sendable {
  /// The events that are known, in order of the file; one at least.
  public var events: [Event]
  /// Floor of each person where nothing says how many there are.
  public var floorEach: SquareMetres
  /// What a sensor takes to report.
  public var delay: Seconds
  /// Outdoor air, in volumes of the room per second.
  public var outdoorChanges: Double
  /// C of the flow through an open door.
  public var discharge: Double
  /// ΔT / T between two rooms.
  public var temperatureShare: Double
  /// Flow each way through a closed door (m³/s).
  public var closedDoor: Double
  /// How long an event is watched.
  public var horizon: Seconds
  /// Step of the simulation.
  public var step: Seconds

  /// Something that is given off in a room.
  public struct Event: Hashable, Sendable {
    /// Its name.
    public var id: String
    /// What it is measured in, such as `L` or `mg`.
    public var unit: String
    /// Whether it is given off by every person or once.
    public var source: Source
    /// What one source gives off in a second, in units.
    public var emission: Double
    /// Rise above outdoor air that a sensor reports, in units by cubic metre.
    public var threshold: Double
    /// What settles on surfaces, in volumes of the room per second.
    public var settling: Double
  }

  /// What gives something off.
  public enum Source: String, CaseIterable, Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case person, event
  }

  /// Reads `detection/air-events.yaml` of a folder of seeds.
  ///
  /// - Throws: ``SeedError`` with file and line of what is missing or wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    try self.init(seeds.read("detection/air-events.yaml"))
  }

  /// Reads the rules from the top of a file.
  package init(_ node: YAMLNode) throws(SeedError) {
    let reader = try DetectionReader(
      node, parts: ["events", "people", "sensor", "outdoor", "door", "horizon"])
    events = []
    for item in try node.value("events").list() { events.append(try Self.event(item)) }
    guard !events.isEmpty else {
      throw try node.value("events").error("expected one event at least")
    }
    floorEach = SquareMetres(try reader.part("people", ["square_metres_each"])[0])
    delay = Seconds(try reader.part("sensor", ["delay_seconds"])[0])
    outdoorChanges = try reader.part("outdoor", ["air_changes_per_hour"])[0] / 3600
    let door = try reader.part(
      "door",
      ["discharge", "temperature_difference", "temperature", "closed_cubic_metres_per_second"])
    discharge = door[0]
    temperatureShare = door[1] / door[2]
    closedDoor = door[3]
    let horizon = try reader.part("horizon", ["seconds", "step_seconds"])
    guard horizon[1] <= horizon[0], horizon[0] / horizon[1] <= 10_000 else {
      throw try node.value("horizon").error("expected 1 to 10,000 steps")
    }
    self.horizon = Seconds(horizon[0])
    step = Seconds(horizon[1])
  }

  private static func event(_ node: YAMLNode) throws(SeedError) -> Event {
    let numbers = try DetectionReader.numbers(
      node, ["amount_per_second", "threshold_per_cubic_metre"],
      besides: ["id", "unit", "per", "settles_per_hour"])
    let settling = try node.value("settles_per_hour")
    guard try settling.number() >= 0 else { throw settling.error("expected a number from 0") }
    return Event(
      id: try node.value("id").string(), unit: try node.value("unit").string(),
      source: try node.value("per").choice(), emission: numbers[0], threshold: numbers[1],
      settling: try settling.number() / 3600)
  }

  /// Flow each way through an open door (m³/s): (C / 3) W √(g H³ ΔT / T).
  ///
  /// Source: Brown, Solvason: Natural convection through rectangular openings in partitions,
  /// International Journal of Heat and Mass Transfer 5 (1962).
  public func openDoor(width: Metres, height: Metres) -> Double {
    let height = max(0, height.value)
    return discharge / 3 * max(0, width.value)
      * (9.81 * height * height * height * temperatureShare).squareRoot()
  }
}
