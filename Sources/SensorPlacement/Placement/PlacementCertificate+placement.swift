import Optimisation
public import SensorCheck
public import TwinModel

extension DevicePlacement {
  /// A certificate of every area that was covered, for anybody to check.
  ///
  /// What no choice undercuts is shown by a tree of cases, see ``CostProofSearch``.
  ///
  /// - Throws: ``StudyError`` when the solver cannot be used.
  public func certificate(doors: Doors) throws(StudyError) -> PlacementCertificate {
    var list: [PlacementCertificate.Area] = []
    var proofs: [DeviceCover: SolvedArea.Proof] = [:]
    for area in areas {
      guard let solved = area.solved else { continue }
      let proof: SolvedArea.Proof
      if let known = proofs[solved.task] {
        proof = known
      } else {
        do { proof = try solved.proof(area) } catch {
          throw StudyError(study: "placement", reason: "\(error)")
        }
        proofs[solved.task] = proof
      }
      list.append(solved.certificate(area, proof))
    }
    return PlacementCertificate(doors: doors.rawValue, areas: list)
  }
}

extension SolvedArea {
  /// Witnesses, relative to the corner of the area, and what they show.
  struct Proof {
    let witnesses: [PlanPoint]
    let tree: CostProof
  }

  /// Searches the proof that the plan's bound holds.
  func proof(_ area: AreaPlacement) throws(OptimisationError) -> Proof {
    func check(_ witnesses: [PlanPoint]) -> ProofCheck {
      ProofCheck(
        area: certificate(area, Proof(witnesses: witnesses, tree: .weights([], each: 0))),
        floor: task.area.outline.moved(by: origin),
        columns: task.area.blockers.map { $0.map { $0.moved(by: origin) } })
    }
    // Witnesses as the solution left them, without those that say no more than others.
    let all = check(plan.witnesses)
    let kept = CostProofSearch.telling(all).map { plan.witnesses[$0] }
    let tree = try CostProofSearch(
      check: check(kept), costs: DeviceIncidence(task).views.map { task.options[$0.type].cost },
      target: Int64(plan.bound.rounded(.up))
    ).proof()
    return Proof(witnesses: kept, tree: tree)
  }

  func certificate(_ area: AreaPlacement, _ proof: Proof) -> PlacementCertificate.Area {
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
      candidates: DeviceIncidence(task).views.map(view),
      witnesses: proof.witnesses.map { [$0.x + origin.x, $0.y + origin.y] }, proof: proof.tree)
  }
}

extension PlanPoint {
  fileprivate func moved(by offset: PlanPoint) -> PlanPoint {
    PlanPoint(x + offset.x, y + offset.y)
  }
}

extension PlanPolygon {
  fileprivate func moved(by offset: PlanPoint) -> PlanPolygon {
    PlanPolygon(
      outer: outer.map { $0.moved(by: offset) },
      holes: holes.map { $0.map { $0.moved(by: offset) } })
  }
}
