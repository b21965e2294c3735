import ArgumentParser
import Foundation
import RadioCoverage
import SeedFiles

/// `twin-sim radio path-loss`: one loss with its range check, or a table of them.
struct PathLossCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path-loss",
    abstract: "Compute a path loss by a named model, or many from a table.",
    discussion: """
      A value outside a model's range is an error; with --extrapolate it is a note.

      --batch reads CSV and prints it again with the columns computed_db and computed_note.
      Columns, in any order, say which models are asked for; others are passed through:
      \(PathLossLayout.all.map { "  " + $0.needed.joined(separator: ",") }.joined(separator: "\n"))
      A row outside a range gets no value and says so in computed_note; the status is then 2.

      EXAMPLES
        twin-sim radio path-loss --model umi --condition los --frequency-ghz 3.5 --distance-m 120 \\
          --bs-height-m 10 --ut-height-m 1.5
        twin-sim radio path-loss --model uma --condition nlos --frequency-ghz 3.5 --distance-m 300 \\
          --bs-height-m 25 --ut-height-m 1.5 --o2i high --indoor-m 5
        twin-sim radio path-loss --model p526 --edges 40:12,70:15 --distance-m 100 \\
          --frequency-ghz 3.5 --bs-height-m 10 --ut-height-m 1.5
        twin-sim radio path-loss --batch links.csv
      """)

  @OptionGroup var values: PathLossOptions
  @Option(help: ArgumentHelp("A table of losses to compute (CSV).", valueName: "file"))
  var batch: String?
  @Flag(help: "Compute outside a model's range too, and note it.")
  var extrapolate = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var seeds: SeedOptions

  func validate() throws {
    guard (values.model == nil) != (batch == nil) else {
      throw ValidationError("expected either --model or --batch")
    }
  }

  func run() throws {
    let models = try PathLossModels(seeds: seeds.folder())
    if let batch {
      let table = try BatchTable(InputFile(batch))
      let layout = try PathLossLayout.of(table)
      return try table.answer(columns: layout.computed) { row in
        try layout.answer(row, models, extrapolate: extrapolate)
      }
    }
    try show(try answer(values.question(values.model ?? ""), models))
  }

  private func answer(
    _ question: PathLossQuestion, _ models: PathLossModels
  ) throws -> PathLossAnswer {
    var answer: PathLossAnswer
    do { answer = try models.answer(question) } catch let error as PathLossQuestion.Unanswerable {
      throw CommandFailure(.badInput, error.reason)
    }
    let broken = answer.broken.map(\.sentence)
    guard broken.isEmpty || extrapolate else {
      throw CommandFailure(
        .badInput,
        "\(answer.model): \(broken.joined(separator: "; ")); --extrapolate computes it all the same"
      )
    }
    answer.notes += broken.map { "extrapolated: " + $0 }
    return answer
  }

  private func show(_ answer: PathLossAnswer) throws {
    try output.show(Document(answer)) {
      var lines = [
        "model    \(answer.model): \(answer.title)", "source   \(answer.source)",
        "loss     \(String(format: "%.6f", answer.loss)) dB",
      ]
      if let exact = answer.exactLoss {
        lines.append("integral \(String(format: "%.6f", exact)) dB")
      }
      if let sigma = answer.sigma { lines.append("σ        \(ModelRangeText.number(sigma)) dB") }
      if let distance = answer.correlationDistance {
        lines.append("d_cor    \(ModelRangeText.number(distance)) m")
      }
      if let sight = answer.sight { lines.append("Pr_LOS   \(String(format: "%.6f", sight))") }
      lines += answer.ranges.map {
        "range    \($0.quantity) \(ModelRangeText.number($0.value)) of \($0.allowed): "
          + ($0.holds ? "holds" : $0.kind == .limit ? "outside" : "another than the scenario's")
      }
      lines += answer.remarks.map { "note     \($0)" }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private struct Document: Encodable {
    struct Range: Encodable {
      let quantity: String
      let value: Double
      let from: Double
      let to: Double
      let kind: String
      let holds: Bool
    }
    let schema_version = 1
    let model: String
    let title: String
    let source: String
    let loss_db: Double
    let exact_loss_db: Double?
    let shadow_sigma_db: Double?
    let shadow_correlation_m: Double?
    let los_probability: Double?
    let ranges: [Range]
    let notes: [String]

    init(_ answer: PathLossAnswer) {
      model = answer.model
      title = answer.title
      source = answer.source
      loss_db = answer.loss
      exact_loss_db = answer.exactLoss
      shadow_sigma_db = answer.sigma
      shadow_correlation_m = answer.correlationDistance
      los_probability = answer.sight
      ranges = answer.ranges.map {
        Range(
          quantity: $0.quantity, value: $0.value, from: $0.range.lowerBound,
          to: $0.range.upperBound, kind: $0.kind.rawValue, holds: $0.holds)
      }
      notes = answer.remarks
    }
  }
}
