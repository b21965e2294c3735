import ContentHash
import Foundation

/// A file that a command reads whole.
struct InputFile {
  let path: String
  let data: Data

  init(_ path: String) throws {
    let url = URL(fileURLWithPath: path)
    guard let data = Self.isPipe(path) ? Self.drained(url) : Self.mapped(url) else {
      let reason =
        FileManager.default.fileExists(atPath: path) ? "it cannot be read" : "no such file"
      throw CommandFailure(.noInput, "\(path): \(reason)")
    }
    self.path = path
    self.data = data
  }

  /// Mapped, so that hashing a large file takes no memory.
  private static func mapped(_ url: URL) -> Data? {
    try? Data(contentsOf: url, options: .mappedIfSafe)
  }

  /// Whether it is a pipe, as `<(…)` of a shell makes them, which tells no size and ends when it ends.
  private static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  private static func drained(_ url: URL) -> Data? {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
    return try? handle.readToEnd() ?? Data()
  }

  /// The name without its folders.
  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  /// SHA-256 of the bytes.
  var sha256: String { ContentHash.sha256(data) }
}
