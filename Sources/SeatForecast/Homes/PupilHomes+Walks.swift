import TwinModel

extension PupilHomes {
  /// How the pupils of a forecast walk in one stage and year, by school.
  ///
  /// - Parameters:
  ///   - sites: Places of the schools of the stage that are open.
  ///   - row: The stage's place in the forecast.
  ///   - year: The year.
  ///   - forecast: The forecast.
  /// - Returns: Walks of the schools that have a place, in districts with homes.
  /// - Throws: ``ForecastError`` when numbers are too large.
  func walks(
    to sites: [SchoolSite], row: Int, year: Int, of forecast: ForecastResult
  ) throws(ForecastError) -> [String: WalkTally] {
    let positions = Dictionary(
      sites.map { ($0.school, $0.position) }, uniquingKeysWith: { first, _ in first })
    let stage = forecast.stages[row].stage
    var walks: [String: WalkTally] = [:]
    for district in forecast.districts.map(\.district) {
      let schools = forecast.schools.filter { $0.district == district }.map {
        School(
          id: $0.subject.id, position: positions[$0.subject.id],
          units: Self.units($0[year]?.stages[row].value ?? 0))
      }
      let parts = try parts(of: schools, district: district, stage: stage) ?? []
      for (school, homes) in zip(schools, parts) {
        guard let position = school.position, !homes.isEmpty else { continue }
        var tally = WalkTally(limits, stage)
        for home in homes {
          tally.add(Double(home.units) / 1000, walking: walk(from: home.position, to: position))
        }
        walks[school.id] = tally
      }
    }
    return walks
  }
}
