import Foundation
import RadioCoverage
import SeatForecast
import SeedFiles
import TwinModel

extension CoverageStudy {
  /// The study with what the options add.
  func with(_ options: RadioOptions) throws -> CoverageStudy {
    var study = self
    study.proposesAccessPoints = options.proposeAccessPoints
    if let path = options.sites {
      study.addedDevices = try SiteFile.devices(path, kinds: study.assumptions.siteKinds)
    }
    if let path = options.calibration {
      study.calibration = try CalibrationFile(path).calibration(materials: study.materials)
    }
    return study
  }
}

/// Sites of a network as CSV: `x, y, z` in the campus' local frame (m), and what is known of each.
enum SiteFile {
  /// The devices of a file, in its order.
  ///
  /// Columns beside the place: id, kind (nr_small_cell or access_point; the first kind of 5G site when
  /// absent), name, power_dbm, cable_loss_db, gain_dbi, antenna, azimuth_deg, tilt_deg; empty for the
  /// seeds'.
  static func devices(_ path: String, kinds: [String]) throws -> [Device] {
    let file = try RadioTable(path)
    let (x, y) = (try file.column(["x", "x_m"]), try file.column(["y", "y_m"]))
    let z = try file.column(["z", "z_m"])
    let (id, kind, name) = (file.optional(["id"]), file.optional(["kind"]), file.optional(["name"]))
    let columns = Self.columns.compactMap { heading, property in
      file.optional([heading]).map { (place: $0, property: property) }
    }
    var seen: Set<String> = []
    return try file.table.records.enumerated().map { index, record in
      func word(_ place: Int?) -> String? {
        place.map { record.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
      }
      let own = word(id) ?? "site-\(index + 1)"
      guard seen.insert(own).inserted else {
        throw file.failure(record, id ?? x, "found “\(own)” a second time; expected other ids")
      }
      let properties = try columns.compactMap { column -> Property? in
        guard let text = word(column.place) else { return nil }
        let value: PropertyValue =
          if let range = column.property.range {
            .number(try file.number(record, column.place, in: range))
          } else {
            .text(text)
          }
        return Property(set: "Radio", name: column.property.rawValue, value: value)
      }
      return Device(
        id: GlobalID(own), kind: word(kind) ?? kinds.first ?? "nr_small_cell",
        name: word(name) ?? own,
        position: Point3(
          try file.number(record, x), try file.number(record, y), try file.number(record, z)),
        origin: .proposed, properties: properties)
    }
  }

  private static let columns: [(String, SiteProperty)] = [
    ("power_dbm", .power), ("cable_loss_db", .cableLoss), ("gain_dbi", .gain),
    ("antenna", .pattern), ("azimuth_deg", .azimuth), ("tilt_deg", .tilt),
  ]
}

/// What `radio calibrate --format json` printed, read back.
struct CalibrationFile {
  private let path: String
  private let fit: Fit

  private struct Document: Decodable { let fits: [Fit] }
  private struct Fit: Decodable {
    struct Loss: Decodable {
      let column: String
      let loss_db: Double
    }
    struct Errors: Decodable { let deviation_db: Double }
    let exponent: Double
    let absorption_db_per_m: Double?
    let losses: [Loss]
    let fitted: Errors
    let left_out: Errors?
  }

  init(_ path: String) throws {
    self.path = path
    let document: Document
    do { document = try JSONDecoder().decode(Document.self, from: InputFile(path).data) } catch let
      error as DecodingError
    {
      throw CommandFailure(
        .badInput,
        "\(path): expected what `radio calibrate --format json` prints; \(Self.words(error))")
    }
    guard document.fits.count == 1, let fit = document.fits.first else {
      throw CommandFailure(
        .badInput,
        "\(path): it has \(document.fits.count) fits; expected one, of a survey without --group")
    }
    let numbers = [fit.exponent, fit.absorption_db_per_m ?? 0] + fit.losses.map(\.loss_db)
    guard numbers.allSatisfy(\.isFinite), (0...10).contains(fit.exponent) else {
      throw CommandFailure(
        .badInput, "\(path): the exponent is \(fit.exponent); expected 0 to 10")
    }
    self.fit = fit
  }

  /// Columns that are named after a material (`brick` or `walls_brick`) are that material's; a single
  /// column with another name is that of all walls.
  func calibration(materials: MaterialCatalogue) throws -> MapCalibration {
    var calibration = MapCalibration(
      exponent: fit.exponent, absorption: fit.absorption_db_per_m ?? 0,
      sigma: Decibels(max((fit.left_out ?? fit.fitted).deviation_db, 0.1)))
    for loss in fit.losses {
      // Waves gain nothing in a wall; a fit to few of them may say so.
      let decibels = Decibels(max(loss.loss_db, 0))
      let name = loss.column.hasPrefix("walls_") ? String(loss.column.dropFirst(6)) : loss.column
      if let material = try? materials.material(named: name) {
        calibration.losses[material.name] = decibels
      } else if fit.losses.count == 1 {
        calibration.otherWalls = decibels
      } else {
        throw CommandFailure(
          .badInput,
          "\(path): the column “\(loss.column)” names no material of seeds/radio/materials.yaml; "
            + "name the survey's columns after materials, such as walls_brick")
      }
    }
    return calibration
  }

  private static func words(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "it has no “\(key.stringValue)”"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” has another form"
    case .dataCorrupted: "it is no JSON"
    @unknown default: "it cannot be read"
    }
  }
}
