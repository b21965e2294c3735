import BIMImport
import Foundation
import SpatialCore
import TwinModel
import TwinReport

/// Pictures of the storeys of a building model, without a database.
struct ModelPictures {
  let file: String
  /// Number of the storey, from the ground up; all when nil.
  let storey: Int?
  /// The picture when a storey is asked for and it ends in `.svg`, else a folder.
  let out: String

  /// Draws and writes them; the buildings of one model share a picture.
  ///
  /// - Returns: Paths of the files written.
  func write() throws -> [String] {
    let model = try IFCImporter.read(file: file)
    let campus = Campus(
      id: try CampusID("model"), name: model.projectName, kind: .existing, stages: [],
      buildings: model.buildings)
    let drawn = StoreyPlanBuilder.plans(of: campus)
    for finding in drawn.findings where finding.severity == .error {
      Console.note("twin-sim: " + finding.line.trimmingCharacters(in: .newlines))
    }
    let numbers = Set(drawn.plans.map(\.number)).sorted()
    if let storey, !numbers.contains(storey) {
      throw CommandFailure(
        .badInput,
        "\(file) has no storey \(storey); it has \(numbers.map { "\($0)" }.joined(separator: ", "))"
      )
    }
    let isPicture = storey != nil && out.lowercased().hasSuffix(".svg")
    let place = URL(fileURLWithPath: out)
    let folder = try OutputFolder(isPicture ? place.deletingLastPathComponent().path : out)
    let stem = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    var written: [String] = []
    for number in numbers where storey == nil || storey == number {
      let plan = StoreyPlan.joined(drawn.plans.filter { $0.number == number })
      guard let plan, let drawing = StoreyPlanDrawing(plan, layers: .init(devices: plan.devices))
      else { continue }
      let name = isPicture ? place.lastPathComponent : "\(stem)-storey\(number).svg"
      try folder.write(drawing.document(), to: name)
      written.append(folder.url.appendingPathComponent(name).path)
    }
    guard !written.isEmpty else {
      throw CommandFailure(
        .badInput, "\(file) has nothing to draw\(storey.map { " on storey \($0)" } ?? "")")
    }
    return written
  }
}
