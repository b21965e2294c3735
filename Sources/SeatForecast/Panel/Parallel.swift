import Dispatch

/// Independent pieces of work on all cores, with results in the order of the pieces.
enum Parallel {
  /// The results of `body` for 0 ..< `count`; each depends on its number alone, so that the cores change
  /// nothing but the time.
  static func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    var results = [Result?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Every piece writes its own element only.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: count) { buffer[$0] = body($0) }
    }
    return results.compactMap(\.self)
  }
}
