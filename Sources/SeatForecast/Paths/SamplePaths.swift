import Foundation
public import TwinModel

/// Ways that the years ahead may go, all alike probable: pupils of every school, grade and year.
///
/// A path is the forecast times the exponential of an error. Every year the region, each district, each
/// school and each cell have a shock, in the proportions that past errors had (``ShockShares``); errors
/// move up with their cohort, and where pupils enter from outside they stay with the grade. So grades
/// of a school, years of a cohort and schools of a district err together as far as they did. The error of
/// each cell is as wide as its interval.
///
/// Pupils of new dwellings come on top (``HousingPaths``); schools that open, close, merge and grow move
/// each path's own pupils (``ChangePaths``), and a district's schools add up to what they did before.
///
/// Path n has the same shocks whatever is assumed and planned (common random numbers), so that two
/// scenarios differ by that and not by chance; streams go by the names of schools, districts and
/// developments.
public struct SamplePaths: Sendable {
  /// The campuses, in the order of paths: those of the last roll, then those that open.
  public let schools: [Subject]
  /// What the plan rests on and means, as the forecast of the middle says it.
  public var findings: [Finding] { plan?.findings ?? [] }
  let panel: EnrolmentPanel
  let origin: Int
  let horizon: Int
  /// Places in the panel of the ``schools`` of the last roll.
  let places: [Int]
  /// The number of each school's district in the panel.
  let districtOf: [Int]
  private let plan: PlannedPaths?
  private let seed: UInt64
  private let shares: ShockShares
  private let middle: Cube
  private let isFed: [[Bool]]
  /// Steps of one standard deviation down and up, `[(school × years + year) × grades + grade]`.
  private let steps: [(down: Double, up: Double)]

  /// Prepares paths.
  ///
  /// - Parameters:
  ///   - model: The model, whose intervals say how wide paths spread.
  ///   - assumptions: What is assumed of the years ahead.
  ///   - plan: What is planned in them.
  ///   - seed: Chooses the paths.
  /// - Throws: ``ForecastError`` when the model knows too few past errors for intervals, and for a plan
  ///   that does not fit its forecast.
  public init(
    _ model: DemandModel, assumptions: ForecastAssumptions = .unchanged,
    plan: DemandPlan = DemandPlan(), seed: UInt64
  ) throws(ForecastError) {
    guard let shares = model.bands.shares else {
      throw ForecastError(
        reason: "there are no sample paths: too few past errors are known; "
          + "give at least five years of enrolment in a row")
    }
    panel = model.panel
    origin = model.origin
    horizon = model.horizon
    self.seed = seed
    self.shares = shares
    let origin = origin
    let panel = panel
    places = panel.schools.indices.filter { panel.school.total($0, origin) > 0 }
    let ids = model.campuses.ids
    middle = model.made(assumptions).school
    self.plan =
      plan == DemandPlan() ? nil : try PlannedPaths(plan, model.forecast(assumptions))
    let opened = self.plan?.opened ?? []
    schools = (places.map { ids[$0] } + opened.map(\.id)).map { Subject(.campus, $0) }
    districtOf =
      places.map { panel.districtOf[$0] }
      + opened.compactMap { panel.districts.firstIndex(of: $0.district) }
    let grades = SchoolGrades(panel, origin: origin)
    isFed = places.map { place in
      panel.grades.indices.map { grades.isFed[place, $0] && !grades.isEntry[place, $0] }
    }
    // The steps are those without assumptions: a scenario must not jump to another size class.
    let base = model.made(.unchanged).school
    var steps: [(down: Double, up: Double)] = []
    for place in places {
      for year in 0...model.horizon {
        for grade in panel.grades.indices {
          let value = base[place, year, grade]
          guard year > 0, value > 0,
            let interval = model.bands.interval(
              value, .school, place, .grade, part: grade, year, .eighty)
          else {
            steps.append((0, 0))
            continue
          }
          // An error that went through `year` shocks has their number as its variance.
          let size = StudentFactor.normal * Double(year).squareRoot()
          steps.append((-log(interval.low / value) / size, log(interval.high / value) / size))
        }
      }
    }
    self.steps = steps
  }

  /// The pupils of path `index`, by school in the order of ``schools``, years ahead (0 is the last
  /// roll) and grade.
  ///
  /// - Throws: ``ForecastError`` where changes of schools cannot be solved in the path.
  package func path(_ index: Int) throws(ForecastError) -> Cube {
    let count = panel.grades.count
    // Golden-ratio steps give every path a seed of its own.
    let seed = seed &+ UInt64(truncatingIfNeeded: index) &* 0x9e37_79b9_7f4a_7c15
    let region = shocks(seed, "region", shares.region)
    let districts = panel.districts.map { shocks(seed, "district/\($0)", shares.district) }
    let (schoolSize, cellSize) = (shares.school.squareRoot(), shares.cell.squareRoot())
    var result = Cube(units: schools.count, years: horizon + 1, grades: count)
    var errors = [Double](repeating: 0, count: count)
    for (row, place) in places.enumerated() {
      let school = panel.schools[place]
      var normal = NormalNumbers(
        SeededRandom(seed, stream: "school/\(school.district)/\(school.school)"))
      let district = districts[panel.districtOf[place]]
      for grade in 0..<count {
        errors[grade] = 0
        result[row, 0, grade] = middle[place, 0, grade]
      }
      for year in stride(from: 1, through: horizon, by: 1) {
        let shared = region[year] + district[year] + schoolSize * normal.next()
        for grade in stride(from: count - 1, through: 0, by: -1) {
          let before = isFed[row][grade] && grade > 0 ? errors[grade - 1] : errors[grade]
          let value = middle[place, year, grade]
          // A grade that is not taught needs no number of its own.
          guard value > 0 else {
            errors[grade] = before + shared
            continue
          }
          let error = before + shared + cellSize * normal.next()
          errors[grade] = error
          let step = steps[(row * (horizon + 1) + year) * count + grade]
          result[row, year, grade] = value * exp(error * (error < 0 ? step.down : step.up))
        }
      }
    }
    try plan?.apply(to: &result, seed: seed)
    return result
  }

  /// Whether a school has pupils of a stage in any path, or could; nil for the stage is all grades.
  func teaches(_ row: Int, _ stage: Stage?, _ grades: Range<Int>) -> Bool {
    guard let stage else { return true }
    return row < places.count && grades.contains { panel.school[places[row], origin, $0] > 0 }
      || plan?.reaches(row, stage) ?? false
  }

  private func shocks(_ seed: UInt64, _ name: String, _ share: Double) -> [Double] {
    var normal = NormalNumbers(SeededRandom(seed, stream: name))
    let size = share.squareRoot()
    return (0...horizon).map { _ in size * normal.next() }
  }
}
