package import TwinModel

/// The task of one area: devices of some types, at the least cost, so that every point of the floor is
/// served by so many different devices.
///
///     minimise   Σ c_j x_j
///     subject to Σ_{j serves i} x_j ≥ k    for every point i of the floor
///                x_j ∈ {0, 1}              for every place and heading j of every type
///
/// With one type and k = 1 it is the location set covering problem (Toregas, Swain, ReVelle, Bergman:
/// The location of emergency service facilities, Operations Research 19, 1971); with k > 1 the
/// multiple cover (Church and Gerrard: The multi-level location set covering model, Geographical
/// Analysis 35, 2003). Devices that are there already serve for nothing.
///
/// Lengths are whole millimetres; equal tasks have equal answers, so that rooms of one shape are solved
/// once.
package struct DeviceCover: Hashable {
  /// The floor.
  let area: DetectionArea
  /// The types that may serve it.
  let options: [Option]
  /// How many different devices must serve each point.
  let times: Int
  /// The least number of devices.
  let minimum: Int
  /// Floor nearer than this to a wall need not be served.
  let margin: Int64
  /// Devices that are there, with `type` −1.
  let present: [DeviceView]
  /// Greatest distance of neighbouring candidates on ceilings and walls, and of demand points.
  let step: Int64

  /// Creates a task.
  package init(
    area: DetectionArea, options: [Option], times: Int, minimum: Int, margin: Int64,
    present: [DeviceView], step: Int64
  ) {
    self.area = area
    self.options = options
    self.times = times
    self.minimum = minimum
    self.margin = margin
    self.present = present
    self.step = step
  }

  /// A type of device in a room of one height.
  package struct Option: Hashable {
    let id: String
    let cost: Double
    let surface: DeviceType.Surface
    let clearance: Int64
    let headingStep: Double?
    let shape: ViewShape

    /// Creates an option; nil when nothing tells what the type serves in a room so high.
    package init?(_ type: DeviceType, roomHeight: Metres) {
      guard let shape = ViewShape(type, roomHeight: roomHeight) else { return nil }
      id = type.id
      cost = type.cost.value
      surface = type.mounting.surface
      clearance = millimetres(type.mounting.clearance)
      headingStep = type.mounting.headingStep?.value
      self.shape = shape
    }
  }

  /// Whether a device serves a point of the floor.
  func serves(_ view: DeviceView, _ point: PlanPoint) -> Bool {
    view.reaches(point) && area.sees(view.place, point)
  }

  /// Whether a device surely serves all floor within a cell.
  func surelyServes(_ view: DeviceView, _ cell: PlanCell) -> Bool {
    view.reaches(cell) && area.surelySees(view.place, cell)
  }

  /// Whether a point must be served.
  func needs(_ point: PlanPoint) -> Bool {
    area.contains(point)
      // A thousandth of a millimetre more, so that no rounding makes a demand of what is none.
      && (margin == 0 || area.clearance(of: point) >= Double(margin) + 0.001)
  }

  /// Whether nothing in a cell must be served: it is off the floor, or within the margin of one wall.
  func isFree(_ cell: PlanCell) -> Bool {
    if margin > 0, area.edges.contains(where: { edge in isBeside(edge, cell) }) { return true }
    return !area.edges.contains { $0.meetsInside(of: cell.corners) } && !area.contains(cell.centre)
  }

  /// The points near a wall are a convex set: a cell is in it when its corners are.
  private func isBeside(_ edge: DetectionArea.Edge, _ cell: PlanCell) -> Bool {
    cell.corners.allSatisfy { edge.distance(to: $0) <= Double(margin) }
  }
}

/// The answer to a ``DeviceCover``.
package struct DevicePlan: Hashable {
  /// The devices, in order of place, type and heading.
  package var views: [DeviceView] = []
  /// What they cost.
  package var cost = 0.0
  /// No devices at the candidates serve the floor for less.
  package var bound = 0.0
  /// Points of the floor that make the bound.
  package var witnesses: [PlanPoint] = []
  /// Floor points that too few candidates serve, and why.
  package var blind: [BlindPoint] = []
  /// Floor area (m²) of the cells that hold blind points.
  package var blindArea = 0.0
  /// Floor area (m²) for which coverage was shown at points only.
  package var unshownArea = 0.0
  /// Whether the clearance could not be kept for want of width.
  package var isNarrow = false
  /// Distance of neighbouring candidates that the bound holds for (mm).
  package var candidateStep: Int64 = 0
  /// Nodes of the searches.
  package var nodes = 0

  /// Whether no cheaper plan exists for the candidates.
  package var isProven: Bool { cost <= bound + 1e-6 * max(1, cost) }
}

/// A point of the floor that nothing, or not enough, can serve.
package struct BlindPoint: Hashable {
  package let point: PlanPoint
  package let reason: Reason

  /// Why nothing serves a point.
  package enum Reason: String, Hashable, CaseIterable {
    /// The area has no place that the mounting allows.
    case noPlace = "no place for the device"
    /// Every place is farther away than the range.
    case outOfRange = "beyond the range from every place"
    /// Every place within range is too near to see it.
    case tooNear = "in the blind zone of every place in range"
    /// Walls, columns or furniture stand in between, or no heading turns there.
    case hidden = "hidden from every place in range"
    /// Some serve it, but fewer than asked for.
    case tooFew = "served by fewer places than asked for"
  }
}
