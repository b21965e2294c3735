import ArgumentParser
import Foundation
import RadioCoverage
import SeedFiles
import TwinModel

/// `twin-sim radio slab`: what a wall, pane or floor does to a wave.
struct SlabCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slab",
    abstract: "Compute the loss of a slab of building materials by ITU-R P.2040.",
    discussion: """
      A slab is one material and thickness, an assembly of the seeds, or layers in order, all in
      seeds/radio/materials.yaml. With --bandwidth-mhz the loss is the mean of the power over the
      channel; TE and TM stay those of its middle. A material outside its band counts with the
      nearest frequency of it and says so.

      --batch reads CSV with \(SlabBatch.needed.joined(separator: ",")) and prints it again with
      computed_db (unpolarised), computed_t_te_db and so on, and computed_note. A column layers
      replaces material and thickness; eps_r and sigma_s_per_m stand in for a material that the
      seeds do not have. Losses end at 600 dB, which computed_note says.

      EXAMPLES
        twin-sim radio slab --material concrete --thickness-mm 200 --frequency-ghz 3.5
        twin-sim radio slab --layers glass:6,air:12,glass:6 --frequency-ghz 3.5 --bandwidth-mhz 100
        twin-sim radio slab --assembly low_e_glass --frequency-ghz 3.5 --angle-deg 45
        twin-sim radio slab --batch slabs.csv
      """)

  @Option(help: ArgumentHelp("A material of the seeds.", valueName: "name"))
  var material: String?
  @Option(help: ArgumentHelp("Its thickness.", valueName: "mm"))
  var thicknessMm: Double?
  @Option(help: ArgumentHelp("An assembly of the seeds, such as low_e_glass.", valueName: "name"))
  var assembly: String?
  @Option(help: ArgumentHelp("Layers as material:mm, in order.", valueName: "list"))
  var layers: String?
  @Option(help: ArgumentHelp("Carrier frequency.", valueName: "GHz"))
  var frequencyGhz: Double?
  @Option(help: ArgumentHelp("Angle from the normal, 0 up to below 90.", valueName: "°"))
  var angleDeg = 0.0
  @Option(help: ArgumentHelp("Average the power over a channel as wide as this.", valueName: "MHz"))
  var bandwidthMhz: Double?
  @Option(help: ArgumentHelp("A table of slabs to compute (CSV).", valueName: "file"))
  var batch: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var seeds: SeedOptions

  func validate() throws {
    let ways = [material, assembly, layers, batch].count { $0 != nil }
    guard ways == 1 else {
      throw ValidationError("expected one of --material, --assembly, --layers and --batch")
    }
    guard (material == nil) == (thicknessMm == nil) else {
      throw ValidationError("--material and --thickness-mm go together")
    }
    guard (batch == nil) == (frequencyGhz != nil) else {
      throw ValidationError(
        batch == nil ? "--frequency-ghz is missing" : "--batch has a column for the frequency")
    }
  }

  func run() throws {
    let catalogue = try MaterialCatalogue(seeds: seeds.folder())
    if let batch {
      return try SlabBatch(catalogue: catalogue, bandwidth: bandwidthMhz)
        .run(BatchTable(InputFile(batch)))
    }
    do {
      var parts = layers.map { $0 } ?? ""
      if let material, let thicknessMm { parts = "\(material):\(thicknessMm)" }
      let slab = try assembly.map { try catalogue.assembly(named: $0) } ?? catalogue.slab(parts)
      let question = try SlabQuestion(
        slab: slab, frequency: frequencyGhz ?? 0, angle: angleDeg, bandwidth: bandwidthMhz)
      try show(SlabAnswer(question))
    } catch let problem as BatchProblem {
      throw CommandFailure(.badInput, problem.reason)
    }
  }

  private func show(_ answer: SlabAnswer) throws {
    try output.show(Document(answer)) {
      func decibels(_ value: Double) -> String { String(format: "%.6f dB", value) }
      return """
        slab          \(answer.words)
        loss          \(decibels(answer.loss)), unpolarised
        through       TE \(decibels(answer.throughTE)), TM \(decibels(answer.throughTM))
        thrown back   TE \(decibels(answer.backTE)), TM \(decibels(answer.backTM))
        source        ITU-R P.2040-4, §2.2.2

        """ + answer.notes.map { "note          \($0)\n" }.joined()
    }
  }

  private struct Document: Encodable {
    let schema_version = 1
    let slab: String
    let loss_db: Double
    let t_te_db: Double
    let t_tm_db: Double
    let r_te_db: Double
    let r_tm_db: Double
    let notes: [String]

    init(_ answer: SlabAnswer) {
      slab = answer.words
      loss_db = answer.loss
      t_te_db = -answer.throughTE
      t_tm_db = -answer.throughTM
      r_te_db = -answer.backTE
      r_tm_db = -answer.backTM
      notes = answer.notes
    }
  }
}
