import Optimisation
public import TwinModel

/// Who sits where in one stage and year: the way to seat as many pupils as possible with the fewest
/// pupil-metres away from their own school.
///
/// Every school's demand stands at the school, with distance 0 to its own seats and the straight line
/// to others; where homes are known it stands there, and those go to another school who live nearest to
/// it. Seating more always comes before walking less.
public struct SeatAssignment: Hashable, Sendable {
  /// The stage.
  public var stage: Stage
  /// The school year.
  public var year: Int
  /// Pupils seated at each campus that has seats or demand, by campus.
  public var seated: [String: Int]
  /// Pupils of each campus' catchment without a seat, by campus; zeros left out.
  public var unplaced: [String: Int]
  /// Pupils sent to another school, by the campuses' ids.
  public var moves: [Move]
  /// How those seated at a campus walk there, by campus; only of districts whose homes are known.
  public var walks: [String: WalkTally]

  /// Pupils seated at a campus who walk there farther than is wanted, by campus; only campuses of
  /// districts whose homes are known, in stages with a limit.
  public var farWalkers: [String: Int] { walks.compactMapValues { $0.far.map { Int($0) } } }

  /// Pupils sent from their own school to another.
  public struct Move: Hashable, Sendable {
    /// The campus in whose catchment they live.
    public var from: String
    /// The campus that they are sent to.
    public var to: String
    /// How many.
    public var pupils: Int
    /// The straight line between the two, where homes are known the mean one from there.
    public var distance: Metres

    /// Creates a move.
    public init(from: String, to: String, pupils: Int, distance: Metres) {
      self.from = from
      self.to = to
      self.pupils = pupils
      self.distance = distance
    }
  }

  /// A campus with pupils or seats.
  struct Place: Hashable, Sendable {
    var campus: String
    var district: String
    var position: Point2?
    var demand: Int
    var seats: Int
  }

  /// Solves the flow over places that are ordered by campus.
  ///
  /// - Throws: ``FlowError`` when the numbers are too large.
  init(
    stage: Stage, year: Int, places: [Place], rules: AssignmentRules, homes: PupilHomes? = nil
  ) throws(ForecastError) {
    let origins = try Origin.origins(places, stage, homes)
    let destinations = places.indices.filter { places[$0].seats > 0 }
    let costs = origins.map { origin in
      destinations.enumerated().compactMap { column, to in
        Self.metres(places[origin.place], origin.position, places[to], stage, rules)
          .map { (destination: column, cost: Int64($0.rounded())) }
      }
    }
    let answer = try PricedFlow.solve(
      demand: origins.map(\.pupils), capacity: destinations.map { Int64(places[$0].seats) },
      costs: costs)

    self.stage = stage
    self.year = year
    seated = Dictionary(places.map { ($0.campus, 0) }, uniquingKeysWith: { first, _ in first })
    unplaced = [:]
    walks = [:]
    var sent: [[Int]: (pupils: Int, metres: Int)] = [:]
    for (arc, flow) in zip(answer.arcs, answer.optimum.flow) where flow > 0 {
      let (origin, to) = (origins[arc.origin], destinations[arc.destination])
      seated[places[to].campus, default: 0] += Int(flow)
      if origin.place != to {
        let before = sent[[origin.place, to]] ?? (0, 0)
        sent[[origin.place, to]] = (
          before.pupils + Int(flow), before.metres + Int(flow * arc.cost)
        )
      }
      guard let homes, origin.isHome, let start = origin.position, let end = places[to].position
      else { continue }
      walks[places[to].campus, default: WalkTally(homes.limits, stage)]
        .add(Double(flow), walking: homes.walk(from: start, to: end))
    }
    moves = sent.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map { ends, sum in
      Move(
        from: places[ends[0]].campus, to: places[ends[1]].campus, pupils: sum.pupils,
        distance: Metres(Double(sum.metres) / Double(sum.pupils)))
    }
    for (row, count) in answer.optimum.unplaced.enumerated() where count > 0 {
      unplaced[places[origins[row].place].campus, default: 0] += Int(count)
    }
  }

  /// Where pupils of a campus' catchment start from.
  private struct Origin {
    var place: Int
    var position: Point2?
    var pupils: Int64
    var isHome: Bool

    static func origins(
      _ places: [Place], _ stage: Stage, _ homes: PupilHomes?
    ) throws(ForecastError) -> [Origin] {
      var parts: [Int: [PupilHomes.Part]] = [:]
      for district in Set(places.map(\.district)).sorted() {
        let members = places.indices.filter { places[$0].district == district }
        let schools = members.map { index in
          PupilHomes.School(
            id: places[index].campus, position: places[index].position,
            units: Int64(places[index].demand))
        }
        let found = try homes?.parts(of: schools, district: district, stage: stage)
        for (place, part) in zip(members, found ?? []) where !part.isEmpty { parts[place] = part }
      }
      return places.indices.filter { places[$0].demand > 0 }.flatMap { place -> [Origin] in
        if let homes = parts[place] {
          return homes.map {
            Origin(place: place, position: $0.position, pupils: $0.units, isHome: true)
          }
        }
        return [
          Origin(
            place: place, position: places[place].position,
            pupils: Int64(places[place].demand), isHome: false)
        ]
      }
    }
  }

  /// The distance between two places; nil where pupils are not sent.
  private static func metres(
    _ from: Place, _ start: Point2?, _ to: Place, _ stage: Stage, _ rules: AssignmentRules
  ) -> Double? {
    if from.campus == to.campus { return 0 }
    guard rules.crossesDistricts || from.district == to.district, let start, let end = to.position
    else { return nil }
    let metres = start.distance(to: end)
    // Half the Earth's girth: beyond it a coordinate is wrong, not far.
    guard metres.isFinite, metres < 2e7 else { return nil }
    if let farthest = rules.farthest[stage], metres > farthest.value { return nil }
    return metres
  }
}
