import TwinModel

/// Which storey a device hangs on, by its place.
struct DeviceStoreys {
  private struct Storey {
    let id: GlobalID
    let low: Point2
    let high: Point2
    let floor: Double
    let top: Double
  }

  /// The storeys, the highest floor first.
  private let storeys: [Storey]

  /// An antenna may hang this much beside or above its storey: plans are drawn to a millimetre, and heights
  /// of storeys are often those of the rooms below a false ceiling.
  static let slack = 1.0

  init(_ plans: [StoreyPlan]) {
    storeys = plans.compactMap { plan in
      guard let box = plan.box else { return nil }
      return Storey(
        id: plan.storey, low: box.low, high: box.high, floor: plan.elevation.value,
        top: plan.elevation.value + plan.height.value)
    }.sorted { ($1.floor, $0.id) < ($0.floor, $1.id) }
  }

  /// The highest storey whose floor is below a place in its box; nil for none.
  func storey(of place: Point3) -> GlobalID? {
    let slack = Self.slack
    return storeys.first { storey in
      place.x >= storey.low.x - slack && place.x <= storey.high.x + slack
        && place.y >= storey.low.y - slack && place.y <= storey.high.y + slack
        && place.z >= storey.floor && place.z <= storey.top + slack
    }?.id
  }

  /// Devices by storey; those in none are reported.
  func assigned(_ devices: [Device], _ findings: inout [Finding]) -> [GlobalID: [Device]] {
    var assigned: [GlobalID: [Device]] = [:]
    for device in devices {
      if let place = device.position, let storey = storey(of: place) {
        assigned[storey, default: []].append(device)
      } else {
        findings.append(
          Finding(
            .warning, code: "radio.site.nowhere", subject: device.id.value,
            message: "\(device.id) hangs on no storey of the campus and is left out",
            suggestion: "give its place in the campus' local frame, in metres"))
      }
    }
    return assigned
  }
}

extension StoreyPlan {
  /// The box around rooms and walls, in local metres; nil when there is neither.
  var box: (low: Point2, high: Point2)? {
    let boxes = (rooms.flatMap(\.outline) + walls.flatMap(\.outline))
      .filter { $0.outer.count >= 3 }.map(\.bounds)
    guard let first = boxes.first else { return nil }
    let low = boxes.reduce(first.min) { PlanPoint(min($0.x, $1.min.x), min($0.y, $1.min.y)) }
    let high = boxes.reduce(first.max) { PlanPoint(max($0.x, $1.max.x), max($0.y, $1.max.y)) }
    return (local(low), local(high))
  }
}
