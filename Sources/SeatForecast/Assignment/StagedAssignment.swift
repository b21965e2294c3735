public import TwinModel

/// Who sits where in several stages, each proven optimal, the youngest first: where a block's younger
/// pupils sit says which schools its older pupils leave.
public struct StagedAssignment: Hashable, Sendable {
  /// The answer of one stage.
  public struct Part: Hashable, Sendable {
    /// The stage; nil where it is not named.
    public var stage: Stage?
    /// The problem that was solved, each block with the schools that its pupils leave.
    public var problem: BlockProblem
    /// Its answer.
    public var assignment: BlockAssignment
  }

  /// The stages, youngest first.
  public var parts: [Part]

  /// Solves the stages.
  ///
  /// A block of a later stage that names no school that its pupils leave has them in the proportion in
  /// which the block's pupils of the stage before sit at schools; those without a seat, and blocks without
  /// such pupils, leave none.
  /// - Throws: ``ForecastError``, as ``BlockAssignment/init(_:)``, and for a link from or to a school that
  ///   is not there.
  public init(_ problem: StagedProblem) throws(ForecastError) {
    let links = try problem.linksByPart()
    parts = []
    for (part, feeders) in zip(problem.parts, links) {
      var blocks = part.blocks
      if let before = parts.last?.assignment {
        let origins = Origins(before)
        blocks = blocks.flatMap { $0.from == nil ? origins.split($0) : [$0] }
      }
      let own = BlockProblem(
        blocks: blocks, schools: part.schools, rules: problem.rules, feeders: feeders)
      do {
        parts.append(
          Part(stage: part.stage, problem: own, assignment: try BlockAssignment(own)))
      } catch {
        guard let stage = part.stage else { throw error }
        throw ForecastError(reason: "\(stage.rawValue): \(error.reason)")
      }
    }
  }

  /// Where each block's pupils of a stage sit.
  private struct Origins {
    /// Schools with pupils by block, ordered by school; those without a seat last, as nil.
    private var byBlock: [String: [(school: String?, pupils: Int)]] = [:]

    init(_ assignment: BlockAssignment) {
      var counts: [String: [String: Int]] = [:]
      for flow in assignment.flows {
        counts[flow.block, default: [:]][flow.school, default: 0] += flow.pupils
      }
      for block in Set(counts.keys).union(assignment.unplaced.keys) {
        let seated = (counts[block] ?? [:]).sorted { $0.key < $1.key }
        let unplaced = assignment.unplaced[block]?.reduce(0, +) ?? 0
        byBlock[block] =
          seated.map { ($0.key, $0.value) } + (unplaced > 0 ? [(nil, unplaced)] : [])
      }
    }

    /// A block with a line for each school that its pupils leave.
    func split(_ block: BlockProblem.Block) -> [BlockProblem.Block] {
      guard let origins = byBlock[block.id] else { return [block] }
      let weights = origins.map { Double($0.pupils) }
      let counts = block.pupils.map { LargestRemainder.shares(of: Int64($0), weights) }
      return origins.enumerated().compactMap { place, origin in
        var part = block
        part.from = origin.school
        part.pupils = counts.map { Int($0[place]) }
        return part.pupils.contains { $0 > 0 } ? part : nil
      }
    }
  }
}
