import Foundation

/// Progress of long work on stderr: one redrawn line on a terminal, a line every ten seconds in a
/// log, with count, failures and the time that is left.
actor Progress {
  private let what: String
  private let total: Int
  private let start = Date()
  private var done = 0
  private var failed = 0
  private var lastShown = Date.distantPast

  init(_ what: String, total: Int) {
    self.what = what
    self.total = total
  }

  /// Counts one more piece of work and shows the state when it is time to.
  func advance(failed isFailure: Bool = false) {
    done += 1
    failed += isFailure ? 1 : 0
    let now = Date()
    let pause = Console.isInteractive ? 0.1 : 10
    guard done == total || now.timeIntervalSince(lastShown) >= pause else { return }
    lastShown = now
    let elapsed = now.timeIntervalSince(start)
    let left = elapsed / Double(done) * Double(total - done)
    let words =
      "\(what): \(done) of \(total)" + (failed > 0 ? ", \(failed) failed" : "")
      + (done == total
        ? String(format: ", %.1f s", elapsed) : String(format: ", %.0f s left", left))
    if Console.isInteractive {
      try? FileHandle.standardError.write(
        contentsOf: Data("\r\u{1b}[K\(words)\(done == total ? "\n" : "")".utf8))
    } else {
      Console.note(words)
    }
  }
}
