public import Foundation
import TwinModel

/// A file with a city model.
public enum CityModelFile {
  /// Reads a city model, giving each object to `visit` in order of the file, with what
  /// the file has said of itself before it (its reference system among it).
  ///
  /// The kind of file is told by its content. Objects have the coordinates of the file; what is wrong
  /// with the file is in the header's findings.
  ///
  /// - Throws: ``CityImportError``, and what `visit` throws.
  public static func read(
    _ file: String, _ visit: (CityFileObject, CityModelHeader) throws -> Void
  ) throws -> CityModelHeader {
    try read(try data(of: file), file: file, visit)
  }

  /// Reads a city model from bytes; `file` is its name in messages.
  ///
  /// - Throws: ``CityImportError``, and what `visit` throws.
  public static func read(
    _ data: Data, file: String, _ visit: (CityFileObject, CityModelHeader) throws -> Void
  ) throws -> CityModelHeader {
    var checks = FindingLog()
    func checked(_ object: CityFileObject, _ header: CityModelHeader) throws {
      checks.check(object)
      try visit(object, header)
    }
    var header = try data.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      guard bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) != UInt8(ascii: "<") else {
        var reader = CityGMLReader(bytes, file: file)
        return try reader.read(checked)
      }
      var reader = CityJSONReader(bytes, file: file)
      return try reader.read(checked)
    }
    header.findings += checks.findings
    if header.crs == nil {
      header.findings.append(
        Finding(
          .warning, code: "cim.crs.missing",
          message: "the file names no coordinate reference system",
          suggestion: "name one with --crs EPSG:…, else the model has no place on the map"))
    } else if header.system == nil {
      header.findings.append(
        Finding(
          .warning, code: "cim.crs.unknown",
          message: "“\(header.crs ?? "")” is no known name of a coordinate reference system",
          suggestion: "name one with --crs EPSG:…, else the model has no place on the map"))
    }
    return header
  }

  private static func data(of file: String) throws(CityImportError) -> Data {
    do { return try Data(contentsOf: URL(fileURLWithPath: file), options: .alwaysMapped) } catch {
      throw .unreadable(file: file, reason: error.localizedDescription)
    }
  }
}
