import RadioCoverage
import SeatForecast
import TwinModel

/// What columns of a table mean: which model they ask for, and what is computed.
struct PathLossLayout {
  /// The columns that must be there.
  let needed: [String]
  /// The columns that must not be there, since they make another layout of it.
  var excluded: [String] = []
  /// The columns that are computed.
  var computed = ["computed_db"]
  /// The model and values of a row.
  let question: (BatchTable.Row) throws -> PathLossQuestion
  /// The numbers of an answer, one for each computed column.
  var values: (PathLossAnswer) -> [Double] = { [$0.loss] }
  /// Whether a row itself asks for a value beyond the range.
  var extrapolates: (BatchTable.Row) -> Bool = { _ in false }
  /// Remarks on a row.
  var remarks: (BatchTable.Row) throws -> [String] = { _ in [] }

  /// The layout of a table.
  ///
  /// - Throws: ``CommandFailure`` naming the columns that are missing from the layout that is nearest.
  static func of(_ table: BatchTable) throws -> PathLossLayout {
    func missing(_ layout: PathLossLayout) -> [String] {
      layout.needed.filter { !table.header.contains($0) }
    }
    let possible = all.filter { !$0.excluded.contains(where: table.header.contains) }
    if let layout = possible.first(where: { missing($0).isEmpty }) { return layout }
    func share(_ layout: PathLossLayout) -> Double {
      1 - Double(missing(layout).count) / Double(layout.needed.count)
    }
    let nearest = possible.max { share($0) < share($1) }
    func list(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: ", ") }
    guard let nearest, share(nearest) > 0 else {
      throw CommandFailure(
        .badInput,
        "\(table.file):1: the columns are \(list(table.header)), none of which is known; expected "
          + "those of a layout in twin-sim radio path-loss --help")
    }
    let gaps = missing(nearest)
    let strangers = table.header.filter { name in
      !name.isEmpty && !nearest.needed.contains(name)
    }
    throw CommandFailure(
      .badInput,
      "\(table.file):1: there is no column \(list(gaps)); expected "
        + nearest.needed.joined(separator: ",")
        + (strangers.isEmpty ? "" : "; not used: \(list(strangers))"))
  }

  /// The numbers and remarks of a row.
  ///
  /// - Throws: ``BatchProblem`` when it has none.
  func answer(
    _ row: BatchTable.Row, _ models: PathLossModels, extrapolate: Bool
  ) throws -> BatchTable.Answer {
    let answer: PathLossAnswer
    do { answer = try models.answer(question(row)) } catch let error
      as PathLossQuestion.Unanswerable
    {
      throw BatchProblem(error.reason)
    } catch let error as RadioError {
      throw BatchProblem("\(error)")
    }
    let broken = answer.broken.map(\.sentence)
    guard broken.isEmpty || extrapolate || extrapolates(row) else {
      throw BatchProblem("out of range: " + broken.joined(separator: "; "))
    }
    return BatchTable.Answer(
      values: values(answer),
      notes: try broken.map { "extrapolated: " + $0 } + answer.remarks + remarks(row))
  }
}
