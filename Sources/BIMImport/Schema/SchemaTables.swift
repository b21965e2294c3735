import Foundation

/// The tables of the schemas, files among the program's resources.
enum SchemaTables {
  /// The table of a schema; nil when it is not there.
  ///
  /// Resources lie in a folder beside the program. Looking there first spares small models the search
  /// through bundles, which takes as long as reading them.
  static func table(_ name: String) -> MappedBytes? {
    let file = "schema/\(name).txt"
    if let folder = programFolder,
      let table = try? MappedBytes(file: "\(folder)/campus-twin_BIMImport.resources/\(file)")
    {
      return table
    }
    return try? MappedBytes(file: Bundle.module.bundlePath + "/" + file)
  }

  /// Where the running program lies, through links; nil where the system does not say.
  private static var programFolder: String? {
    guard let program = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(program) }
    guard let slash = strrchr(program, Int32(UInt8(ascii: "/"))) else { return nil }
    slash.pointee = 0
    return String(cString: program)
  }
}
