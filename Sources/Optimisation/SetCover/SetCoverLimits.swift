/// How long a ``SetCover`` may be searched: in nodes and steps, so that every machine gives the same
/// answer, unless the user asks for a limit of time.
public struct SetCoverLimits: Hashable, Sendable {
  /// Nodes of the own search for each component.
  public var ownNodes: Int
  /// Nodes of branch and cut, with local cuts, for each component that is too large for the own search;
  /// 0 leaves it out.
  public var cutNodes: Int
  /// Nodes of CBC for each component that the own search could not prove; 0 leaves CBC out.
  public var solverNodes: Int
  /// Steps of the subgradient method at the root of each component.
  public var subgradientSteps: Int
  /// Elementary updates of the local search for each component; 0 leaves it out.
  public var localSearchWork: Int
  /// Nodes of CBC times entries of the component: large components get fewer nodes than
  /// ``solverNodes``.
  public var solverWork: Int
  /// Components with more entries than this do not go to CBC, whose linear programs would take long
  /// and say little.
  public var solverEntries: Int
  /// Components whose bounds leave more than this share of the cost open do not go to CBC either, unless
  /// they are small.
  public var solverGap: Double
  /// A limit of time; with one, the answer depends on the machine.
  public var clock: SolveClock

  /// Creates limits.
  public init(
    ownNodes: Int = 2_000, cutNodes: Int = 200, solverNodes: Int = 20_000,
    subgradientSteps: Int = 400,
    localSearchWork: Int = 3_000_000_000, solverWork: Int = 20_000_000,
    solverEntries: Int = 30_000, solverGap: Double = 0.2,
    clock: SolveClock = .unlimited
  ) {
    self.ownNodes = ownNodes
    self.cutNodes = cutNodes
    self.solverNodes = solverNodes
    self.subgradientSteps = subgradientSteps
    self.localSearchWork = localSearchWork
    self.solverWork = solverWork
    self.solverEntries = solverEntries
    self.solverGap = solverGap
    self.clock = clock
  }

  /// Limits by what a user asks for: nodes, time, both or neither.
  ///
  /// With a limit of time, the size of a component is no reason to leave CBC out.
  public init(nodes: Int?, clock: SolveClock) {
    self.init(clock: clock)
    if clock.end != nil || nodes != nil {
      (solverWork, solverEntries, solverGap) = (.max, .max, .infinity)
      solverNodes = .max
    }
    if let nodes {
      (ownNodes, cutNodes, solverNodes) = (min(ownNodes, nodes), min(cutNodes, nodes), nodes)
    }
  }
}
