public import TwinModel

/// A stage of schooling with its grades, as the enrolment file names them.
public struct StageDefinition: Hashable, Sendable {
  /// The stage.
  public var stage: Stage
  /// Its grades, youngest first.
  public var grades: [String]

  /// Creates a stage.
  public init(_ stage: Stage, grades: [String]) {
    self.stage = stage
    self.grades = grades
  }

  /// The Chinese 6+3+3 system: grades 1 to 6, 7 to 9 and 10 to 12.
  public static let chinese: [StageDefinition] = Stage.allCases.map {
    StageDefinition($0, grades: $0.grades.map(String.init))
  }

  /// Reads stages as given on the command line: `primary=K,1-5`, one text a stage.
  ///
  /// - Throws: ``ForecastError`` for an unknown stage or an empty list.
  public static func parse(_ texts: [String]) throws(ForecastError) -> [StageDefinition] {
    var list: [StageDefinition] = []
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let stage = Stage(rawValue: parts[0]) else {
        throw ForecastError(
          reason: "“\(text)” is no stage; expected primary, junior or senior with its grades, "
            + "such as primary=1-6")
      }
      list.append(StageDefinition(stage, grades: try EnrolmentColumns.gradeList(parts[1])))
    }
    return list
  }
}

/// Where the stages begin and end among the grades of a panel.
package struct GradeStages: Hashable, Sendable {
  /// Stages, youngest first, with the places of their grades.
  package let ranges: [Range]

  /// A stage as places in the list of grades.
  package struct Range: Hashable, Sendable {
    package var stage: Stage
    package var grades: Swift.Range<Int>
    package var names: [String]
  }

  package init(_ stages: [StageDefinition], grades: [String]) throws(ForecastError) {
    var ranges: [Range] = []
    for definition in stages {
      // A stage that the file has no grades of at all is left out: a list of primary schools.
      let places = definition.grades.compactMap { grades.firstIndex(of: $0) }
      guard let first = places.first, let last = places.last else { continue }
      guard first <= last, places == Array(first...last), places.count == definition.grades.count
      else {
        throw ForecastError(
          reason: "the grades \(definition.grades.joined(separator: ", ")) of stage "
            + "\(definition.stage.rawValue) are not all, or not in order, among the enrolment's "
            + "grades \(grades.joined(separator: ", "))")
      }
      guard !ranges.contains(where: { $0.grades.overlaps(first..<(last + 1)) }) else {
        throw ForecastError(
          reason: "stage \(definition.stage.rawValue) shares grades with another stage")
      }
      guard !ranges.contains(where: { $0.stage == definition.stage }) else {
        throw ForecastError(reason: "stage \(definition.stage.rawValue) stands there twice")
      }
      ranges.append(
        Range(stage: definition.stage, grades: first..<(last + 1), names: definition.grades))
    }
    guard !ranges.isEmpty else {
      throw ForecastError(
        reason: "no stage has any of the grades \(grades.joined(separator: ", "))")
    }
    self.ranges = ranges.sorted { $0.grades.lowerBound < $1.grades.lowerBound }
  }

  /// Whether a school whose oldest pupils are in this grade may be complete: the last grade of a
  /// stage.
  package func isLast(_ grade: Int) -> Bool { ranges.contains { $0.grades.last == grade } }

  /// The last grade of the stage that a grade belongs to; the grade itself outside all stages.
  package func lastGrade(with grade: Int) -> Int {
    ranges.first { $0.grades.contains(grade) }?.grades.last ?? grade
  }
}
