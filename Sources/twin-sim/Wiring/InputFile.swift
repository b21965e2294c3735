import ContentHash
import Foundation

/// A file that a command reads whole.
struct InputFile {
  let path: String
  let data: Data

  init(_ path: String) throws {
    // Mapped, so that hashing a large file takes no memory.
    let url = URL(fileURLWithPath: path)
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      let reason =
        FileManager.default.fileExists(atPath: path) ? "it cannot be read" : "no such file"
      throw CommandFailure(.noInput, "\(path): \(reason)")
    }
    self.path = path
    self.data = data
  }

  /// The name without its folders.
  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  /// SHA-256 of the bytes.
  var sha256: String { ContentHash.sha256(data) }
}
