public import Foundation
public import TwinModel

/// Writes maps of studies as GeoTIFF: one band of 32-bit floats, north up in the local frame, cells
/// without a value NaN and declared as no data.
///
/// The local frame is carried by an affine transformation, so that a campus turned against the map's
/// north keeps its cells as they are. A campus without a georeference is written in local metres, with a
/// citation that says so and no code of a reference system.
///
/// Source: TIFF 6.0; OGC 19-008r4 (GeoTIFF 1.1), requirements classes ModelTransformation and
/// ProjectedCRS; GDAL's tags 42112 (metadata) and 42113 (no data).
public enum GeoTIFF {
  /// The bytes of a map.
  public static func data(of grid: GridFact, georeference: Georeference?) -> Data {
    let title = "\(grid.quantity) (\(grid.unit)), storey \(grid.storey), \(grid.source)"
    var directory = TIFFDirectory()
    directory.add(.imageWidth, .long([UInt32(grid.columns)]))
    directory.add(.imageLength, .long([UInt32(grid.rows)]))
    directory.add(.bitsPerSample, .short([32]))
    directory.add(.compression, .short([1]))
    directory.add(.photometricInterpretation, .short([1]))
    directory.add(.imageDescription, .ascii(title))
    directory.add(.samplesPerPixel, .short([1]))
    directory.add(.rowsPerStrip, .long([UInt32(grid.rows)]))
    directory.add(.planarConfiguration, .short([1]))
    directory.add(.sampleFormat, .short([3]))
    directory.add(.modelTransformation, .double(transformation(grid, georeference)))
    let keys = keys(georeference)
    directory.add(.geoKeyDirectory, .short(keys.directory))
    directory.add(.geoASCIIParams, .ascii(keys.text))
    directory.add(.gdalMetadata, .ascii(metadata(grid, title)))
    directory.add(.gdalNoData, .ascii("nan"))
    return directory.file(image: image(grid))
  }

  /// The rows from the north, each value little-endian.
  private static func image(_ grid: GridFact) -> Data {
    var bytes = Data(capacity: 4 * grid.values.count)
    for row in (0..<grid.rows).reversed() {
      for column in 0..<grid.columns {
        bytes.append(littleEndian: grid.values[row * grid.columns + column].bitPattern)
      }
    }
    return bytes
  }

  /// From (column, row, 0, 1) of the picture to map coordinates: a 4 × 4 matrix, row by row.
  private static func transformation(
    _ grid: GridFact, _ georeference: Georeference?
  ) -> [Double] {
    let top = Point2(grid.origin.x, grid.origin.y + Double(grid.rows) * grid.cell.value)
    let corner = georeference?.map(top) ?? top
    let step = grid.cell.value * (georeference?.scale ?? 1)
    let (cosine, sine) = (georeference?.abscissa ?? 1, georeference?.ordinate ?? 0)
    return [
      step * cosine, step * sine, 0, corner.x,
      step * sine, -step * cosine, 0, corner.y,
      0, 0, 0, 0,
      0, 0, 0, 1,
    ]
  }

  /// The keys that name the reference system, and the text they point into.
  private static func keys(
    _ georeference: Georeference?
  ) -> (directory: [UInt16], text: String) {
    let (projected, userDefined, pixelIsArea, metre): (UInt16, UInt16, UInt16, UInt16) =
      (1, 32767, 1, 9001)
    guard let georeference, let code = UInt16(exactly: georeference.epsg) else {
      let text = "Local engineering frame of the campus, in metres; it has no place on the map|"
      return (
        [
          1, 1, 1, 4,
          1024, 0, 1, userDefined,
          1025, 0, 1, pixelIsArea,
          1026, 34737, UInt16(text.utf8.count), 0,
          3076, 0, 1, metre,
        ], text
      )
    }
    let text = "EPSG:\(code)|"
    return (
      [
        1, 1, 1, 4,
        1024, 0, 1, projected,
        1025, 0, 1, pixelIsArea,
        1026, 34737, UInt16(text.utf8.count), 0,
        3072, 0, 1, code,
      ], text
    )
  }

  private static func metadata(_ grid: GridFact, _ title: String) -> String {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    return "<GDALMetadata>"
      + "<Item name=\"DESCRIPTION\" sample=\"0\" role=\"description\">\(escaped(title))</Item>"
      + "<Item name=\"UNITTYPE\" sample=\"0\" role=\"unittype\">\(escaped(grid.unit))</Item>"
      + "</GDALMetadata>"
  }
}

extension Data {
  /// Appends a whole number, its lowest byte first.
  mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
