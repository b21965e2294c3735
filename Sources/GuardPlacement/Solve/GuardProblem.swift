package import Optimisation
package import SpatialCore

/// The least number of corners of a polygon from which all of it is seen.
///
///     minimise   Σ x_v
///     subject to Σ_{v sees p} x_v ≥ 1   for every point p of the polygon
///                x_v ∈ {0, 1}           for every corner v
///
/// The points are infinitely many, so the cover is solved for some of them, the witnesses; a point in
/// every cell that its guards miss joins the witnesses, until they miss none. The last cover then is
/// the answer: no fewer corners see even the witnesses.
///
/// Source: Couto, de Rezende, de Souza: An exact algorithm for minimizing vertex guards on art
/// galleries, International Transactions in Operational Research 18 (2011).
package struct GuardProblem {
  package let polygon: ExactPolygon
  /// Points that have to be seen, each with the corners that see it, ascending.
  private(set) var witnesses: [(point: ExactPoint, seers: [Int])] = []
  private var known: Set<[Int]> = []

  /// Nodes that the tree of a proof may have unless told otherwise.
  package static let usualProofNodes = 2_000
  /// Points of one round that join at most.
  private static let mostNewWitnesses = 300
  private static let mostRounds = 60

  package init(_ polygon: ExactPolygon) {
    self.polygon = polygon
    for (corner, follower) in zip(polygon.corners.indices, polygon.followers) {
      add(polygon.corners[corner])
      let (a, b) = (polygon.corners[corner].coordinates, polygon.corners[follower].coordinates)
      add(ExactPoint(.middle(a.x, b.x), .middle(a.y, b.y)))
    }
  }

  /// An answer with what proves it.
  package struct Answer {
    package var guards: [Int]
    package var bound: Int
    package var nodes: Int
    package var certificate: GuardCertificate
  }

  /// Finds the guards and the proof.
  ///
  /// - Parameters:
  ///   - limits: How long to search each cover.
  ///   - proofNodes: Nodes that the tree of the proof may have.
  /// - Returns: Guards that see everything, with the best bound that is proven.
  /// - Throws: ``OptimisationError/solverFailed(_:)`` when the solver cannot be set up.
  package mutating func solve(
    _ limits: SetCoverLimits = SetCoverLimits(), proofNodes: Int = usualProofNodes
  ) throws(OptimisationError) -> Answer {
    var nodes = 0
    var guards: [Int] = []
    var bound = 0
    for _ in 0..<Self.mostRounds {
      let cover = try coverProblem().solve(limits)
      nodes += cover.nodes
      guards = cover.chosen
      bound = Int(cover.bound.rounded(.up))
      let unseen = GuardCoverage(polygon, guards: guards).unseenPoints()
      if unseen.isEmpty { break }
      add(unseen)
      if limits.clock.isOver {
        guards = completed(guards)
        break
      }
    }
    if !GuardCoverage(polygon, guards: guards).unseenPoints(upTo: 1).isEmpty {
      guards = completed(guards)
    }
    var proof = try GuardBound(seers: witnesses.map(\.seers), corners: polygon.corners.count).proof(
      of: bound, nodes: proofNodes)
    if proof == nil {
      bound = 1
      proof = .weights([.init(witness: 0, weight: GuardBound.scale)])
    }
    let certificate = compact(guards: guards, bound: bound, proof: proof ?? .weights([]))
    return Answer(guards: guards, bound: bound, nodes: nodes, certificate: certificate)
  }

  private func coverProblem() throws(OptimisationError) -> SetCover {
    var rows = [[Int]](repeating: [], count: polygon.corners.count)
    for (witness, entry) in witnesses.enumerated() {
      for corner in entry.seers { rows[corner].append(witness) }
    }
    return try SetCover(
      required: [Int](repeating: 1, count: witnesses.count),
      columns: rows.map { SetCover.Column(rows: $0) })
  }

  private mutating func add(_ point: ExactPoint) {
    let seers = polygon.corners.indices.filter { polygon.sees($0, point) }
    if known.insert(seers).inserted { witnesses.append((point, seers)) }
  }

  private mutating func add(_ unseen: [ExactPoint]) {
    let stride = (unseen.count + Self.mostNewWitnesses - 1) / Self.mostNewWitnesses
    for place in Swift.stride(from: 0, to: unseen.count, by: max(1, stride)) { add(unseen[place]) }
  }

  /// The guards with further corners until they see everything.
  private func completed(_ guards: [Int]) -> [Int] {
    var guards = guards
    while let point = GuardCoverage(polygon, guards: guards).unseenPoints(upTo: 1).first,
      let seer = polygon.corners.indices.first(where: { polygon.sees($0, point) })
    {
      guards.append(seer)
    }
    return guards.sorted()
  }

  /// The certificate with only those witnesses that its proof weighs.
  private func compact(
    guards: [Int], bound: Int, proof: GuardCertificate.Proof
  ) -> GuardCertificate {
    let used = proof.witnesses.sorted()
    let place = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    return GuardCertificate(
      corners: polygon.corners.count, guards: guards, bound: bound, scale: GuardBound.scale,
      witnesses: used.map { witness in
        let (x, y) = witnesses[witness].point.coordinates
        return [x.fraction, y.fraction]
      }, proof: proof.renumbered(place))
  }
}

extension GuardCertificate.Proof {
  /// The witnesses that carry a weight somewhere.
  fileprivate var witnesses: Set<Int> {
    switch self {
    case .weights(let weights): Set(weights.map(\.witness))
    case .branch(_, let with, let without): with.witnesses.union(without.witnesses)
    }
  }

  fileprivate func renumbered(_ place: [Int: Int]) -> Self {
    switch self {
    case .weights(let weights):
      .weights(weights.map { .init(witness: place[$0.witness] ?? 0, weight: $0.weight) })
    case .branch(let corner, let with, let without):
      .branch(corner: corner, with: with.renumbered(place), without: without.renumbered(place))
    }
  }
}
