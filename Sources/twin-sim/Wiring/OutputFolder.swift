import Foundation

/// A folder that a command writes into.
struct OutputFolder {
  let url: URL

  /// Makes the folder when there is none.
  init(_ path: String) throws {
    url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        .cannotWrite, "the folder \(path) cannot be made: \(error.localizedDescription)")
    }
  }

  /// Writes a file at a path relative to the folder, whole or not at all.
  func write(_ data: Data, to path: String) throws {
    let file = url.appendingPathComponent(path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file, options: .atomic)
    } catch {
      throw CommandFailure(
        .cannotWrite, "\(file.path) cannot be written: \(error.localizedDescription)")
    }
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }
}
