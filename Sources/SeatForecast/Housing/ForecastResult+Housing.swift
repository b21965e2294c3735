import TwinModel

extension ForecastResult {
  /// The forecast with pupils of dwellings that are occupied in its years.
  ///
  /// A development has `rate × dwellings` pupils, spread evenly over the grades of its yield; the rate is the
  /// prior of its type updated by its own occupancy. The pupils come on top of the forecast: give only
  /// developments beyond what the past saw. Intervals widen by the rate's and the count's uncertainty,
  /// independent of the forecast's: sides add up as squares.
  ///
  /// - Parameters:
  ///   - developments: The developments.
  ///   - yields: What their types yield.
  /// - Returns: The forecast with them.
  /// - Throws: ``ForecastError`` for an unknown type, district or school.
  public func adding(
    _ developments: [HousingDevelopment], yields: DwellingYields
  ) throws(ForecastError) -> ForecastResult {
    var result = self
    for development in try campuses.named(developments) {
      guard let yield = yields.byType[development.type] else {
        throw ForecastError(
          reason: "development \(development.name): there is no yield of type "
            + "“\(development.type)”; there are \(yields.byType.keys.sorted().joined(separator: ", "))"
        )
      }
      guard districts.contains(where: { $0.subject.id == development.district }) else {
        throw ForecastError(
          reason: "development \(development.name): the forecast has no district "
            + "“\(development.district)”")
      }
      if let school = development.school,
        schoolForecast(school)?.district != development.district
      {
        throw ForecastError(
          reason: "development \(development.name): district \(development.district) has no school "
            + "“\(school)” with a forecast")
      }
      result.add(development, yield, base: self)
    }
    for type in Set(developments.map(\.type)).sorted()
    where yields.byType[type]?.isVerified == false {
      result.findings.append(
        Finding(
          .warning, code: "forecast.housing.unverified", subject: type,
          message: "the pupils per dwelling of type \(type) are an unverified prior",
          suggestion: "give dwellings occupied and pupils counted, or own figures in the seeds"))
    }
    return result
  }

  private mutating func add(
    _ development: HousingDevelopment, _ yield: DwellingYields.Yield, base: ForecastResult
  ) {
    let rate = yield.prior.updated(pupils: development.pupils, dwellings: development.occupied)
    let places = schools.indices.filter { schools[$0].district == development.district }
    let named = places.first { schools[$0].subject.id == development.school }
    for index in region.years.indices where !region.years[index].isObserved {
      // Dwellings by grade: each grade has its part of every dwelling's pupils.
      let dwellings = development.added(in: region.years[index].year) / Double(yield.grades)
      guard dwellings > 0 else { continue }
      var whole = [Double](repeating: 0, count: grades.count)
      var parts = places.map { _ in whole }
      for grade in grades.indices {
        let counts = places.map { base.schools[$0].years[index].grades[grade].value }
        let sum = counts.reduce(0, +)
        guard sum > 0 else { continue }
        whole[grade] = dwellings
        let takes = named.map { base.schools[$0].years[index].grades[grade].value > 0 } ?? false
        for (row, place) in places.enumerated() {
          parts[row][grade] =
            takes ? (place == named ? dwellings : 0) : dwellings * counts[row] / sum
        }
      }
      for (row, place) in places.enumerated() {
        widen(&schools[place].years[index], parts[row], rate)
      }
      for place in districts.indices where districts[place].subject.id == development.district {
        widen(&districts[place].years[index], whole, rate)
      }
      widen(&region.years[index], whole, rate)
    }
  }

  private func widen(_ year: inout YearForecast, _ dwellings: [Double], _ rate: GammaRate) {
    for (grade, count) in dwellings.enumerated() { year.grades[grade].add(count, rate) }
    for (row, stage) in stages.enumerated() {
      let count = zip(grades, dwellings).reduce(0.0) {
        $0 + (stage.grades.contains($1.0) ? $1.1 : 0)
      }
      year.stages[row].add(count, rate)
    }
    year.total.add(dwellings.reduce(0, +), rate)
  }
}

extension Estimate {
  /// Adds the pupils of dwellings at an uncertain rate.
  fileprivate mutating func add(_ dwellings: Double, _ rate: GammaRate) {
    guard dwellings > 0 else { return }
    let added = dwellings * rate.mean
    let before = value
    func wider(_ interval: Fact.Interval?, _ confidence: Confidence) -> Fact.Interval? {
      guard let interval else { return nil }
      let deviations = StudentFactor.normal(confidence)
      // The rate is shared by all dwellings; the count around it is Poisson.
      let count = deviations * deviations * added
      let low = dwellings * (rate.mean - rate.quantile(deviations: -deviations))
      let high = dwellings * (rate.quantile(deviations: deviations) - rate.mean)
      let (down, up) = (before - interval.low, interval.high - before)
      return Fact.Interval(
        low: max(0, before + added - (down * down + low * low + count).squareRoot()),
        high: before + added + (up * up + high * high + count).squareRoot())
    }
    value += added
    interval = wider(interval, .eighty)
    narrow = wider(narrow, .fifty)
    wide = wider(wide, .ninetyFive)
  }
}
