public import CampusGenerator
public import Testing
import TwinModel

/// Schools of every kind that the tests look at.
enum SampleSchools {
  /// A sound new primary school.
  static func primary(
    _ classes: Int = 24, _ deficiencies: [Deficiency] = [], kind: ProjectKind = .new,
    furniture: Bool = false
  ) throws -> SchoolDesign {
    try SchoolDesign(
      campus: CampusID("qingyun"), name: "宝安区青云小学", kind: kind,
      classes: [StageClasses(stage: .primary, classes: classes)], deficiencies: deficiencies,
      hasFurniture: furniture)
  }

  /// Every size and stage that a district has, sound and as deficient as can be.
  static func all() throws -> [SchoolDesign] {
    let sets: [[StageClasses]] =
      [18, 24, 30, 36].flatMap { count in
        Stage.allCases.map { [StageClasses(stage: $0, classes: count)] }
      } + [
        [StageClasses(stage: .primary, classes: 24), StageClasses(stage: .junior, classes: 12)],
        [StageClasses(stage: .primary, classes: 6)],
        [StageClasses(stage: .senior, classes: 72)],
      ]
    return try sets.enumerated().flatMap { index, classes in
      try [[], Deficiency.allCases].map { deficiencies in
        try SchoolDesign(
          campus: CampusID("s\(index)"), name: "S", kind: deficiencies.isEmpty ? .new : .existing,
          classes: classes, deficiencies: deficiencies, hasFurniture: true)
      }
    }
  }
}

extension SchoolDesign: CustomTestStringConvertible {
  /// Short, so that a failure can be read.
  public var testDescription: String {
    let counts = classes.map { "\($0.classes) \($0.stage)" }.joined(separator: " + ")
    return "\(counts) \(deficiencies.isEmpty ? "sound" : "deficient")"
  }
}
