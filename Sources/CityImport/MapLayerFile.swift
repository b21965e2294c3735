public import Foundation

/// A file with map layers.
public enum MapLayerFile {
  /// Names of the layers of a file; of GeoJSON its one, by its own name or empty.
  ///
  /// - Throws: ``CityImportError``.
  public static func layers(
    of data: Data, file: String, kind: CityFileKind
  ) throws(CityImportError) -> [String] {
    guard kind == .geoPackage else { return [try geoJSON(data, file).name] }
    return try GeoPackageReader(file).layers()
  }

  /// Reads a layer.
  ///
  /// - Parameters:
  ///   - data: The bytes of the file.
  ///   - file: Its path; SQLite opens a GeoPackage by it.
  ///   - kind: What it is.
  ///   - layer: Which layer; the only one when nil. GeoJSON has only one.
  /// - Returns: The layer in the coordinates of the file.
  /// - Throws: ``CityImportError``.
  public static func read(
    _ data: Data, file: String, kind: CityFileKind, layer: String? = nil
  ) throws(CityImportError) -> FileLayer {
    kind == .geoPackage ? try GeoPackageReader(file).read(layer) : try geoJSON(data, file)
  }

  private static func geoJSON(_ data: Data, _ file: String) throws(CityImportError) -> FileLayer {
    let result = data.withUnsafeBytes { raw in
      Result { () throws(CityImportError) in
        var reader = GeoJSONReader(raw.bindMemory(to: UInt8.self), file: file)
        return try reader.read()
      }
    }
    return try result.get()
  }
}
