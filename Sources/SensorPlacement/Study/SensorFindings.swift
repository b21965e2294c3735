import SpatialCore
import TwinModel

/// Everything that this study can find wrong with a model, or has to assume.
extension Finding {
  private static func name(_ room: PlanRoom) -> String { room.names }

  static func withoutOutline(_ room: PlanRoom) -> Finding {
    Finding(
      .warning, code: "sensors.room.outline", subject: room.id.value,
      message: "room \(name(room)) has no floor outline, so no detectors were placed",
      suggestion: "give the space a body or a footprint")
  }

  static func tooLarge(_ room: PlanRoom) -> Finding {
    Finding(
      .warning, code: "sensors.room.size", subject: room.id.value,
      message: "room \(name(room)) has \(room.area) of floor in one piece, more than "
        + "\(RoomTask.greatestPart) or 400 m long, so no detectors were placed",
      suggestion: "check its outline and the units of the file, or divide it")
  }

  static func outOfRange(
    _ room: PlanRoom, height: Metres, rules: PointDetectorRules
  ) -> Finding {
    let most = rules.protection.map(\.height.upTo).max() ?? 0
    return Finding(
      .warning, code: "sensors.room.height", subject: room.id.value,
      message: "room \(name(room)) is \(height) high, but table 6.2.2 of \(rules.document) ends at "
        + "\(most) m, so no point detectors were placed",
      suggestion: "use beam or aspirating detectors, or correct the height")
  }

  static func narrow(_ room: PlanRoom, clearance: Metres, hasOutlets: Bool) -> Finding {
    Finding(
      .warning, code: "sensors.room.narrow", subject: room.id.value,
      message: "room \(name(room)) is too narrow in places to keep \(clearance) to walls and beams "
        + "(6.2.5)" + (hasOutlets ? " or the distance to air outlets (6.2.8)" : "")
        + "; detectors stand as far away as they can there")
  }

  static func uncutCeiling(_ room: PlanRoom, _ error: GeometryError) -> Finding {
    Finding(
      .warning, code: "sensors.room.ceiling", subject: room.id.value,
      message: "room \(name(room)): the beams above it could not be cut (\(error)), so its ceiling "
        + "was taken to have none",
      suggestion: "check 6.2.3 there by hand")
  }

  static func blind(_ room: PlanRoom, _ count: Int, first: Point2) -> Finding {
    Finding(
      .warning, code: "sensors.room.blind", subject: room.id.value,
      message: "room \(name(room)) has \(count) floor points that no place on its ceiling serves, "
        + "the first at (\(first.x), \(first.y)) m",
      suggestion: "look at the outline there, or place a detector by hand")
  }

  static func unshown(_ room: PlanRoom, _ area: SquareMetres) -> Finding {
    Finding(
      .info, code: "sensors.room.coverage", subject: room.id.value,
      message: "room \(name(room)): for \(area) of floor, coverage was shown at points a few "
        + "centimetres apart, not for the whole")
  }

  static func flatCeilings(_ count: Int, _ campus: CampusID) -> Finding {
    Finding(
      .info, code: "sensors.assumed.ceiling", subject: campus.value,
      message:
        "\(count) rooms have no roof, slab or ceiling of the model right above them, so their "
        + "ceilings were taken to be flat",
      suggestion: "export slabs and roofs with their geometry, or check the slopes of 6.2.2 by hand"
    )
  }

  static func withoutBeams(_ campus: CampusID) -> Finding {
    Finding(
      .info, code: "sensors.assumed.beams", subject: campus.value,
      message: "the model has no beams, so that none parts a ceiling (6.2.3)",
      suggestion: "export beams, or check 6.2.3 (beams of 200 mm and more) by hand")
  }

  static func withoutOutlets(_ campus: CampusID) -> Finding {
    Finding(
      .info, code: "sensors.assumed.outlets", subject: campus.value,
      message: "the model has no air outlets, so that detectors keep away from none (6.2.8)",
      suggestion: "import the model of the ventilation too, or check 6.2.8 (1.5 m) by hand")
  }

  static func unverifiedBays(
    _ count: Int, _ campus: CampusID, rules: PointDetectorRules
  ) -> Finding {
    Finding(
      .info, code: "sensors.unverified.beams", subject: campus.value,
      message: "\(count) rooms with beams rest on figures of appendices F and G of "
        + "\(rules.document) that were not verified against the print",
      suggestion: "check seeds/equipment/\(rules.type.word)-detector.yaml")
  }

  static func withoutUse(_ count: Int, _ campus: CampusID) -> Finding {
    Finding(
      .info, code: "sensors.assumed.use", subject: campus.value,
      message: "\(count) rooms without a known use were taken to need smoke detectors, and for "
        + "corridors when they are long and narrow",
      suggestion: "run the capacity study first, and name the rooms")
  }

  static func withoutHeight(_ count: Int, _ campus: CampusID) -> Finding {
    Finding(
      .info, code: "sensors.assumed.height", subject: campus.value,
      message: "\(count) rooms without a clear height were taken to be as high as their storey")
  }

  static func unverified(
    _ count: Int, _ campus: CampusID, rules: PointDetectorRules
  ) -> Finding {
    Finding(
      .info, code: "sensors.unverified", subject: campus.value,
      message: "\(count) rooms rest on figures of table 6.2.2 of \(rules.document) that were not "
        + "verified against the print",
      suggestion: "check seeds/equipment/\(rules.type.word)-detector.yaml")
  }
}

extension PlanRoom {
  /// Short and full name, as the model has them.
  var names: String { [name, longName].filter { !$0.isEmpty }.joined(separator: " ") }
}
