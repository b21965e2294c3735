import TwinModel

/// Outlets of supply air that detectors of a room keep away from (GB 50116-2013 6.2.8).
enum AirOutlets {
  /// Outlets higher above the top of a room than this (m) blow elsewhere.
  private static let slack = 0.5

  /// The outlets of the model in the upper half of a room.
  static func around(
    _ room: PlanRoom, in plan: StoreyPlan, rules: OutletRules
  ) -> [KeepOff] {
    let height = (room.height ?? plan.height).value
    let floor = plan.elevation.value + Double(room.floor) / 1000
    let heights = (floor + height / 2)...(floor + max(0, height) + slack)
    return plan.devices.compactMap { device in
      guard let distance = rules.distance(from: device), let position = device.position,
        heights.contains(position.z)
      else { return nil }
      let place = PresentDetectors.planPoint(position, in: plan)
      guard room.outline.contains(where: { $0.contains(place) }) else { return nil }
      return KeepOff(ring: [place], distance: millimetres(distance))
    }
  }
}
