import Foundation
import TwinModel

/// Where words go: data to stdout, everything else to stderr.
enum Console {
  /// Writes data, as it is.
  static func write(_ text: String) { write(Data(text.utf8)) }

  /// Writes bytes of data, as they are.
  static func write(_ data: Data) {
    do { try FileHandle.standardOutput.write(contentsOf: data) } catch {
      note("twin-sim: stdout cannot be written: \(error.localizedDescription)")
      exit(ExitStatus.cannotWrite.rawValue)
    }
  }

  /// Writes a line of data.
  static func line(_ text: String) { write(text + "\n") }

  /// Writes a line for the person at the terminal.
  static func note(_ text: String) {
    // Nobody is left to be told when stderr itself cannot be written.
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Writes findings, a line each.
  static func note(_ findings: [Finding]) {
    for finding in findings { note("\(finding.severity.rawValue): \(finding.message)") }
  }

  /// Whether stderr is a terminal that a progress line may be redrawn on.
  static var isInteractive: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}
