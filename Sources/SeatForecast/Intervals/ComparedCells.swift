/// Forecasts of one origin beside what came, by all sums of grades that are looked at.
///
/// Cells that are empty in both are left out.
struct ComparedCells {
  /// A sum of grades of a school, a district or the region.
  struct Cell {
    /// The school, district or region.
    var place: Int32
    /// Which of the unit's sums: the grade, or the stage of a phase; 0 where there is one alone.
    var part: Int32
    var forecast: Double
    var came: Double
  }

  private var grade: [Cell] = []
  private var phase: [Cell] = []
  private var total: [Cell] = []
  private var entry: [Cell] = []
  private var stages: [[Cell]]

  /// Compares year `ahead` of a forecast with year `target` of what came, at some units.
  init(
    _ forecast: Cube, ahead: Int, _ actual: Cube, target: Int, units: [Int], stages: GradeStages
  ) {
    let ranges = stages.ranges.map(\.grades)
    self.stages = [[Cell]](repeating: [], count: ranges.count)
    grade.reserveCapacity(units.count * actual.grades)
    phase.reserveCapacity(units.count * ranges.count)
    total.reserveCapacity(units.count)
    for unit in units {
      forecast.withRow(unit, ahead) { said in
        actual.withRow(unit, target) { came in
          for part in said.indices where said[part] > 0 || came[part] > 0 {
            grade.append(
              Cell(
                place: Int32(unit), part: Int32(part), forecast: said[part], came: came[part]))
          }
          add(unit, said, came, 0..<1, to: &entry)
          add(unit, said, came, said.indices, to: &total)
          for (number, range) in ranges.enumerated() {
            let count = phase.count
            add(unit, said, came, range, part: number, to: &phase)
            guard phase.count > count else { continue }
            var alone = phase[count]
            alone.part = 0
            self.stages[number].append(alone)
          }
        }
      }
    }
  }

  private func add(
    _ unit: Int, _ said: UnsafeBufferPointer<Double>, _ came: UnsafeBufferPointer<Double>,
    _ grades: Range<Int>, part: Int = 0, to cells: inout [Cell]
  ) {
    var cell = Cell(place: Int32(unit), part: Int32(part), forecast: 0, came: 0)
    for grade in grades {
      cell.forecast += said[grade]
      cell.came += came[grade]
    }
    if cell.forecast > 0 || cell.came > 0 { cells.append(cell) }
  }

  /// The cells of a unit.
  subscript(unit: ForecastUnit) -> [Cell] {
    switch unit {
    case .grade: grade
    case .phase: phase
    case .total: total
    case .entry: entry
    case .stage(let number): stages[number]
    }
  }
}
