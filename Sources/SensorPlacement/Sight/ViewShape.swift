package import TwinModel

/// The part of a floor plan that a device at one height serves, walls aside.
///
/// It is a ring around the device, or a sector of one, in whole millimetres.
package struct ViewShape: Hashable {
  /// Nothing nearer than this is served.
  package let near: Int64
  /// Nothing farther than this is served.
  package let far: Int64
  /// Full angle of the sector (°), up to 180; nil for all round.
  let angle: Double?

  /// Height of the lens, eye or antenna above the floor.
  let height: Metres

  /// What a type serves in a room of a clear height; nil when it is not told by a shape, or when it
  /// hangs too low or too high to see anything.
  ///
  /// A camera sees from its near blind zone (h − t) / tan(tilt + VFOV / 2) to the nearer of its upper
  /// ray and the distance with enough pixels. A cone cuts the height of its objects in a circle of
  /// (h − o) · tan(angle / 2).
  ///
  /// Source: EN 62676-4:2014, 6.7 (cameras).
  package init?(_ type: DeviceType, roomHeight: Metres) {
    // Nothing hangs above the ceiling.
    let height = min(type.mounting.height ?? roomHeight, roomHeight)
    self.height = height
    switch type.sensing {
    case .reach(let radius):
      (near, far, angle) = (0, millimetres(radius), nil)
    case .cone(let opening, let objectHeight):
      let drop = height.value - objectHeight.value
      guard drop > 0 else { return nil }
      (near, far, angle) = (0, millimetres(Metres(drop * tangent(opening.value / 2))), nil)
    case .sector(let range, let opening, let nearest):
      (near, far, angle) = (millimetres(nearest), millimetres(range), opening.value)
    case .camera(let camera):
      let drop = height.value - camera.targetHeight.value
      guard drop > 0 else { return nil }
      let lower = camera.tilt.value + camera.vertical.value / 2
      let upper = camera.tilt.value - camera.vertical.value / 2
      let slant = camera.farthest.value
      guard slant > drop else { return nil }
      var farthest = (slant * slant - drop * drop).squareRoot()
      if upper > 0 { farthest = min(farthest, drop / tangent(upper)) }
      near = lower >= 90 ? 0 : Int64((drop / tangent(lower) * 1000).rounded(.up))
      far = Int64((farthest * 1000).rounded(.down))
      angle = camera.horizontal.value
    case .radio, .room, .door: return nil
    }
    guard near < far else { return nil }
  }
}
