import SeatForecast
import TwinModel

/// One district of primary schools with given demand (one counted year, one forecast) and seats.
struct Town {
  var demand: [String: Double]
  var seats: [String: Int]
  var places: [String: Point2] = [:]
  var interventions: [Intervention] = []
  var rules = AssignmentRules()
  /// Half the width of the 80 % interval of each school's and the district's demand; nil for none.
  var spread: Double?
  /// Where its pupils live; nil where that is not known.
  var homes: PupilHomes?

  var forecast: ForecastResult {
    func unit(_ subject: Subject, _ value: Double) -> UnitForecast {
      UnitForecast(
        subject: subject, district: "d", name: "",
        years: [2025, 2026].map { year in
          let interval = spread.map { Fact.Interval(low: value - $0, high: value + $0) }
          let estimate = Estimate(value, interval: year == 2025 ? nil : interval)
          return YearForecast(
            year: year, isObserved: year == 2025, grades: [estimate], stages: [estimate],
            total: estimate)
        })
    }
    let schools = demand.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    let total = schools.reduce(0) { $0 + $1.value }
    return ForecastResult(
      method: "test", originYear: 2025, grades: ["1"],
      stages: [StageDefinition(.primary, grades: ["1"])],
      schools: schools.map { unit(Subject(.campus, $0.key), $0.value) },
      districts: [unit(Subject(.district, "d"), total)],
      region: unit(Subject(.programme, "region"), total))
  }

  func balance() throws -> SeatBalance {
    var capacity: [CampusID: [Stage: Int]] = [:]
    for (campus, seats) in seats { capacity[try CampusID(campus)] = [.primary: seats] }
    let names = Set(demand.keys).union(seats.keys).union(interventions.map(\.campus.value)).sorted()
    let study = try SeatBalanceStudy(
      forecast: forecast,
      supply: SeatSupply(capacity: capacity, interventions: interventions),
      sites: names.map {
        SeatSite(campus: try CampusID($0), district: "d", position: places[$0])
      },
      thresholds: WarningThresholds(
        yellowProbability: 20, redProbability: 50, yellowUtilisation: 85, redUtilisation: 100),
      rules: rules, homes: homes)
    return try study.run()
  }
}
