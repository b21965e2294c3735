import TwinModel

/// Schools that open, close, merge and grow in sample paths: each path moves its own pupils to the free
/// seats that it has itself.
struct ChangePaths {
  /// The schools of districts with a change in force, in one year and stage.
  private struct Situation {
    var ahead: Int
    var year: Int
    var stage: Stage
    var columns: [Int]
    var places: [ChangePlan.Place]
    /// The row of each place in a path.
    var rows: [Int]
  }

  private let situations: [Situation]
  private let homes: PupilHomes?

  /// Prepares changes; `plan` was checked against the forecast with its dwellings.
  init(_ plan: ChangePlan, _ forecast: ForecastResult, _ changes: [SchoolChange]) {
    let ids = forecast.schools.map(\.subject.id) + plan.opened.map(\.id)
    let rows = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var districts = Dictionary(
      forecast.schools.map { ($0.subject.id, $0.district) }, uniquingKeysWith: { first, _ in first }
    )
    for school in plan.opened { districts[school.id] = school.district }
    var situations: [Situation] = []
    for (index, year) in forecast.region.years.enumerated() where !year.isObserved {
      let touched = Set(changes.filter { $0.year <= year.year }.compactMap { districts[$0.school] })
      for (row, stage) in forecast.stages.enumerated() {
        let places = plan.places(year: year.year, stage: stage.stage, row: row, index: index)
          .filter { touched.contains($0.district) }
        guard !places.isEmpty else { continue }
        situations.append(
          Situation(
            ahead: index, year: year.year, stage: stage.stage,
            columns: forecast.grades.indices.filter {
              stage.grades.contains(forecast.grades[$0])
            },
            places: places, rows: places.compactMap { rows[$0.id] }))
      }
    }
    self.situations = situations
    homes = plan.homes
  }

  /// Whether a school may come to teach a stage because of the changes.
  func reaches(_ row: Int, _ stage: Stage) -> Bool {
    situations.contains { situation in
      guard situation.stage == stage, let place = situation.rows.firstIndex(of: row) else {
        return false
      }
      let school = situation.places[place]
      return !school.isClosed
        && (school.position != nil
          || situation.places.contains { $0.target == school.id && $0.pupils > 0 })
    }
  }

  /// Moves the pupils of a path.
  ///
  /// - Throws: ``ForecastError`` where the flow of the path cannot be solved.
  func apply(to path: inout Cube) throws(ForecastError) {
    for situation in situations {
      var places = situation.places
      for (place, row) in situation.rows.enumerated() {
        places[place].pupils = situation.columns.reduce(0) { $0 + path[row, situation.ahead, $1] }
      }
      let number = Dictionary(
        places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      let moves = try ChangePlan.moves(places, situation.year, situation.stage, homes)
      // All that leaves is counted before anybody arrives.
      var arrivals: [(from: Int, to: Int, column: Int, pupils: Double)] = []
      for move in moves {
        guard let from = number[move.from], let to = number[move.to] else { continue }
        let share = move.pupils / places[from].pupils
        for column in situation.columns {
          arrivals.append(
            (
              situation.rows[from], situation.rows[to], column,
              share * path[situation.rows[from], situation.ahead, column]
            ))
        }
      }
      for arrival in arrivals {
        let rest = path[arrival.from, situation.ahead, arrival.column] - arrival.pupils
        // What is left over by rounding is nobody.
        path[arrival.from, situation.ahead, arrival.column] = rest < 1e-9 ? 0 : rest
        path[arrival.to, situation.ahead, arrival.column] += arrival.pupils
      }
    }
  }
}
