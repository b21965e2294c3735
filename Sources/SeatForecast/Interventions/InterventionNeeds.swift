public import TwinModel

extension InterventionChoice {
  /// Seats of sites by school and stage; sites of unknown seats are left out.
  public static func seats(_ sites: [SchoolSite]) -> Seats {
    var seats: Seats = [:]
    for site in sites {
      guard let count = site.seats else { continue }
      seats[Subject(.campus, site.school), default: [:]][site.stage] = count
    }
    return seats
  }
}

extension ForecastResult {
  /// What every place with known seats will need, in the years after the last roll.
  ///
  /// - Parameters:
  ///   - seats: Today's seats by place and stage.
  ///   - changes: The changes that this forecast was made with by ``applying(_:sites:homes:)``; a school
  ///     that is closed has no need, and one that opens has its seats from then on.
  ///   - new: Places that are yet to be built: without a forecast nobody is theirs.
  /// - Returns: Needs by place, stage and year.
  /// - Throws: ``ForecastError`` for seats of a place or stage that the forecast does not know.
  public func needs(
    _ seats: InterventionChoice.Seats, changes: [SchoolChange] = [], new: Set<Subject> = []
  ) throws(ForecastError) -> [InterventionChoice.Need] {
    let units = Dictionary(
      (schools + districts).map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    var all = seats
    for change in changes {
      // Its seats count from its year on.
      guard case .open(let stage, _, _, _) = change.kind else { continue }
      all[Subject(.campus, change.school), default: [:]][stage] = 0
    }
    var needs: [InterventionChoice.Need] = []
    for (place, byStage) in all.sorted(by: { $0.key.id < $1.key.id }) {
      let unit = units[place]
      guard unit != nil || new.contains(place) else {
        throw ForecastError(
          reason: "there are seats of \(place.kind.rawValue) \(place.id), which has no forecast")
      }
      let own = place.kind == .campus ? changes.filter { $0.school == place.id } : []
      for (stage, count) in byStage.sorted(by: { $0.key < $1.key }) {
        guard let index = stages.firstIndex(where: { $0.stage == stage }) else {
          throw ForecastError(
            reason: "\(place.id) has seats of \(stage.rawValue), a stage without forecast")
        }
        for (number, year) in region.years.enumerated() where !year.isObserved {
          guard let seats = own.seats(count, stage: stage, year: year.year) else { continue }
          needs.append(
            .init(
              place: place, stage: stage, year: year.year,
              demand: unit?.years[number].stages[index] ?? Estimate(0), seats: seats))
        }
      }
    }
    return needs
  }
}

extension [SchoolChange] {
  /// The seats of a school in a year after its changes; nil when it is closed.
  fileprivate func seats(_ count: Int, stage: Stage, year: Int) -> Int? {
    var count = count
    for change in self where change.year <= year {
      switch change.kind {
      case .open(stage, let seats, _, _), .expand(stage, let seats): count += seats
      case .close, .merge: return nil
      case .open, .expand: break
      }
    }
    return count
  }
}
