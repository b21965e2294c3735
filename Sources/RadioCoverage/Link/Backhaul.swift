public import TwinModel

/// A school's way out: a wired link and a 5G link that back each other up.
public struct Backhaul: Hashable, Sendable {
  /// Rate of the wired link; 0 where there is none.
  public var wired: MegabitsPerSecond
  /// Rate of the 5G link; 0 where there is none.
  public var nr: MegabitsPerSecond

  /// Creates a way out.
  public init(wired: MegabitsPerSecond, nr: MegabitsPerSecond) {
    self.wired = wired
    self.nr = nr
  }

  /// What fails.
  public enum Failure: String, Hashable, Sendable, CaseIterable {
    /// Nothing does.
    case none
    /// The wired link is down.
    case wired
    /// The 5G link is down.
    case nr
  }

  /// The rate that is left; both links carry when both are up.
  public func rate(after failure: Failure) -> MegabitsPerSecond {
    switch failure {
    case .none: wired + nr
    case .wired: nr
    case .nr: wired
    }
  }

  /// What happens to a target when a link fails, failure by failure in the order of ``Failure``.
  public func meets(_ target: MegabitsPerSecond) -> [(failure: Failure, isMet: Bool)] {
    Failure.allCases.map { ($0, rate(after: $0) >= target) }
  }

  /// Whether either link is up when the other fails.
  public var isDual: Bool { wired > 0 && nr > 0 }
}
