/// Districts that do not teach all grades, seen at an origin: whose pupils enter later than in the first
/// grade, or leave for another district before the last.
///
/// Methods that move each district's cohorts by themselves see nobody enter there; `hier` knows such
/// grades as shares of the region's, and stands in for them in a mix.
struct PartialDistricts {
  private let panel: EnrolmentPanel
  private let isPartial: [Bool]

  init(_ panel: EnrolmentPanel, origin: Int) {
    self.panel = panel
    let grades = SchoolGrades(panel.district, panel, origin: origin)
    isPartial = panel.districts.indices.map { unit in
      (1..<panel.grades.count).contains { grade in
        let isTaught = panel.district[unit, origin, grade] > 0 || grades.isFed[unit, grade]
        let isBelow = panel.district[unit, origin, grade - 1] > 0
        return grades.isEntry[unit, grade] || (isBelow && !isTaught)
      }
    }
  }

  /// A forecast with what another says of partial districts and their schools.
  func filled(_ forecast: OriginForecast, from other: OriginForecast) -> OriginForecast {
    guard isPartial.contains(true) else { return forecast }
    var result = forecast
    for unit in panel.districts.indices where isPartial[unit] {
      result.district.copy(unit, from: other.district)
    }
    for school in panel.schools.indices where isPartial[panel.districtOf[school]] {
      result.school.copy(school, from: other.school)
    }
    return result
  }
}

extension Cube {
  /// Takes a unit's years and grades from a cube of the same shape.
  fileprivate mutating func copy(_ unit: Int, from other: Cube) {
    for year in 0..<years {
      for grade in 0..<grades { self[unit, year, grade] = other[unit, year, grade] }
    }
  }
}
