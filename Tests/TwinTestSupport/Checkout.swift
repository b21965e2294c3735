package import Foundation

/// Where the tests find what lies beside them.
package enum Checkout {
  /// The root of the package.
  package static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// The folder `seeds/` of the package.
  package static let seeds = root.appendingPathComponent("seeds").path

  /// The folder of real inputs and reference numbers beside the package; nil in a user's checkout,
  /// where the tests that need it are skipped.
  package static let shared: URL? = {
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent("data").path)
      ? folder : nil
  }()
}
