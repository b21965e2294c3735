/// A limit of time that the user asked for; without one, nothing depends on the clock.
public struct SolveClock: Hashable, Sendable {
  /// When to stop; nil for never.
  public let end: ContinuousClock.Instant?

  /// No limit of time, so that the answer is the same everywhere.
  public static let unlimited = SolveClock(end: nil)

  /// Creates a clock that runs out `seconds` from now.
  ///
  /// - Parameter seconds: Seconds from now, finite and not negative; nil for no limit.
  public init(seconds: Double?) {
    end = seconds.map { ContinuousClock.now + .seconds($0) }
  }

  private init(end: ContinuousClock.Instant?) { self.end = end }

  /// Whether the time is used up.
  public var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// Seconds left, not negative; nil without a limit.
  public var secondsLeft: Double? {
    end.map { max(0, ($0 - ContinuousClock.now) / .seconds(1)) }
  }
}
