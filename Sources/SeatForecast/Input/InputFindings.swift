package import TwinModel

/// What is missing or odd in enrolment and births, whoever reads them.
package enum InputFindings {
  /// The findings of inputs, as a model and a backtest of them say them: those of the enrolment, of the
  /// births, and of both together, laid out as `panel`.
  package static func of(
    _ enrolment: EnrolmentHistory, _ births: BirthHistory, _ panel: EnrolmentPanel
  ) -> [Finding] {
    enrolment.findings + births.findings + panel.findings + stageless(panel)
  }

  /// Grades in no stage, whose pupils are in nothing that goes by stage.
  private static func stageless(_ panel: EnrolmentPanel) -> [Finding] {
    let grades = panel.grades.indices.filter { grade in
      !panel.stages.ranges.contains { $0.grades.contains(grade) }
    }
    guard let first = grades.first, let neighbour = panel.stages.ranges.first else { return [] }
    let names = grades.map { panel.grades[$0] }
    let range = panel.stages.ranges.last { $0.grades.upperBound <= first } ?? neighbour
    let stage = (first < range.grades.lowerBound ? [panel.grades[first]] : []) + range.names
    let example = stage + (first < range.grades.lowerBound ? [] : [panel.grades[first]])
    return [
      Finding(
        .warning, code: "enrolment.grade.stageless",
        message: "\(names.count == 1 ? "grade" : "grades") \(names.joined(separator: ", ")) "
          + "\(names.count == 1 ? "is" : "are") in no stage, so in nothing that is said by stage; "
          + "name the grades of all stages with --stage, such as "
          + "--stage \(range.stage.rawValue)=\(example.joined(separator: ","))")
    ]
  }

  /// Up to five names, and that there are more.
  static func examples(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }
}
