import Foundation

/// Where words go: data to stdout, everything else to stderr.
enum Console {
  /// Writes data, as it is.
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes a line of data.
  static func line(_ text: String) { write(text + "\n") }

  /// Writes a line for the person at the terminal.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Whether stderr is a terminal that a progress line may be redrawn on.
  static var isInteractive: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}
