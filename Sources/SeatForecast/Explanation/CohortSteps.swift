/// The way of one school's grade through the years, as ``HierarchicalProgression`` goes it.
struct CohortSteps {
  private let panel: EnrolmentPanel
  private let origin: Int
  private let choice: HierarchicalProgression.Choice
  private let grades: SchoolGrades
  private let flows: SchoolHierarchy.Flows
  private let ratios: SchoolHierarchy
  private let shares: EntryShares
  private let districts: DistrictHierarchy
  private let district: Cube

  init(_ panel: EnrolmentPanel, origin: Int, horizon: Int) {
    self.panel = panel
    self.origin = origin
    choice = HierarchicalProgression.choice(panel, at: origin)
    grades = SchoolGrades(panel, origin: origin)
    flows = SchoolHierarchy.Flows(panel, grades, origin: origin)
    ratios = SchoolHierarchy(
      panel, grades, flows, origin: origin, common: choice.pace.common, own: choice.own,
      prior: choice.prior)
    shares = EntryShares(panel, origin: origin, grades: grades, pace: choice.share)
    districts = DistrictHierarchy(panel, origin: origin, pace: choice.pace)
    district = districts.projection(horizon: horizon, .unchanged)
  }

  /// The steps to a grade `ahead` years after the origin, oldest first.
  func steps(_ school: Int, grade: Int, ahead: Int) -> [ForecastExplanation.Step] {
    var chain: [(grade: Int, ahead: Int)] = [(grade, ahead)]
    while let last = chain.last, last.ahead > 0, last.grade > 0,
      grades.isFed[school, last.grade], !grades.isEntry[school, last.grade]
    {
      chain.append((last.grade - 1, last.ahead - 1))
    }
    guard let start = chain.popLast() else { return [] }
    var steps = self.start(school, start.grade, start.ahead)
    var pupils = steps.last?.pupils ?? 0
    for cell in chain.reversed() {
      let place = school * panel.grades.count + cell.grade
      let ratio = ratios.ratios[place]
      pupils *= ratio
      steps.append(
        .init(
          what: "grade \(panel.grades[cell.grade]) in \(year(cell.ahead)): ratio of the school",
          factor: ratio, pupils: pupils, because: reason(school, cell.grade)))
    }
    return steps
  }

  private func year(_ ahead: Int) -> Int { panel.firstYear + origin + ahead }

  private func reason(_ school: Int, _ grade: Int) -> String {
    let place = school * panel.grades.count + grade
    let deviation = ratios.deviations[place]
    let expected = flows.years.indices.reduce(0.0) { sum, index in
      var weight = 1.0
      for _ in flows.years[index]..<origin { weight *= 1 - choice.own }
      return sum + weight * flows.expected[index][place]
    }
    let own = expected / (expected + choice.prior)
    let common = deviation > 0 ? ratios.ratios[place] / deviation : 0
    return "district \(Self.text(common)) × school \(Self.text(deviation)); "
      + "\(Int((100 * own).rounded())) % the grade's own past, the rest shrunk to the school's "
      + "and the district's (\(Int(choice.prior)) pupils against \(Int(expected.rounded())))"
  }

  private func start(_ school: Int, _ grade: Int, _ ahead: Int) -> [ForecastExplanation.Step] {
    let name = panel.grades[grade]
    if ahead == 0 {
      let roll = panel.school[school, origin, grade]
      return [
        .init(
          what: "last roll: grade \(name) in \(year(0))", factor: roll, pupils: roll, because: "")
      ]
    }
    let unit = panel.districtOf[school]
    guard grades.isEntry[school, grade] else {
      return [
        .init(
          what: "grade \(name) in \(year(ahead))", factor: 0, pupils: 0,
          because: "the school has no such grade, and none below that would grow into it")
      ]
    }
    var steps: [ForecastExplanation.Step] = []
    let whole = district[unit, ahead, grade]
    if grade == 0 {
      let births = panel.births(unit, origin: origin, ahead: ahead, .unchanged)
      let birthYear = year(ahead) - panel.entryLag
      let last = panel.districtBirths.lastYear(unit, known: year(0))
      let note =
        last == nil
        ? "no births are known: the grade rests on its own past"
        : birthYear > (last ?? 0) ? "births of \(last ?? 0), the last known" : ""
      steps.append(
        .init(
          what: "births of \(birthYear) in the district's area", factor: births, pupils: births,
          because: note))
      steps.append(
        .init(
          what: "entrants of the district for a birth", factor: births > 0 ? whole / births : 0,
          pupils: whole,
          because: "region \(Self.text(districts.entryRatio)) × district "
            + Self.text(districts.deviations[unit][0])
            + (choice.pace.births == 1
              ? ""
              : "; entrants follow the change of births to the power \(choice.pace.births)")))
    } else {
      steps.append(
        .init(
          what: "the district's grade \(name) in \(year(ahead))", factor: whole, pupils: whole,
          because: "cohorts of the district; pupils enter the school from outside in this grade"))
    }
    let share = shares.values[school * panel.grades.count + grade]
    steps.append(
      .init(
        what: "share of the school in them", factor: share, pupils: share * whole,
        because: "its past shares, each year counting \(Int((100 * choice.share).rounded())) % "
          + "less than the next"))
    return steps
  }

  private static func text(_ value: Double) -> String { "\((1000 * value).rounded() / 1000)" }
}
