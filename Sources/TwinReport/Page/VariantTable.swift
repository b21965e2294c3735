import TwinModel

/// Variants as a planner tells them apart: one column for each assumption that is varied, and a sentence of
/// those that all share.
struct VariantTable {
  /// Headings of the assumptions that are varied.
  let levers: [String]
  /// The assumptions that all variants share, as a sentence; nil when there are none.
  let shared: String?
  /// The values of each variant, in the order of the headings.
  let values: [[String]]

  private struct Lever: Sendable {
    let heading: String
    let value: @Sendable (Assumptions) -> String
  }

  private static let all = [
    Lever(heading: "出生 births") { "× \(SVG.number($0.birthRate))" },
    Lever(heading: "年净流入 net in-migration a year") { "\(SVG.number($0.inMigration * 100)) %" },
    Lever(heading: "班额 class size") { "\($0.classSize.primary)/\($0.classSize.secondary)" },
    Lever(heading: "积分入学 admission by points") {
      $0.points.map { "\(SVG.number($0.share * 100)) %, × \(SVG.number($0.places))" } ?? none
    },
    Lever(heading: "新增住房 dwellings") { $0.housing ?? none },
    Lever(heading: "学校变动 changes of schools") { $0.changes ?? none },
  ]

  private static let none = "无 none"

  init(_ variants: [Variant]) {
    let rows = Self.all.map { lever in
      (lever, values: variants.map { lever.value($0.assumptions) })
    }
    func isVaried(_ values: [String]) -> Bool { values.contains { $0 != values.first } }
    let varied = rows.filter { isVaried($0.values) }
    levers = varied.map(\.0.heading)
    let common = rows.filter { !isVaried($0.values) && $0.values.first != Self.none }
      .map { "\($0.0.heading) \($0.values.first ?? "")" }.joined(separator: " · ")
    shared = common.isEmpty ? nil : common
    values = variants.indices.map { index in varied.map { $0.values[index] } }
  }

  /// A variant's values of what is varied, in a sentence.
  func words(_ index: Int) -> String {
    guard values.indices.contains(index), !levers.isEmpty else { return shared ?? "" }
    return zip(levers, values[index]).map { "\($0) \($1)" }.joined(separator: " · ")
  }
}
