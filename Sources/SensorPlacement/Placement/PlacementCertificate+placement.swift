import Optimisation
public import SensorCheck
public import TwinModel

extension DevicePlacement {
  /// A certificate of every area that was covered, for anybody to check.
  ///
  /// The weights of the witnesses are the dual of the linear relaxation of the cover,
  ///
  ///     maximise   Σ k_i w_i − Σ u_j
  ///     subject to Σ_{i served by j} w_i − u_j ≤ c_j,   w, u ≥ 0,
  ///
  /// rounded down to millionths.
  ///
  /// - Throws: ``StudyError`` when the solver cannot be used.
  public func certificate(doors: Doors) throws(StudyError) -> PlacementCertificate {
    var list: [PlacementCertificate.Area] = []
    var weights: [DeviceCover: [Int64]] = [:]
    for area in areas {
      guard let solved = area.solved else { continue }
      let known: [Int64]
      if let found = weights[solved.task] {
        known = found
      } else {
        do { known = try solved.weights() } catch {
          throw StudyError(study: "placement", reason: "\(error)")
        }
        weights[solved.task] = known
      }
      list.append(solved.certificate(area, weights: known))
    }
    return PlacementCertificate(doors: doors.rawValue, areas: list)
  }
}

extension SolvedArea {
  /// The dual weight of each witness, in millionths of a yuan.
  func weights() throws(OptimisationError) -> [Int64] {
    let incidence = incidence
    let count = incidence.points.count
    var program = MixedIntegerProgram()
    for point in 0..<count {
      let need = max(0, min(task.times, incidence.servers[point]) - incidence.present[point])
      program.variables.append(.init(cost: -Double(need), upper: need == 0 ? 0 : 1e9))
    }
    for (candidate, rows) in incidence.served.enumerated() where !rows.isEmpty {
      var terms = rows.map { MixedIntegerProgram.Term($0, 1) }
      if task.times > 1 {
        terms.append(.init(program.variables.count, -1))
        program.variables.append(.init(cost: 1))
      }
      let cost = task.options[incidence.views[candidate].type].cost
      program.rows.append(.init(terms, upper: cost))
    }
    guard !program.rows.isEmpty else { return [Int64](repeating: 0, count: count) }
    let solution = try program.solve()
    return (0..<count).map { point in
      guard point < solution.values.count else { return 0 }
      return Int64((max(0, solution.values[point]) * 1e6).rounded(.down))
    }
  }

  /// Candidates and witnesses as the solution left them.
  private var incidence: DeviceIncidence {
    var incidence = DeviceIncidence(task)
    incidence.add(plan.witnesses)
    return incidence
  }

  func certificate(_ area: AreaPlacement, weights: [Int64]) -> PlacementCertificate.Area {
    let incidence = incidence
    let floor = task.area.outline.rings.map { ring in
      ring.map { [$0.x + origin.x, $0.y + origin.y] }
    }
    func view(_ view: DeviceView) -> PlacementCertificate.View {
      var sector: [Int64] = []
      if let right = view.right, let left = view.left {
        sector = [right.x, right.y, left.x, left.y]
      }
      return PlacementCertificate.View(
        x: view.place.x + origin.x, y: view.place.y + origin.y, near: view.near, far: view.far,
        sector: sector, cost: view.type < 0 ? 0 : Int64(task.options[view.type].cost))
    }
    return PlacementCertificate.Area(
      storey: area.storey.value, rooms: area.rooms.map(\.value), floor: floor, kind: area.kind,
      times: task.times, margin: task.margin, least: task.minimum,
      devices: (task.present + plan.views).map(view), cost: Int64(plan.cost),
      blind: plan.blind.map { [$0.point.x + origin.x, $0.point.y + origin.y] },
      candidates: incidence.views.map(view),
      witnesses: zip(incidence.points, weights).filter { $0.1 > 0 }.map {
        [$0.0.x + origin.x, $0.0.y + origin.y, $0.1]
      })
  }
}
