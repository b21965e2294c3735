/// Numbers by unit (school, district or the region), year and grade.
package struct Cube: Hashable, Sendable {
  /// How many units, years and grades.
  package let units: Int, years: Int, grades: Int
  private var values: [Double]

  /// Creates a cube of zeros.
  package init(units: Int, years: Int, grades: Int) {
    self.units = units
    self.years = years
    self.grades = grades
    values = [Double](repeating: 0, count: units * years * grades)
  }

  /// The number of a unit, year and grade, each from 0.
  package subscript(unit: Int, year: Int, grade: Int) -> Double {
    get { values[(unit * years + year) * grades + grade] }
    set { values[(unit * years + year) * grades + grade] = newValue }
  }

  /// The grades of a unit and year, checked once and not for every number.
  @inline(__always)
  func withRow<Result>(
    _ unit: Int, _ year: Int, _ body: (UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    let first = (unit * years + year) * grades
    precondition(first >= 0 && first + grades <= values.count, "no such unit or year")
    return values.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[first..<(first + grades)]))
    }
  }

  /// The grades of a unit and year to be changed, checked once and not for every number.
  @inline(__always)
  mutating func withMutableRow(
    _ unit: Int, _ year: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    let first = (unit * years + year) * grades
    precondition(first >= 0 && first + grades <= values.count, "no such unit or year")
    values.withUnsafeMutableBufferPointer {
      body(UnsafeMutableBufferPointer(rebasing: $0[first..<(first + grades)]))
    }
  }

  /// The sum over all grades.
  package func total(_ unit: Int, _ year: Int) -> Double {
    withRow(unit, year) { row in
      var sum = 0.0
      for value in row { sum += value }
      return sum
    }
  }

  /// Sums units into groups; `group` has the group of each unit.
  package func summed(into groups: Int, by group: [Int]) -> Cube {
    var result = Cube(units: groups, years: years, grades: grades)
    for unit in 0..<units {
      for year in 0..<years {
        withRow(unit, year) { row in
          result.withMutableRow(group[unit], year) { sum in
            for grade in row.indices { sum[grade] += row[grade] }
          }
        }
      }
    }
    return result
  }
}
