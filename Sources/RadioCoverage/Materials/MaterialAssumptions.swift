import TwinModel

/// What had to be assumed of the materials of a storey, gathered into few findings.
struct MaterialAssumptions {
  private var unknown: [String: [GlobalID]] = [:]
  private var wallsWithoutMaterial: [GlobalID] = []
  private var openingsWithoutMaterial: [GlobalID] = []
  private var withoutThickness: [GlobalID] = []
  private var clamped: [String: [GlobalID]] = [:]
  private let channel: ClosedRange<Gigahertz>

  init(channel: ClosedRange<Gigahertz>) { self.channel = channel }

  mutating func note(_ buildUp: BuildUp, of id: GlobalID, isOpening: Bool) {
    for name in buildUp.unknownNames { unknown[name, default: []].append(id) }
    if buildUp.isDefault {
      if isOpening { openingsWithoutMaterial.append(id) } else { wallsWithoutMaterial.append(id) }
    }
    if buildUp.assumedThickness { withoutThickness.append(id) }
    for layer in buildUp.slab.layers {
      let validity = layer.material.validity
      if channel.lowerBound < validity.lowerBound || channel.upperBound > validity.upperBound {
        clamped[layer.material.name, default: []].append(id)
      }
    }
  }

  /// One finding for each unknown name, one for all walls and one for all
  /// openings without material, one for all
  /// without thickness, one for all openings in no wall.
  func findings(on plan: StoreyPlan, homeless: [Int]) -> [Finding] {
    var findings = unknown.keys.sorted().map { name in
      Finding(
        .warning, code: "radio.material.unknown", subject: plan.storey.value,
        message:
          "storey \(plan.name): the material “\(name)” of \(count(unknown[name] ?? [])) is not "
          + "known to radio; it counts as the default of seeds/radio/materials.yaml",
        suggestion: "add the name to the synonyms of a material there")
    }
    // Walls without material are a gap in a model; doors and windows seldom have any.
    for (severity, what, ids) in [
      (Finding.Severity.warning, "wall", wallsWithoutMaterial),
      (.info, "opening", openingsWithoutMaterial),
    ] where !ids.isEmpty {
      findings.append(
        Finding(
          severity, code: "radio.material.missing.\(what)", subject: plan.storey.value,
          message: "storey \(plan.name): \(count(ids)) without material count as the "
            + "defaults of seeds/radio/materials.yaml",
          suggestion: "give the elements material layers in the model"))
    }
    if !withoutThickness.isEmpty {
      findings.append(
        Finding(
          .info, code: "radio.thickness.assumed", subject: plan.storey.value,
          message:
            "storey \(plan.name): layers of \(count(withoutThickness)) have no thickness and "
            + "take their material's own from seeds/radio/materials.yaml"))
    }
    for name in clamped.keys.sorted() {
      findings.append(
        Finding(
          .info, code: "radio.material.frequency", subject: plan.storey.value,
          message: "storey \(plan.name): \(name) of \(count(clamped[name] ?? [])) is described for "
            + "other frequencies; the nearest that it holds for was taken"))
    }
    if !homeless.isEmpty {
      findings.append(
        Finding(
          .warning, code: "radio.opening.no_wall", subject: plan.storey.value,
          message:
            "storey \(plan.name): \(count(homeless.map { plan.openings[$0].id })) stand in no "
            + "wall and let nothing through",
          suggestion: "connect doors and windows to their walls in the model"))
    }
    return findings
  }

  private func count(_ ids: [GlobalID]) -> String {
    let sorted = Set(ids).sorted()
    let more = sorted.count > 3 ? ", …" : ""
    let names = sorted.prefix(3).map(\.value).joined(separator: ", ")
    return "\(sorted.count) element\(sorted.count == 1 ? "" : "s") (\(names)\(more))"
  }
}
