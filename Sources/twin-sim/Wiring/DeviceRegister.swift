import CityImport
import Foundation
import SeatForecast
import SpatialCore
import TwinModel
import TwinStore

/// A register of devices (CSV) that stand in schools, whether or not their models have them.
///
/// Columns: `id,campus,kind` and, when known, `x`, `y` (metres on the map, or in the system of `--crs`)
/// or `lon`, `lat` (degrees, CGCS2000 and WGS 84 alike), `z` (metres), `storey`, `status`. Other columns
/// are kept as attributes. A row that cannot be read is a finding; the others are read.
struct DeviceRegister {
  private(set) var devices: [RegisteredDevice] = []
  private(set) var findings: [Finding] = []
  private static let own: Set<String> = [
    "id", "campus", "kind", "x", "y", "z", "lon", "lat", "storey", "status",
  ]

  /// Reads a register for the map `target`.
  init(_ file: InputFile, system: SystemName?, target: Int) throws {
    let table = try CSVTable(bytes: Array(file.data), file: file.path)
    for column in ["id", "campus", "kind"] where !table.header.contains(column) {
      throw CommandFailure(
        .badInput,
        "\(file.path): there is no column “\(column)”; the columns are "
          + table.header.joined(separator: ", "))
    }
    let projected = try system.map { try MapPlacing(from: $0, to: target) }
    var degrees: MapPlacing?
    if table.header.contains("lon"), let geographic = SystemName("OGC:CRS84") {
      degrees = try MapPlacing(from: geographic, to: target)
    }
    var ids: Set<String> = []
    for record in table.records {
      let fields = Dictionary(
        zip(table.header, record.fields).filter { !$0.1.isEmpty }, uniquingKeysWith: { $1 })
      do {
        let device = try device(fields, table.header, projected, degrees)
        guard ids.insert(device.id).inserted else {
          throw CommandFailure(.badInput, "the device “\(device.id)” stands here twice")
        }
        devices.append(device)
      } catch {
        let reason = (error as? CommandFailure)?.message ?? "\(error)"
        findings.append(
          Finding(
            .error, code: "devices.row", subject: fields["id"] ?? "line \(record.line)",
            message: "line \(record.line): \(reason)", suggestion: "the row is left out"))
      }
    }
  }

  private func device(
    _ fields: [String: String], _ header: [String], _ projected: MapPlacing?,
    _ degrees: MapPlacing?
  ) throws -> RegisteredDevice {
    func required(_ column: String) throws -> String {
      guard let field = fields[column] else {
        throw CommandFailure(.badInput, "the field “\(column)” is empty")
      }
      return field
    }
    func number(_ column: String) throws -> Double? {
      guard let field = fields[column] else { return nil }
      guard let value = Double(field), value.isFinite else {
        throw CommandFailure(.badInput, "column “\(column)”: found “\(field)”; expected a number")
      }
      return value
    }
    var place: Point2?
    if let x = try number("x"), let y = try number("y") {
      place = try projected?.place(Point2(x, y)) ?? Point2(x, y)
    } else if let longitude = try number("lon"), let latitude = try number("lat") {
      place = try degrees?.place(Point2(longitude, latitude))
    }
    let others = header.filter { !Self.own.contains($0) && fields[$0] != nil }
    let attributes = Dictionary(
      others.map { ($0, fields[$0] ?? "") }, uniquingKeysWith: { first, _ in first })
    return RegisteredDevice(
      id: try required("id"), campus: try CampusID(required("campus")),
      kind: try required("kind"), storey: fields["storey"] ?? "", status: fields["status"] ?? "",
      place: place, height: try number("z").map { Metres($0) },
      attributes: try JSONText.of(attributes, isPretty: false))
  }

  /// Reads a register and saves it; a refusal is an outcome.
  static func run(
    _ path: String, system: SystemName?, into store: TwinStore, at now: String
  ) -> CityImportOutcome {
    var outcome = CityImportOutcome(file: path)
    do {
      let file = try InputFile(path)
      let register = try DeviceRegister(file, system: system, target: store.srs)
      var counts: [String: Int] = [:]
      for device in register.devices { counts[device.kind, default: 0] += 1 }
      let version = CityFileVersion(
        fileName: file.name, sha256: file.sha256, byteCount: file.data.count, format: "CSV",
        crs: system.map { "EPSG:\($0.epsg)" } ?? "EPSG:\(store.srs)", importedAt: now,
        counts: counts.sorted { $0.key < $1.key }.map { .init(name: $0.key, count: $0.value) },
        isPlaced: register.devices.contains { $0.place != nil }, findings: register.findings)
      outcome.version = try store.importDevices(register.devices, version: version)
      outcome.take(version)
    } catch {
      let failure = CommandFailure(error) ?? CommandFailure(.ownFault, "\(path): \(error)")
      outcome.failure = failure
      outcome.refusal = failure.message
    }
    return outcome
  }
}
