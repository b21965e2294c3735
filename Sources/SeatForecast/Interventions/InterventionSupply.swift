public import TwinModel

/// What interventions are chosen among, put together from files: needs, and where places stand.
public struct InterventionSupply: Hashable, Sendable {
  /// Demand and seats by place, stage and year.
  public var needs: [InterventionChoice.Need]
  /// Where places stand (m), those that options build among them.
  public var positions: [Subject: Point2]

  /// Puts needs and positions together.
  ///
  /// A place that options add seats to is in the forecast, or it is new: then it stands among the sites, in
  /// the list of seats, or has a position in the option, and has no pupils of its own.
  /// - Parameters:
  ///   - forecast: The forecast, with housing and changes.
  ///   - seats: Today's seats; they come before those of the sites.
  ///   - sites: Where schools stand, and their seats.
  ///   - changes: The changes that the forecast was made with.
  ///   - options: What can be done.
  /// - Throws: ``ForecastError`` for seats of no known place, options at places without known seats, and
  ///   schools that stand at two places.
  public init(
    forecast: ForecastResult, seats: InterventionChoice.Seats = [:], sites: [SchoolSite] = [],
    changes: [SchoolChange] = [], options: [InterventionChoice.Option]
  ) throws(ForecastError) {
    positions = try Self.positions(sites, changes, options)
    let known = Set((forecast.schools + forecast.districts).map(\.subject))
    let declared = Set(positions.keys).union(seats.keys)
    let new = Set(options.flatMap { $0.effects.map(\.place) })
      .filter { !known.contains($0) && declared.contains($0) }
    var all = InterventionChoice.seats(sites)
    for (place, byStage) in seats {
      for (stage, count) in byStage { all[place, default: [:]][stage] = count }
    }
    for option in options {
      for effect in option.effects where new.contains(effect.place) {
        if all[effect.place]?[effect.stage] == nil {
          all[effect.place, default: [:]][effect.stage] = 0
        }
      }
    }
    needs = try forecast.needs(all, changes: changes, new: new)
    let taught = Set(needs.map { SpotKey(place: $0.place, stage: $0.stage) })
    for option in options {
      let spots =
        option.effects.map { SpotKey(place: $0.place, stage: $0.stage) }
        + option.borders.flatMap { border in
          [border.from, border.to].map { SpotKey(place: $0, stage: border.stage) }
        }
      for spot in spots where !taught.contains(spot) {
        throw ForecastError(
          reason: "option \(option.id) changes \(spot.stage.rawValue) seats of \(spot.place.id), "
            + "of which none are known; say 0 for a stage that is yet to be taught, and where a "
            + "school stands that is yet to be built")
      }
    }
  }

  private struct SpotKey: Hashable {
    var place: Subject
    var stage: Stage
  }

  private static func positions(
    _ sites: [SchoolSite], _ changes: [SchoolChange], _ options: [InterventionChoice.Option]
  ) throws(ForecastError) -> [Subject: Point2] {
    var places = sites.map { (Subject(.campus, $0.school), $0.position) }
    for change in changes {
      guard case .open(_, _, _, let position) = change.kind else { continue }
      places.append((Subject(.campus, change.school), position))
    }
    for effect in options.flatMap(\.effects) {
      if let position = effect.position { places.append((effect.place, position)) }
    }
    var positions: [Subject: Point2] = [:]
    for (place, position) in places {
      guard positions[place] ?? position == position else {
        throw ForecastError(
          reason: "\(place.id) stands at two places; give it one in all its lines, so that it is "
            + "known how far others are")
      }
      positions[place] = position
    }
    return positions
  }
}
