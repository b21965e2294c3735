import Optimisation
public import TwinModel

/// Where a number of devices notices simulated events soonest, with a bound.
///
///     minimise   Σ_a α_a Σ_i d_ai y_ai
///     subject to Σ_i y_ai = 1,   y_ai ≤ x_i,   Σ_i x_i ≤ p,   x_i ∈ {0, 1},   y_ai ≥ 0
///
/// the p-median problem of sensor placement: α_a is how much event a counts, d_ai when a device at
/// place i reports it. A dummy place that is always there stands for “nobody” and has the horizon for
/// d. What is proven is proven for the candidate places and the simulated times.
///
/// Source: Klise, Nicholson, Laird: Sensor placement optimization using Chama, SAND2017-11472 (2017).
public struct DetectionPlan: Sendable {
  /// The devices, storey by storey.
  public var devices: [Spot]
  /// By number of devices, from none to as many as were asked for or help.
  public var steps: [Step]
  /// The events, in order of storeys.
  public var events: [Event]
  /// What an event counts that no device reports.
  public var horizon: Seconds
  /// Candidate places.
  public var candidates: Int
  /// Nodes of the searches.
  public var nodes: Int
  /// Problems of the rooms.
  public var findings: [Finding]

  /// A place for a device.
  public struct Spot: Hashable, Sendable {
    /// The kind of device.
    public var kind: String
    /// The storey.
    public var storey: GlobalID
    /// The room.
    public var room: GlobalID
    /// The place in the local frame.
    public var position: Point3
    /// Height above the floor of the room.
    public var height: Metres
  }

  /// What a number of devices does.
  public struct Step: Hashable, Sendable {
    /// The number of devices.
    public var devices: Int
    /// Mean time until an event is reported, by weight.
    public var meanTime: Seconds
    /// No choice of as many places has a smaller mean.
    public var bound: Seconds
    /// Whether the choice is shown to be best.
    public var isProven: Bool
  }

  /// An event and who notices it.
  public struct Event: Hashable, Sendable {
    /// The storey.
    public var storey: GlobalID
    /// The room where it happens.
    public var room: GlobalID
    /// Where in the room, in the local frame; nil for the whole room.
    public var place: Point2?
    /// How much it counts: people, or m² of floor.
    public var weight: Double
    /// Index of the device that reports it first; nil when none does.
    public var device: Int?
    /// When; the horizon when none does.
    public var time: Seconds
    /// Whether a device at some candidate place would report it at all.
    public var isNoticeable: Bool
  }
}

/// Places and events that have nothing to do with those of other parts.
struct DetectionPart {
  var spots: [DetectionPlan.Spot] = []
  var events: [Event] = []

  struct Event {
    let storey: GlobalID
    let room: GlobalID
    let place: Point2?
    let weight: Double
    /// When a device at a place reports it, in seconds; places where none does within the horizon are
    /// left out.
    let answers: [MedianProblem.Answer]
  }
}

extension DetectionPlan {
  /// Nodes for each number of devices in each part.
  private static let nodeLimit = 2_000

  /// Chooses at most `count` places.
  init(
    _ parts: [DetectionPart], horizon: Seconds, upTo count: Int, findings: [Finding]
  ) throws(OptimisationError) {
    let spots = parts.flatMap(\.spots)
    var problem = MedianProblem(
      costs: [Double](repeating: 1, count: spots.count), events: [])
    var first = 0
    for part in parts {
      problem.events += part.events.map { event in
        .init(
          weight: event.weight, penalty: horizon.value,
          answers: event.answers.map { .init(place: $0.place + first, cost: $0.cost) })
      }
      first += part.spots.count
    }
    let curve = try problem.curve(upTo: count, nodeLimit: Self.nodeLimit)
    let all = parts.flatMap(\.events).reduce(0) { $0 + $1.weight }
    let chosen = curve.points.last?.chosen ?? []
    self.init(
      devices: chosen.map { spots[$0] },
      steps: all > 0
        ? curve.points.enumerated().map { number, point in
          Step(
            devices: number, meanTime: horizon - Seconds(point.covered / all),
            bound: horizon - Seconds(point.bound / all), isProven: point.isProven)
        } : [],
      events: Self.events(parts, chosen, horizon), horizon: horizon, candidates: spots.count,
      nodes: curve.nodes, findings: findings)
  }

  private static func events(
    _ parts: [DetectionPart], _ chosen: [Int], _ horizon: Seconds
  ) -> [Event] {
    let number = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    var first = 0
    var result: [Event] = []
    for part in parts {
      for event in part.events {
        let best = event.answers.compactMap { answer in
          number[first + answer.place].map { (time: answer.cost, device: $0) }
        }.min { $0 < $1 }
        result.append(
          Event(
            storey: event.storey, room: event.room, place: event.place, weight: event.weight,
            device: best?.device, time: best.map { Seconds($0.time) } ?? horizon,
            isNoticeable: !event.answers.isEmpty))
      }
      first += part.spots.count
    }
    return result
  }
}

extension DetectionPlan {
  /// The devices as other studies and exports know them, numbered room by room.
  public var asDevices: [Device] {
    var numbers: [GlobalID: Int] = [:]
    return devices.map { spot in
      numbers[spot.room, default: 0] += 1
      return Device(
        id: GlobalID("\(spot.room)#\(spot.kind)-\(numbers[spot.room] ?? 1)"), kind: spot.kind,
        name: spot.kind, position: spot.position, space: spot.room, origin: .proposed,
        properties: [
          Property(
            set: "CampusTwin", name: "MountingHeight", value: .number(spot.height.value), unit: "m")
        ])
    }
  }
}
