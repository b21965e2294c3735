public import TwinModel

/// Seats by campus, stage and year: today's capacity and what interventions make of it.
public struct SeatSupply: Hashable, Sendable {
  private struct Change: Hashable, Sendable {
    var year: Int
    var action: Intervention.Action
  }
  private let capacity: [String: [Stage: Int]]
  private var changes: [String: [Change]] = [:]

  /// Applies interventions, in order of their years, to today's capacity.
  ///
  /// A campus that is opened has no seats before, even where its model already says its capacity; one
  /// that is opened without seats takes those of its model. Renovation leaves seats as they are.
  /// - Parameters:
  ///   - capacity: Seats by campus and stage; a campus that is missing has unknown seats.
  ///   - interventions: What happens to which campus; several of one year apply in their order.
  /// - Throws: ``ForecastError`` for negative seats, for a campus that is opened twice, or without seats or
  ///   capacity, and for one that is expanded, renovated or closed without being known.
  public init(
    capacity: [CampusID: [Stage: Int]], interventions: [Intervention]
  ) throws(ForecastError) {
    for (campus, stages) in capacity.sorted(by: { $0.key < $1.key }) {
      for (stage, seats) in stages.sorted(by: { $0.key < $1.key }) {
        try Self.check(seats, campus, stage)
      }
    }
    self.capacity = Dictionary(uniqueKeysWithValues: capacity.map { ($0.key.value, $0.value) })
    let ordered = interventions.enumerated().sorted {
      ($0.element.year, $0.offset) < ($1.element.year, $1.offset)
    }
    for (_, intervention) in ordered {
      let campus = intervention.campus.value
      let opened = changes[campus]?.contains { if case .open = $0.action { true } else { false } }
      switch intervention.action {
      case .open(let seats):
        guard opened != true else {
          throw ForecastError(reason: "campus \(campus) is opened twice")
        }
        guard !seats.isEmpty || self.capacity[campus] != nil else {
          throw ForecastError(
            reason: "campus \(campus) opens in \(intervention.year), but neither its seats nor its "
              + "model are known; give its seats or import its model")
        }
        for item in seats { try Self.check(item.seats, intervention.campus, item.stage) }
      case .expand(let seats):
        for item in seats { try Self.check(item.seats, intervention.campus, item.stage) }
      case .renovate, .close: break
      }
      if case .open = intervention.action {
      } else if self.capacity[campus] == nil, opened != true {
        throw ForecastError(
          reason: "an intervention of \(intervention.year) changes campus \(campus), which is not "
            + "known; open it in an earlier year or give its capacity")
      }
      changes[campus, default: []].append(
        Change(year: intervention.year, action: intervention.action))
    }
  }

  /// The campuses whose seats are known, sorted.
  public var campuses: [String] { Set(capacity.keys).union(changes.keys).sorted() }

  /// Seats of a campus in a stage and school year; nil when the campus is not known.
  public func seats(_ campus: String, _ stage: Stage, in year: Int) -> Int? {
    guard campuses(know: campus) else { return nil }
    let today = capacity[campus]?[stage] ?? 0
    let changes = changes[campus] ?? []
    let isOpened = changes.contains { if case .open = $0.action { true } else { false } }
    var seats = isOpened ? 0 : today
    for change in changes where change.year <= year {
      switch change.action {
      case .open(let given):
        seats = given.isEmpty ? today : Self.sum(given, stage)
      case .expand(let given): seats += Self.sum(given, stage)
      case .close: seats = 0
      case .renovate: break
      }
    }
    return seats
  }

  private func campuses(know campus: String) -> Bool {
    capacity[campus] != nil || changes[campus] != nil
  }

  private static func sum(_ seats: [Intervention.StageSeats], _ stage: Stage) -> Int {
    seats.filter { $0.stage == stage }.reduce(0) { $0 + $1.seats }
  }

  private static func check(
    _ seats: Int, _ campus: CampusID, _ stage: Stage
  ) throws(ForecastError) {
    guard (0...1_000_000).contains(seats) else {
      throw ForecastError(
        reason: "campus \(campus) has \(seats) \(stage.rawValue) seats, but must have 0 to 1000000")
    }
  }
}
