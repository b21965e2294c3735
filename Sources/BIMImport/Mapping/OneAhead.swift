import Foundation

/// Makes values on a thread of its own, one ahead of where they are used.
///
/// The next value is begun when the last one was taken, so that two at most are in memory.
package enum OneAhead {
  /// Calls `use` on this thread with each value that `make` hands over, in that order.
  ///
  /// Neither may use, while the other runs, what the other changes. Returns when both have ended.
  ///
  /// - Parameters:
  ///   - make: Runs on the other thread; its argument hands a value over, waits until it is taken,
  ///     and throws when no more are wanted.
  ///   - use: Is called on this thread.
  /// - Throws: What `use` throws, which ends `make` at its next value.
  package static func each<Value: Sendable, Failure: Error>(
    make: (_ hand: (Value) throws(Unwanted) -> Void) throws(Unwanted) -> Void,
    use: (Value) throws(Failure) -> Void
  ) throws(Failure) {
    let counter = Counter<Value>()
    var failure: Failure?
    withoutActuallyEscaping(make) { make in
      let work = Work(make: make)
      let thread = Thread {
        work.run(counter)
        counter.close()
      }
      thread.stackSize = stackSize
      thread.start()
      while let value = counter.take() {
        do throws(Failure) { try use(value) } catch {
          failure = error
          break
        }
      }
      // From here on the other thread holds `make` no more.
      counter.end()
    }
    if let failure { throw failure }
  }

  /// What is thrown into the maker when nobody takes its values any more.
  package struct Unwanted: Error {}

  /// Bytes; as much as the main thread has, since files nest as they like.
  private static let stackSize = 8 << 20
}

/// What one thread gives another to run once.
///
/// `@unchecked Sendable`: only the thread that runs it touches it.
private final class Work<Value: Sendable>: @unchecked Sendable {
  typealias Hand = (Value) throws(OneAhead.Unwanted) -> Void
  private var make: ((Hand) throws(OneAhead.Unwanted) -> Void)?

  init(make: @escaping (Hand) throws(OneAhead.Unwanted) -> Void) { self.make = make }

  /// Runs it and lets go of it.
  func run(_ counter: Counter<Value>) {
    let make = make.take()
    // Throws only when the taker wants no more, and knows.
    try? make? { value throws(OneAhead.Unwanted) in try counter.hand(value) }
  }
}

/// Where values go from one thread to another.
///
/// `@unchecked Sendable`: `condition` guards all that changes.
private final class Counter<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var value: Value?
  private var isClosed = false
  private var isUnwanted = false

  /// Hands a value over and waits until it is taken.
  func hand(_ next: Value) throws(OneAhead.Unwanted) {
    condition.lock()
    defer { condition.unlock() }
    if !isUnwanted {
      value = next
      condition.broadcast()
    }
    while value != nil, !isUnwanted { condition.wait() }
    if isUnwanted { throw OneAhead.Unwanted() }
  }

  /// Says that no more values come.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }

  /// The next value; nil when no more come.
  func take() -> Value? {
    condition.lock()
    defer { condition.unlock() }
    while value == nil, !isClosed { condition.wait() }
    defer {
      value = nil
      condition.broadcast()
    }
    return value
  }

  /// Wants no more values, and waits until the maker has closed.
  func end() {
    condition.lock()
    isUnwanted = true
    value = nil
    condition.broadcast()
    while !isClosed { condition.wait() }
    condition.unlock()
  }
}
