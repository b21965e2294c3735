import ArgumentParser
import SeatForecast
import TwinModel

/// Where pupils go today, and who lives where against who goes where.
struct AttendanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where pupils go today, to compare (CSV: block, school, pupils, stage; homes with schools, too).",
      valueName: "file"))
  var today: String?
  @Option(
    help: ArgumentHelp(
      "Write who lives where and goes where (CSV), today and in the assignment.", valueName: "file")
  )
  var matrix: String?
  @Option(
    help: ArgumentHelp(
      "Write how many of each zone and school are inside and outside (CSV).", valueName: "file"))
  var inOut: String?
  @Option(
    help: ArgumentHelp(
      "What blocks are parts of: their zone, or the catchment of the nearest school of the stage.",
      valueName: "zone|nearest"))
  var matrixBy = AttendanceMatrix.Home.zone

  /// Whether anything of it is wanted.
  var isWanted: Bool { today != nil || matrix != nil || inOut != nil }

  /// The lines of the file; none without one.
  func read(_ problem: StagedProblem) throws -> [Attendance] {
    guard let today else { return [] }
    return try Attendance.attendance(
      csv: Array(InputFile(today).data), file: today, of: problem)
  }

  /// The matrix of a stage.
  func matrix(
    _ part: StagedAssignment.Part, _ attendance: [Attendance], today: StagedProblem
  ) -> AttendanceMatrix {
    AttendanceMatrix(
      part, attendance: attendance,
      today: today.parts.first { $0.stage == part.stage }?.schools ?? [], by: matrixBy)
  }

  /// The cells of all stages as CSV.
  func cells(_ matrices: [AttendanceMatrix]) -> String {
    let hasStages = matrices.contains { $0.stage != nil }
    var lines = [
      (hasStages ? "stage," : "") + "\(matrixBy.rawValue),school,inside"
        + (today == nil ? "" : ",today") + ",assigned"
    ]
    for matrix in matrices {
      for cell in matrix.cells where today != nil || cell.assigned > 0 {
        lines.append(
          CSVLine.text(
            (hasStages ? [matrix.stage?.rawValue ?? ""] : [])
              + [cell.home, cell.school ?? "", cell.isInside.map { $0 ? "yes" : "no" } ?? ""]
              + (today == nil ? [] : ["\(cell.today)"]) + ["\(cell.assigned)"]))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Those inside and outside of all stages as CSV.
  func sums(_ matrices: [AttendanceMatrix]) -> String {
    let hasStages = matrices.contains { $0.stage != nil }
    var lines = [
      (hasStages ? "stage," : "") + "of,id"
        + (today == nil ? "" : ",today_inside,today_outside,today_unknown")
        + ",assigned_inside,assigned_outside,unplaced"
    ]
    for matrix in matrices {
      for (kind, totals) in [(matrixBy.rawValue, matrix.homes), ("school", matrix.schools)] {
        for total in totals {
          func cells(_ sum: AttendanceMatrix.Sum) -> [String] {
            // Of a school nobody is without one.
            ["\(sum.inside)", "\(sum.outside)", kind == "school" ? "" : "\(sum.none)"]
          }
          lines.append(
            CSVLine.text(
              (hasStages ? [matrix.stage?.rawValue ?? ""] : []) + [kind, total.id]
                + (today == nil ? [] : cells(total.today)) + cells(total.assigned)))
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Who is inside, in a sentence.
  func summary(_ matrix: AttendanceMatrix) -> String {
    func inside(_ sum: AttendanceMatrix.Sum) -> String {
      "\(sum.inside) of \(sum.inside + sum.outside)"
    }
    let place =
      matrixBy == .zone ? "inside a zone of their school" : "nearest to their own school"
    let all = matrix.all
    return (matrix.stage.map { "\($0.rawValue): " } ?? "")
      + (today == nil ? "" : "\(inside(all.today)) live \(place) today, ")
      + "\(inside(all.assigned)) \(today == nil ? "live \(place) " : "")in the assignment"
  }

  /// Who keeps the school of today, in a sentence.
  func comparison(
    _ matrix: AttendanceMatrix, walks: WalkTally, limits: WalkLimits, stage: Stage
  ) -> String {
    let sum = matrix.all.today
    let known = sum.inside + sum.outside
    let beyond = WalkText.beyond(walks, limits, stage)
    let mean = WalkText.mean(walks.mean, walks.meanTime)
    return (matrix.stage.map { "\($0.rawValue): " } ?? "")
      + "of \(known) pupils whose school today is known, \(matrix.staying) keep it and "
      + "\(known - matrix.staying) change; "
      + ["today " + (beyond.isEmpty ? "they walk" : beyond), mean].filter { !$0.isEmpty }
      .joined(separator: beyond.isEmpty ? " " : "; ")
  }
}
