import Foundation

/// Where words go: data to stdout, everything else to stderr.
enum Console {
  /// Writes data, as it is.
  static func write(_ text: String) {
    do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
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

  /// Whether stderr is a terminal that a progress line may be redrawn on.
  static var isInteractive: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}
