import CityImport
import Foundation
import TwinModel
import TwinStore

/// The import of one file with a city model or a map layer, which belongs to no campus.
struct CityImportJob {
  let path: String
  let system: SystemName?
  let layer: String?
  let role: MapLayer.Role
  /// The layer's name in the store; nil keeps its own.
  let name: String?

  /// Whether the file is a city model or a map layer; false for what cannot be opened.
  static func reads(_ path: String) -> Bool {
    let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    return data.flatMap { CityFileKind($0) } != nil
  }

  /// Reads the file and saves it; a refusal is an outcome, so that others go on.
  func run(into store: TwinStore, at now: String) -> CityImportOutcome {
    var outcome = CityImportOutcome(file: path)
    do {
      let file = try InputFile(path)
      let sha256 = file.sha256
      if try store.hasCityFile(fileName: file.name, sha256: sha256), system == nil, layer == nil {
        outcome.isUnchanged = true
        return outcome
      }
      guard let kind = CityFileKind(file.data) else {
        throw CommandFailure(.badInput, "\(path): neither a city model nor a map layer")
      }
      let version = CityFileVersion(
        fileName: file.name, sha256: sha256, byteCount: file.data.count, format: "",
        crs: nil, importedAt: now, counts: [], isPlaced: false, findings: [])
      if kind.isCityModel {
        try importModel(file, version, into: store, &outcome)
      } else {
        try importLayer(file, kind, version, into: store, &outcome)
      }
    } catch {
      let failure = CommandFailure(error) ?? CommandFailure(.ownFault, "\(path): \(error)")
      outcome.failure = failure
      outcome.refusal = failure.message
    }
    return outcome
  }

  private func importModel(
    _ file: InputFile, _ version: CityFileVersion, into store: TwinStore,
    _ outcome: inout CityImportOutcome
  ) throws {
    var mapper = CityMapper(to: store.srs, override: system)
    var counts: [String: Int] = [:]
    var version = version
    outcome.version = try store.importCityModel(fileName: file.name) { save in
      let header = try CityModelFile.read(file.data, file: path) { object, header in
        counts[object.type, default: 0] += 1
        try save(mapper.map(object, header))
      }
      version.format = "\(header.format) \(header.version)"
      version.crs = crs(header.crs)
      version.counts = counts.sorted { $0.key < $1.key }.map {
        .init(name: $0.key, count: $0.value)
      }
      version.isPlaced = mapper.placed > 0
      // What the user says of the reference system answers what the file does not say.
      let answered = ["cim.crs.missing", "cim.crs.unknown"]
      let own = header.findings.filter { system == nil || !answered.contains($0.code) }
      version.findings = own + mapper.findings
      return version
    }
    outcome.take(version)
  }

  private func importLayer(
    _ file: InputFile, _ kind: CityFileKind, _ version: CityFileVersion, into store: TwinStore,
    _ outcome: inout CityImportOutcome
  ) throws {
    let read = try MapLayerFile.read(file.data, file: path, kind: kind, layer: layer)
    let (features, isPlaced, findings) = read.placed(to: store.srs, override: system)
    let stem = file.name.split(separator: ".").first.map(String.init) ?? file.name
    let name = name ?? (read.name.isEmpty ? stem : read.name)
    var version = version
    version.format = read.format
    version.crs = crs(read.crs)
    version.counts = [.init(name: name, count: features.count)]
    version.isPlaced = isPlaced
    version.findings = read.findings + findings
    outcome.version = try store.importLayer(
      MapLayer(name: name, role: role, features: features), version: version)
    outcome.take(version)
  }

  private func crs(_ own: String?) -> String? { system.map { "EPSG:\($0.epsg)" } ?? own }
}

/// What became of the import of a city model, a map layer or a register of devices.
struct CityImportOutcome: Encodable {
  let file: String
  /// Number of the import; nil when nothing was saved.
  var version: Int?
  var isUnchanged = false
  var format = ""
  var crs: String?
  var isPlaced = false
  var counts: [ImportVersion.ClassCount] = []
  var findings: [Finding] = []
  /// Why the file was refused; nil when it was not.
  var refusal: String?
  var failure: CommandFailure?

  init(file: String) { self.file = file }

  mutating func take(_ version: CityFileVersion) {
    format = version.format
    crs = version.crs
    isPlaced = version.isPlaced
    counts = version.counts
    findings = version.findings
  }

  private enum CodingKeys: String, CodingKey {
    case file, version, format, crs, counts, findings, refusal
    case isUnchanged = "unchanged"
    case isPlaced = "placed"
  }

  var text: String {
    if let refusal { return "\(file): refused: \(refusal)\n" }
    if isUnchanged { return "\(file): unchanged\n" }
    let what = counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    return
      "\(file): \(format), \(crs ?? "no reference system"), \(isPlaced ? "placed" : "not placed"): "
      + "\(what.isEmpty ? "nothing" : what), \(findings.count) findings\n"
      + findings.map { "  " + $0.line }.joined()
  }
}

/// What became of any import.
enum AnyImportOutcome: Encodable {
  case campus(ImportOutcome)
  case city(CityImportOutcome)

  var text: String {
    switch self {
    case .campus(let outcome): outcome.text
    case .city(let outcome): outcome.text
    }
  }

  var failure: CommandFailure? {
    switch self {
    case .campus(let outcome): outcome.failure
    case .city(let outcome): outcome.failure
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .campus(let outcome): try outcome.encode(to: encoder)
    case .city(let outcome): try outcome.encode(to: encoder)
    }
  }
}
