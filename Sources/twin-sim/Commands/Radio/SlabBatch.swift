import RadioCoverage
import TwinModel

/// A table of slabs, one a row.
struct SlabBatch {
  let catalogue: MaterialCatalogue
  /// MHz; nil for single frequencies.
  let bandwidth: Double?

  /// The columns that must be there; `layers` replaces the first and third.
  static let needed = ["material", "freq_hz", "thickness_m", "theta_deg"]
  private static let computed = [
    "computed_db", "computed_t_te_db", "computed_t_tm_db", "computed_r_te_db", "computed_r_tm_db",
  ]

  func run(_ table: BatchTable) throws {
    let wanted =
      table.header.contains("layers") ? ["layers", "freq_hz", "theta_deg"] : Self.needed
    let gaps = wanted.filter { !table.header.contains($0) }
    guard gaps.isEmpty else {
      let list = gaps.map { "“\($0)”" }.joined(separator: ", ")
      throw CommandFailure(
        .badInput,
        "\(table.file):1: there is no column \(list); expected \(wanted.joined(separator: ",")), "
          + "found \(table.header.joined(separator: ","))")
    }
    try table.answer(columns: Self.computed) { row in
      var notes: [String] = []
      let frequency = try row.number("freq_hz") / 1e9
      let slab: LayeredSlab
      do { slab = try self.slab(row, frequency, &notes) } catch let error as RadioError {
        throw BatchProblem("\(error)")
      }
      let answer = SlabAnswer(
        try SlabQuestion(
          slab: slab, frequency: frequency, angle: row.number("theta_deg"), bandwidth: bandwidth))
      return BatchTable.Answer(
        values: [
          answer.loss, -answer.throughTE, -answer.throughTM, -answer.backTE, -answer.backTM,
        ], notes: notes + answer.notes)
    }
  }

  private func slab(
    _ row: BatchTable.Row, _ frequency: Double, _ notes: inout [String]
  ) throws -> LayeredSlab {
    if let layers = row.text("layers") { return try catalogue.slab(layers) }
    let name = try row.word("material")
    if row.text("thickness_m") == nil, let assembly = try? catalogue.assembly(named: name) {
      return assembly
    }
    let thickness = try row.number("thickness_m")
    return LayeredSlab([
      try catalogue.layer(try material(name, row, frequency, &notes), thickness: thickness)
    ])
  }

  /// The row's own permittivity and conductivity where the seeds have none or others, else the seeds'.
  private func material(
    _ name: String, _ row: BatchTable.Row, _ frequency: Double, _ notes: inout [String]
  ) throws -> RadioMaterial {
    let known = try? catalogue.material(spelled: name)
    guard row.text("eps_r") != nil, row.text("sigma_s_per_m") != nil else {
      return try catalogue.material(spelled: name)
    }
    let (permittivity, conductivity) = (try row.number("eps_r"), try row.number("sigma_s_per_m"))
    guard permittivity >= 1, conductivity >= 0 else {
      throw BatchProblem("out of range: expected eps_r of at least 1 and sigma_s_per_m from 0")
    }
    if let known,
      isSame(known.relativePermittivity(at: Gigahertz(frequency)), permittivity),
      isSame(known.conductivity(at: Gigahertz(frequency)), conductivity)
    {
      return known
    }
    notes.append("eps_r and sigma_s_per_m of the row count, the seeds have others for “\(name)”")
    return RadioMaterial(
      name: name, a: permittivity, b: 0, c: conductivity, d: 0, validity: 0.001...1000)
  }

  /// Equal but for the six digits that a table prints.
  private func isSame(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-5 * max(abs(one), abs(other))
  }
}
