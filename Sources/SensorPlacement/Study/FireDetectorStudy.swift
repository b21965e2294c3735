public import SeedFiles
public import TwinModel

/// Places both types of point detectors of GB 50116-2013: smoke detectors, and heat detectors where
/// smoke, dust or steam belongs to the use of the room.
public struct FireDetectorStudy: CampusStudy {
  /// One study for each type.
  public var types: [PointDetectorStudy]

  /// Creates a study with the rules of the seeds.
  ///
  /// - Throws: ``SeedError`` with file and line of what is missing or wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    types = [
      PointDetectorStudy(rules: try PointDetectorRules(.smoke, seeds: seeds)),
      PointDetectorStudy(rules: try PointDetectorRules(.heat, seeds: seeds)),
    ]
  }

  /// Its name.
  public var name: String { PointDetectorStudy.studyName }
  /// Its version.
  public var version: Int { types.map(\.version).max() ?? 1 }
  /// Step and rules of each type.
  public var parameters: [String: String] {
    var result: [String: String] = [:]
    for type in types {
      for (key, value) in type.parameters { result["\(type.rules.kind).\(key)"] = value }
    }
    return result
  }

  /// Places the detectors of a campus.
  ///
  /// - Throws: ``StudyError`` as ``PointDetectorStudy`` does.
  public func run(_ input: StudyInput) throws(StudyError) -> StudyOutput {
    var output = StudyOutput()
    for type in types { output.append(try type.run(input)) }
    output.devices.sort { $0.id < $1.id }
    // What is assumed of the model is assumed once.
    var said: Set<Finding> = []
    output.findings = output.findings.filter { said.insert($0).inserted }
    return output
  }
}
