extension IFCWriter {
  /// Writes project, units, contexts and georeference.
  mutating func writeProject() -> STEPValue {
    let metre = step.add(
      "IFCSIUNIT", [.derived, .word("LENGTHUNIT"), .missing, .word("METRE")])
    let lengthUnit =
      unit == .metre
      ? metre
      : step.add(
        "IFCSIUNIT", [.derived, .word("LENGTHUNIT"), .word("MILLI"), .word("METRE")])
    let units = [
      lengthUnit,
      step.add("IFCSIUNIT", [.derived, .word("AREAUNIT"), .missing, .word("SQUARE_METRE")]),
      step.add("IFCSIUNIT", [.derived, .word("VOLUMEUNIT"), .missing, .word("CUBIC_METRE")]),
      step.add("IFCSIUNIT", [.derived, .word("PLANEANGLEUNIT"), .missing, .word("RADIAN")]),
    ]
    let assignment = step.add("IFCUNITASSIGNMENT", [.list(units)])
    let model = step.add(
      "IFCGEOMETRICREPRESENTATIONCONTEXT",
      [
        .missing, .text("Model"), .integer(3),
        unit == .metre ? .fixed(1, decimals: 5) : .fixed(1, decimals: 2), origin(), .missing,
      ])
    shared["Body"] = subcontext("Body", of: model, view: "MODEL_VIEW")
    shared["Axis"] = subcontext("Axis", of: model, view: "GRAPH_VIEW")
    writeGeoreference(of: model, metre: metre)
    return step.add(
      "IFCPROJECT",
      [
        id("project"), .missing, .text(design.name), .missing, .missing, .text(design.name),
        .missing, .list([model]), assignment,
      ])
  }

  private mutating func subcontext(
    _ name: String, of model: STEPValue, view: StaticWord
  ) -> STEPValue {
    step.add(
      "IFCGEOMETRICREPRESENTATIONSUBCONTEXT",
      [
        .text(name), .text("Model"), .derived, .derived, .derived, .derived, model, .missing,
        .word(view), .missing,
      ])
  }

  private mutating func writeGeoreference(of model: STEPValue, metre: STEPValue) {
    let place = design.place
    let turn = place.turn.thousandths
    let system = step.add(
      "IFCPROJECTEDCRS",
      [
        .text("EPSG:4547"), .text("CGCS2000 / 3-degree Gauss-Kruger CM 114E"), .text("CGCS2000"),
        .text("EPSG:5737"), .text("Gauss-Kruger"), .text("CM 114E"), metre,
      ])
    _ = step.add(
      "IFCMAPCONVERSION",
      [
        model, system, .fixed(place.eastingMillimetres, decimals: 3),
        .fixed(place.northingMillimetres, decimals: 3),
        .fixed(place.heightMillimetres, decimals: 3), .fixed(turn.cosine, decimals: 3),
        .fixed(turn.sine, decimals: 3),
        // The map is in metres whatever the file's own unit is.
        unit == .metre ? .integerReal(1) : .fixed(1, decimals: 3),
      ])
  }

  /// Writes the site and hangs it under the project.
  mutating func writeSite(
    in project: STEPValue
  ) -> (reference: STEPValue, placement: STEPValue) {
    let placement = step.add("IFCLOCALPLACEMENT", [.missing, origin()])
    let site = step.add(
      "IFCSITE",
      [
        id("site"), .missing, .text(design.name), .missing, .missing, placement, .missing,
        .missing, .word("ELEMENT"), .missing, .missing, length(0), .missing, .missing,
      ])
    aggregate([site], in: project, name: "project")
    return (site, placement)
  }
}

extension STEPValue {
  /// A whole number where the schema wants a real.
  static func integerReal(_ value: Int) -> STEPValue { .fixed(value, decimals: 0) }
}
