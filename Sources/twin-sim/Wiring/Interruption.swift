import Dispatch
import Foundation

/// Turns Ctrl-C into the orderly end of long work.
enum Interruption {
  /// Waits for `body`; SIGINT and SIGTERM cancel `work`, so that what is done is kept.
  static func cancelling<Value: Sendable>(
    _ work: Task<Value, any Error>, _ body: () async throws -> Value
  ) async throws -> Value {
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        Console.note("twin-sim: finishing what has begun …")
        work.cancel()
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
    return try await body()
  }
}
