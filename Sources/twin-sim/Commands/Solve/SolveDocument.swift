/// What a `solve` command prints.
struct SolveDocument: Encodable {
  /// Value of the answer.
  var objective: Double
  /// No answer is better than this.
  var bound: Double
  /// Whether the answer is shown to be the best.
  var proven: Bool
  /// Wall-clock time of the search, reading left out.
  var seconds: Double
  /// Nodes of the search trees.
  var nodes: Int
  /// What was chosen, numbered as in the file.
  var chosen: [Int]
  /// Rows that nothing can serve, numbered as in the file; left out when there are none.
  var uncoverable: [Int]?

  /// The same in words.
  var text: String {
    func number(_ value: Double) -> String {
      value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
    let missing = (uncoverable ?? []).map(String.init).joined(separator: " ")
    return """
      objective  \(number(objective))
      bound      \(number(bound))
      proven     \(proven ? "yes" : "no")
      seconds    \((seconds * 1000).rounded() / 1000)
      nodes      \(nodes)
      chosen     \(chosen.map(String.init).joined(separator: " "))

      """ + (missing.isEmpty ? "" : "uncoverable \(missing)\n")
  }
}

/// Runs `work` and says how long it took.
func timed<Answer>(_ work: () throws -> Answer) rethrows -> (answer: Answer, seconds: Double) {
  let start = ContinuousClock.now
  let answer = try work()
  return (answer, (ContinuousClock.now - start) / .seconds(1))
}
