public import TwinModel

extension WallScene {
  /// The walls, doors and windows of a storey, in the campus' local frame.
  ///
  /// Walls enter by their faces (``WallFaces``), each with half of the wall's loss, cut by their
  /// openings (``FaceOpenings``); a bare hole loses nothing. Columns and furniture are left out.
  ///
  /// - Returns: The scene, and findings on materials that were not understood, once for each name.
  public static func make(
    plan: StoreyPlan, materials: MaterialCatalogue, channel: ClosedRange<Gigahertz>
  ) -> (scene: WallScene, findings: [Finding]) {
    var cache = LossCurveCache(channel: channel, limits: materials.limits)
    return make(plan: plan, materials: materials, curves: &cache)
  }

  /// As ``make(plan:materials:channel:)``, with curves kept for the next storey.
  static func make(
    plan: StoreyPlan, materials: MaterialCatalogue, calibration: MapCalibration? = nil,
    curves: inout LossCurveCache
  ) -> (scene: WallScene, findings: [Finding]) {
    var builder = SceneBuilder(
      plan: plan, materials: materials, calibration: calibration, cache: curves)
    let made = builder.build()
    curves = builder.cache
    return made
  }
}

/// Puts a scene together from a plan.
private struct SceneBuilder {
  let plan: StoreyPlan
  let materials: MaterialCatalogue
  let calibration: MapCalibration?
  var cache: LossCurveCache
  var scene = WallScene()
  /// Curves by slab and measured loss: a wall may be measured, a door of the same build-up is not.
  private var curveOfSlab: [Filling: Int] = [:]
  var assumptions: MaterialAssumptions

  private struct Filling: Hashable {
    let slab: LayeredSlab
    let measured: Decibels?
  }

  init(
    plan: StoreyPlan, materials: MaterialCatalogue, calibration: MapCalibration?,
    cache: LossCurveCache
  ) {
    self.plan = plan
    self.materials = materials
    self.calibration = calibration
    self.cache = cache
    assumptions = MaterialAssumptions(channel: cache.channel)
  }

  mutating func build() -> (scene: WallScene, findings: [Finding]) {
    let openings = FaceOpenings(plan: plan)
    let wallCurves = plan.walls.map { wall in
      curve(
        materials.buildUp(
          wall.layers, thickness: Metres(Double(wall.thickness) / 1000),
          role: wall.isCurtainWall ? .curtainWall : .wall), of: wall.id, isOpening: false)
    }
    let openingCurves = plan.openings.map { opening -> Int? in
      switch opening.kind {
      case .hole: nil
      case .door:
        curve(materials.buildUp(opening.layers, thickness: nil, role: .door), of: opening.id)
      case .window:
        curve(materials.buildUp(opening.layers, thickness: nil, role: .window), of: opening.id)
      }
    }
    for part in WallFaces(plan.walls).visible() {
      for panel in openings.panels(of: part, wall: plan.walls[part.wall]) {
        let curve: Int
        if let opening = panel.opening {
          guard let filling = openingCurves[opening] else { continue }
          curve = filling
        } else {
          curve = wallCurves[part.wall]
        }
        scene.segments.append(segment(panel, curve))
      }
    }
    return (scene, assumptions.findings(on: plan, homeless: openings.homeless))
  }

  private func segment(_ panel: FacePanel, _ curve: Int) -> WallSegment {
    func local(_ share: Double) -> Point2 {
      let point = panel.part.point(share)
      return Point2(plan.origin.x + point.x / 1000, plan.origin.y + point.y / 1000)
    }
    return WallSegment(
      start: local(panel.part.from), end: local(panel.part.to),
      bottom: Metres(plan.elevation.value + Double(panel.bottom) / 1000),
      top: Metres(plan.elevation.value + Double(panel.top) / 1000), curve: curve, share: 0.5)
  }

  private mutating func curve(
    _ buildUp: BuildUp, of id: GlobalID, isOpening: Bool = true
  ) -> Int {
    assumptions.note(buildUp, of: id, isOpening: isOpening)
    let measured = isOpening ? nil : calibration?.loss(of: buildUp.slab)
    let filling = Filling(slab: buildUp.slab, measured: measured)
    if let known = curveOfSlab[filling] { return known }
    let curve = cache.curve(of: buildUp.slab)
    scene.curves.append(measured.map { curve.scaled(toNormalLoss: $0) } ?? curve)
    curveOfSlab[filling] = scene.curves.count - 1
    return scene.curves.count - 1
  }
}
