import SeatForecast
import TwinModel
import TwinReport

/// An assignment of blocks as `forecast assign` prints and draws it.
struct AssignmentTable {
  /// Whether stages are named.
  let hasStages: Bool
  /// Whether anybody may have a right to a seat.
  let hasRights: Bool
  /// From where on a walk is too far or too long.
  let limits: WalkLimits

  /// The headings; those of stage, school that is left and right only where there are any.
  var header: String {
    (hasStages ? "stage," : "") + "block,priority,school,pupils,walk_m"
      + (hasRights ? ",from,right" : "")
  }

  /// The flows, then pupils without a seat, who have no school.
  func lines(_ part: StagedAssignment.Part) -> [String] {
    func line(_ fields: [String], from: String, right: String) -> String {
      CSVLine.text(
        (hasStages ? [part.stage?.rawValue ?? ""] : []) + fields
          + (hasRights ? [from, right] : []))
    }
    var lines = part.assignment.flows.map { flow in
      line(
        [
          flow.block, "\(flow.priority + 1)", flow.school, "\(flow.pupils)",
          "\(Int(flow.walk.value.rounded()))",
        ], from: flow.from ?? "", right: flow.right?.rawValue ?? "")
    }
    for (block, pupils) in part.assignment.unplaced.sorted(by: { $0.key < $1.key }) {
      for (priority, count) in pupils.enumerated() where count > 0 {
        lines.append(line([block, "\(priority + 1)", "", "\(count)", ""], from: "", right: ""))
      }
    }
    return lines
  }

  /// What comes of it, in a sentence or two.
  func summary(_ part: StagedAssignment.Part) -> String {
    let found = part.assignment
    let gap = found.unplaced.values.reduce(0) { $0 + $1.reduce(0, +) }
    var text = part.stage.map { "\($0.rawValue): " } ?? ""
    text += "\(found.flows.reduce(0) { $0 + $1.pupils }) pupils seated, \(gap) without a seat"
    let walks = found.walks(limits, judged(part))
    let beyond = WalkText.beyond(walks, limits, judged(part))
    text += beyond.isEmpty ? "" : ", " + beyond
    let mean = WalkText.mean(walks.mean, walks.meanTime)
    text += mean.isEmpty ? "" : "; " + mean
    if hasRights {
      text +=
        "; \(found.seated(by: .own)) stay at their school of both stages, "
        + "\(found.seated(by: .feeder)) go by a feeder link"
    }
    if part.problem.rules.wholeBlocks {
      text +=
        "\nwith blocks split it would be \(found.bound.unplaced) without a seat and "
        + "\(found.bound.cost) pupil-metres against \(found.cost)"
    }
    return text
  }

  /// The stage whose limits count.
  func judged(_ part: StagedAssignment.Part) -> Stage { part.stage ?? .primary }

  /// The flows as a map (SVG).
  func map(_ part: StagedAssignment.Part) -> String {
    let (problem, found) = (part.problem, part.assignment)
    let homes = Dictionary(
      problem.blocks.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      problem.schools.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    return FlowMap(
      title: part.stage.map { "Pupils to \($0.rawValue) seats" } ?? "Pupils to seats",
      schools: problem.schools.map {
        .init(
          name: $0.id, position: $0.position, seats: $0.seats, seated: found.seated[$0.id] ?? 0)
      },
      flows: found.flows.compactMap { flow in
        guard let from = homes[flow.block], let to = places[flow.school] else { return nil }
        let isBeyond =
          limits.isFar(flow.walk, judged(part)) == true
          || limits.isLong(flow.walk, judged(part)) == true
        return .init(from: from, to: to, pupils: flow.pupils, isFar: isBeyond)
      },
      gaps: found.unplaced.sorted { $0.key < $1.key }.compactMap { block, pupils in
        homes[block].map { .init(position: $0, pupils: pupils.reduce(0, +)) }
      }
    ).svg()
  }
}
