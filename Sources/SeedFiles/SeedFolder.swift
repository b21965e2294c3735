import Foundation

/// The folder `seeds/`: standards, room names, equipment, materials and programme targets as data.
public struct SeedFolder: Hashable, Sendable {
  /// The folder's path.
  public let path: String

  /// Opens a folder.
  ///
  /// - Throws: ``SeedError`` when there is no such folder.
  public init(path: String) throws(SeedError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw SeedError(file: path, line: 0, reason: "there is no such folder of seeds") }
    self.path = path
  }

  /// Finds the folder: `override` when given, else the nearest `seeds` beside or above
  /// `executable`, else `share/twin-sim/seeds` of the same installation.
  ///
  /// - Throws: ``SeedError`` when none is found.
  public static func find(
    override: String?, near executable: String
  ) throws(SeedError) -> SeedFolder {
    if let override { return try SeedFolder(path: override) }
    var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      for name in ["seeds/standards", "share/twin-sim/seeds/standards"] {
        let candidate = folder.appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: candidate.path) {
          return try SeedFolder(path: candidate.deletingLastPathComponent().path)
        }
      }
    }
    throw SeedError(
      file: "seeds", line: 0,
      reason: "the folder was not found above \(executable); name it with --seeds")
  }

  /// Reads one file, named relative to the folder, such as `rooms/uses.yaml`.
  public func read(_ name: String) throws(SeedError) -> YAMLNode {
    try YAMLNode.read(file: "\(path)/\(name)")
  }

  /// The YAML files of a subfolder, relative to the folder, sorted by name.
  public func files(in subfolder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(subfolder)")) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(subfolder)/\($0)" }
  }
}
