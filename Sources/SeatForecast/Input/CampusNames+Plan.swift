public import TwinModel

extension CampusNames {
  /// District and school id of a campus, by the name that the forecast calls it by; nil for one that
  /// the enrolment has not.
  public func school(called id: String) -> (district: String, school: String)? {
    campuses.first { $0.id == id }.map { ($0.district, $0.school) }
  }

  /// Sites under the names that the forecast calls schools by; those of schools that the enrolment has not,
  /// or that stand in a district by their own word, as they are.
  func named(_ sites: [SchoolSite]) throws(ForecastError) -> [SchoolSite] {
    try sites.map { site throws(ForecastError) in
      guard has(site.school) else { return site }
      var site = site
      let place = "site of school \(site.school)"
      site.school =
        site.district == nil
        ? try id(of: site.school, in: place) : (try? id(of: site.school)) ?? site.school
      return site
    }
  }

  /// Changes under those names; schools that the enrolment has not keep theirs.
  func named(_ changes: [SchoolChange]) throws(ForecastError) -> [SchoolChange] {
    let opened = Set(changes.filter(\.kind.isOpening).map(\.school))
    return try changes.map { change throws(ForecastError) in
      let place = "change of \(change.year) to school \(change.school)"
      var change = change
      func isNamed(_ school: String) -> Bool { !opened.contains(school) && has(school) }
      if isNamed(change.school) { change.school = try id(of: change.school, in: place) }
      if case .merge(let target) = change.kind, isNamed(target) {
        change.kind = .merge(into: try id(of: target, in: place))
      }
      return change
    }
  }

  /// Developments whose school, where they name one, has that name.
  func named(
    _ developments: [HousingDevelopment]
  ) throws(ForecastError) -> [HousingDevelopment] {
    try developments.map { development throws(ForecastError) in
      var development = development
      development.school = try development.school.map { school throws(ForecastError) in
        try id(of: school, in: "development \(development.name)")
      }
      return development
    }
  }

  /// A plan under those names.
  func named(_ plan: DemandPlan) throws(ForecastError) -> DemandPlan {
    var plan = plan
    plan.developments = try named(plan.developments)
    plan.changes = try named(plan.changes)
    plan.sites = try named(plan.sites)
    return plan
  }

  /// Seats by place under those names; districts stay as they are.
  ///
  /// - Throws: ``ForecastError`` as ``place(_:)`` does, and for a school under two names.
  public func named(
    _ seats: InterventionChoice.Seats
  ) throws(ForecastError) -> InterventionChoice.Seats {
    var named: InterventionChoice.Seats = [:]
    for (place, byStage) in seats.sorted(by: { $0.key < $1.key }) {
      let subject = try self.place(place)
      guard named.updateValue(byStage, forKey: subject) == nil else {
        throw ForecastError(reason: "seats of school \(subject.id) are given under two names")
      }
    }
    return named
  }

  /// Options at places under those names.
  ///
  /// - Throws: ``ForecastError`` as ``place(_:)`` does.
  public func named(
    _ options: [InterventionChoice.Option]
  ) throws(ForecastError) -> [InterventionChoice.Option] {
    try options.map { option throws(ForecastError) in
      var option = option
      for index in option.effects.indices {
        option.effects[index].place = try place(option.effects[index].place)
      }
      for index in option.borders.indices {
        option.borders[index].from = try place(option.borders[index].from)
        option.borders[index].to = try place(option.borders[index].to)
      }
      return option
    }
  }

  /// A place under that name; one that the enrolment has not, such as a school yet to be built, as it is.
  ///
  /// - Throws: ``ForecastError`` for an id that several schools have, and a school that has closed.
  public func place(_ place: Subject) throws(ForecastError) -> Subject {
    guard place.kind == .campus, has(place.id) else { return place }
    return Subject(.campus, try id(of: place.id, in: "seats of school \(place.id)"))
  }

  private func id(of name: String, in place: String) throws(ForecastError) -> String {
    do { return try id(of: name) } catch {
      throw ForecastError(reason: "\(place): \(error.reason)")
    }
  }
}
