import CityImport
import Foundation
import TwinModel

/// What `twin-sim inspect` says of a city model or a map layer.
enum CityInspector {
  /// Inspects the file when it is one; false when it is none of them.
  static func inspect(_ path: String, _ output: OutputOptions) throws -> Bool {
    let data = try InputFile(path).data
    guard let kind = CityFileKind(data) else { return false }
    guard !kind.isCityModel else {
      let found = try CityInspection.inspect(file: path)
      try output.show(found) { text(found) }
      return true
    }
    var layers: [LayerRow] = []
    for name in try MapLayerFile.layers(of: data, file: path, kind: kind) {
      layers.append(
        LayerRow(try MapLayerFile.read(data, file: path, kind: kind, layer: name)))
    }
    try output.show(layers) {
      var table = TextTable("layer", "reference system", "features", "geometry")
      for layer in layers {
        let shapes = layer.geometries.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        table.add(
          layer.name, layer.crs ?? "none", "\(layer.features)", shapes.joined(separator: ", "))
      }
      return table.text + layers.flatMap(\.findings).map(\.line).joined()
    }
    return true
  }

  private static func text(_ found: CityInspection) -> String {
    let header = found.header
    var text = "\(header.format) \(header.version), \(header.crs ?? "no reference system")"
    text += header.system.map { " (EPSG:\($0.epsg))" } ?? ""
    text += ", \(found.objects.count) objects\n"
    for (title, counts) in [
      ("class", found.types), ("level of detail", found.lods), ("geometry", found.geometryTypes),
      ("surface", found.semanticSurfaces),
    ] where !counts.isEmpty {
      var table = TextTable(title, "count")
      for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        table.add(name, "\(count)")
      }
      text += table.text + "\n"
    }
    return text + header.findings.map(\.line).joined()
  }

  /// A layer of a file.
  private struct LayerRow: Encodable {
    let name: String
    let format: String
    let crs: String?
    let features: Int
    let geometries: [String: Int]
    let findings: [Finding]

    init(_ layer: FileLayer) {
      name = layer.name
      format = layer.format
      crs = layer.crs
      features = layer.features.count
      findings = layer.findings
      var counts: [String: Int] = [:]
      for feature in layer.features { counts[Self.word(feature.geometry), default: 0] += 1 }
      geometries = counts
    }

    private static func word(_ geometry: MapGeometry?) -> String {
      switch geometry {
      case .points: "points"
      case .lines: "lines"
      case .areas: "areas"
      case nil: "no place"
      }
    }
  }
}
