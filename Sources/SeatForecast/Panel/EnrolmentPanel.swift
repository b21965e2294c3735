package import TwinModel

/// Enrolment and births laid out for computing: schools, districts and the region by year and grade.
///
/// Years run without gaps from the first to the last; a year nobody has rows for is not observed and
/// is left out of every ratio.
package struct EnrolmentPanel: Hashable, Sendable {
  /// A school, by its identity in the input.
  package struct School: Hashable, Sendable {
    package var district: String
    package var school: String
    package var name: String
  }

  /// Schools, ordered by district, then school.
  package let schools: [School]
  /// Districts, ordered by name.
  package let districts: [String]
  /// Index into ``districts`` of each school.
  package let districtOf: [Int]
  /// The calendar year of year index 0.
  package let firstYear: Int
  /// Whether the year of each index was observed.
  package let isObserved: [Bool]
  /// Names of the grades, youngest first.
  package let grades: [String]
  /// Stages with their grades.
  package let stages: GradeStages
  /// Years from birth to the entry grade.
  package let entryLag: Int
  /// Pupils by school.
  package let school: Cube
  /// Pupils by district, the sum of its schools.
  package let district: Cube
  /// Pupils of all districts: one unit.
  package let region: Cube
  /// Births of each district's area.
  package let districtBirths: BirthSeries
  /// Births of all areas together: one unit.
  package let regionBirths: BirthSeries
  /// What the births lack.
  package let findings: [Finding]

  /// Lays out a history.
  ///
  /// - Throws: ``ForecastError`` when a stage names an unknown grade or the lag is out of range.
  package init(
    _ enrolment: EnrolmentHistory, births: BirthHistory, stages: [StageDefinition], entryLag: Int
  ) throws(ForecastError) {
    guard (0...20).contains(entryLag) else {
      throw ForecastError(
        reason: "the entry lag is \(entryLag), but must be 0 to 20 years from birth to entry grade")
    }
    self.stages = try GradeStages(stages, grades: enrolment.grades)
    self.entryLag = entryLag
    grades = enrolment.grades

    var schools: [School] = []
    var places: [Int] = []
    for row in enrolment.rows {
      if schools.last?.district != row.district || schools.last?.school != row.school {
        schools.append(School(district: row.district, school: row.school, name: row.name))
      }
      if !row.name.isEmpty { schools[schools.count - 1].name = row.name }
      places.append(schools.count - 1)
    }
    self.schools = schools
    let districts = Set(schools.map(\.district)).sorted()
    self.districts = districts
    let number = Dictionary(uniqueKeysWithValues: districts.enumerated().map { ($1, $0) })
    districtOf = schools.map { number[$0.district] ?? 0 }

    let years = enrolment.rows.map(\.year)
    let first = years.min() ?? 0
    firstYear = first
    var isObserved = [Bool](repeating: false, count: (years.max() ?? 0) - first + 1)
    var cube = Cube(units: schools.count, years: isObserved.count, grades: grades.count)
    for (row, place) in zip(enrolment.rows, places) {
      isObserved[row.year - first] = true
      for (grade, pupils) in row.pupils.enumerated() {
        cube[place, row.year - first, grade] = pupils
      }
    }
    self.isObserved = isObserved
    school = cube
    district = cube.summed(into: districts.count, by: districtOf)
    region = district.summed(into: 1, by: districts.map { _ in 0 })

    let areas = BirthAreas(enrolment)
    let areaOf = districts.map { areas.area(of: $0) }
    let names = Set(areaOf).sorted()
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let series = BirthSeries(names.map { births.births[$0] }).continued
    regionBirths = series.summed
    districtBirths = series.units(areaOf.map { place[$0] ?? 0 }, else: regionBirths)
    findings =
      areas.findings
      + BirthFindings(
        districts: districts, areas: areaOf, births: births, firstEntrants: first - entryLag,
        lastRoll: first + isObserved.count - 1
      ).findings
  }

  /// How many years, observed or not.
  package var yearCount: Int { isObserved.count }

  /// The last observed year's index at or before `index`; nil when there is none.
  package func observed(atOrBefore index: Int) -> Int? {
    guard index >= 0 else { return nil }
    return (0...min(index, yearCount - 1)).last { isObserved[$0] }
  }

  /// How many years up to `index` were observed.
  package func observedCount(through index: Int) -> Int {
    (0...index).count { isObserved[$0] }
  }

  /// Year indices that a forecast can start from: observed, with at least one pair of years behind.
  package var origins: [Int] {
    (0..<yearCount).filter {
      isObserved[$0] && !RecencyWeights.last(1).pairs(self, origin: $0).isEmpty
    }
  }
}
